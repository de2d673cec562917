import { seededRandom } from './random.ts';

/** One query's outcome in one ranking: the rank of the best relevant article from 1, or null when it was not found. */
export type Rank = number | null;

/** Share of queries whose best relevant article is at rank `at` or better, 0 to 1. NaN for no queries. */
export function successAt(ranks: Rank[], at: number): number {
  return mean(ranks.map((rank) => (rank !== null && rank <= at ? 1 : 0)));
}

/** Mean reciprocal rank of the best relevant article; a miss counts 0. */
export function reciprocalRank(ranks: Rank[]): number {
  return mean(ranks.map((rank) => (rank === null ? 0 : 1 / rank)));
}

/**
 * nDCG@10 with binary gains (Järvelin and Kekäläinen, 2002) of one query. `ranks` are the ranks of its relevant articles
 * that were found; `relevant` how many there are.
 */
export function ndcg10(ranks: number[], relevant: number): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 1);
  const found = ranks.filter((rank) => rank <= 10).reduce((sum, rank) => sum + gain(rank), 0);
  const ideal = Array.from({ length: Math.min(10, relevant) }, (_, i) => gain(i + 1)).reduce((sum, g) => sum + g, 0);
  return ideal === 0 ? 0 : found / ideal;
}

/** A score with whether it should have been high. */
export interface Scored {
  score: number;
  positive: boolean;
}

/** Area under the ROC curve: the chance that a positive scores above a negative, ties half. NaN when one kind is missing. */
export function auroc(scored: Scored[]): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end += 1;
    const shared = (start + 1 + end) / 2;
    for (let i = start; i < end; i += 1) if (sorted[i]?.positive) rankSum += shared;
    start = end;
  }
  const positives = scored.filter((entry) => entry.positive).length;
  const negatives = scored.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** One query as it would be shown: the first article's relevance, whether it is right, and whether any could be. */
export interface Shown {
  relevance: number;
  right: boolean;
  answerable: boolean;
}

/**
 * The share of answerable queries that are answered at the lowest bar at which `precision` of everything shown is right;
 * 0 where no bar reaches it. Queries that nothing answers count against precision when something is shown for them.
 */
export function coverageAt(precision: number, shown: Shown[]): number {
  const sorted = [...shown].sort((a, b) => b.relevance - a.relevance);
  const answerable = shown.filter((entry) => entry.answerable).length;
  let best = 0;
  let right = 0;
  let answered = 0;
  sorted.forEach((entry, i) => {
    if (entry.right) right += 1;
    if (entry.answerable) answered += 1;
    const tied = sorted[i + 1]?.relevance === entry.relevance;
    if (!tied && right / (i + 1) >= precision) best = answered / answerable;
  });
  return best;
}

/** A bin of a reliability diagram: what was promised, what held, and how many. */
export interface Bin {
  promised: number;
  held: number;
  count: number;
}

/** Bins of equal count, from the least relevance to the most. */
export function reliability(shown: Pick<Shown, 'relevance' | 'right'>[], bins = 10): Bin[] {
  const sorted = [...shown].sort((a, b) => a.relevance - b.relevance);
  return Array.from({ length: bins }, (_, i) =>
    sorted.slice(Math.floor((i * sorted.length) / bins), Math.floor(((i + 1) * sorted.length) / bins)),
  )
    .filter((own) => own.length > 0)
    .map((own) => ({
      promised: mean(own.map((entry) => entry.relevance)),
      held: mean(own.map((entry) => (entry.right ? 1 : 0))),
      count: own.length,
    }));
}

/** Expected calibration error (Naeini, Cooper and Hauskrecht, 2015): the bins' mean gap, weighted by their counts. */
export function calibrationError(bins: Bin[]): number {
  const all = bins.reduce((sum, bin) => sum + bin.count, 0);
  return bins.reduce((sum, bin) => sum + (bin.count / all) * Math.abs(bin.promised - bin.held), 0);
}

const RESAMPLES = 1_000;

/** A 95 % interval of the mean of `values` by the percentile bootstrap (Efron, 1979), seeded. */
export function bootstrap(values: number[]): [number, number] {
  if (values.length === 0) return [Number.NaN, Number.NaN];
  const random = seededRandom(7);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return [means[Math.floor(0.025 * RESAMPLES)] ?? 0, means[Math.floor(0.975 * RESAMPLES)] ?? 0];
}

export function mean(values: number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
