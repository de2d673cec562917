import type { IncidentWords } from './en.ts';

export const nb: IncidentWords = {
  incident: 'Driftsmelding',
  incidents: 'Driftsmeldinger',
  incidentUntil: 'Til {when}',
  incidentEnded: 'Slutt {when}',
  approvedBy: 'Godkjent av {name}',
  incidentAnswers: 'Svar',
};
