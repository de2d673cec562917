import { FEATURES, relevanceOf } from '../retrieval/relevance.ts';
import { barFor } from './bar.ts';
import type { QueryOutcome } from './evaluate-set.ts';
import { fitLogistic, type LogisticModel } from './logistic.ts';
import { auroc, calibrationError, coverageAt, mean, reliability } from './metrics.ts';
import { groupBy } from './summary.ts';

const BARS = [5, 5.5, 5.8, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 9.8];

/** Sets of one source share texts or makers: `alchemy-da-qa` and `alchemy-fi-sv` are one family. */
export function familyOf(set: string): string {
  return set.split('-')[0] ?? set;
}

/** Relevance fitted on every set, each weighing the same. */
export function fitOn(outcomes: QueryOutcome[]): LogisticModel {
  const sets = [...groupBy(outcomes, ({ set }) => set).values()];
  const rows = sets.flatMap((own) =>
    own.flatMap((outcome) => outcome.rows.map((row) => ({ ...row, weight: 1 / (own.length * sets.length) }))),
  );
  return fitLogistic(rows, 0.001);
}

/** The bars for "of ten shown, so many right", over all sets. */
export function barsFor(outcomes: QueryOutcome[], model: LogisticModel): { rightOfTen: number; bar: number }[] {
  const firsts = (list: QueryOutcome[]) =>
    list.flatMap(({ rows: [first] }) => (first ? [{ ...first, relevance: relevanceOf(first.x, model) }] : []));
  const inside = firsts(outcomes.filter((outcome) => outcome.answerable));
  const outside = firsts(outcomes.filter((outcome) => !outcome.answerable));
  return BARS.map((rightOfTen) => ({
    rightOfTen,
    bar: barFor(rightOfTen / 10, inside, [{ firsts: outside, share: 1 }]),
  }));
}

/** How a fit does on a family of sets that it did not see. */
export interface Held {
  family: string;
  auroc: number;
  coverage: number;
  calibrationError: number;
}

/** Each family of sets judged by a fit on the others (leave one bank out); figures are means over the family's sets. */
export function crossValidate(outcomes: QueryOutcome[]): Held[] {
  return [...groupBy(outcomes, ({ set }) => familyOf(set))].map(([family, own]) => {
    const model = fitOn(outcomes.filter(({ set }) => familyOf(set) !== family));
    const sets = [...groupBy(own, ({ set }) => set).values()].map((list) =>
      list.map(({ rows: [first], right, answerable }) => ({
        relevance: first ? relevanceOf(first.x, model) : 0,
        right,
        answerable,
      })),
    );
    const over = (measure: (set: (typeof sets)[number]) => number) =>
      mean(sets.map(measure).filter((value) => !Number.isNaN(value)));
    return {
      family,
      auroc: over((set) => auroc(set.map(({ relevance, answerable }) => ({ score: relevance, positive: answerable })))),
      coverage: over((set) => coverageAt(0.9, set)),
      calibrationError: over((set) => calibrationError(reliability(set))),
    };
  });
}

/** What is written beside retrieval, for the model of that hash. */
export function asDefault(model: LogisticModel, modelHash: string, outcomes: QueryOutcome[]) {
  const rounded = (value: number) => Number(value.toFixed(5));
  return {
    model: modelHash,
    features: [...FEATURES],
    weights: model.weights.map(rounded),
    bias: rounded(model.bias),
    logLoss: rounded(model.logLoss),
    bars: barsFor(outcomes, model).map(({ rightOfTen, bar }) => ({ rightOfTen, bar: rounded(bar) })),
  };
}
