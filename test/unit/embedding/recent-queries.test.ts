import { expect, it } from 'vitest';
import { RecentQueries } from '../../../server/embedding/recent-queries.ts';
import { HashingEmbedder } from '../../doubles/hashing-embedder.ts';

it('gives the same vectors, in order, and asks for each query once', async () => {
  const inner = new HashingEmbedder();
  const recent = new RecentQueries(inner);
  const texts = ['en väska', 'ett paraply', 'en väska'];
  const expected = await new HashingEmbedder().embed(texts, 'query');
  expect(await recent.embed(texts, 'query')).toEqual(expected);
  expect(inner.embedded.query).toBe(2);
  expect(await recent.embed(['ett paraply', 'ny'], 'query')).toEqual([
    expected[1],
    (await new HashingEmbedder().embed(['ny'], 'query'))[0],
  ]);
  expect(inner.embedded.query).toBe(3);
});

it('forgets the oldest, and keeps no passages', async () => {
  const inner = new HashingEmbedder();
  const recent = new RecentQueries(inner, 2);
  for (const text of ['a', 'b', 'a', 'c', 'a']) await recent.embed([text], 'query');
  expect(inner.embedded.query).toBe(3);
  await recent.embed(['b'], 'query');
  expect(inner.embedded.query).toBe(4);
  await recent.embed(['a'], 'passage');
  await recent.embed(['a'], 'passage');
  expect(inner.embedded.passage).toBe(2);
});
