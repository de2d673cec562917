import { expect, it } from 'vitest';
import { apart } from '../../../web-components/console/insights/plot.ts';

const at = (...values: number[]) => {
  const ends = values.map((value) => ({ value }));
  return apart(ends, [...ends, { value: 100 }]).map(({ labelAt }) => labelAt);
};

it('names at the ends of lines keep a line of type between them, in the order of the lines', () => {
  const placed = at(41, 40, 39).sort((a, b) => a - b);
  expect(placed.slice(1).every((value, i) => value - (placed[i] ?? 0) >= 10)).toBe(true);
});

it('names that have room stand at their lines', () => {
  expect(at(90, 50, 10).sort((a, b) => a - b)).toEqual([10, 50, 90]);
});

it('no name falls below the axis', () => {
  expect(Math.min(...at(2, 1, 0, 0))).toBeGreaterThanOrEqual(0);
});

it('nothing but zeros and nothing at all are drawn too', () => {
  expect(apart([{ value: 0 }, { value: null }], [{ value: 0 }])).toHaveLength(2);
  expect(apart([], [])).toEqual([]);
});
