import type { ShellWords } from './en.ts';

export const fi: ShellWords = {
  console: 'Toimitus',
  skip: 'Siirry sisältöön',
  menu: 'Valikko',
  rooms: 'Osiot',
  today: 'Tänään',
  articles: 'Artikkelit',
  gaps: 'Kysymykset vailla vastausta',
  facts: 'Faktat',
  incidents: 'Häiriötiedotteet',
  insights: 'Tilastot',
  goTo: 'Siirry',
  goToHint: 'Artikkeli tai osio',
  nothing: 'Ei mitään sennimistä.',
  newArticle: 'Uusi artikkeli',
  language: 'Käyttöliittymän kieli',
  notLoaded: 'Osiota ei voitu hakea.',
  gone: 'Osiota ei ole.',
  inbox: 'Saapuneisiin',
  undo: 'Kumoa',
  dismiss: 'Poista viesti',
};
