import type { AbstentionReason } from '../domain/suggestion.ts';
import type { RankedArticle } from './find-articles.ts';

/** Keyword mode: the share of the query's weight one passage must cover. */
const COVERED = 2 / 3;
/** Others are not shown when they are this much less likely to be right than the first: it is clearly ahead. */
export const CLEARLY_AHEAD = 0.2;

/** What to show of what was found, or why nothing. `bar` is the lowest relevance of a first suggestion. */
export function show(
  ranked: RankedArticle[],
  bar: number,
  limit: number,
): { shown: RankedArticle[]; reason: AbstentionReason | null } {
  const [first] = ranked;
  if (!first) return { shown: [], reason: 'nothing-in-scope' };
  if (first.relevance === null) {
    const covering = ranked.filter((article) => article.coverage >= COVERED).slice(0, limit);
    return covering.length > 0 ? { shown: covering, reason: null } : { shown: [], reason: 'no-model' };
  }
  const best = Math.max(...ranked.slice(0, limit).map((article) => article.relevance ?? 0));
  if (best < bar) return { shown: [], reason: 'below-bar' };
  const others = ranked.slice(1).filter(({ relevance }) => relevance !== null && relevance >= best * CLEARLY_AHEAD);
  return { shown: [first, ...others].slice(0, limit), reason: null };
}
