/** The words of the element. `{name}` stands for a value. */
export const en = {
  incident: 'Service alert',
  incidents: 'Service alerts',
  incidentUntil: 'Until {when}',
  incidentEnded: 'Ended {when}',
  approvedBy: 'Approved by {name}',
  incidentAnswers: 'Answers',
};

export type IncidentWords = typeof en;
