import type { ShellWords } from './en.ts';

export const sv: ShellWords = {
  console: 'Redaktion',
  skip: 'Till innehållet',
  menu: 'Meny',
  rooms: 'Avdelningar',
  today: 'I dag',
  articles: 'Artiklar',
  gaps: 'Frågor utan svar',
  facts: 'Fakta',
  incidents: 'Störningsinfo',
  insights: 'Insikter',
  goTo: 'Gå till',
  goToHint: 'En artikel eller avdelning',
  nothing: 'Inget med det namnet.',
  newArticle: 'Ny artikel',
  language: 'Gränssnittets språk',
  notLoaded: 'Avdelningen kunde inte hämtas.',
  gone: 'Avdelningen finns inte.',
  inbox: 'Till inkorgen',
  undo: 'Ångra',
  dismiss: 'Ta bort meddelandet',
};
