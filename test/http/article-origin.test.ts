import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ArticleOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek' });
});
afterEach(() => bank.close());

const IMPORTED = `---
schema: 1
id: "umbrella"
lang: "sv"
kind: "faq"
state: "validated"
audience: "public"
title: "Glömt paraply"
questions: ["Jag glömde mitt paraply, var är det?"]
source: {system: "kundo", ref: 4711, url: "https://nordbris.example/q/4711"}
translated_from: {lang: "en", hash: "0000000000000000000000000000000000000000000000000000000000000000"}
---
## Svar
Stationen letar.
`;

it('tells colleagues where a text came from, and everybody what it was translated from', async () => {
  const desk = deskOf(bank);
  await desk.json(bank.post('/v1/articles', { markdown: IMPORTED }), 201);
  const { texts } = await desk.get<ArticleOutput>('/v1/articles/umbrella');
  const source = { system: 'kundo', ref: '4711', url: 'https://nordbris.example/q/4711' };
  expect(texts[0]).toMatchObject({ source, translatedFrom: 'en' });
  const [plain] = (await desk.get<ArticleOutput>('/v1/articles/refund')).texts;
  expect(plain).toMatchObject({ source: null, translatedFrom: null, stale: false });
});

it('tells nobody outside where a text came from', async () => {
  await deskOf(bank).json(bank.post('/v1/articles', { markdown: IMPORTED }), 201);
  const outside = await openSmallBank({ ERFARA_AUDIENCE: 'public', ERFARA_CONTENT: join(bank.folder, 'content') });
  try {
    const { texts } = await deskOf(outside).get<ArticleOutput>('/v1/articles/umbrella');
    expect(texts).toMatchObject([{ source: null, translatedFrom: 'en' }]);
  } finally {
    await outside.close();
  }
});
