import type { QueryOutcome, Way } from './evaluate-set.ts';
import { WAYS } from './evaluate-set.ts';
import {
  auroc,
  type Bin,
  bootstrap,
  calibrationError,
  coverageAt,
  mean,
  reciprocalRank,
  reliability,
  type Shown,
  successAt,
} from './metrics.ts';

/** How well a group of queries was served. Shares are 0 to 1; NaN where the group has nothing to measure it on. */
export interface Summary {
  name: string;
  answerable: number;
  unanswerable: number;
  first: Record<Way, number>;
  /** 95 % interval of `first.pipeline`. */
  interval: [number, number];
  three: number;
  ndcg: number;
  mrr: number;
  language: number;
  auroc: number;
  coverage: number;
  calibrationError: number;
}

export function summarise(name: string, outcomes: QueryOutcome[]): Summary {
  const answerable = outcomes.filter((outcome) => outcome.answerable);
  const ranks = (way: Way) => answerable.map((outcome) => outcome.ranks[way]);
  const pipeline = ranks('pipeline');
  return {
    name,
    answerable: answerable.length,
    unanswerable: outcomes.length - answerable.length,
    first: Object.fromEntries(WAYS.map((way) => [way, successAt(ranks(way), 1)])) as Record<Way, number>,
    interval: bootstrap(pipeline.map((rank) => (rank === 1 ? 1 : 0))),
    three: successAt(pipeline, 3),
    ndcg: mean(answerable.map((outcome) => outcome.ndcg)),
    mrr: reciprocalRank(pipeline),
    language: mean(outcomes.map((outcome) => (outcome.language ? 1 : 0))),
    auroc: auroc(outcomes.map(({ relevance, answerable: positive }) => ({ score: relevance, positive }))),
    coverage: answerable.length === 0 ? Number.NaN : coverageAt(0.9, outcomes),
    calibrationError: calibrationError(binsOf(outcomes)),
  };
}

export function binsOf(outcomes: Pick<Shown, 'relevance' | 'right'>[]): Bin[] {
  return reliability(outcomes);
}

/** Groups in the order in which they first come. */
export function groupBy(outcomes: QueryOutcome[], key: (outcome: QueryOutcome) => string): Map<string, QueryOutcome[]> {
  const groups = new Map<string, QueryOutcome[]>();
  for (const outcome of outcomes) {
    const name = key(outcome);
    const group = groups.get(name);
    if (group) group.push(outcome);
    else groups.set(name, [outcome]);
  }
  return groups;
}

/** What moved in a group between two runs on the same queries, in points; `beyondNoise` when a 95 % interval leaves 0 out. */
export interface Move {
  name: string;
  before: number;
  after: number;
  beyondNoise: boolean;
}

/** R@1 of the pipeline, query by query, against an earlier run. Queries that only one of the two has are left out. */
export function moves(before: Map<string, boolean>, outcomes: QueryOutcome[]): Move[] {
  return [...groupBy(outcomes, ({ set }) => set)].flatMap(([name, own]) => {
    const both = own.filter((outcome) => outcome.answerable && before.has(keyOf(outcome)));
    if (both.length === 0) return [];
    const was = both.map((outcome) => (before.get(keyOf(outcome)) ? 1 : 0));
    const is = both.map((outcome) => (outcome.ranks.pipeline === 1 ? 1 : 0));
    const [low, high] = bootstrap(is.map((value, i) => value - (was[i] ?? 0)));
    return [{ name, before: mean(was), after: mean(is), beyondNoise: low > 0 || high < 0 }];
  });
}

export function keyOf(outcome: QueryOutcome): string {
  return `${outcome.set} ${outcome.id}`;
}
