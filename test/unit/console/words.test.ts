import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../server/project-root.ts';
import { INTERFACE_LANGUAGES } from '../../../web-components/words.ts';

const folder = join(projectRoot(), 'web-components', 'console');
const ROOMS = readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? each.name : []));

async function wordsOf(room: string, lang: string): Promise<Record<string, string>> {
  const path = pathToFileURL(join(folder, room, 'strings', `${lang}.ts`)).href;
  return ((await import(/* @vite-ignore */ path)) as Record<string, Record<string, string>>)[lang] ?? {};
}

describe.each(ROOMS)('the words of the console’s %s', (room) => {
  test.each(INTERFACE_LANGUAGES)('in %s fill the same places as English, without exclamation', async (lang) => {
    const [english, words] = await Promise.all([wordsOf(room, 'en'), wordsOf(room, lang)]);
    const places = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    expect(Object.keys(words)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(words)) {
      expect([key, places(text)]).toEqual([key, places(english[key])]);
      expect(text, key).not.toMatch(/!|confidence|^$/i);
    }
  });
});

test('the terms of the trade are the same as in the panel', async () => {
  const said = async (lang: string) => {
    const [room, shell] = await Promise.all([wordsOf('room', lang), wordsOf('shell', lang)]);
    return [room.validated, room.internal, room.incident, room.case, shell.gaps];
  };
  expect(await said('sv')).toEqual([
    'Kontrollerad',
    'Endast internt',
    'Störningsinfo',
    'Löst ärende',
    'Frågor utan svar',
  ]);
  expect(await said('fi')).toEqual([
    ...['Tarkistettu', 'Vain sisäinen', 'Häiriötiedote', 'Ratkaistu tapaus', 'Kysymykset vailla vastausta'],
  ]);
});
