import type { Filter } from '../domain/filter.ts';
import { and, not } from '../domain/filter.ts';
import type { Calibration } from '../domain/fingerprint.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import type { Candidate } from '../retrieval/candidates.ts';
import { findArticles } from '../retrieval/find-articles.ts';
import { prepareQuery } from '../retrieval/prepare-query.ts';
import { FEATURES, featuresOf, relevanceOf } from '../retrieval/relevance.ts';
import { type QuestionJudgment, questionJudgments } from './judgments.ts';
import { fitLogistic } from './logistic.ts';
import { NEUTRAL_TEXT } from './neutral-text.ts';

/** Judgments that are tried; more change little and cost seconds. */
const MOST_JUDGMENTS = 500;
/** Every so many of them is tried once more as if its article had no text in the question's language. */
const ACROSS = 3;
/** Fewer say too little to be called a probability. */
const FEWEST_JUDGMENTS = 20;
/** Candidates of each query that are judged right or wrong. */
const JUDGED = 4;
const AT_ONCE = 4;
const EVERYTHING: Filter = { op: 'and', of: [] };

export interface CalibrationTools {
  reader: IndexReader;
  embedder: Embedder;
  analyser: Analyser;
  detector: LanguageDetector;
  /** "Of ten shown, this many right." */
  rightOfTen: number;
  progress?: (done: number, total: number) => void;
}

interface Judged {
  /** Features and truth of the first candidates. */
  rows: { x: number[]; y: 0 | 1 }[];
}

/**
 * Fits relevance on the bank's own questions, each left out of the search that it tests (design section 4), twice: with
 * its article in the bank (the right one is right, others wrong) and with its article taken away (all wrong, as for a
 * message that nothing answers); and on neutral text. Null when there are too few questions to fit on.
 */
export async function calibrate(tools: CalibrationTools): Promise<Calibration | null> {
  const passages = (await tools.reader.scan(null)).map((row) => row.passage);
  const judgments = questionJudgments(passages, MOST_JUDGMENTS);
  if (judgments.length < FEWEST_JUDGMENTS) return null;
  const inBank: Judged[] = [];
  const outside: Judged[] = [];
  const languages = (id: string) => new Set(passages.filter((p) => p.articleId === id).map((p) => p.lang)).size;
  const across = judgments.filter((judgment, i) => i % ACROSS === 0 && languages(judgment.articleId) > 1);
  const total = judgments.length + across.length + NEUTRAL_TEXT.length;
  let done = 0;
  const step = () => tools.progress?.(++done, total);
  await eachOf([...judgments, ...across.map(withoutItsLanguage)], async (judgment) => {
    const ranked = await search(judgment.question, scopeOf(judgment), tools);
    inBank.push(judge(ranked, judgment.articleId));
    outside.push(judge(withoutArticle(ranked, judgment.articleId), null));
    step();
  });
  await eachOf(NEUTRAL_TEXT, async (text) => {
    outside.push(judge(await search(text, EVERYTHING, tools), null));
    step();
  });

  const inside = inBank.flatMap(({ rows }) => rows.map((row) => ({ ...row, weight: 1 / inBank.length })));
  const nothing = outside.flatMap(({ rows }) => rows.map((row) => ({ ...row, weight: 1 / outside.length })));
  const model = fitLogistic([...inside, ...nothing]);
  const fitted = { features: [...FEATURES], weights: model.weights, bias: model.bias };
  const bar = barFor(tools.rightOfTen / 10, firstOf(inBank, fitted), firstOf(outside, fitted));
  return { ...fitted, bar, fittedOn: judgments.length, logLoss: model.logLoss };
}

function scopeOf(judgment: QuestionJudgment): Filter {
  const { leftOut, market } = judgment;
  return market ? and(leftOut, { op: 'has', field: 'market', value: market }) : leftOut;
}

/** The same judgment as if nobody had translated its article: what is found then is found across languages. */
function withoutItsLanguage(judgment: QuestionJudgment): QuestionJudgment {
  const own = and(
    { op: 'eq', field: 'articleId', value: judgment.articleId },
    { op: 'eq', field: 'lang', value: judgment.lang },
  );
  return { ...judgment, leftOut: and(judgment.leftOut, not(own)) };
}

async function search(text: string, scope: Filter, tools: CalibrationTools): Promise<Candidate[]> {
  return findArticles(prepareQuery(text, tools), { ...tools, audience: EVERYTHING, scope });
}

/** What the search would have found without the article: the others, those behind it one rank up. */
function withoutArticle(ranked: Candidate[], articleId: string): Candidate[] {
  const gone = ranked.find((candidate) => candidate.articleId === articleId)?.lexicalRank ?? Number.POSITIVE_INFINITY;
  return ranked
    .filter((candidate) => candidate.articleId !== articleId)
    .map(({ lexicalRank, ...candidate }) => ({
      ...candidate,
      lexicalRank: lexicalRank !== null && lexicalRank > gone ? lexicalRank - 1 : lexicalRank,
    }));
}

function judge(ranked: Candidate[], right: string | null): Judged {
  const dense = ranked.filter((candidate) => candidate.cosine !== null).slice(0, JUDGED + 5);
  return {
    rows: dense.slice(0, JUDGED).map((candidate, position) => ({
      x: featuresOf(dense, position),
      y: candidate.articleId === right ? 1 : 0,
    })),
  };
}

function firstOf(judged: Judged[], model: Pick<Calibration, 'features' | 'weights' | 'bias'>) {
  const calibration: Calibration = { ...model, bar: 0, fittedOn: 0, logLoss: 0 };
  return judged.flatMap(({ rows }) => {
    const [first] = rows;
    return first ? [{ relevance: relevanceOf(first.x, calibration), right: first.y === 1 }] : [];
  });
}

type First = { relevance: number; right: boolean };

/** The lowest bar at which the wanted share of first suggestions is right, half of the messages having no answer. */
function barFor(wanted: number, inside: First[], outside: First[]): number {
  const bars = [...inside, ...outside].map((first) => first.relevance).sort((a, b) => a - b);
  for (const bar of bars) {
    const shown = (firsts: First[]) => firsts.filter((first) => first.relevance >= bar).length / firsts.length;
    const right = inside.filter((first) => first.relevance >= bar && first.right).length / inside.length;
    const all = shown(inside) + shown(outside);
    if (all > 0 && right / all >= wanted) return bar;
  }
  return bars.at(-1) ?? 1;
}

async function eachOf<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  });
  await Promise.all(workers);
}
