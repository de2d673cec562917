import type { SearchWords } from './en.ts';

export const fi: SearchWords = {
  filters: 'Suodattimet',
  language: 'Kieli',
  tag: 'Tunniste',
  state: 'Tila',
  audience: 'Näkyvyys',
  everyone: 'Kaikki',
  remove: 'Poista {name}',
  clearFilters: 'Tyhjennä suodattimet',
  answerAndSave: 'Vastaa ja tallenna sitten tapaus',
  recent: 'Viimeisimmät haut',
  forget: 'Tyhjennä luettelo',
};
