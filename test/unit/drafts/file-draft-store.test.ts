import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileDraftStore } from '../../../server/drafts/file-draft-store.ts';

let folder: string;
let store: FileDraftStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-drafts-'));
  store = new FileDraftStore(join(folder, 'drafts'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const draft = (author: string, id: string, at = '2026-11-22T12:00:00.000Z') => ({
  ...{ id, lang: 'sv', markdown: `${author} ${id} \u2028"\n`, base: null, at, by: author, author, proposal: false },
});

it('keeps one draft for each author and text, newest first, for the next start', async () => {
  await store.keep(draft('anna', 'a', '2026-11-20T12:00:00.000Z'));
  await store.keep(draft('bo', 'a', '2026-11-21T12:00:00.000Z'));
  await store.keep(draft('anna', 'a', '2026-11-22T12:00:00.000Z'));
  const again = new FileDraftStore(join(folder, 'drafts'));
  expect((await again.list()).map(({ author }) => author)).toEqual(['anna', 'bo']);
  expect(await again.read('bo', 'a', 'sv')).toEqual(draft('bo', 'a', '2026-11-21T12:00:00.000Z'));
  expect(await again.read('bo', 'a', 'en')).toBeNull();
  await again.discard('bo', 'a', 'sv');
  await again.discard('bo', 'a', 'sv');
  expect((await store.list()).map(({ author }) => author)).toEqual(['anna']);
});

it('keeps names inside its folder, and names apart that look alike', async () => {
  await store.keep(draft('../../x', '../../y'));
  await store.keep(draft('a', 'b.c'));
  await store.keep(draft('a', 'b'));
  expect(readdirSync(folder)).toEqual(['drafts']);
  expect(await store.list()).toHaveLength(3);
});

it('leaves out a broken draft, and keeps the last of many at once', async () => {
  await store.keep(draft('a', 'b'));
  const [author = ''] = readdirSync(join(folder, 'drafts'));
  writeFileSync(join(folder, 'drafts', author, 'broken.sv.json'), '{"id": ');
  await Promise.all(Array.from({ length: 8 }, (_, i) => store.keep({ ...draft('a', 'b'), markdown: `${i}` })));
  expect((await store.list()).map(({ markdown }) => markdown)).toEqual(['7']);
});
