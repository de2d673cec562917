import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { and, type Filter, not } from '../../server/domain/filter.ts';
import type { Fingerprint } from '../../server/domain/fingerprint.ts';
import type { IndexablePassage, Passage } from '../../server/domain/passage.ts';
import { LancePassageIndex } from '../../server/index/lance-passage-index.ts';
import type { ApplyOptions, IndexReader, PassageIndex } from '../../server/ports/passage-index.ts';
import { HashingEmbedder } from '../doubles/hashing-embedder.ts';
import { passage } from '../doubles/passages.ts';

const ADAPTERS: [string, (folder: string) => PassageIndex][] = [
  ['LanceDB', (folder) => new LancePassageIndex(join(folder, 'index'))],
];
const PRINT: Fingerprint = { embedding: 'model-a.1', analysis: 'words-a' };

interface SyncOptions extends Partial<ApplyOptions> {
  full?: boolean;
  keywords?: boolean;
}

async function sync(index: PassageIndex, wanted: IndexablePassage[], options: SyncOptions = {}) {
  const embedder = new HashingEmbedder();
  const fingerprint = options.fingerprint ?? PRINT;
  const plan = await index.plan(wanted, fingerprint, options.full ?? false);
  const version = await index.apply(plan, {
    model: options.keywords ? null : { name: embedder.model, dimensions: embedder.dimensions },
    embed: options.keywords ? null : (texts, progress) => embedder.embed(texts, 'passage', progress),
    calibrate: async () => null,
    articles: new Set(wanted.map((entry) => entry.articleId)).size,
    progress: () => undefined,
    ...options,
    fingerprint,
  });
  return { plan, version, embedded: embedder.embedded.passage };
}

async function open(index: PassageIndex): Promise<IndexReader> {
  const reader = await index.current();
  if (!reader) throw new Error('nothing is published');
  return reader;
}

const ids = async (reader: IndexReader, filter: Filter | null = null) =>
  (await reader.scan(filter)).map((row) => row.passage.id).sort();
const vectorOf = async (text: string) => (await new HashingEmbedder().embed([text], 'query'))[0] as Float32Array;
const letters = (count: number) => Array.from({ length: count }, (_, i) => passage(`p${i}`, `ord${i} resa nummer${i}`));

describe.each(ADAPTERS)('PassageIndex: %s', (_, create) => {
  let folder: string;
  let index: PassageIndex;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'erfara-index-'));
    index = create(folder);
  });
  afterEach(async () => {
    await index.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('what it keeps', () => {
    test('answers null before the first build', async () => {
      expect(await index.current()).toBeNull();
    });

    test('gives back every field of a passage, and its vector', async () => {
      const full: Partial<Passage> = {
        articleId: 'a',
        lang: 'el',
        kind: 'question',
        position: 3,
        embedText: 'Τίτλος. Πού είναι;',
        questionKey: 'πού είναι',
        audience: 'internal',
        state: 'not-validated',
        articleKind: 'case',
        markets: ['se', 'no'],
        brands: [],
        tags: ['a|b', '50%', '%7C', '', 'två ord'],
        validFrom: 1_700_000_000_123,
        validUntil: 1_800_000_000_456,
      };
      const wanted = [
        passage('x', 'Πού είναι;', full),
        { ...passage('y', 'O\'Hara "citerar" \\ %_|\n\t;--'), grams: ['_o_', '~hara'] },
      ];
      await sync(index, wanted);
      const rows = await (await open(index)).scan(null);
      const byId = new Map(rows.map((row) => [row.passage.id, row]));
      for (const entry of wanted) {
        expect(byId.get(entry.id)?.passage).toEqual(entry);
        expect(byId.get(entry.id)?.vector).toHaveLength(64);
      }
    });

    test('says what the published version is made of', async () => {
      const { version } = await sync(index, letters(3));
      expect((await open(index)).version).toEqual(version);
      expect(version).toMatchObject({ ...PRINT, version: 1, model: 'hashing', passages: 3, articles: 3 });
    });

    test('stores the calibration that was fitted on the version before it was published', async () => {
      const calibration = { features: ['a'], weights: [1], bias: 0, bar: 0.5, fittedOn: 9, logLoss: 0.1 };
      let seen = 0;
      await sync(index, letters(3), {
        calibrate: async (reader) => {
          seen = (await reader.scan(null)).length;
          expect(await index.current()).toBeNull();
          return calibration;
        },
      });
      expect(seen).toBe(3);
      expect((await open(index)).version.calibration).toEqual(calibration);
    });

    test('holds nothing after a sync of nothing, and answers all the same', async () => {
      await sync(index, []);
      const reader = await open(index);
      expect(await reader.scan(null)).toEqual([]);
      expect(await reader.dense(await vectorOf('resa'), null, 5)).toEqual([]);
      expect(await reader.lexical(['resa'], null, 5)).toEqual([]);
      await sync(index, letters(2));
      expect(await ids(await open(index))).toEqual(['p0', 'p1']);
      await sync(index, []);
      expect(await ids(await open(index))).toEqual([]);
    });
  });

  describe('search', () => {
    test('brings the nearest passages first, by exact cosine', async () => {
      const texts = ['försenad väska', 'väska', 'vegetarisk mat ombord', 'försenad väska på Kreta', 'hund i kabinen'];
      await sync(
        index,
        texts.map((text, i) => passage(`p${i}`, text)),
      );
      const asked = await vectorOf('försenad väska');
      const expected = await Promise.all(
        texts.map(async (text, i) => ({
          id: `p${i}`,
          cosine: (await vectorOf(text)).reduce((sum, value, at) => sum + value * (asked[at] ?? 0), 0),
        })),
      );
      expected.sort((a, b) => b.cosine - a.cosine);
      const hits = await (await open(index)).dense(asked, null, 3);
      expect(hits.map((hit) => hit.passage.id)).toEqual(expected.slice(0, 3).map((entry) => entry.id));
      for (const [i, hit] of hits.entries()) expect(hit.cosine).toBeCloseTo(expected[i]?.cosine ?? Number.NaN, 4);
      expect(hits[0]?.bm25).toBeNull();
    });

    test('brings passages that share terms, the rarer term first, none that shares none', async () => {
      await sync(index, [
        passage('a', 'resa resa kreta'),
        passage('b', 'resa med hund'),
        passage('c', 'resa med katt'),
        passage('d', 'mat'),
      ]);
      const reader = await open(index);
      const hits = await reader.lexical(['hund', 'resa'], null, 10);
      expect(hits[0]?.passage.id).toBe('b');
      expect(hits.map((hit) => hit.passage.id).sort()).toEqual(['a', 'b', 'c']);
      expect(hits.every((hit) => hit.cosine === null && Number(hit.bm25) > 0)).toBe(true);
      expect(await reader.lexical([], null, 10)).toEqual([]);
      expect(await reader.lexical(['finns-inte'], null, 10)).toEqual([]);
    });

    test('finds a passage by the pieces of its words, and counts terms and pieces under a filter', async () => {
      await sync(index, [
        { ...passage('a', 'resväska'), grams: ['~väsk', '~äska'] },
        { ...passage('b', 'väska', { lang: 'nb' }), grams: ['~väsk', '~äska'] },
        passage('c', 'hund'),
      ]);
      const reader = await open(index);
      expect((await reader.lexical(['~väsk'], null, 5)).map((hit) => hit.passage.id).sort()).toEqual(['a', 'b']);
      const all = await reader.frequencies(null);
      expect([all.passages, all.of.get('~väsk'), all.of.get('hund'), all.of.get('katt')]).toEqual([3, 2, 1, undefined]);
      const swedish = await reader.frequencies({ op: 'eq', field: 'lang', value: 'sv' });
      expect([swedish.passages, swedish.of.get('~väsk'), swedish.of.get('väska')]).toEqual([2, 1, undefined]);
    });

    test('finds words that came with a later sync, and no longer those that went', async () => {
      await sync(index, [passage('a', 'gammal'), passage('b', 'kvar')]);
      await sync(index, [passage('a', 'ny'), passage('b', 'kvar')]);
      const reader = await open(index);
      expect(await reader.lexical(['gammal'], null, 5)).toEqual([]);
      expect((await reader.lexical(['ny'], null, 5)).map((hit) => hit.passage.id)).toEqual(['a']);
      expect((await reader.lexical(['kvar'], null, 5)).map((hit) => hit.passage.id)).toEqual(['b']);
    });

    const terms = ["o'hara", 'a:b', '"', '(', '*', '+', '-', '\\', 'e4012', 'ελληνικα', 'terms:x', '~'];
    test.each(terms)('takes the term %s as it is, not as a query language', async (term) => {
      await sync(index, [
        { ...passage('a', 'x'), terms: ['annat', term] },
        { ...passage('b', 'y'), terms: ['annat'] },
      ]);
      expect((await (await open(index)).lexical([term], null, 5)).map((hit) => hit.passage.id)).toEqual(['a']);
    });
  });

  describe('filters', () => {
    const AT = Date.UTC(2026, 10, 1);
    const wanted = [
      passage('all', 'resa', { tags: ['flyg'] }),
      passage('se', 'resa', { markets: ['se'], lang: 'sv', validFrom: AT, state: 'wip' }),
      passage('nodk', 'resa', {
        markets: ['no', 'dk'],
        lang: 'nb',
        validUntil: AT,
        kind: 'question',
        questionKey: 'k',
      }),
      passage('none', 'resa', { markets: [], brands: ['nordbris'], audience: 'internal', articleKind: 'case' }),
    ];
    const cases: [string, Filter, string[]][] = [
      ['eq', { op: 'eq', field: 'lang', value: 'nb' }, ['nodk']],
      ['eq on a field that may be null', { op: 'eq', field: 'questionKey', value: 'k' }, ['nodk']],
      ['not eq keeps nulls', not({ op: 'eq', field: 'questionKey', value: 'k' }), ['all', 'none', 'se']],
      ['in', { op: 'in', field: 'passageId', values: ['all', 'none', 'x'] }, ['all', 'none']],
      ['in nothing', { op: 'in', field: 'articleId', values: [] }, []],
      ['not in nothing', not({ op: 'in', field: 'articleId', values: [] }), ['all', 'nodk', 'none', 'se']],
      ['has market', { op: 'has', field: 'market', value: 'dk' }, ['all', 'nodk']],
      ['has market, part of a name', { op: 'has', field: 'market', value: 'd' }, ['all']],
      ['has no such market', { op: 'has', field: 'market', value: '' }, ['all']],
      ['not has market', not({ op: 'has', field: 'market', value: 'se' }), ['nodk', 'none']],
      ['has brand', { op: 'has', field: 'brand', value: 'nordbris' }, ['all', 'nodk', 'none', 'se']],
      ['has another brand', { op: 'has', field: 'brand', value: 'sol' }, ['all', 'nodk', 'se']],
      ['has tag', { op: 'has', field: 'tag', value: 'flyg' }, ['all']],
      ['valid at the moment it starts', { op: 'valid-at', at: AT }, ['all', 'none', 'se']],
      ['valid just before', { op: 'valid-at', at: AT - 1 }, ['all', 'nodk', 'none']],
      ['and', and({ op: 'eq', field: 'state', value: 'wip' }, { op: 'eq', field: 'kind', value: 'section' }), ['se']],
      ['and of nothing', and(), ['all', 'nodk', 'none', 'se']],
      ['or of nothing', { op: 'or', of: [] }, []],
      [
        'or within and',
        and(
          {
            op: 'or',
            of: [
              { op: 'eq', field: 'audience', value: 'internal' },
              { op: 'eq', field: 'articleKind', value: 'faq' },
            ],
          },
          not({ op: 'has', field: 'market', value: 'se' }),
        ),
        ['nodk', 'none'],
      ],
    ];

    test.each(cases)('%s', async (_, filter, expected) => {
      await sync(index, wanted);
      const reader = await open(index);
      expect(await ids(reader, filter)).toEqual(expected);
      const dense = await reader.dense(await vectorOf('resa'), filter, 10);
      expect(dense.map((hit) => hit.passage.id).sort()).toEqual(expected);
      const lexical = await reader.lexical(['resa'], filter, 10);
      expect(lexical.map((hit) => hit.passage.id).sort()).toEqual(expected);
    });

    test('hold before ranking: what they let through is found behind any number of better passages', async () => {
      const better = Array.from({ length: 60 }, (_, i) => passage(`b${i}`, 'hund', { lang: 'sv' }));
      await sync(index, [...better, passage('far', 'hund på tåget till fjällen i februari', { lang: 'fi' })]);
      const reader = await open(index);
      const filter: Filter = { op: 'eq', field: 'lang', value: 'fi' };
      expect((await reader.dense(await vectorOf('hund'), filter, 1)).map((hit) => hit.passage.id)).toEqual(['far']);
      expect((await reader.lexical(['hund'], filter, 1)).map((hit) => hit.passage.id)).toEqual(['far']);
    });

    const hostile = [
      "' OR '1'='1",
      "'; DROP TABLE passages; --",
      "o'hara",
      "''",
      '"lang"',
      '%',
      '_',
      'a|b',
      '|',
      'two\nlines',
      'back\\slash\\',
      'nul\u0000byte',
      '/* comment */',
      'å'.repeat(200),
      '😡',
    ];
    test.each(hostile)('takes the value %j as it is, wherever it stands', async (value) => {
      await sync(index, [
        passage('it', 'resa', { articleId: value, tags: [value], markets: [value] }),
        passage('other', 'resa', { articleId: 'other', tags: ['x', 'a', 'b'], markets: ['x', 'a', 'b'] }),
      ]);
      const reader = await open(index);
      expect(await ids(reader, { op: 'eq', field: 'articleId', value })).toEqual(['it']);
      expect(await ids(reader, { op: 'in', field: 'articleId', values: [value, value] })).toEqual(['it']);
      expect(await ids(reader, { op: 'has', field: 'tag', value })).toEqual(['it']);
      expect(await ids(reader, not({ op: 'has', field: 'market', value }))).toEqual(['other']);
    });

    test.each([
      ['an unknown field', { op: 'eq', field: 'id = id OR lang', value: 'x' }],
      ['a name every object has', { op: 'eq', field: 'constructor', value: 'x' }],
      ['an unknown list', { op: 'has', field: 'terms', value: 'x' }],
      ['an unknown operator', { op: 'raw', sql: 'true' }],
      ['a moment that is no number', { op: 'valid-at', at: '0 OR true' }],
    ])('refuse %s', async (_, filter) => {
      await sync(index, wanted);
      await expect((await open(index)).scan(filter as unknown as Filter)).rejects.toMatchObject({
        code: 'bad-request',
      });
    });
  });

  describe('sync', () => {
    test('embeds only what is new or has other words', async () => {
      await sync(index, letters(10));
      const wanted = letters(11).slice(1);
      wanted[0] = passage('p1', 'helt andra ord');
      const { plan, embedded } = await sync(index, wanted);
      expect({ ...plan, add: plan.add.map((p) => p.id), change: plan.change.map((p) => p.id) }).toEqual({
        add: ['p10'],
        change: ['p1'],
        move: [],
        remove: ['p0'],
        unchanged: 8,
        rebuild: false,
      });
      expect(embedded).toBe(2);
      expect(await ids(await open(index))).toEqual(wanted.map((p) => p.id).sort());
    });

    test('keeps the vector of a passage that changed its place or its labels', async () => {
      await sync(index, letters(4));
      const before = await (await open(index)).dense(await vectorOf('ord2 resa nummer2'), null, 1);
      const moved = letters(4).map((p) => ({ ...p, id: `moved-${p.id}`, tags: ['ny'] }));
      const { plan, embedded } = await sync(index, moved);
      expect(plan.move).toHaveLength(4);
      expect(embedded).toBe(0);
      const [hit] = await (await open(index)).dense(await vectorOf('ord2 resa nummer2'), null, 1);
      expect(hit?.passage.id).toBe('moved-p2');
      expect(hit?.cosine).toBeCloseTo(before[0]?.cosine ?? 0, 5);
    });

    test('shifts the words of many passages by one place without embedding any, each with its own vector', async () => {
      const texts = Array.from({ length: 700 }, (_, i) => `fråga${i} om ämne${i} nummer${i}`);
      await sync(
        index,
        texts.map((text, i) => passage(`p${i}`, text)),
      );
      const shifted = ['helt ny text', ...texts].map((text, i) => passage(`p${i}`, text));
      const { embedded } = await sync(index, shifted);
      expect(embedded).toBe(1);
      const rows = await (await open(index)).scan(null);
      for (const { passage: found, vector } of rows) expect(vector).toEqual(await vectorOf(found.embedText));
    });

    test('finds nothing to do the second time', async () => {
      await sync(index, letters(5));
      const plan = await index.plan(letters(5), PRINT, false);
      expect(plan).toEqual({ add: [], change: [], move: [], remove: [], unchanged: 5, rebuild: false });
    });

    test('writes nothing while it plans', async () => {
      await index.plan(letters(5), PRINT, false);
      expect(await index.current()).toBeNull();
    });

    test('embeds nothing when only the analysis changed', async () => {
      await sync(index, letters(300));
      const wanted = letters(300).map((p) => ({ ...p, terms: p.terms.map((term) => `${term}x`) }));
      const { plan, embedded, version } = await sync(index, wanted, { fingerprint: { ...PRINT, analysis: 'words-b' } });
      expect(plan.rebuild).toBe(true);
      expect(embedded).toBe(0);
      expect(version).toMatchObject({ version: 2, analysis: 'words-b', passages: 300 });
      const reader = await open(index);
      expect((await reader.lexical(['ord7x'], null, 5)).map((hit) => hit.passage.id)).toEqual(['p7']);
      expect((await reader.dense(await vectorOf('ord7 resa nummer7'), null, 1))[0]?.cosine).toBeCloseTo(1, 4);
    });

    test('embeds everything again for another model, and again when it is changed back', async () => {
      await sync(index, letters(5));
      const other = { ...PRINT, embedding: 'model-b.1' };
      expect((await sync(index, letters(5), { fingerprint: other })).embedded).toBe(5);
      expect((await sync(index, letters(6))).version).toMatchObject({
        version: 3,
        passages: 6,
        embedding: 'model-a.1',
      });
    });

    test('builds anew in full when it is told to, and again', async () => {
      await sync(index, letters(5));
      for (const version of [2, 3]) {
        const again = await sync(index, letters(4), { full: true });
        expect(again).toMatchObject({ embedded: 4, version: { version, passages: 4 } });
        expect(await ids(await open(index))).toEqual(['p0', 'p1', 'p2', 'p3']);
      }
      expect((await sync(index, letters(5))).embedded).toBe(1);
    });

    test('builds in full for another model although a half of it is already there', async () => {
      await sync(index, letters(5));
      const other = { ...PRINT, embedding: 'model-b.1' };
      const cut = sync(index, letters(9), {
        fingerprint: other,
        calibrate: () => Promise.reject(new Error('cut off')),
      });
      await expect(cut).rejects.toThrow('cut off');
      const { embedded, version } = await sync(index, letters(3), { fingerprint: other, full: true });
      expect(embedded).toBe(3);
      expect(version.passages).toBe(3);
    });

    test('goes on where a failed apply stopped', async () => {
      let calls = 0;
      const embedder = new HashingEmbedder();
      const failing = sync(index, letters(600), {
        embed: (texts, progress) => {
          calls += 1;
          return calls > 3 ? Promise.reject(new Error('cut off')) : embedder.embed(texts, 'passage', progress);
        },
      });
      await expect(failing).rejects.toThrow('cut off');
      expect(await index.current()).toBeNull();
      const { embedded, version } = await sync(index, letters(600));
      expect(embedded).toBe(600 - embedder.embedded.passage);
      expect(version.passages).toBe(600);
    });

    test('stops between batches when it is told to, and publishes nothing', async () => {
      await sync(index, letters(3));
      const stop = new AbortController();
      const stopped = sync(index, letters(600), { signal: stop.signal, progress: () => stop.abort() });
      await expect(stopped).rejects.toThrow();
      expect((await open(index)).version.passages).toBe(3);
    });
  });

  describe('keyword mode', () => {
    test('answers by words alone, with no vectors', async () => {
      const fingerprint = { ...PRINT, embedding: 'keyword.1' };
      const { version } = await sync(index, letters(3), { keywords: true, fingerprint });
      expect(version.model).toBeNull();
      const reader = await open(index);
      expect(await reader.dense(await vectorOf('ord1'), null, 5)).toEqual([]);
      expect((await reader.lexical(['ord1'], null, 5)).map((hit) => hit.passage.id)).toEqual(['p1']);
      expect((await reader.scan(null)).every((row) => row.vector === null)).toBe(true);
      await sync(index, letters(2), { keywords: true, fingerprint });
      expect(await ids(await open(index))).toEqual(['p0', 'p1']);
    });

    test('gives way to a model that came back', async () => {
      await sync(index, letters(3), { keywords: true, fingerprint: { ...PRINT, embedding: 'keyword.1' } });
      expect((await sync(index, letters(3))).embedded).toBe(3);
      expect((await (await open(index)).dense(await vectorOf('ord1'), null, 5)).length).toBe(3);
    });
  });

  describe('versions', () => {
    test('a reader stays on its version while a sync writes, and after it published', async () => {
      await sync(index, letters(200));
      const reader = await open(index);
      const seen: number[] = [];
      await sync(index, [passage('new', 'nytt')], {
        calibrate: async () => {
          seen.push((await reader.scan(null)).length, (await reader.lexical(['ord7'], null, 5)).length);
          const other = await create(folder).current();
          seen.push((await other?.scan(null))?.length ?? -1, (await other?.lexical(['nytt'], null, 5))?.length ?? -1);
          return null;
        },
      });
      expect(seen).toEqual([200, 1, 200, 0]);
      expect(await ids(reader)).toHaveLength(200);
      expect(await ids(await open(index))).toEqual(['new']);
    });

    test('a reader keeps answering while another model is built beside it', async () => {
      await sync(index, letters(5));
      const reader = await open(index);
      await sync(index, letters(2), { fingerprint: { ...PRINT, embedding: 'model-b.1' } });
      expect(await ids(reader)).toHaveLength(5);
      expect(await ids(await open(index))).toHaveLength(2);
    });

    test('what another process published is seen at the next call', async () => {
      const other = create(folder);
      expect(await index.current()).toBeNull();
      await sync(other, letters(2));
      expect(await ids(await open(index))).toHaveLength(2);
      await sync(other, letters(3));
      expect(await ids(await open(index))).toHaveLength(3);
      await sync(other, letters(4), { fingerprint: { ...PRINT, analysis: 'words-b' } });
      expect(await ids(await open(index))).toHaveLength(4);
      await other.close();
    });

    test('callers at once share one reader, and the same version gives the same reader', async () => {
      await sync(index, letters(2));
      const readers = await Promise.all(Array.from({ length: 8 }, () => index.current()));
      expect(new Set(readers).size).toBe(1);
      expect(await index.current()).toBe(readers[0]);
    });

    test('many small syncs leave the current and the previous version readable', async () => {
      await sync(index, letters(50));
      for (let i = 0; i < 6; i += 1) {
        const previous = await open(index);
        await sync(index, [...letters(50), passage('new', `nytt${i}`)]);
        expect(await ids(previous)).toHaveLength(i === 0 ? 50 : 51);
        expect((await (await open(index)).lexical([`nytt${i}`], null, 5)).length).toBe(1);
      }
    });
  });

  describe('damage', () => {
    const damaged = ['', '{"folder":', 'null', '[]', '{}', '{"folder":"x","lanceVersion":1}'];
    test.each(damaged)('a current.json of %j counts as no index, and the next sync repairs it', async (bytes) => {
      await sync(index, letters(3));
      writeFileSync(join(folder, 'index', 'current.json'), bytes);
      expect(await index.current()).toBeNull();
      const { embedded } = await sync(index, letters(3));
      expect(embedded).toBe(0);
      expect(await ids(await open(index))).toHaveLength(3);
    });

    test.each(['_versions', 'data', ''])('a table without its %s counts as no index or is repaired', async (part) => {
      await sync(index, letters(3));
      const { folder: name } = JSON.parse(readFileSync(join(folder, 'index', 'current.json'), 'utf8'));
      rmSync(join(folder, 'index', name, 'passages.lance', part), { recursive: true });
      const other = create(folder);
      await sync(other, letters(3), { full: part === 'data' });
      expect(await ids(await open(other))).toHaveLength(3);
    });
  });
});
