import { expect, test } from 'vitest';
import { askedIn } from '../../../server/retrieval/asked.ts';
import { HashingEmbedder } from '../../doubles/hashing-embedder.ts';

const embedder = new HashingEmbedder();

test('a sentence that says what customers write around a question asks nothing', async () => {
  const sentences = ['Jag har väntat i flera dagar och ingen svarar.', 'Var hittar jag mitt kvitto på resan?'];
  const vectors = await embedder.embed(sentences, 'query');
  expect(await askedIn(vectors, [0.6, 0.8], embedder)).toEqual([1]);
});

test('sentences that ask equally much are all kept', async () => {
  const vectors = await embedder.embed(['Var hittar jag mitt kvitto?', 'Får hunden följa med?'], 'query');
  expect(await askedIn(vectors, [0.8, 0.8], embedder)).toEqual([0, 1]);
});

test('one is always kept', async () => {
  const vectors = await embedder.embed(['Usel service!', 'This is not acceptable!'], 'query');
  expect((await askedIn(vectors, [0.1, 0.1], embedder)).length).toBeGreaterThanOrEqual(1);
});
