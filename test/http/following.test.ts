import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { SearchOutput } from '../../server/http/contract.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

const article = (title: string) => `---
schema: 1
id: wifi
lang: sv
kind: faq
title: ${title}
state: validated
audience: public
---
## Issue
Kunden undrar över ${title}.
## Svar
Det finns ombord.
`;

let bank: SmallBank;
beforeAll(async () => {
  bank = await openSmallBank({}, true);
});
afterAll(() => bank.close());

const firstFor = async (q: string) => {
  const output = (await (await bank.ask(`/v1/search?q=${encodeURIComponent(q)}`)).json()) as SearchOutput;
  return output.results[0]?.title;
};

it('finds a file that was saved while it runs, as it was saved last', async () => {
  await bank.write('articles/wifi.sv.md', article('Trådlöst nätverk ombord'));
  await vi.waitFor(async () => expect(await firstFor('trådlöst nätverk')).toBe('Trådlöst nätverk ombord'), 5_000);
  await bank.write('articles/wifi.sv.md', article('Surfplatta till låns'));
  await vi.waitFor(async () => expect(await firstFor('surfplatta')).toBe('Surfplatta till låns'), 5_000);
  expect(await firstFor('trådlöst nätverk')).not.toBe('Trådlöst nätverk ombord');
});

it('leaves an article out while its file is broken, and takes it up again', async () => {
  await bank.write('articles/bag-fee.en.md', '---\nid: [broken\n---\n');
  await vi.waitFor(() => expect(bank.status().problems).toBe(2), 5_000);
  const languages = async () =>
    ((await (await bank.ask('/v1/articles/bag-fee')).json()) as { texts: { lang: string }[] }).texts.map(
      ({ lang }) => lang,
    );
  expect(await languages()).toEqual(['sv']);
});

it('forgets an article whose file is gone', async () => {
  await rm(join(bank.folder, 'content', 'articles', 'refund.sv.md'));
  await vi.waitFor(async () => expect((await bank.ask('/v1/articles/refund')).status).toBe(404), 5_000);
});
