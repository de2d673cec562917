import type { RankedArticle } from '../retrieval/find-articles.ts';

export interface OfferedArticle extends RankedArticle {
  /** Its relevance is that of the normal answer in whose place it stands. */
  standsIn?: true;
}

/**
 * What was found, with the running incident's own answer in the place of each article that the incident makes wrong. Those
 * were ranked with the rest, so that what is merely next to them gains nothing by their absence.
 *
 * @param standIns the wrong articles' ids, each with what answers instead, the closest first
 * @param may what the reader may be offered
 */
export function withStandIns(
  ranked: RankedArticle[],
  standIns: Map<string, string[]>,
  may: (id: string) => boolean,
): OfferedArticle[] {
  if (standIns.size === 0) return ranked;
  const found = new Map(ranked.map((article) => [article.articleId, article]));
  const placed = new Set<string>();
  return ranked.flatMap((article) => {
    const wrong = standIns.has(article.articleId);
    const id = wrong ? standIns.get(article.articleId)?.find(may) : article.articleId;
    if (id === undefined || placed.has(id)) return [];
    placed.add(id);
    if (!wrong) return [article];
    const own = found.get(id);
    if (own && (own.relevance ?? 0) >= (article.relevance ?? 0)) return [own];
    return [{ ...(own ?? article), articleId: id, relevance: article.relevance, standsIn: true }];
  });
}
