import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CachedEmbedder } from '../../../server/embedding/cached-embedder.ts';
import { HashingEmbedder } from '../../doubles/hashing-embedder.ts';

class CountingEmbedder extends HashingEmbedder {
  asked: string[] = [];
  override embed(...[texts, kind, progress]: Parameters<HashingEmbedder['embed']>) {
    this.asked.push(...texts);
    return super.embed(texts, kind, progress);
  }
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erfara-vectors-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what was embedded once is looked up, also after the file was closed; the vectors are the same, in order', async () => {
  const path = join(folder, 'vectors.sqlite');
  const plain = await new HashingEmbedder().embed(['ett', 'två', 'tre'], 'passage');
  const first = new CountingEmbedder();
  const cached = new CachedEmbedder(first, path);
  expect(await cached.embed(['ett', 'två'], 'passage')).toEqual(plain.slice(0, 2));
  await cached.dispose();
  const second = new CountingEmbedder();
  const again = new CachedEmbedder(second, path);
  const seen: number[] = [];
  expect(await again.embed(['ett', 'två', 'tre'], 'passage', (done) => seen.push(done))).toEqual(plain);
  expect(second.asked).toEqual(['tre']);
  expect(seen.at(-1)).toBe(3);
  await again.embed(['ett'], 'query');
  expect(second.asked).toEqual(['tre', 'ett']);
  await again.dispose();
});
