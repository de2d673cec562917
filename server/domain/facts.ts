import type { DiffPart } from './history.ts';

/** Values used in many articles, kept once per market with the date they start. */
export type Facts = Record<string, Fact>;

export interface Fact {
  description: string;
  /** In order of `from`. `byMarket.all` holds where a market has no value of its own. */
  values: { from: string; byMarket: Record<string, string> }[];
}

/** What `{{fact.name}}` is: one value, or one for each market when the market is not known and they differ. */
export type FactValue = { value: string } | { choices: Record<string, string> } | null;

/** The value in force at `on` (ISO date) in `market`; null when the fact or a value does not exist. */
export function factValue(facts: Facts, name: string, market: string | null, on: string): FactValue {
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  const current = fact?.values.filter((entry) => entry.from <= on).at(-1);
  if (!current) return null;
  const { all, ...others } = current.byMarket;
  if (market !== null) {
    const value = others[market] ?? all;
    return value === undefined ? null : { value };
  }
  const distinct = new Set([...Object.values(others), ...(all === undefined ? [] : [all])]);
  const [only] = distinct;
  return distinct.size === 1 && only !== undefined ? { value: only } : { choices: current.byMarket };
}

/** A fact with its name, as it is edited. */
export interface NamedFact extends Fact {
  name: string;
  /** The texts that use it, in every language. */
  usedIn: { id: string; lang: string; title: string }[];
}

/** GET /v1/facts */
export interface FactsOutput {
  requestId: string;
  facts: NamedFact[];
  /** Of the file; for `If-Match`. */
  etag: string;
}

/** PUT /v1/facts/{name}: the values from a day on. An entry of the same day is replaced. */
export interface FactInput {
  /** ISO date. */
  from: string;
  /** By market; `all` where a market has none of its own. */
  values: Record<string, string>;
  /** Needed for a new fact. */
  description?: string;
  dryRun?: boolean;
}

export interface FactOutput {
  requestId: string;
  fact: NamedFact;
  etag: string;
  revision: string | null;
  /** null for a dry run. */
  visibleAt: number | null;
  diff: DiffPart[];
}
