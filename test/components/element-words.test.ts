import { describe, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../web-components/words.ts';

const ROOMS = ['article', 'capture', 'flag', 'incident', 'search', 'whats-new'];

async function wordsOf(room: string, lang: string): Promise<Record<string, string>> {
  const module = (await import(`../../web-components/${room}/strings/${lang}.ts`)) as Record<
    string,
    Record<string, string>
  >;
  return module[lang] ?? {};
}

describe.each(ROOMS)('the words of %s', (room) => {
  test.each(INTERFACE_LANGUAGES)('in %s fill the same places as English, without exclamation', async (lang) => {
    const [english, words] = await Promise.all([wordsOf(room, 'en'), wordsOf(room, lang)]);
    const places = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(words)) {
      expect([key, places(text)]).toEqual([key, places(english[key])]);
      expect(text, key).not.toMatch(/!|confidence|^$/i);
    }
  });
});

test('the terms of the trade are the same in every element', async () => {
  const expected: Record<string, [string, string][]> = {
    sv: [
      ['article.insert', 'Infoga'],
      ['search.search', 'Sök svar'],
      ['capture.internal', 'Endast internt'],
      ['flag.title', 'Anmäl fel'],
      ['incident.incident', 'Störningsinfo'],
    ],
    nb: [
      ['article.insert', 'Sett inn'],
      ['search.search', 'Søk etter svar'],
      ['capture.internal', 'Kun internt'],
      ['flag.title', 'Meld feil'],
      ['incident.incident', 'Driftsmelding'],
    ],
    da: [
      ['article.insert', 'Indsæt'],
      ['search.search', 'Søg efter svar'],
      ['capture.internal', 'Kun internt'],
      ['flag.title', 'Meld fejl'],
      ['incident.incident', 'Driftsmeddelelse'],
    ],
    fi: [
      ['article.insert', 'Lisää vastaukseen'],
      ['search.search', 'Hae vastauksia'],
      ['capture.internal', 'Vain sisäinen'],
      ['flag.title', 'Ilmoita virheestä'],
      ['incident.incident', 'Häiriötiedote'],
    ],
    el: [
      ['article.insert', 'Εισαγωγή'],
      ['search.search', 'Αναζήτηση απαντήσεων'],
      ['capture.internal', 'Μόνο εσωτερικά'],
      ['flag.title', 'Αναφορά λάθους'],
      ['incident.incident', 'Έκτακτη ενημέρωση'],
    ],
    en: [
      ['article.insert', 'Insert'],
      ['search.search', 'Search answers'],
      ['capture.internal', 'Internal only'],
      ['flag.title', 'Report a problem'],
      ['incident.incident', 'Service alert'],
    ],
  };
  for (const [lang, terms] of Object.entries(expected)) {
    for (const [place, word] of terms) {
      const [room = '', key = ''] = place.split('.');
      expect((await wordsOf(room, lang))[key], `${lang} ${place}`).toBe(word);
    }
  }
});
