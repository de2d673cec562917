import { expect, it } from 'vitest';
import type { RankedArticle } from '../../../server/retrieval/find-articles.ts';
import { withStandIns } from '../../../server/services/stand-in.ts';

const ranked = (articleId: string, relevance: number | null, hits: unknown[] = []) =>
  ({ articleId, relevance, hits, features: [], cosine: 0.8 }) as unknown as RankedArticle;
const standIns = new Map([
  ['change-date', ['ash-rebook', 'ash-cloud']],
  ['refund', ['ash-refund']],
]);
const all = () => true;
const told = (articles: RankedArticle[]) => articles.map(({ articleId, relevance }) => [articleId, relevance]);

it('gives the place and the relevance of an answer that is wrong now to the one that stands in for it', () => {
  const found = [ranked('change-date', 0.9), ranked('strike', 0.1), ranked('ash-rebook', 0.05, ['its own passage'])];
  const offered = withStandIns(found, standIns, all);
  expect(told(offered)).toEqual([
    ['ash-rebook', 0.9],
    ['strike', 0.1],
  ]);
  expect(offered[0]?.hits).toEqual(['its own passage']);
});

it('keeps the higher relevance where the stand-in was found before the answer it replaces', () => {
  const found = [ranked('ash-rebook', 0.8), ranked('change-date', 0.6)];
  expect(told(withStandIns(found, standIns, all))).toEqual([['ash-rebook', 0.8]]);
});

it('takes the next stand-in that the reader may be offered, and leaves the wrong answer out where there is none', () => {
  const found = [ranked('change-date', 0.9), ranked('refund', 0.8), ranked('strike', 0.1)];
  expect(told(withStandIns(found, standIns, (id) => id === 'ash-cloud'))).toEqual([
    ['ash-cloud', 0.9],
    ['strike', 0.1],
  ]);
});

it('says no relevance where words alone were searched, and changes nothing on a normal day', () => {
  const found = [ranked('refund', null), ranked('strike', null)];
  expect(told(withStandIns(found, standIns, all))).toEqual([
    ['ash-refund', null],
    ['strike', null],
  ]);
  expect(withStandIns(found, new Map(), all)).toBe(found);
});
