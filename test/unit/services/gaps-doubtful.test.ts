import { expect, it } from 'vitest';
import type { AskedInVain } from '../../../server/services/gaps/asked-in-vain.ts';
import { withoutHelped } from '../../../server/services/gaps/doubtful.ts';

const VECTORS: Record<string, [number, number]> = { bag: [1, 0], luggage: [0.96, 0.28], guitar: [0, 1] };
const vectors = async (texts: { text: string }[]) =>
  texts.map(({ text }) => Float32Array.from(VECTORS[text] ?? [0, 0]));
const asked = (id: string, text: string, shown: string | null): AskedInVain => ({
  ...{ id, queryId: id, text, lang: 'en', channel: null, market: null, at: '2026-11-20T10:00:00.000Z', caseRef: id },
  ...{ whose: id, shown: shown === null ? null : { id: shown, relevance: 0.4 }, sure: true },
});
const helped = (text: string, articleId = 'baggage') => ({ text, lang: 'en', articleId });
const sure = async (all: AskedInVain[], others: ReturnType<typeof helped>[]) =>
  (await withoutHelped(all, others, vectors)).map((one) => one.sure);

it('an own reply beside an answer that helped others who asked the same is no gap', async () => {
  expect(await sure([asked('a', 'bag', 'baggage')], [helped('luggage'), helped('bag')])).toEqual([false]);
});

it('an answer that helped with another question says nothing', async () => {
  expect(await sure([asked('a', 'guitar', 'baggage')], [helped('luggage'), helped('bag')])).toEqual([true]);
});

it('another article that helped says nothing', async () => {
  expect(await sure([asked('a', 'bag', 'baggage')], [helped('bag', 'bag-fee')])).toEqual([true]);
});

it('an answer that most could not use is a gap, although it helped one', async () => {
  const all = [asked('a', 'bag', 'baggage'), asked('b', 'luggage', 'baggage')];
  expect(await sure(all, [helped('bag')])).toEqual([true, true]);
});

it('what was left without an answer stays sure', async () => {
  expect(await sure([asked('a', 'bag', null)], [helped('bag')])).toEqual([true]);
});
