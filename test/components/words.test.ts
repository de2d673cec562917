import { describe, expect, test } from 'vitest';
import { da } from '../../web-components/suggest/strings/da.ts';
import { el } from '../../web-components/suggest/strings/el.ts';
import { en, type Strings } from '../../web-components/suggest/strings/en.ts';
import { fi } from '../../web-components/suggest/strings/fi.ts';
import { nb } from '../../web-components/suggest/strings/nb.ts';
import { sv } from '../../web-components/suggest/strings/sv.ts';
import { ago, interfaceLang } from '../../web-components/words.ts';

const ALL: Record<string, Strings> = { sv, nb, da, fi, el, en };

/** The trade's words, in the order sv nb da fi el en. */
const TERMS: Partial<Record<keyof Strings, string[]>> = {
  insert: ['Infoga', 'Sett inn', 'Indsæt', 'Lisää vastaukseen', 'Εισαγωγή', 'Insert'],
  mandate: ['Befogenheter', 'Fullmakter', 'Beføjelser', 'Valtuudet', 'Αρμοδιότητες', 'Mandate'],
  search: ['Sök svar', 'Søk etter svar', 'Søg efter svar', 'Hae vastauksia', 'Αναζήτηση απαντήσεων', 'Search answers'],
  noneFit: [
    'Inget av dem passar',
    'Ingen av dem passer',
    'Ingen af dem passer',
    'Mikään näistä ei sovi',
    'Καμία δεν ταιριάζει',
    'None of these fit',
  ],
  noAnswer: [
    'Inget passande svar',
    'Fant ikke noe passende svar',
    'Fandt ikke noget passende svar',
    'Sopivaa vastausta ei löytynyt',
    'Δεν βρέθηκε κατάλληλη απάντηση',
    'No answer fits',
  ],
  validated: ['Kontrollerad', 'Kontrollert', 'Kontrolleret', 'Tarkistettu', 'Ελεγμένο', 'Checked'],
  notValidated: [
    'Ej kontrollerad',
    'Ikke kontrollert',
    'Ikke kontrolleret',
    'Tarkistamaton',
    'Μη ελεγμένο',
    'Not checked',
  ],
  wip: ['Pågår', 'Pågår', 'I gang', 'Kesken', 'Σε εξέλιξη', 'In progress'],
  internal: ['Endast internt', 'Kun internt', 'Kun internt', 'Vain sisäinen', 'Μόνο εσωτερικά', 'Internal only'],
  incident: [
    'Störningsinfo',
    'Driftsmelding',
    'Driftsmeddelelse',
    'Häiriötiedote',
    'Έκτακτη ενημέρωση',
    'Service alert',
  ],
  solvedCase: ['Löst ärende', 'Løst sak', 'Løst sag', 'Ratkaistu tapaus', 'Λυμένο αίτημα', 'Solved case'],
};

test.each(Object.entries(TERMS))('"%s" is the word of the trade in every language', (key, words) => {
  expect(Object.values(ALL).map((strings) => strings[key as keyof Strings])).toEqual(words);
});

describe.each(Object.entries(ALL))('%s', (lang, strings) => {
  test('fills the same places as English', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const key of Object.keys(en) as (keyof Strings)[])
      expect([key, places(strings[key])]).toEqual([key, places(en[key])]);
  });

  test('has no exclamation mark and no word for confidence', () => {
    for (const text of Object.values(strings)) expect(text).not.toMatch(/!|confidence/i);
  });

  test('tells an age in its own words', () => {
    const now = Date.parse('2026-11-22');
    expect(ago('2026-11-10', lang, now)).toBe(
      new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-12, 'day'),
    );
  });
});

test('Norwegian is one, and an unknown language is English', () => {
  expect(['no', 'nn-NO', 'nb', 'sv-FI', 'de'].map(interfaceLang)).toEqual(['nb', 'nb', 'nb', 'sv', 'en']);
});
