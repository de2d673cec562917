import type { Filter } from '../domain/filter.ts';
import { and } from '../domain/filter.ts';
import type { Hit } from '../domain/passage.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import type { PreparedQuery } from './prepare-query.ts';

/** Passages asked of each part of the search; enough that ten articles come out of it. */
const DEPTH = 60;
/**
 * Reciprocal rank fusion (Cormack, Clarke and Buettcher, 2009). `K` is small because what counts is the first few
 * articles; the lexical side weighs less because across short questions it is the weaker one.
 */
const K = 10;
const LEXICAL_WEIGHT = 0.3;
/** A part of a message says less than the whole. */
const PART_DISCOUNT = 0.02;

/** An article that retrieval found, with everything relevance is judged on. */
export interface Candidate {
  articleId: string;
  /** Its passages, best first by cosine. */
  hits: Hit[];
  /** Best cosine over its passages and the query's parts; null in keyword mode. */
  cosine: number | null;
  /** Best cosine of a second passage of the same article. */
  support: number | null;
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
  return fuse(bestOfParts(dense), lexical);
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
  const found = new Map<string, Candidate>();
  const candidate = (articleId: string): Candidate => {
    const known = found.get(articleId);
    if (known) return known;
    const fresh: Candidate = {
      articleId,
      hits: [],
      cosine: null,
      support: null,
      coverage: 0,
      denseRank: null,
      lexicalRank: null,
      fused: 0,
    };
    found.set(articleId, fresh);
    return fresh;
  };
  let rank = 0;
  for (const hit of dense) {
    const entry = candidate(hit.passage.articleId);
    if (entry.denseRank === null) {
      rank += 1;
      entry.denseRank = rank;
      entry.cosine = hit.cosine;
    } else if (entry.support === null) entry.support = hit.cosine;
    entry.hits.push(hit);
  }
  rank = 0;
  for (const hit of lexical) {
    const entry = candidate(hit.passage.articleId);
    if (entry.lexicalRank === null) {
      rank += 1;
      entry.lexicalRank = rank;
    }
    if (!entry.hits.some((known) => known.passage.id === hit.passage.id)) entry.hits.push(hit);
  }
  for (const entry of found.values()) {
    entry.fused =
      (entry.denseRank === null ? 0 : 1 / (K + entry.denseRank)) +
      (entry.lexicalRank === null ? 0 : LEXICAL_WEIGHT / (K + entry.lexicalRank));
  }
  return [...found.values()].sort((a, b) => b.fused - a.fused);
}
