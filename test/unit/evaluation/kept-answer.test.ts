import { describe, expect, test } from 'vitest';
import { bringForward, driftOf, type KeptAnswer, SLACK, weightsOf } from '../../../server/evaluation/kept-answer.ts';
import { tellingWords } from '../../../server/evaluation/telling-words.ts';
import { WordCounts } from '../../../server/evaluation/word-counts.ts';
import { passage } from '../../doubles/passages.ts';

/** Unit vectors in the plane: the cosine to `at(0)` falls as the angle grows. */
const at = (degrees: number) =>
  Float32Array.from([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);

/** The nearest passages p1, p2, ... of which each is a degree further away. */
const dense = (kept: number, rest: Partial<KeptAnswer> = {}): KeptAnswer => ({
  part: 'dense',
  vector: at(0),
  terms: [],
  filter: null,
  limit: 3,
  ids: Array.from({ length: kept }, (_, i) => `p${i + 1}`),
  scores: Array.from({ length: kept }, (_, i) => at(i + 1)[0] ?? 0),
  all: false,
  ...rest,
});
const counts = new WordCounts([passage('a', 'resa bagage'), passage('b', 'resa biljett')]);
const add = (degrees: number, rest = {}) => ({ passage: passage('new', 'ny', rest), vector: at(degrees) });
const remove = (...ids: string[]) => new Set(ids);

describe('an answer brought forward', () => {
  test('is untouched by a passage further away than all that is kept', () => {
    const brought = bringForward(dense(5), { removed: remove(), added: [add(6)] }, counts);
    expect(brought).toEqual({ answer: dense(5), touched: false });
  });

  test('takes a passage in that enters behind the first, without being touched', () => {
    const brought = bringForward(dense(5), { removed: remove(), added: [add(4.5)] }, counts);
    expect(brought?.touched).toBe(false);
    expect(brought?.answer.ids).toEqual(['p1', 'p2', 'p3', 'p4', 'new', 'p5']);
  });

  test('is touched by a passage that enters among the first, unless the filter keeps it out', () => {
    const change = { removed: remove(), added: [add(1.5, { lang: 'fi' })] };
    expect(bringForward(dense(5), change, counts)).toMatchObject({ touched: true });
    const swedish = dense(5, { filter: { op: 'eq', field: 'lang', value: 'sv' } });
    expect(bringForward(swedish, change, counts)).toMatchObject({ touched: false });
  });

  test('is touched when one of the first goes or has other words, and not when a later one goes', () => {
    expect(bringForward(dense(5), { removed: remove('p2'), added: [] }, counts)).toMatchObject({ touched: true });
    expect(bringForward(dense(5), { removed: remove('p5'), added: [] }, counts)).toMatchObject({ touched: false });
    const same = { passage: passage('p2', 'andra ord'), vector: at(2) };
    const brought = bringForward(dense(5), { removed: remove('p2'), added: [same] }, counts);
    expect(brought?.answer.ids).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    expect(brought?.touched).toBe(true);
  });

  test('has to be asked again when fewer are left than were asked for, unless these were all', () => {
    const change = { removed: remove('p1', 'p2', 'p3'), added: [] };
    expect(bringForward(dense(5), change, counts)).toBeNull();
    expect(bringForward(dense(5, { all: true }), change, counts)?.answer.ids).toEqual(['p4', 'p5']);
  });

  test('of a short list takes in whatever the filter admits, and keeps no more than its slack', () => {
    const change = { removed: remove(), added: [add(80)] };
    expect(bringForward(dense(2, { all: true }), change, counts)?.answer.ids).toEqual(['p1', 'p2', 'new']);
    const full = bringForward(dense(3 + SLACK, { all: true }), change, counts);
    expect(full?.answer).toMatchObject({ all: false });
    expect(full?.answer.ids).toHaveLength(3 + SLACK);
  });

  test('of words takes in what shares a word, by its BM25', () => {
    const words = dense(3, { part: 'lexical', vector: null, terms: ['bagage'], scores: [3, 2, 0.01] });
    const sharing = { passage: passage('new', 'bagage'), vector: null };
    const other = { passage: passage('new', 'annat'), vector: null };
    expect(bringForward(words, { removed: remove(), added: [sharing] }, counts)?.touched).toBe(true);
    expect(bringForward(words, { removed: remove(), added: [other] }, counts)?.touched).toBe(false);
  });
});

describe('the weight of words', () => {
  test('does not move without a change, and moves most for words that become less rare', () => {
    const after = counts.changed([passage('c', 'bagage bagage')], []);
    expect(driftOf(new Set(['resa']), weightsOf(counts, counts))).toBe(0);
    expect(driftOf(new Set(['bagage']), weightsOf(counts, after))).toBeGreaterThan(0);
  });

  test('is the same counted at once, changed step by step, or kept and restored', () => {
    const stepwise = counts.changed([passage('c', 'ny resa')], [passage('b', 'resa biljett')]);
    const atOnce = new WordCounts([passage('a', 'resa bagage'), passage('c', 'ny resa')]);
    const restored = WordCounts.restore(stepwise.snapshot());
    for (const term of ['resa', 'biljett', 'ny', 'okänt']) {
      expect(stepwise.weight(term)).toBe(atOnce.weight(term));
      expect(restored.weight(term)).toBe(atOnce.weight(term));
    }
    expect(restored.score(['resa', 'ny'], passage('c', 'ny resa'))).toBe(
      atOnce.score(['resa', 'ny'], passage('c', 'ny resa')),
    );
  });
});

test('words tell two texts apart when they stand in one alone, and not when they are common everywhere', () => {
  const tally = (counted: Record<string, number>) => new Map(Object.entries(counted));
  const background = tally({ resan: 900, försenad: 60, inställd: 60, annat: 5_000 });
  const told = tellingWords(
    tally({ resan: 20, försenad: 12, annat: 4 }),
    tally({ resan: 18, inställd: 12, annat: 4 }),
    background,
  );
  expect(told[0]?.word).toBe('försenad');
  expect(told[0]?.z).toBeGreaterThan(1.645);
  expect(told.find(({ word }) => word === 'resan')?.z).toBeLessThan(1.645);
});
