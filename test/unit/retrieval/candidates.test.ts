import { describe, expect, test } from 'vitest';
import { admits } from '../../../server/domain/admits.ts';
import type { Filter } from '../../../server/domain/filter.ts';
import type { Hit } from '../../../server/domain/passage.ts';
import type { IndexReader } from '../../../server/ports/passage-index.ts';
import { findCandidates } from '../../../server/retrieval/candidates.ts';
import { featuresOf, relevanceOf } from '../../../server/retrieval/relevance.ts';
import { coverageOf, type TermStatistics, termStatistics } from '../../../server/retrieval/term-statistics.ts';
import { type TextLanguages, textLanguages } from '../../../server/retrieval/text-languages.ts';
import { HashingEmbedder } from '../../doubles/hashing-embedder.ts';
import { frequenciesIn, passage } from '../../doubles/passages.ts';

const hit = (articleId: string, id: string, cosine: number | null, bm25: number | null): Hit => ({
  passage: passage(id, id, { articleId }),
  cosine,
  bm25,
});

/** A reader that answers what it is told, and remembers the filters. */
function readerOf(dense: Hit[], lexical: Hit[], model: string | null = 'hashing') {
  const filters: { dense: (Filter | null)[]; lexical: (Filter | null)[] } = { dense: [], lexical: [] };
  const reader = {
    version: { model } as IndexReader['version'],
    dense: async (_: Float32Array, filter: Filter | null) => {
      filters.dense.push(filter);
      return model ? dense : [];
    },
    lexical: async (_: string[], filter: Filter | null) => {
      filters.lexical.push(filter);
      return lexical;
    },
    frequencies: async () => frequenciesIn([]),
    scan: async () => [],
  } satisfies IndexReader;
  return { reader, filters };
}
const query = { text: 'x', lang: 'sv', langConfidence: 1, parts: ['x'], terms: ['x'], grams: [] };
const embedder = new HashingEmbedder();
const statistics: TermStatistics = { weight: () => 1 };
const languages: TextLanguages = new Map(['a', 'b', 'c', 'd'].map((id) => [id, new Set(['sv'])]));
const orderOf = async (dense: Hit[], lexical: Hit[]) => {
  const found = await findCandidates(query, {
    reader: readerOf(dense, lexical).reader,
    embedder,
    filter: null,
    statistics,
    languages,
  });
  return found.map(({ articleId }) => articleId);
};

describe('candidates', () => {
  test('are articles, each once, with all passages that were found', async () => {
    const dense = [hit('a', 'a1', 0.9, null), hit('b', 'b1', 0.8, null), hit('a', 'a2', 0.7, null)];
    const { reader } = readerOf(dense, [hit('a', 'a1', null, 3), hit('a', 'a3', null, 1)]);
    const [first, second] = await findCandidates(query, { reader, embedder, filter: null, statistics, languages });
    expect(first).toMatchObject({ articleId: 'a', cosine: 0.9, denseRank: 1, lexicalRank: 1 });
    expect(first?.hits.map((found) => found.passage.id)).toEqual(['a1', 'a2', 'a3']);
    expect(second).toMatchObject({ articleId: 'b', lexicalRank: null });
  });

  test('come from either search, and both agreeing goes before one', async () => {
    const dense = [hit('a', 'a1', 0.9, null), hit('b', 'b1', 0.89, null), hit('d', 'd1', 0.5, null)];
    expect(await orderOf(dense, [hit('b', 'b1', null, 5), hit('c', 'c1', null, 4)])).toEqual(['b', 'a', 'c', 'd']);
  });

  test('are not found twice by a message in several parts: the best part counts', async () => {
    const { reader } = readerOf([hit('a', 'a1', 0.9, null)], []);
    const parts = { ...query, parts: ['x', 'y'] };
    const [only, ...others] = await findCandidates(parts, { reader, embedder, filter: null, statistics, languages });
    expect(only).toMatchObject({ cosine: 0.9 });
    expect(others).toEqual([]);
  });

  test('are searched under the filter both ways', async () => {
    const filter: Filter = { op: 'has', field: 'market', value: 'se' };
    const { reader, filters } = readerOf([], []);
    await findCandidates(query, { reader, embedder, filter, statistics, languages });
    expect(filters).toEqual({ dense: [filter], lexical: [filter] });
  });

  test('in another language get less from their words than those in the customer’s', async () => {
    const foreign: Hit = { passage: passage('b1', 'b1', { articleId: 'b', lang: 'fi' }), cosine: null, bm25: 5 };
    const dense = [hit('a', 'a1', 0.8, null), { ...foreign, cosine: 0.81, bm25: null }];
    expect(await orderOf(dense, [foreign, hit('a', 'a1', null, 4)])).toEqual(['a', 'b']);
  });

  test('lack the customer’s language only where they have no text in it, not where that text was merely not found', async () => {
    const inFinnish = (articleId: string): Hit => ({
      passage: passage(`${articleId}1`, `${articleId}1`, { articleId, lang: 'fi' }),
      cosine: 0.8,
      bm25: null,
    });
    const texts = [passage('a2', 'a2', { articleId: 'a' }), passage('a1', 'a1', { articleId: 'a', lang: 'fi' })];
    const hidden = passage('b2', 'b2', { articleId: 'b', audience: 'internal' });
    const audience: Filter = { op: 'eq', field: 'audience', value: 'public' };
    const { reader } = readerOf([inFinnish('a'), inFinnish('b')], []);
    const scan = async (asked: Filter | null) =>
      [...texts, hidden].filter((text) => admits(asked, text)).map((text) => ({ passage: text, vector: null }));
    const admitted = await textLanguages({ ...reader, scan }, audience);
    const found = await findCandidates(query, { reader, embedder, filter: audience, statistics, languages: admitted });
    expect(found.map(({ articleId, foreign }) => [articleId, foreign])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  test('get little from words that hardly share anything with the message', async () => {
    const dense = [hit('a', 'a1', 0.8, null), hit('b', 'b1', 0.79, null)];
    expect(await orderOf(dense, [hit('b', 'b1', null, 0.01)])).toEqual(['a', 'b']);
    expect(await orderOf(dense, [hit('b', 'b1', null, 2)])).toEqual(['b', 'a']);
  });

  test('are found by words alone without a model, or with an index without vectors', async () => {
    const lexical = [hit('a', 'a1', null, 2)];
    for (const search of [
      { reader: readerOf([], lexical).reader, embedder: null },
      { reader: readerOf([], lexical, null).reader, embedder },
    ]) {
      const [only] = await findCandidates(query, { ...search, filter: null, statistics, languages });
      expect(only).toMatchObject({ articleId: 'a', cosine: null, together: null, denseRank: null });
    }
  });

  test('are none when nothing was found', async () => expect(await orderOf([], [])).toEqual([]));
});

describe('relevance', () => {
  test('rises with the lead over the best other article', async () => {
    const dense = [hit('a', 'a1', 0.9, null), hit('b', 'b1', 0.6, null)];
    const found = await findCandidates(query, {
      reader: readerOf(dense, []).reader,
      embedder,
      filter: null,
      statistics,
      languages,
    });
    const [cosine, margin] = featuresOf(found, 0, 20);
    expect([cosine, margin?.toFixed(3)]).toEqual([0.9, '0.300']);
    expect(featuresOf(found, 1, 20)[1]?.toFixed(3)).toBe('-0.300');
  });

  test('is logistic in its features', () => {
    const calibration = { features: ['a'], weights: [2], bias: -1, bar: 0.5, fittedOn: 1, logLoss: 0 };
    expect(relevanceOf([0.5], calibration)).toBeCloseTo(0.5, 10);
    expect(relevanceOf([50], calibration)).toBeGreaterThan(0.99);
    expect(relevanceOf([], calibration)).toBeCloseTo(1 / (1 + Math.E), 10);
  });
});

describe('coverage', () => {
  const counted = frequenciesIn(['resa hund', 'resa katt', 'resa'].map((text, i) => passage(`p${i}`, text)));
  const everything: Filter = { op: 'and', of: [] };

  test('weighs rare words higher, unseen ones highest', async () => {
    const reader = { ...readerOf([], []).reader, frequencies: async () => counted };
    const statistics = await termStatistics(reader, everything);
    expect(statistics.weight('resa')).toBeGreaterThan(0);
    expect(statistics.weight('hund')).toBeGreaterThan(statistics.weight('resa'));
    expect(statistics.weight('tåg')).toBeGreaterThan(statistics.weight('hund'));
    const covered = coverageOf(['resa', 'hund'], new Set(['hund']), statistics);
    expect(covered).toBeGreaterThan(0.5);
    expect(covered + coverageOf(['resa', 'hund'], new Set(['resa']), statistics)).toBeCloseTo(1, 10);
    expect(coverageOf(['hund', 'hund'], new Set(['hund']), statistics)).toBe(1);
    expect(coverageOf([], new Set(['hund']), statistics)).toBe(0);
  });

  test('is counted once for each audience of a version, and again after it failed', async () => {
    let counts = 0;
    const reader = {
      ...readerOf([], []).reader,
      frequencies: async () => {
        counts += 1;
        if (counts === 1) throw new Error('the disk is away');
        return counted;
      },
    };
    await expect(termStatistics(reader, everything)).rejects.toThrow('away');
    await termStatistics(reader, everything);
    await termStatistics(reader, everything);
    expect(counts).toBe(2);
    await termStatistics(reader, { op: 'eq', field: 'audience', value: 'public' });
    expect(counts).toBe(3);
  });
});
