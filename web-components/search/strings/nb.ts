import type { SearchWords } from './en.ts';

export const nb: SearchWords = {
  filters: 'Filtre',
  language: 'Språk',
  tag: 'Emneord',
  state: 'Status',
  audience: 'Synlig for',
  everyone: 'Alle',
  remove: 'Fjern {name}',
  clearFilters: 'Nullstill filtre',
  answerAndSave: 'Svar og lagre deretter saken',
  recent: 'Siste søk',
  forget: 'Tøm listen',
};
