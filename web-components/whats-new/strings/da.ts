import type { NewsWords } from './en.ts';

export const da: NewsWords = {
  title: 'Nyt siden sidst',
  count: '{n} nye',
  new: 'Ny',
  changed: 'Ændret',
  validated: 'Kontrolleret',
  answered: 'Din bemærkning er besvaret',
  ended: 'Driftsmeddelelsen er slut',
  notChecked: 'Ikke kontrolleret',
  more: 'Og {n} mere',
  seen: 'Markér som set',
  nothing: 'Intet nyt siden {when}.',
  lost: 'Ingen forbindelse. Det nye kan ikke vises.',
  tryNow: 'Prøv nu',
  gone: 'Artiklen findes ikke længere.',
};
