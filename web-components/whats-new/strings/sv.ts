import type { NewsWords } from './en.ts';

export const sv: NewsWords = {
  title: 'Nytt sedan sist',
  count: '{n} nya',
  new: 'Ny',
  changed: 'Ändrad',
  validated: 'Kontrollerad',
  answered: 'Ditt påpekande har besvarats',
  ended: 'Störningen är över',
  notChecked: 'Ej kontrollerad',
  more: 'Och {n} till',
  seen: 'Markera som sett',
  nothing: 'Inget nytt sedan {when}.',
  lost: 'Ingen anslutning. Det nya kan inte visas.',
  tryNow: 'Försök nu',
  gone: 'Artikeln finns inte kvar.',
};
