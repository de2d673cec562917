import { describe, expect, test } from 'vitest';
import { questionKey } from '../../../server/domain/passage.ts';
import { calibrate } from '../../../server/evaluation/calibrate.ts';
import { questionJudgments, shareKey } from '../../../server/evaluation/judgments.ts';
import { fitLogistic } from '../../../server/evaluation/logistic.ts';
import { StemmingAnalyser } from '../../../server/language/analyse.ts';
import { EldLanguageDetector } from '../../../server/language/detect.ts';
import type { IndexReader } from '../../../server/ports/passage-index.ts';
import { HashingEmbedder } from '../../doubles/hashing-embedder.ts';
import { frequenciesIn, passage } from '../../doubles/passages.ts';

const question = (articleId: string, lang: string, position: number, text: string) =>
  passage(`${articleId}.${lang}.${position}`, text, {
    articleId,
    lang,
    position,
    kind: 'question',
    questionKey: questionKey(text),
  });

describe('judgments', () => {
  const passages = [
    passage('title', 'Bagage', { articleId: 'bag', kind: 'title' }),
    question('bag', 'sv', 0, 'Var är min väska?'),
    question('bag', 'sv', 1, 'Väskan kom aldrig'),
    question('bag', 'nb', 0, 'Hvor er kofferten min?'),
    question('bag', 'nb', 1, 'Kofferten kom aldri'),
    question('other', 'sv', 0, 'var är min VÄSKA'),
  ];

  test('are the questions, each with itself, its translations and its twins left out', () => {
    const judgments = questionJudgments(passages);
    expect(judgments).toHaveLength(5);
    expect(judgments[0]).toMatchObject({ articleId: 'bag', question: 'Var är min väska?', market: null });
    expect(judgments[0]?.leftOut).toEqual({
      op: 'not',
      of: { op: 'in', field: 'passageId', values: ['bag.sv.0', 'bag.nb.0', 'other.sv.0'] },
    });
  });

  test('of a line without a passage leave out every question in the same words', () => {
    expect(shareKey('VAR är min väska!!', passages)).toEqual({
      op: 'not',
      of: { op: 'in', field: 'passageId', values: ['bag.sv.0', 'other.sv.0'] },
    });
  });

  test('are drawn the same way twice, and no more than asked for', () => {
    const three = questionJudgments(passages, 3).map((judgment) => judgment.question);
    expect(three).toHaveLength(3);
    expect(new Set(three).size).toBe(3);
    expect(questionJudgments(passages, 3).map((judgment) => judgment.question)).toEqual(three);
  });
});

describe('the logistic fit', () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ x: [i / 200, 7], y: (i >= 100 ? 1 : 0) as 0 | 1, weight: 1 }));

  test('separates what can be separated, and ignores a feature that never changes', () => {
    const { weights, bias, logLoss } = fitLogistic(rows);
    const p = (x: number) => 1 / (1 + Math.exp(-(bias + (weights[0] ?? 0) * x + (weights[1] ?? 0) * 7)));
    expect(p(0.9)).toBeGreaterThan(0.9);
    expect(p(0.1)).toBeLessThan(0.1);
    expect(p(0.5)).toBeCloseTo(0.5, 1);
    expect(logLoss).toBeLessThan(0.35);
  });

  test('follows the weights of its rows', () => {
    const tilted = rows.map((row) => ({ ...row, weight: row.y === 1 ? 9 : 1 }));
    const even = fitLogistic(rows.map((row) => ({ ...row, x: [0] })));
    const odd = fitLogistic(tilted.map((row) => ({ ...row, x: [0] })));
    expect(1 / (1 + Math.exp(-even.bias))).toBeCloseTo(0.5, 2);
    expect(1 / (1 + Math.exp(-odd.bias))).toBeCloseTo(0.9, 2);
  });

  test('of nothing is nothing', () => expect(fitLogistic([]).weights).toEqual([]));
});

describe('calibration', () => {
  const tools = {
    embedder: new HashingEmbedder(),
    analyser: new StemmingAnalyser({}),
    detector: new EldLanguageDetector(['sv', 'en']),
    rightOfTen: 8,
  };
  const topics = 'väska hund mat försening barnvagn faktura hotell buss pass förskott gitarr cykel'.split(' ');
  const passages = topics.flatMap((topic, i) => [
    passage(`t${i}`, `${topic} ${topic}`, { articleId: topic, kind: 'title' }),
    question(topic, 'sv', 0, `Jag undrar om ${topic} snälla`),
    question(topic, 'sv', 1, `Hur gör man med ${topic} då`),
  ]);
  const readerOf = async (all: typeof passages): Promise<IndexReader> => {
    const vectors = await tools.embedder.embed(
      all.map((entry) => entry.embedText),
      'passage',
    );
    const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
    return {
      version: { model: 'hashing', calibration: null } as IndexReader['version'],
      dense: async (vector, filter) => {
        const out = JSON.stringify(filter);
        return all
          .map((entry, i) => ({ passage: entry, cosine: dot(vector, vectors[i] as Float32Array), bm25: null }))
          .filter((entry) => !out.includes(`"${entry.passage.id}"`))
          .sort((a, b) => b.cosine - a.cosine);
      },
      lexical: async () => [],
      frequencies: async () => frequenciesIn(all),
      scan: async () => all.map((entry, i) => ({ passage: entry, vector: vectors[i] as Float32Array })),
    };
  };

  test('gives a probability, a bar within it, and counts up to all it tries', async () => {
    const seen: [number, number][] = [];
    const reader = await readerOf(passages);
    const fitted = await calibrate({ ...tools, reader, progress: (done, total) => seen.push([done, total]) });
    expect(fitted).toMatchObject({ fittedOn: 24 });
    expect(fitted?.weights).toHaveLength(fitted?.features.length ?? 0);
    expect(fitted?.weights.every(Number.isFinite)).toBe(true);
    expect(fitted?.bar).toBeGreaterThan(0);
    expect(fitted?.bar).toBeLessThan(1);
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
  });

  test('tries what articles are not for, too', async () => {
    const reader = await readerOf(passages);
    const nearMisses = topics.map((topic) => ({
      articleId: topic,
      text: `Hur gör man med ${topic} sen`,
      market: null,
    }));
    const totals: number[] = [];
    const progress = (_: number, total: number) => totals.push(total);
    await calibrate({ ...tools, reader, progress });
    const [without] = totals.splice(0);
    await calibrate({ ...tools, reader, progress, nearMisses });
    expect(totals[0]).toBe((without ?? 0) + nearMisses.length);
  });

  test('is the same for the same bank', async () => {
    const reader = await readerOf(passages);
    expect(await calibrate({ ...tools, reader })).toEqual(await calibrate({ ...tools, reader }));
  });

  test('is nothing when there are too few questions to call it a probability', async () => {
    expect(await calibrate({ ...tools, reader: await readerOf(passages.slice(0, 9)) })).toBeNull();
  });
});
