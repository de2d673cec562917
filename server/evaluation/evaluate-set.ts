import type { Filter } from '../domain/filter.ts';
import type { Lang } from '../domain/language.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import type { Candidate } from '../retrieval/candidates.ts';
import { findCandidates } from '../retrieval/candidates.ts';
import { asMeant, type RankedArticle, rankCandidates } from '../retrieval/find-articles.ts';
import { prepareQuery } from '../retrieval/prepare-query.ts';
import { termStatistics } from '../retrieval/term-statistics.ts';
import { textLanguages } from '../retrieval/text-languages.ts';
import type { Baselines } from './baselines.ts';
import { ndcg10, type Rank } from './metrics.ts';

/** A message with the ids of the articles that answer it; none = nothing may be shown. */
export interface EvalQuery {
  id: string;
  lang: Lang;
  text: string;
  relevant: string[];
  kind: string;
  /** What is left out of the search; null = nothing. */
  scope: Filter | null;
}

/** Ways to rank that are measured beside each other. */
export const WAYS = ['baseline dense', 'baseline lexical', 'dense', 'lexical', 'plain fusion', 'pipeline'] as const;
export type Way = (typeof WAYS)[number];

export interface QueryOutcome {
  set: string;
  id: string;
  /** Language of the message > language of the article. */
  pair: string;
  kind: string;
  answerable: boolean;
  /** Rank of the best relevant article. */
  ranks: Record<Way, Rank>;
  ndcg: number;
  /** Of the article that the pipeline puts first; 0 where it found none. */
  relevance: number;
  right: boolean;
  /** Whether the message's language was told right. */
  language: boolean;
  /** Features and truth of the first candidates, for fitting. */
  rows: { x: number[]; y: 0 | 1 }[];
}

export interface SetSearch {
  reader: IndexReader;
  embedder: Embedder;
  analyser: Analyser;
  detector: LanguageDetector;
  baselines: Baselines;
  langOf: (articleId: string) => Lang | undefined;
}

const EVERYTHING: Filter = { op: 'and', of: [] };
/** Candidates of each query that are judged right or wrong for fitting. */
const JUDGED = 5;
/** Cormack, Clarke and Buettcher (2009). */
const PLAIN_K = 60;

/** Asks one query in every way. */
export async function evaluateQuery(set: string, query: EvalQuery, search: SetSearch): Promise<QueryOutcome> {
  const prepared = await asMeant(prepareQuery(query.text, search), { ...search, audience: EVERYTHING });
  const scope = query.scope ?? EVERYTHING;
  const statistics = await termStatistics(search.reader, EVERYTHING);
  const languages = await textLanguages(search.reader, EVERYTHING);
  const found = await findCandidates(prepared, { ...search, filter: scope, statistics, languages });
  const ranked = rankCandidates(found, prepared, { ...search, statistics });
  const relevant = new Set(query.relevant);
  const dense = await search.baselines.dense(query.text);
  const lexical = search.baselines.lexical(query.text);
  const orders: Record<Way, string[]> = {
    'baseline dense': dense,
    'baseline lexical': lexical,
    dense: by(found, (candidate) => candidate.denseRank),
    lexical: by(found, (candidate) => candidate.lexicalRank),
    'plain fusion': fuse(dense, lexical),
    pipeline: ranked.map((article) => article.articleId),
  };
  const places = orders.pipeline.flatMap((id, place) => (relevant.has(id) ? [place + 1] : []));
  const [first] = ranked;
  const [answer = first?.articleId ?? ''] = query.relevant;
  return {
    set,
    id: query.id,
    pair: `${query.lang} > ${search.langOf(answer) ?? query.lang}`,
    kind: query.kind,
    answerable: relevant.size > 0,
    ranks: Object.fromEntries(WAYS.map((way) => [way, rankOf(orders[way], relevant)])) as Record<Way, Rank>,
    ndcg: ndcg10(places, relevant.size),
    relevance: first?.relevance ?? 0,
    right: first !== undefined && relevant.has(first.articleId),
    language: prepared.lang === query.lang,
    rows: rowsOf(ranked, relevant),
  };
}

function rowsOf(ranked: RankedArticle[], relevant: Set<string>): QueryOutcome['rows'] {
  return ranked
    .slice(0, JUDGED)
    .map((article) => ({ x: article.features, y: relevant.has(article.articleId) ? 1 : 0 }));
}

function by(found: Candidate[], rank: (candidate: Candidate) => number | null): string[] {
  return found
    .filter((candidate) => rank(candidate) !== null)
    .sort((a, b) => (rank(a) ?? 0) - (rank(b) ?? 0))
    .map((candidate) => candidate.articleId);
}

function fuse(...orders: string[][]): string[] {
  const scores = new Map<string, number>();
  for (const order of orders) {
    order.forEach((id, place) => {
      scores.set(id, (scores.get(id) ?? 0) + 1 / (PLAIN_K + place + 1));
    });
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

function rankOf(order: string[], relevant: Set<string>): Rank {
  const place = order.findIndex((id) => relevant.has(id));
  return place === -1 ? null : place + 1;
}
