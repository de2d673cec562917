import type { ShellWords } from './en.ts';

export const nb: ShellWords = {
  console: 'Redaksjon',
  skip: 'Til innholdet',
  menu: 'Meny',
  rooms: 'Avdelinger',
  today: 'I dag',
  articles: 'Artikler',
  gaps: 'Spørsmål uten svar',
  facts: 'Fakta',
  incidents: 'Driftsmeldinger',
  insights: 'Innsikt',
  goTo: 'Gå til',
  goToHint: 'En artikkel eller avdeling',
  nothing: 'Ingenting med det navnet.',
  newArticle: 'Ny artikkel',
  language: 'Språk i grensesnittet',
  notLoaded: 'Avdelingen kunne ikke hentes.',
  gone: 'Avdelingen finnes ikke.',
  inbox: 'Til innboksen',
  undo: 'Angre',
  dismiss: 'Fjern meldingen',
};
