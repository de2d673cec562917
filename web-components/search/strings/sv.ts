import type { SearchWords } from './en.ts';

export const sv: SearchWords = {
  filters: 'Filter',
  language: 'Språk',
  tag: 'Tagg',
  state: 'Status',
  audience: 'Synlig för',
  everyone: 'Alla',
  remove: 'Ta bort {name}',
  clearFilters: 'Rensa filter',
  answerAndSave: 'Svara och spara sedan ärendet',
  recent: 'Senaste sökningar',
  forget: 'Rensa listan',
};
