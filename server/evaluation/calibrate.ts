import type { Filter } from '../domain/filter.ts';
import { and, not } from '../domain/filter.ts';
import type { Calibration } from '../domain/fingerprint.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { type DefaultRelevance, defaultRelevance } from '../retrieval/default-relevance.ts';
import { findArticles, type RankedArticle } from '../retrieval/find-articles.ts';
import { prepareQuery } from '../retrieval/prepare-query.ts';
import { FEATURES, featuresOf, relevanceOf } from '../retrieval/relevance.ts';
import { barFor } from './bar.ts';
import { type QuestionJudgment, questionJudgments, shareKey } from './judgments.ts';
import { fitLogistic, type Row } from './logistic.ts';
import { NEUTRAL_TEXT } from './neutral-text.ts';
import { sample } from './random.ts';

/** Judgments that are tried; more change little and cost seconds. */
const MOST_JUDGMENTS = 500;
/** Every so many of them is tried once more as if its article had no text in the question's language. */
const ACROSS = 3;
/** Fewer say too little about a bank for a bar of its own. */
const FEWEST_JUDGMENTS = 20;
/** Judgments that weigh as much as what was learned from other banks. */
const PRIOR_WEIGHT = 5;
/** Candidates of each query that are judged right or wrong. */
const JUDGED = 4;
const AT_ONCE = 4;
/** What messages that nothing answers are about: something else altogether, twice as often as what is next to the bank. */
const ELSEWHERE = 2 / 3;
/** What they weigh together, against 1 for all that have an answer: most messages have none. */
const UNANSWERED = 1.5;
/** A neutral message that other banks would say is answered here is this bank's trade, and tells nothing. */
const ANSWERED = 0.5;
/** Near misses (`not_for`) that are tried, and what they weigh together: each says of one article only that it is wrong. */
const MOST_NEAR_MISSES = 250;
const NEAR_MISSES = 0.25;
const EVERYTHING: Filter = { op: 'and', of: [] };

export interface CalibrationTools {
  reader: IndexReader;
  embedder: Embedder;
  analyser: Analyser;
  detector: LanguageDetector;
  /** "Of ten shown, this many right." */
  rightOfTen: number;
  /** What must not bring an article up. */
  nearMisses?: NearMiss[];
  progress?: (done: number, total: number) => void;
}

/** A line of an article's `not_for`. */
export interface NearMiss {
  articleId: string;
  text: string;
  market: string | null;
}

/** The first candidates of one query, with their truth. */
type Judged = { x: number[]; y: 0 | 1 }[];

/**
 * Fits relevance on the bank's own questions, each left out of the search that it tests (design section 4), twice: with
 * its article in the bank (the right one is right, others wrong) and with its article taken away (all wrong, as for a
 * message next to what the bank holds); on its near misses; and on neutral text, which is about something else altogether.
 * The fit starts from what other banks taught about this model, where that is known; a bank with too few questions keeps to that. Null when neither is there.
 */
export async function calibrate(tools: CalibrationTools): Promise<Calibration | null> {
  const passages = (await tools.reader.scan(null)).map((row) => row.passage);
  const judgments = questionJudgments(passages, MOST_JUDGMENTS);
  const learned = defaultRelevance(tools.embedder.hash);
  if (judgments.length < FEWEST_JUDGMENTS) return learned && asCalibration(learned, tools.rightOfTen);
  const inBank: Judged[] = [];
  const missing: Judged[] = [];
  const elsewhere: Judged[] = [];
  const near: Judged[] = [];
  const nearMisses = sample(tools.nearMisses ?? [], MOST_NEAR_MISSES);
  const languages = (id: string) => new Set(passages.filter((p) => p.articleId === id).map((p) => p.lang)).size;
  const across = judgments.filter((judgment, i) => i % ACROSS === 0 && languages(judgment.articleId) > 1);
  const total = judgments.length + across.length + nearMisses.length + NEUTRAL_TEXT.length;
  let done = 0;
  const step = () => tools.progress?.(++done, total);
  await eachOf([...judgments, ...across.map(withoutItsLanguage)], async ({ question, articleId, ...judgment }) => {
    const ranked = await search(question, scopeOf(judgment), tools);
    inBank.push(judge(ranked, articleId, question));
    const others = ranked.filter((candidate) => candidate.articleId !== articleId);
    missing.push(judge(others, null, question));
    step();
  });
  await eachOf(nearMisses, async ({ text, articleId, market }) => {
    const ranked = await search(text, scopeOf({ leftOut: shareKey(text, passages), market }), tools);
    const place = ranked.slice(0, JUDGED).findIndex((candidate) => candidate.articleId === articleId);
    near.push(place === -1 ? [] : [{ x: featuresOf(ranked, place, text.length), y: 0 }]);
    step();
  });
  await eachOf(NEUTRAL_TEXT, async (text) => {
    const found = judge(await search(text, EVERYTHING, tools), null, text);
    const [first] = found;
    const itsTrade = learned !== null && first !== undefined && relevanceOf(first.x, learned) >= ANSWERED;
    if (!itsTrade) elsewhere.push(found);
    step();
  });
  const rows = [
    ...weighed(inBank, 1),
    ...weighed(missing, (1 - ELSEWHERE) * UNANSWERED),
    ...weighed(elsewhere, ELSEWHERE * UNANSWERED),
    ...weighed(near, NEAR_MISSES),
  ];
  const penalty = learned ? PRIOR_WEIGHT / judgments.length : 0.01;
  const model = fitLogistic(rows, penalty, learned ?? undefined);
  const fitted = { features: [...FEATURES], weights: model.weights, bias: model.bias };
  const firsts = (judged: Judged[]) =>
    judged.flatMap(([first]) => (first ? [{ ...first, relevance: relevanceOf(first.x, fitted) }] : []));
  const bar = barFor(tools.rightOfTen / 10, firsts(inBank), [
    { firsts: firsts(missing), share: 1 - ELSEWHERE },
    { firsts: firsts(elsewhere), share: ELSEWHERE },
  ]);
  return { ...fitted, bar, fittedOn: judgments.length, logLoss: model.logLoss };
}

function asCalibration(learned: DefaultRelevance, rightOfTen: number): Calibration {
  const { bars, logLoss, ...model } = learned;
  const nearest = bars.reduce((best, entry) =>
    Math.abs(entry.rightOfTen - rightOfTen) < Math.abs(best.rightOfTen - rightOfTen) ? entry : best,
  );
  return { ...model, bar: nearest.bar, fittedOn: 0, logLoss };
}

function scopeOf({ leftOut, market }: Pick<QuestionJudgment, 'leftOut' | 'market'>): Filter {
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

async function search(text: string, scope: Filter, tools: CalibrationTools): Promise<RankedArticle[]> {
  return findArticles(prepareQuery(text, tools), { ...tools, audience: EVERYTHING, scope });
}

function judge(ranked: RankedArticle[], right: string | null, message: string): Judged {
  return ranked.slice(0, JUDGED).map((candidate, position) => ({
    x: featuresOf(ranked, position, message.length),
    y: candidate.articleId === right ? 1 : 0,
  }));
}

/** Rows that weigh `total` together, each message as much as the next. */
function weighed(judged: Judged[], total: number): Row[] {
  return judged.flatMap((rows) => rows.map((row) => ({ ...row, weight: total / judged.length })));
}

async function eachOf<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  });
  await Promise.all(workers);
}
