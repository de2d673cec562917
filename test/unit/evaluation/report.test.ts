import { describe, expect, test } from 'vitest';
import type { QueryOutcome } from '../../../server/evaluation/evaluate-set.ts';
import { WAYS } from '../../../server/evaluation/evaluate-set.ts';
import { crossValidate, familyOf, fitOn } from '../../../server/evaluation/fit-default.ts';
import { reliabilityDiagram } from '../../../server/evaluation/reliability-diagram.ts';
import { report } from '../../../server/evaluation/report.ts';
import { binsOf, keyOf, moves, summarise } from '../../../server/evaluation/summary.ts';

/** The right article first or not; as sure as it is right. */
function outcome(set: string, i: number, right: boolean, answerable = true): QueryOutcome {
  const rank = right ? 1 : 2;
  return {
    set,
    id: `q${i}`,
    pair: 'sv > sv',
    kind: 'message',
    answerable,
    ranks: Object.fromEntries(WAYS.map((way) => [way, answerable ? rank : null])) as QueryOutcome['ranks'],
    ndcg: right ? 1 : 0.63,
    relevance: right ? 0.9 : 0.2,
    right,
    language: true,
    rows: [
      {
        x: Array.from({ length: 10 }, (_, place) => (place === 0 ? (right ? 0.9 : 0.4) + (i % 5) / 50 : 0)),
        y: right ? 1 : 0,
      },
    ],
  };
}
const set = (name: string, share: number) => Array.from({ length: 40 }, (_, i) => outcome(name, i, i < share * 40));

describe('a report', () => {
  const text = report([...set('notes-sv', 0.8), ...set('notes-sv-typos', 0.5)], { title: 'Run', moved: [] });
  test('has a line for each set and their mean', () => {
    expect(text).toMatch(/\| notes-sv +\| +40 \| +0 \| 80\.0 \|/);
    expect(text).toMatch(/\| mean +\| +80 \| +0 \| 65\.0 \|/);
  });
  test('sets what is written roughly against what is written cleanly', () => {
    expect(text).toMatch(/\| notes-sv-typos \| +80\.0 \| +50\.0 \| +-30\.0 \|/);
  });
  test('shows - where there is nothing to measure on', () => expect(summarise('x', set('x', 1)).auroc).toBeNaN());
});

describe('what moved', () => {
  const before = new Map(set('a', 0.5).map((entry) => [keyOf(entry), entry.right]));
  test('is beyond noise where much moved, and not where little did', () => {
    expect(moves(before, set('a', 0.9))).toMatchObject([{ name: 'a', before: 0.5, after: 0.9, beyondNoise: true }]);
    expect(moves(before, set('a', 0.525))).toMatchObject([{ beyondNoise: false }]);
  });
  test('leaves out what only one of the runs has', () => expect(moves(before, set('b', 1))).toEqual([]));
});

describe('relevance for other banks', () => {
  test('is judged on families of sets that the fit did not see', () => {
    expect(familyOf('notes-sv-typos')).toBe('notes');
    const held = crossValidate([...set('a-x', 0.5), ...set('a-y', 0.7), ...set('b', 0.6)]);
    expect(held.map(({ family }) => family)).toEqual(['a', 'b']);
    for (const { coverage } of held) expect(coverage).toBeGreaterThanOrEqual(0.5);
  });
  test('weighs every set the same, however large', () => {
    const { weights } = fitOn([...set('a', 0.5), ...set('b', 0.5)]);
    expect(weights[0]).toBeGreaterThan(0);
  });
});

test('a reliability diagram has a dot for each bin, and takes any title', () => {
  const svg = reliabilityDiagram(binsOf(set('a', 0.5)), 'a < b & c');
  expect(svg.match(/<circle/g)).toHaveLength(10);
  expect(svg).toContain('a &lt; b &amp; c');
});
