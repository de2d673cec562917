import { expect, test } from 'vitest';
import type { RankedArticle } from '../../../server/retrieval/find-articles.ts';
import { show } from '../../../server/retrieval/show.ts';

const article = (articleId: string, relevance: number | null, coverage = 0) =>
  ({ articleId, hits: [], cosine: relevance, coverage, relevance, features: [] }) as unknown as RankedArticle;
const shown = (ranked: RankedArticle[], bar = 0.5, limit = 3) => {
  const outcome = show(ranked, bar, limit);
  return outcome.reason ?? outcome.shown.map(({ articleId }) => articleId);
};

test('nothing found is nothing in scope', () => expect(shown([])).toBe('nothing-in-scope'));

test('nothing is shown when the first is below the bar, however close', () => {
  expect(shown([article('a', 0.4999), article('b', 0.4)])).toBe('below-bar');
  expect(shown([article('a', 0.5)])).toEqual(['a']);
});

test('others are shown beside the first when they may be right too, though below the bar', () => {
  expect(shown([article('a', 0.9), article('b', 0.4), article('c', 0.3)])).toEqual(['a', 'b', 'c']);
});

test('the first is shown alone when it is clearly ahead', () => {
  expect(shown([article('a', 0.9), article('b', 0.05)])).toEqual(['a']);
});

test('no more are shown than asked for', () => {
  const many = ['a', 'b', 'c', 'd'].map((id) => article(id, 0.8));
  expect(shown(many, 0.5, 2)).toEqual(['a', 'b']);
  expect(shown(many, 0.5, 1)).toEqual(['a']);
});

test('without a model what covers two thirds of the words is shown, else the model is missed', () => {
  expect(shown([article('a', null, 0.67), article('b', null, 0.5)])).toEqual(['a']);
  expect(shown([article('a', null, 0.66)])).toBe('no-model');
});
