import type { Filter } from '../domain/filter.ts';
import { and } from '../domain/filter.ts';
import type { Analyser } from '../ports/analyser.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import type { PreparedQuery } from './prepare-query.ts';
import { featuresOf, relevanceOf } from './relevance.ts';
import { coverageOf, type TermStatistics, termStatistics } from './term-statistics.ts';
import { textLanguages } from './text-languages.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Candidates that get a relevance; nobody is shown more. */
export const JUDGED = 20;

export interface ArticleSearch {
  reader: IndexReader;
  embedder: Embedder | null;
  analyser: Analyser;
  /** What the reader may see; statistics come from it. */
  audience: Filter;
  /** What else must hold: market, state, validity ... */
  scope: Filter | null;
}

/** An article with its relevance; null where there is no calibration to compute it with. */
export interface RankedArticle extends Candidate {
  relevance: number | null;
  features: number[];
}

/** The one way from a query to ranked articles: suggest, search, calibration and retrieval tests all take it. */
export async function findArticles(query: PreparedQuery, search: ArticleSearch): Promise<RankedArticle[]> {
  const filter = search.scope ? and(search.audience, search.scope) : search.audience;
  const [statistics, languages, meant] = await Promise.all([
    termStatistics(search.reader, search.audience),
    textLanguages(search.reader, search.audience),
    asMeant(query, search),
  ]);
  return rankCandidates(await findCandidates(meant, { ...search, filter, statistics, languages }), meant, {
    ...search,
    statistics,
  });
}

/** The query with its words spelt as the bank spells them. */
export async function asMeant(
  query: PreparedQuery,
  { reader, audience, analyser }: Pick<ArticleSearch, 'reader' | 'audience' | 'analyser'>,
): Promise<PreparedQuery> {
  const vocabulary = await vocabularyOf(reader, audience);
  const parts = query.parts.map((part) => vocabulary.respell(part, query.lang));
  const text = parts.join('\n');
  if (text === query.parts.join('\n')) return query;
  return { ...query, parts, terms: analyser.terms(text, query.lang), grams: analyser.grams(text) };
}

/** What was found, in the order in which it is offered, with its relevance. */
export function rankCandidates(
  found: Candidate[],
  query: PreparedQuery,
  search: Pick<ArticleSearch, 'reader' | 'embedder'> & { statistics: TermStatistics },
): RankedArticle[] {
  const { statistics } = search;
  const judged = found.slice(0, JUDGED);
  for (const candidate of judged) {
    const bestOwn = candidate.hits.filter((hit) => hit.passage.lang === query.lang).slice(0, 3);
    const covered = bestOwn.map(({ passage }) => coverageOf(query.terms, new Set(passage.terms), statistics));
    candidate.coverage = Math.max(0, ...covered);
  }
  const { calibration } = search.reader.version;
  const ranked = judged.map((candidate, position) => {
    const features = featuresOf(judged, position, query.text.length);
    const relevance = calibration && candidate.cosine !== null ? relevanceOf(features, calibration) : null;
    return { ...candidate, features, relevance };
  });
  return ranked.sort((a, b) => wordsFirst(a, b) || b.fused - a.fused);
}

/** Where words alone were searched, the best covered comes first. */
function wordsFirst(a: RankedArticle, b: RankedArticle): number {
  return a.cosine === null && b.cosine === null ? b.coverage - a.coverage : 0;
}
