import { describe, expect, test } from 'vitest';
import {
  auroc,
  bootstrap,
  calibrationError,
  coverageAt,
  ndcg10,
  reciprocalRank,
  reliability,
  successAt,
} from '../../../server/evaluation/metrics.ts';

describe('ranks', () => {
  const ranks = [1, 2, 4, null];
  test('succeed at their place or better', () => {
    expect([successAt(ranks, 1), successAt(ranks, 3), successAt(ranks, 10)]).toEqual([0.25, 0.5, 0.75]);
    expect(successAt([], 1)).toBeNaN();
  });
  test('count their reciprocal', () => expect(reciprocalRank(ranks)).toBeCloseTo((1 + 0.5 + 0.25) / 4, 10));
  test('gain less the lower they are, against the best order there could be', () => {
    expect(ndcg10([1], 1)).toBe(1);
    expect(ndcg10([2], 1)).toBeCloseTo(1 / Math.log2(3), 10);
    expect(ndcg10([1, 3], 2)).toBeCloseTo((1 + 0.5) / (1 + 1 / Math.log2(3)), 10);
    expect(ndcg10([11], 1)).toBe(0);
  });
});

describe('telling messages with an answer from those without', () => {
  const of = (...scores: [number, boolean][]) => scores.map(([score, positive]) => ({ score, positive }));
  test('is 1 in order, 0 upside down, a half by chance and for ties', () => {
    expect(auroc(of([0.9, true], [0.8, true], [0.2, false]))).toBe(1);
    expect(auroc(of([0.1, true], [0.8, false]))).toBe(0);
    expect(auroc(of([0.5, true], [0.5, false]))).toBe(0.5);
    expect(auroc(of([0.9, true], [0.5, false], [0.4, true], [0.1, false]))).toBe(0.75);
  });
  test('cannot be said of one kind alone', () => expect(auroc(of([0.9, true]))).toBeNaN());
});

describe('coverage', () => {
  const shown = (relevance: number, right: boolean, answerable = true) => ({ relevance, right, answerable });
  test('is the share of the answerable that the lowest good bar lets through', () => {
    const list = [shown(0.9, true), shown(0.8, true), shown(0.7, false), shown(0.6, true), shown(0.5, false, false)];
    expect(coverageAt(1, list)).toBe(0.5);
    expect(coverageAt(0.75, list)).toBe(1);
  });
  test('is nothing where no bar is good enough', () => expect(coverageAt(0.9, [shown(0.9, false)])).toBe(0));
  test('does not cut between equal ones', () => {
    expect(coverageAt(1, [shown(0.9, true), shown(0.9, false)])).toBe(0);
  });
});

describe('calibration', () => {
  test('has no error where what was promised held, and the gap where it did not', () => {
    const even = Array.from({ length: 100 }, (_, i) => ({ relevance: 0.5, right: i % 2 === 0 }));
    expect(calibrationError(reliability(even))).toBeCloseTo(0, 10);
    const sure = even.map((entry) => ({ ...entry, relevance: 0.9 }));
    expect(calibrationError(reliability(sure))).toBeCloseTo(0.4, 10);
  });
  test('is shown in bins of equal count', () => {
    const bins = reliability(Array.from({ length: 30 }, (_, i) => ({ relevance: i / 30, right: i > 15 })));
    expect(bins.map((bin) => bin.count)).toEqual(Array(10).fill(3));
    expect(bins[0]?.held).toBe(0);
    expect(bins[9]?.held).toBe(1);
  });
});

test('a bootstrap interval holds the mean, narrows with more, and is the same twice', () => {
  const values = (n: number) => Array.from({ length: n }, (_, i) => i % 2);
  const [low, high] = bootstrap(values(40));
  const [tightLow, tightHigh] = bootstrap(values(4_000));
  expect(low).toBeLessThan(0.5);
  expect(high).toBeGreaterThan(0.5);
  expect(tightHigh - tightLow).toBeLessThan(high - low);
  expect(bootstrap(values(40))).toEqual([low, high]);
});
