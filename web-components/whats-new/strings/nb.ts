import type { NewsWords } from './en.ts';

export const nb: NewsWords = {
  title: 'Nytt siden sist',
  count: '{n} nye',
  new: 'Ny',
  changed: 'Endret',
  validated: 'Kontrollert',
  answered: 'Merknaden din er besvart',
  ended: 'Driftsmeldingen er avsluttet',
  notChecked: 'Ikke kontrollert',
  more: 'Og {n} til',
  seen: 'Merk som sett',
  nothing: 'Ingenting nytt siden {when}.',
  lost: 'Ingen tilkobling. Det nye kan ikke vises.',
  tryNow: 'Prøv nå',
  gone: 'Artikkelen finnes ikke lenger.',
};
