import type { ShellWords } from './en.ts';

export const da: ShellWords = {
  console: 'Redaktion',
  skip: 'Til indholdet',
  menu: 'Menu',
  rooms: 'Afdelinger',
  today: 'I dag',
  articles: 'Artikler',
  gaps: 'Spørgsmål uden svar',
  facts: 'Fakta',
  incidents: 'Driftsmeddelelser',
  insights: 'Indsigt',
  goTo: 'Gå til',
  goToHint: 'En artikel eller afdeling',
  nothing: 'Intet med det navn.',
  newArticle: 'Ny artikel',
  language: 'Sprog i grænsefladen',
  notLoaded: 'Afdelingen kunne ikke hentes.',
  gone: 'Afdelingen findes ikke.',
  inbox: 'Til indbakken',
  undo: 'Fortryd',
  dismiss: 'Fjern beskeden',
};
