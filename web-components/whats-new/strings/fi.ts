import type { NewsWords } from './en.ts';

export const fi: NewsWords = {
  title: 'Uutta viime kerran jälkeen',
  count: '{n} uutta',
  new: 'Uusi',
  changed: 'Muutettu',
  validated: 'Tarkistettu',
  answered: 'Huomautukseesi on vastattu',
  ended: 'Häiriö on ohi',
  notChecked: 'Tarkistamaton',
  more: 'Ja {n} muuta',
  seen: 'Merkitse nähdyksi',
  nothing: 'Ei mitään uutta ({when} jälkeen).',
  lost: 'Ei yhteyttä. Uutta ei voi näyttää.',
  tryNow: 'Yritä nyt',
  gone: 'Artikkelia ei enää ole.',
};
