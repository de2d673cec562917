import { describe, expect, it } from 'vitest';
import type { AskedInVain } from '../../../server/services/gaps/asked-in-vain.ts';
import { withoutAnswered, withoutHelped } from '../../../server/services/gaps/doubtful.ts';

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
  const all = ['a', 'b', 'c'].map((id) => asked(id, 'bag', 'baggage'));
  expect(await sure(all, [helped('bag')])).toEqual([true, true, true]);
});

it('an answer that some used is right, although others wrote their own', async () => {
  const all = [asked('a', 'bag', 'baggage'), asked('b', 'luggage', 'baggage')];
  expect(await sure(all, [helped('bag')])).toEqual([false, false]);
});

it('what was left without an answer stays sure', async () => {
  expect(await sure([asked('a', 'bag', null)], [helped('bag')])).toEqual([true]);
});

describe('a cluster', () => {
  const left = async (texts: string[], others: ReturnType<typeof helped>[]) => {
    const all = texts.map((text, i) => asked(`${i}`, text, null));
    const made = await vectors(all);
    return withoutAnswered([all.map((_, i) => i)], { asked: all, made }, others, vectors);
  };

  it('whose like an answer helped others with is no gap, in whatever words', async () => {
    expect(await left(['bag', 'luggage', 'bag'], [helped('luggage')])).toEqual([]);
  });

  it('that only one wording of is alike stays', async () => {
    expect(await left(['bag', 'guitar', 'piano'], [helped('bag')])).toEqual([[0, 1, 2]]);
  });

  it('of many who were helped once, by mistake perhaps, stays', async () => {
    expect(await left(['bag', 'bag', 'luggage', 'luggage'], [helped('bag')])).toEqual([[0, 1, 2, 3]]);
  });

  it('stays where nobody was helped', async () => {
    expect(await left(['bag', 'luggage', 'bag'], [])).toEqual([[0, 1, 2]]);
  });
});
