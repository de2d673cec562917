/** The words of the element. `{name}` stands for a value. */
export const en = {
  incident: 'Service alert',
  incidents: 'Service alerts',
  incidentUntil: 'Until {when}',
  incidentEnded: 'Ended {when}',
  approvedBy: 'Approved by {name}',
  incidentAnswers: 'Answers',
  gone: 'The article is no longer there.',
};

export type IncidentWords = typeof en;
