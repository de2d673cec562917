import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { admits } from '../../server/domain/admits.ts';
import { and, type Filter, not } from '../../server/domain/filter.ts';
import { OverlayReader } from '../../server/evaluation/overlay-reader.ts';
import { corpusOf } from '../../server/evaluation/passage-change.ts';
import { LancePassageIndex } from '../../server/index/lance-passage-index.ts';
import type { IndexReader } from '../../server/ports/passage-index.ts';
import { corpusAfter } from '../../server/services/overlay-change.ts';
import { HashingEmbedder } from '../doubles/hashing-embedder.ts';
import { passage } from '../doubles/passages.ts';

const PASSAGES = [
  passage('everywhere', 'resa med bagage'),
  passage('sweden', 'resa med hund', { markets: ['se'], lang: 'sv', tags: ['djur'] }),
  passage('norway', 'reise med hund', { markets: ['no'], lang: 'nb', state: 'archived' }),
  passage('question', 'får hunden resa', { kind: 'question', questionKey: 'får hunden resa', brands: ['b'] }),
  passage('over', 'strejk', { articleKind: 'incident', validFrom: 10, validUntil: 20 }),
  passage('inside', 'hemligt bagage', { audience: 'internal', validFrom: 15 }),
];
const FILTERS: Filter[] = [
  and(),
  { op: 'or', of: [] },
  { op: 'eq', field: 'lang', value: 'nb' },
  { op: 'eq', field: 'questionKey', value: 'får hunden resa' },
  not({ op: 'eq', field: 'questionKey', value: 'får hunden resa' }),
  { op: 'in', field: 'passageId', values: ['sweden', 'over'] },
  { op: 'in', field: 'passageId', values: [] },
  not({ op: 'in', field: 'questionKey', values: ['x'] }),
  { op: 'has', field: 'market', value: 'se' },
  { op: 'has', field: 'brand', value: 'other' },
  { op: 'has', field: 'tag', value: 'djur' },
  { op: 'valid-at', at: 20 },
  {
    op: 'or',
    of: [
      { op: 'valid-at', at: 12 },
      { op: 'eq', field: 'audience', value: 'internal' },
    ],
  },
  and(not({ op: 'eq', field: 'state', value: 'archived' }), { op: 'eq', field: 'kind', value: 'section' }),
];

let folder = '';
let reader: IndexReader;
const embedder = new HashingEmbedder();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erfara-admits-'));
  const index = new LancePassageIndex(folder);
  const fingerprint = { embedding: 'e', analysis: 'a' };
  await index.apply(await index.plan(PASSAGES, fingerprint, false), {
    fingerprint,
    model: { name: embedder.model, dimensions: embedder.dimensions },
    embed: (texts) => embedder.embed(texts, 'passage'),
    calibrate: async () => null,
    articles: PASSAGES.length,
    progress: () => undefined,
  });
  const current = await index.current();
  if (!current) throw new Error('nothing was published');
  reader = current;
});
afterAll(() => rm(folder, { recursive: true }));

const ids = (rows: { passage: { id: string } }[]) => rows.map((row) => row.passage.id);

test.each(FILTERS.map((filter) => [JSON.stringify(filter), filter] as const))(
  'a filter holds for the same passages in memory as in the index: %s',
  async (_, filter) => {
    const inMemory = PASSAGES.filter((each) => admits(filter, each)).map(({ id }) => id);
    expect(ids(await reader.scan(filter)).sort()).toEqual(inMemory.sort());
  },
);

test('a change beside the index is found as if it had been published', async () => {
  const corpus = await corpusOf(reader);
  const [vector = new Float32Array()] = await embedder.embed(['resa med katt'], 'passage');
  const added = [{ passage: passage('new', 'resa med katt', { markets: ['se'] }), vector }];
  const change = { removed: new Set(['sweden']), added };
  const after = corpusAfter(corpus, change);
  const overlay = new OverlayReader(reader, change, after.counts);
  const swedish: Filter = { op: 'has', field: 'market', value: 'se' };
  expect(ids(await overlay.dense(vector, swedish, 2))[0]).toBe('new');
  expect(ids(await overlay.dense(vector, { op: 'has', field: 'market', value: 'no' }, 9))).not.toContain('new');
  expect(ids(await overlay.lexical(['katt'], null, 5))).toEqual(['new']);
  expect(ids(await overlay.lexical(['hund'], null, 5))).toEqual(['norway']);
  expect(ids(await overlay.scan(null)).sort()).toEqual([...after.passages.keys()].sort());
  expect(overlay.version.passages).toBe(PASSAGES.length);
});
