import { expect, it } from 'vitest';
import type { LiveArticles } from '../../../web-components/console/room/live-articles.ts';
import { placesFor } from '../../../web-components/console/shell/palette.ts';

const names = {
  today: 'Today',
  articles: 'Articles',
  gaps: 'Gaps',
  facts: 'Facts',
  incidents: 'Alerts',
  insights: 'Insights',
};
const rows = [
  { id: 'bag-fee', texts: [{ id: 'bag-fee', lang: 'en', title: 'What a bag costs' }] },
  { id: 'lounge', texts: [{ id: 'lounge', lang: 'en', title: 'Lounges' }] },
] as unknown as LiveArticles['rows'];
const found = (words: string) => placesFor(words, { rows }, { names, lang: 'en' }).map(({ path }) => path);

it.each(['2026-11-03', '3.11.2026', '03/11/2026'])(
  '%s among the words leads to what the article said that day',
  (day) => {
    expect(found(`bag ${day}`)).toEqual(['/articles/bag-fee/en?at=2026-11-03']);
  },
);

it('rooms and articles are found by their words, rooms alone before anything is written', () => {
  expect(found('lo')).toEqual(['/articles/lounge/en']);
  expect(found('')).toHaveLength(6);
});
