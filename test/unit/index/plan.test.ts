import { expect, test } from 'vitest';
import { type KnownRow, planSync } from '../../../server/index/plan.ts';
import { rowOf } from '../../../server/index/rows.ts';
import { passage } from '../../doubles/passages.ts';

const known = (...passages: ReturnType<typeof passage>[]): KnownRow[] => passages.map((entry) => rowOf(entry));
const vectorsOf = (rows: KnownRow[]) => new Set(rows.map((row) => row.contentHash));
const a = passage('a', 'en resa');
const b = passage('b', 'en hund');

test('what is as it was is unchanged', () => {
  const rows = known(a, b);
  expect(planSync([a, b], rows, vectorsOf(rows), false)).toEqual({
    add: [],
    change: [],
    move: [],
    remove: [],
    unchanged: 2,
    rebuild: false,
  });
});

test('what is new is added, what has other words changes, what nobody wants goes', () => {
  const rows = known(a, b);
  const changed = passage('a', 'en annan resa');
  const fresh = passage('c', 'en katt');
  const plan = planSync([changed, fresh], rows, vectorsOf(rows), false);
  expect(plan).toMatchObject({ add: [fresh], change: [changed], move: [], remove: ['b'], unchanged: 0 });
});

test('words that are known keep their vector under another id, or with other labels', () => {
  const rows = known(a, b);
  const renamed = { ...a, id: 'a2' };
  const labelled = { ...b, markets: ['se'] };
  const plan = planSync([renamed, labelled], rows, vectorsOf(rows), false);
  expect(plan).toMatchObject({ add: [], change: [], move: [renamed, labelled], remove: ['a'] });
});

test('without vectors at hand everything that differs is embedded', () => {
  expect(planSync([a], known(b), new Set(), true)).toMatchObject({ add: [a], move: [], remove: ['b'], rebuild: true });
});

test('a plan of nothing empties the index', () => {
  expect(planSync([], known(a, b), new Set(), false).remove).toEqual(['a', 'b']);
});
