import { expect, it } from 'vitest';
import { barFor, type First } from '../../../server/evaluation/bar.ts';

const right = (relevance: number): First => ({ relevance, y: 1 });
const wrong = (relevance: number): First => ({ relevance, y: 0 });

it('is the lowest at which so many of those shown are right, half of the messages having no answer', () => {
  const inside = [right(0.9), right(0.8), wrong(0.3), right(0.2)];
  const outside = [{ firsts: [wrong(0.7), wrong(0.25), wrong(0.1), wrong(0.1)], share: 1 }];
  expect(barFor(0.5, inside, outside)).toBe(0.2);
  expect(barFor(0.6, inside, outside)).toBe(0.7);
  expect(barFor(1, inside, outside)).toBe(0.8);
});

it('counts messages without an answer by their share, however many were tried of each kind', () => {
  const inside = [right(0.9), right(0.4)];
  const near = { firsts: [wrong(0.6)], share: 0.25 };
  const far = { firsts: [wrong(0.1), wrong(0.1), wrong(0.1)], share: 0.75 };
  expect(barFor(0.8, inside, [near, far])).toBe(0.4);
  expect(
    barFor(0.8, inside, [
      { ...near, share: 0.75 },
      { ...far, share: 0.25 },
    ]),
  ).toBe(0.9);
});
