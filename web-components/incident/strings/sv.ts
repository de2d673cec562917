import type { IncidentWords } from './en.ts';

export const sv: IncidentWords = {
  incident: 'Störningsinfo',
  incidents: 'Störningsinfo',
  incidentUntil: 'Till {when}',
  incidentEnded: 'Slut {when}',
  approvedBy: 'Godkänt av {name}',
  incidentAnswers: 'Svar',
};
