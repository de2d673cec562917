import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileArticleStore } from '../../../server/content/file-article-store.ts';
import { translationHash } from '../../../server/content/translation-hash.ts';
import { textIn } from '../../../server/domain/article.ts';
import { articleText, FACTS, SETTINGS } from './bank-of.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'erfara-stale-'));
  await mkdir(join(root, 'articles'));
  await writeFile(join(root, 'erfara.yaml'), SETTINGS);
  await writeFile(join(root, 'facts.yaml'), FACTS);
});
afterEach(() => rm(root, { recursive: true }));

const SOURCE = 'You get it back within a week.';
const source = (reply: string, mandate = 'Up to 50.') =>
  writeFile(join(root, 'articles/refund.en.md'), articleText({}, `## Reply\n${reply}\n\n## Mandate\n${mandate}\n`));
const load = () => new FileArticleStore(root).load();

async function translated(): Promise<void> {
  await source(SOURCE);
  const english = textIn((await load()).articles[0] as never, 'en');
  const hash = translationHash(english as never);
  await writeFile(
    join(root, 'articles/refund.sv.md'),
    articleText({ lang: 'sv', translated_from: `{lang: en, hash: ${hash}}` }, '## Svar\nDu får det inom en vecka.\n'),
  );
}

it('a translation is stale from the day its source says something else to the customer', async () => {
  await translated();
  expect([...((await load()).stale ?? [])]).toEqual([]);
  await source('You get it back within two weeks.');
  expect([...((await load()).stale ?? [])]).toEqual(['articles/refund.sv.md']);
});

it.each([
  ['white space', 'You get it  back\nwithin a week.', undefined],
  ['a paragraph marked optional', `<!-- optional -->\n${SOURCE}`, undefined],
  ['the mandate', SOURCE, 'Up to 500.'],
])('%s changes nothing for a translation', async (_, reply, mandate) => {
  await translated();
  await source(reply, mandate);
  expect([...((await load()).stale ?? [])]).toEqual([]);
});
