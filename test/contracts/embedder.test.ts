import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErfaraError } from '../../server/domain/errors.ts';
import { embeddedModel } from '../../server/embedding/model-folder.ts';
import { TransformersEmbedder } from '../../server/embedding/transformers-embedder.ts';
import type { Embedder } from '../../server/ports/embedder.ts';
import { projectRoot } from '../../server/project-root.ts';
import { HashingEmbedder } from '../doubles/hashing-embedder.ts';

const openReal = () => TransformersEmbedder.open(embeddedModel(join(projectRoot(), 'models')), 1);
const ADAPTERS: [string, () => Promise<Embedder>][] = [
  ['transformers.js with the model that ships', openReal],
  ['the test double', async () => new HashingEmbedder()],
];

const dot = (a: Float32Array | undefined, b: Float32Array | undefined) =>
  [...(a ?? [])].reduce((sum, value, i) => sum + value * (b?.[i] ?? Number.NaN), 0);

describe.each(ADAPTERS)('Embedder: %s', (_, open) => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await open();
  });
  afterAll(() => embedder.dispose());

  test('answers one vector a text, of unit length and as many numbers as it says', async () => {
    const vectors = await embedder.embed(['Var är min väska?', 'Πού είναι η βαλίτσα μου;'], 'query');
    expect(vectors).toHaveLength(2);
    for (const vector of vectors) {
      expect(vector).toBeInstanceOf(Float32Array);
      expect(vector).toHaveLength(embedder.dimensions);
      expect(dot(vector, vector)).toBeCloseTo(1, 3);
    }
  });

  test('keeps the order given, whatever the lengths, over several batches', async () => {
    const topics = 'bagage hund vegetarisk återbetalning Kreta barnvagn försening faktura'.split(' ');
    const texts = Array.from({ length: 40 }, (_, i) => `${topics[i % 8]} `.repeat(1 + ((i * 7) % 11)));
    const together = await embedder.embed(texts, 'passage');
    for (const i of [0, 1, 18, 39]) {
      const [alone] = await embedder.embed([texts[i] ?? ''], 'passage');
      const others = together.filter((_, at) => topics[at % 8] !== topics[i % 8]);
      expect(dot(together[i], alone)).toBeGreaterThan(Math.max(...others.map((vector) => dot(vector, alone))));
    }
  });

  test('gives the same vector for the same text', async () => {
    const [first] = await embedder.embed(['Kan jag ta med hunden?'], 'query');
    const [second] = await embedder.embed(['Kan jag ta med hunden?'], 'query');
    expect(dot(first, second)).toBeCloseTo(1, 5);
  });

  test('brings texts that share words nearer than texts that do not', async () => {
    const [asked, near, far] = await embedder.embed(
      [
        'Lost my suitcase at the airport',
        'My suitcase was lost at the airport',
        'Which vegan meals are there on board?',
      ],
      'query',
    );
    expect(dot(asked, near)).toBeGreaterThan(dot(asked, far));
  });

  test('answers no vectors for no texts', async () => {
    expect(await embedder.embed([], 'query')).toEqual([]);
  });

  const hostile: [string, string][] = [
    ['an empty text', ''],
    ['white space', ' \n\t\u200b '],
    ['a text of 200 000 letters', 'inställd resa '.repeat(15_000)],
    ['one word of 20 000 letters', 'a'.repeat(20_000)],
    ['a lone surrogate', 'hej \ud83d va?'],
    ['a text cut within an emoji', `${'x'.repeat(7_999)}😡`],
    ['NUL and other control characters', 'pengar\u0000tillbaka\u0007\u001b[31m'],
    ['emoji alone', '😡😡👨‍👩‍👧‍👦🇸🇪'],
    ['a script the model never saw', '我的行李在哪里'],
    ['special tokens of a tokenizer', '<s></s><pad><unk><mask>'],
  ];
  test.each(hostile)('embeds %s as a vector of unit length', async (_, text) => {
    const [vector] = await embedder.embed([text], 'query');
    expect(vector).toHaveLength(embedder.dimensions);
    expect(dot(vector, vector)).toBeCloseTo(1, 3);
  });

  test('serves many callers at once, each with its own vectors', async () => {
    const texts = Array.from({ length: 24 }, (_, i) => `kund ${i} frågar om ${'bagage mat hund'.split(' ')[i % 3]}`);
    const together = await Promise.all(texts.map((text) => embedder.embed([text], 'query')));
    const [third] = await embedder.embed([texts[3] ?? ''], 'query');
    expect(dot(together[3]?.[0], third)).toBeCloseTo(1, 4);
    expect(dot(together[4]?.[0], third)).toBeLessThan(0.9999);
  });

  test('counts up to all texts', async () => {
    const seen: number[] = [];
    await embedder.embed(Array(33).fill('resa'), 'passage', (done) => seen.push(done));
    expect(seen.at(-1)).toBe(33);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test('refuses work once disposed of, and can be disposed of twice', async () => {
    const other = await open();
    await other.dispose();
    await other.dispose();
    await expect(other.embed(['hej'], 'query')).rejects.toMatchObject({ code: 'bad-model' });
  });
});

describe('the transformers.js embedder alone', () => {
  test('lets queries overtake passages that wait', async () => {
    const embedder = await openReal();
    const order: string[] = [];
    const passages = embedder
      .embed(Array(160).fill('En passage om bagage.'), 'passage')
      .then(() => order.push('passages'));
    const query = embedder.embed(['Var är väskan?'], 'query').then(() => order.push('query'));
    await Promise.all([passages, query]);
    expect(order).toEqual(['query', 'passages']);
    await embedder.dispose();
  });

  test('answers or says that it is disposed of when it is disposed of while busy', async () => {
    const embedder = await openReal();
    const busy = embedder.embed(Array(400).fill('En passage om bagage och mat.'), 'passage');
    const outcome = busy.then(
      () => 'answered',
      (error: unknown) => error,
    );
    await embedder.dispose();
    const error = await outcome;
    expect(error).toBeInstanceOf(ErfaraError);
    expect((error as ErfaraError).details[0]?.message).toContain('disposed of');
  });

  test('fails what a dying worker held, and starts another for the next call', async () => {
    const workers: Worker[] = [];
    const seen = (worker: Worker) => workers.push(worker);
    process.on('worker', seen);
    const embedder = await openReal();
    const busy = embedder.embed(Array(400).fill('En passage om bagage och mat.'), 'passage');
    const outcome = busy.catch((error: unknown) => error);
    await workers[0]?.terminate();
    expect(await outcome).toMatchObject({ code: 'bad-model' });
    expect(((await outcome) as ErfaraError).details[0]?.message).toContain('died');
    const [vector] = await embedder.embed(['Var är väskan?'], 'query');
    expect(vector).toHaveLength(embedder.dimensions);
    expect(workers).toHaveLength(2);
    process.off('worker', seen);
    await embedder.dispose();
  });
});
