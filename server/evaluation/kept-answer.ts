import { admits } from '../domain/admits.ts';
import type { Filter } from '../domain/filter.ts';
import { dot } from '../domain/vector.ts';
import type { PassageChange } from './passage-change.ts';
import type { WordCounts } from './word-counts.ts';

/** Passages kept beyond what was asked for, so that a few can go before the index has to be asked again. */
export const SLACK = 24;

/** What the index answered to one call of a search, kept so that it need not be asked again. */
export interface KeptAnswer {
  part: 'dense' | 'lexical';
  /** The query's vector; null in a lexical answer. */
  vector: Float32Array | null;
  /** The query's terms; empty in a dense answer. */
  terms: string[];
  filter: Filter | null;
  /** How many were asked for; up to SLACK more are kept. */
  limit: number;
  readonly ids: string[];
  /** Cosine or BM25 as 32-bit floats, falling. */
  scores: number[] | Float32Array;
  /** True when these are all: the index had no more. */
  all: boolean;
  /** Whether one of these is among `ids`, where that can be told without listing them. */
  holdsAny?(ids: ReadonlySet<string>): boolean;
}

/**
 * The answer after a change, without asking the index, or null where it has to be asked.
 *
 * Why this is safe: the list holds every passage that the filter admits and that scores above its last one, and removing
 * or adding others does not change a passage's score. So after a change the best are those of the list that are left and
 * the added ones that score above its last; when fewer than `limit` are left of a list that was cut, nothing is known of
 * what would come next, and null says so. The scores of dense search depend on the two texts alone. BM25 also depends on
 * how rare words are and on the mean length, which move a little with every change: added passages are scored by `counts`
 * as they are now, the others keep the scores they had. `driftOf` says how far that may be off; its caller asks again
 * before it matters.
 *
 * `touched` tells whether the first `limit`, in their order, are other passages or have other words.
 */
export function bringForward(
  answer: KeptAnswer,
  change: PassageChange,
  counts: WordCounts,
): { answer: KeptAnswer; touched: boolean } | null {
  const entering = entriesOf(answer, change, counts);
  const leaving = answer.holdsAny?.(change.removed) ?? answer.ids.some((id) => change.removed.has(id));
  if (entering.length === 0 && !leaving) return { answer, touched: false };
  const { part, vector, terms, filter, ids, scores, limit, all } = answer;
  const staying = ids.flatMap((id, i) => (change.removed.has(id) ? [] : [{ id, score: scores[i] ?? 0 }]));
  const merged = [...staying, ...entering].sort((a, b) => b.score - a.score).slice(0, limit + SLACK);
  if (!all && merged.length < limit) return null;
  const touched =
    ids.slice(0, limit).some((id) => change.removed.has(id)) ||
    merged.slice(0, limit).some(({ id }, place) => id !== ids[place]);
  const whole = all && staying.length + entering.length <= limit + SLACK;
  const best = { ids: merged.map(({ id }) => id), scores: merged.map(({ score }) => score), all: whole };
  return { answer: { part, vector, terms, filter, limit, ...best }, touched };
}

function entriesOf(answer: KeptAnswer, change: PassageChange, counts: WordCounts): { id: string; score: number }[] {
  const floor = answer.all ? Number.NEGATIVE_INFINITY : (answer.scores.at(-1) ?? Number.NEGATIVE_INFINITY);
  const shared = answer.part === 'lexical' ? lexicalScores(answer.terms, change, counts) : null;
  return change.added.flatMap(({ passage, vector }, i) => {
    const cosine = answer.vector && vector ? dot(answer.vector, vector) : null;
    const score = shared ? shared[i] || null : cosine;
    return score !== null && score !== undefined && score > floor && admits(answer.filter, passage)
      ? [{ id: passage.id, score: Math.fround(score) }]
      : [];
  });
}

const byTerm = new WeakMap<PassageChange, { counts: WordCounts; known: Map<string, number[]> }>();

/**
 * BM25 of each passage that a change adds. It is a sum over a query's terms, and the same terms stand in thousands of
 * queries: each one's part is worked out once.
 */
function lexicalScores(terms: string[], change: PassageChange, counts: WordCounts): number[] {
  let parts = byTerm.get(change);
  if (parts?.counts !== counts) {
    parts = { counts, known: new Map() };
    byTerm.set(change, parts);
  }
  const sums = change.added.map(() => 0);
  for (const term of new Set(terms)) {
    let own = parts.known.get(term);
    if (!own) {
      own = change.added.map(({ passage }) => counts.score([term], passage));
      parts.known.set(term, own);
    }
    for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + (own[i] ?? 0);
  }
  return sums;
}

/** A word's weight in one state, and by how much it is another in the next; worked out once for each word. */
export function weightsOf(before: WordCounts, after: WordCounts): (term: string) => { weight: number; moved: number } {
  const known = new Map<string, { weight: number; moved: number }>();
  return (term) => {
    const found = known.get(term);
    if (found) return found;
    const weight = before.weight(term);
    const both = { weight, moved: Math.abs(after.weight(term) - weight) };
    known.set(term, both);
    return both;
  };
}

/** By how much of its whole the weight of a query's words moved between two states, 0 to 1 and more. */
export function driftOf(terms: Set<string>, weights: ReturnType<typeof weightsOf>): number {
  let moved = 0;
  let whole = 0;
  for (const term of terms) {
    const word = weights(term);
    moved += word.moved;
    whole += word.weight;
  }
  return whole === 0 ? 0 : moved / whole;
}
