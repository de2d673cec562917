import type { SearchWords } from './en.ts';

export const da: SearchWords = {
  filters: 'Filtre',
  language: 'Sprog',
  tag: 'Emneord',
  state: 'Status',
  audience: 'Synlig for',
  everyone: 'Alle',
  remove: 'Fjern {name}',
  clearFilters: 'Ryd filtre',
  answerAndSave: 'Svar, og gem derefter sagen',
  recent: 'Seneste søgninger',
  forget: 'Ryd listen',
};
