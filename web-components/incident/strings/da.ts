import type { IncidentWords } from './en.ts';

export const da: IncidentWords = {
  incident: 'Driftsmeddelelse',
  incidents: 'Driftsmeddelelser',
  incidentUntil: 'Til {when}',
  incidentEnded: 'Slut {when}',
  approvedBy: 'Godkendt af {name}',
  incidentAnswers: 'Svar',
};
