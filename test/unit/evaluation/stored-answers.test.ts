import { expect, test } from 'vitest';
import type { KeptAnswer } from '../../../server/evaluation/kept-answer.ts';
import { readStored, storeAnswers } from '../../../server/evaluation/stored-answers.ts';

const vector = Float32Array.from([1, 0]);
const passages = ['a', 'b', 'c'];
const swedish: KeptAnswer['filter'] = { op: 'eq', field: 'lang', value: 'sv' };
const answers: KeptAnswer[] = [
  { part: 'dense', vector, terms: [], filter: null, limit: 2, ids: ['c', 'a'], scores: [0.75, 0.5], all: false },
  { part: 'lexical', vector: null, terms: ['två', 'ord'], filter: swedish, limit: 9, ids: [], scores: [], all: true },
  { part: 'lexical', vector: null, terms: ['två', 'ord'], filter: null, limit: 9, ids: ['b'], scores: [2], all: true },
];
const stored = storeAnswers(answers, new Map(passages.map((id, i) => [id, i])), new Map([[vector, 0]]));
const read = () => readStored(stored, passages, [vector])(0, answers.length);

test('what is kept as columns is read as it was', () => {
  for (const [i, answer] of read().entries()) {
    const { holdsAny, scores, ...rest } = answer;
    expect({ ...rest, scores: [...scores] }).toEqual(answers[i]);
  }
});

test('whether an answer holds one of some passages is told as its list would tell it', () => {
  for (const ids of [['a'], ['b'], ['c', 'x'], ['x'], []]) {
    const sought = new Set(ids);
    const told = read().map((answer) => answer.holdsAny?.(sought));
    expect(told).toEqual(answers.map((answer) => answer.ids.some((id) => sought.has(id))));
  }
});

test('some rows are read alone', () => {
  expect(readStored(stored, passages, [vector])(2, 3).map(({ ids }) => ids)).toEqual([['b']]);
});
