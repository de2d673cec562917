import type { IncidentWords } from './en.ts';

export const fi: IncidentWords = {
  incident: 'Häiriötiedote',
  incidents: 'Häiriötiedotteet',
  incidentUntil: '{when} asti',
  incidentEnded: 'Päättyi {when}',
  approvedBy: 'Hyväksynyt {name}',
  incidentAnswers: 'Vastaukset',
};
