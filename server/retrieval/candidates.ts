import type { Filter } from '../domain/filter.ts';
import { and } from '../domain/filter.ts';
import type { Hit } from '../domain/passage.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import type { PreparedQuery } from './prepare-query.ts';

/** Passages asked of each part of the search; enough that ten articles come out of it. */
const DEPTH = 120;
/**
 * Reciprocal rank fusion (Cormack, Clarke and Buettcher, 2009). Measured on the project's own questions, each left out:
 * an article is judged better by its few best passages together than by its best one alone, and lexical search adds
 * most at a little over half the weight of dense.
 */
const K = 10;
const LEXICAL_WEIGHT = 0.6;
const DENSE_TOGETHER = 3;
const LEXICAL_TOGETHER = 2;
/** A part of a message says less than the whole. */
const PART_DISCOUNT = 0.02;

/** An article that retrieval found, with everything relevance is judged on. */
export interface Candidate {
  articleId: string;
  /** Its passages, best first by cosine. */
  hits: Hit[];
  /** Best cosine over its passages and the query's parts; null in keyword mode. */
  cosine: number | null;
  /** Mean cosine of its best passages together; null in keyword mode. */
  together: number | null;
  /** True when none of its passages that were found is in the query's language. */
  foreign: boolean;
  /** Share of the query's weight that its best passage covers, 0 to 1. */
  coverage: number;
  denseRank: number | null;
  lexicalRank: number | null;
  fused: number;
}

/** What a search looks for, and where. */
export interface CandidateSearch {
  reader: IndexReader;
  /** null = keyword mode. */
  embedder: Embedder | null;
  filter: Filter | null;
}

/** Dense and lexical search under one filter, grouped by article and fused by rank; best first. */
export async function findCandidates(query: PreparedQuery, search: CandidateSearch): Promise<Candidate[]> {
  const { reader, embedder, filter } = search;
  const sameLanguage: Filter = { op: 'eq', field: 'lang', value: query.lang };
  const lexicalFilter = filter ? and(filter, sameLanguage) : sameLanguage;
  const [lexical, vectors] = await Promise.all([
    query.terms.length > 0 ? reader.lexical(query.terms, lexicalFilter, DEPTH) : [],
    embedder && reader.version.model ? embedder.embed(query.parts, 'query') : [],
  ]);
  const dense = await Promise.all(vectors.map((vector) => reader.dense(vector, filter, DEPTH)));
  const found = fuse(bestOfParts(dense), lexical);
  for (const candidate of found) candidate.foreign = !candidate.hits.some((hit) => hit.passage.lang === query.lang);
  return found;
}

/** One list from several: each passage with its best cosine, parts slightly discounted against the whole. */
function bestOfParts(lists: Hit[][]): Hit[] {
  const best = new Map<string, Hit>();
  lists.forEach((hits, part) => {
    for (const hit of hits) {
      const cosine = (hit.cosine ?? 0) - (part === 0 ? 0 : PART_DISCOUNT);
      const known = best.get(hit.passage.id);
      if (!known || (known.cosine ?? 0) < cosine) best.set(hit.passage.id, { ...hit, cosine });
    }
  });
  return [...best.values()].sort((a, b) => (b.cosine ?? 0) - (a.cosine ?? 0));
}

function fuse(dense: Hit[], lexical: Hit[]): Candidate[] {
  const denseOrder = byArticle(dense, (hit) => hit.cosine ?? 0, DENSE_TOGETHER);
  const lexicalOrder = byArticle(lexical, (hit) => hit.bm25 ?? 0, LEXICAL_TOGETHER, 0);
  const found = new Map<string, Candidate>();
  denseOrder.forEach(({ articleId, hits, mean }, rank) => {
    const cosine = hits[0]?.cosine ?? null;
    const fused = 1 / (K + rank + 1);
    found.set(articleId, {
      articleId,
      hits,
      cosine,
      together: mean,
      foreign: false,
      coverage: 0,
      denseRank: rank + 1,
      lexicalRank: null,
      fused,
    });
  });
  lexicalOrder.forEach(({ articleId, hits }, rank) => {
    const fused = LEXICAL_WEIGHT / (K + rank + 1);
    const known = found.get(articleId);
    if (known) {
      known.lexicalRank = rank + 1;
      known.fused += fused;
      known.hits.push(...hits.filter((hit) => !known.hits.some(({ passage }) => passage.id === hit.passage.id)));
    } else {
      found.set(articleId, {
        articleId,
        hits,
        cosine: null,
        together: null,
        foreign: false,
        coverage: 0,
        denseRank: null,
        lexicalRank: rank + 1,
        fused,
      });
    }
  });
  return [...found.values()].sort((a, b) => b.fused - a.fused);
}

/**
 * Articles ordered by the mean score of their `together` best passages. A passage that is not in the list counts as
 * `missing`, or where that is not given as the list's worst: it scored no better.
 */
function byArticle(hits: Hit[], scoreOf: (hit: Hit) => number, together: number, missing?: number) {
  const worst = missing ?? Math.min(...hits.map(scoreOf));
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(hit.passage.articleId, [...(groups.get(hit.passage.articleId) ?? []), hit]);
  return [...groups]
    .map(([articleId, own]) => {
      const scores = Array.from({ length: together }, (_, i) => (own[i] ? scoreOf(own[i]) : worst));
      return { articleId, hits: own, mean: scores.reduce((sum, score) => sum + score, 0) / together };
    })
    .sort((a, b) => b.mean - a.mean);
}
