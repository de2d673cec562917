import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JsonlArticleStore } from '../../../server/content/jsonl-article-store.ts';
import type { BankSettings } from '../../../server/domain/bank-settings.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erfara-jsonl-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(...lines: (object | string)[]) {
  const path = join(folder, 'articles.jsonl');
  await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return new JsonlArticleStore(path, {} as BankSettings).load();
}

test('an empty title takes the first sentence, and the text is the resolution, its signs as they were', async () => {
  const { articles, problems } = await load({ id: 'a', lang: 'sv', title: '', text: 'Börja *här*. Gå sedan vidare.' });
  expect(problems).toEqual([]);
  const [text] = articles[0]?.texts ?? [];
  expect(text).toMatchObject({ title: 'Börja *här*.', audience: 'public', state: 'validated', questions: [] });
  expect(text?.sections[0]).toMatchObject({ name: 'resolution', markdown: 'Börja \\*här\\*. Gå sedan vidare.' });
});

test('a long first sentence is cut between words', async () => {
  const { articles } = await load({ id: 'a', lang: 'en', text: 'word '.repeat(60) });
  expect(articles[0]?.texts[0]?.title.length).toBeLessThanOrEqual(120);
});

test('in a bank of phrasings each line is a customer’s question', async () => {
  const { articles } = await load(
    { id: 'a', lang: 'en', title: 'Lost card', text: 'i lost my card\nwhere is my card?\nmy card_1 is gone' },
    { id: 'b', lang: 'en', title: 'Fees', text: 'why a fee\nwhat is this fee?\nfee too high' },
  );
  expect(articles[0]?.texts[0]?.questions).toEqual(['i lost my card', 'where is my card?', 'my card_1 is gone']);
  expect(articles[0]?.texts[0]?.sections).toEqual([]);
});

test('in a bank of prose a text of short lines stays prose', async () => {
  const prose = { lang: 'en', title: 'T', text: 'This is an answer of one paragraph.' };
  const { articles } = await load({ ...prose, id: 'a' }, { ...prose, id: 'b', text: 'Open it\nClose it\nTry again' });
  expect(articles.map((article) => article.texts[0]?.questions)).toEqual([[], []]);
});

test('lines that cannot be read, and a second text of one id and language, are problems with their line', async () => {
  const good = { id: 'a', lang: 'sv', title: 'T', text: 'x' };
  const { articles, problems } = await load(good, '{ broken', { id: 'b' }, good);
  expect(articles).toHaveLength(1);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
    [2, 'schema'],
    [3, 'schema'],
    [4, 'duplicate'],
  ]);
});

test('a file that is not there is an error that names it', async () => {
  await expect(new JsonlArticleStore(join(folder, 'none'), {} as BankSettings).load()).rejects.toMatchObject({
    details: [{ path: join(folder, 'none'), rule: 'missing' }],
  });
});
