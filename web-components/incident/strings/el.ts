import type { IncidentWords } from './en.ts';

export const el: IncidentWords = {
  incident: 'Έκτακτη ενημέρωση',
  incidents: 'Έκτακτες ενημερώσεις',
  incidentUntil: 'Έως {when}',
  incidentEnded: 'Έληξε {when}',
  approvedBy: 'Έγκριση: {name}',
  incidentAnswers: 'Απαντήσεις',
};
