import type { Filter } from '../domain/filter.ts';
import type { Hit } from '../domain/passage.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { askedIn } from './asked.ts';
import type { PreparedQuery } from './prepare-query.ts';
import type { TermStatistics } from './term-statistics.ts';
import type { TextLanguages } from './text-languages.ts';

/** Passages asked of each part of the search; enough that ten articles come out of it. */
const DEPTH = 80;
/**
 * How much the best lexical evidence is worth, in cosine. Fitted on the development sets, each family of sets left out in
 * turn: 0.06 to 0.09 do equally well in every fold. Fusion by rank (Cormack, Clarke and Buettcher, 2009; K 3 to 60, weighted) puts 1 to 2
 * points fewer first, because ranks forget how far ahead the first is.
 */
const LEXICAL_WEIGHT = 0.08;
/** Lexical evidence counts in full from this share of the best score that the query could have. */
const FULL_EVIDENCE = 0.25;
/** BM25's k1 + 1: what a term that stands in a passage very often is worth at most, in its weight. */
const SATURATION = 2.2;
/** Words that languages share are names and codes; the rest is chance. */
const FOREIGN_WORDS = 0.3;
/** Passages whose nearness together tells how well an article is covered. */
const TOGETHER = 3;
/**
 * Share of the second best passage in how near an article is. Measured on the development sets: articles with several
 * phrasings gain 1 to 2 points of first places, others lose nothing; a third passage, or more weight, costs them.
 */
const SECOND = 0.25;
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
  /** True when it has no text in the query's language. One that has, and was found by its translations alone, is not. */
  foreign: boolean;
  /** Share of the query's weight that its best passage covers, 0 to 1. */
  coverage: number;
  /** Lexical evidence against the best there is for this query, 0 to 1. */
  words: number;
  denseRank: number | null;
  lexicalRank: number | null;
  /** What candidates are ordered by. */
  fused: number;
}

/** What a search looks for, and where. */
export interface CandidateSearch {
  reader: IndexReader;
  /** null = keyword mode. */
  embedder: Embedder | null;
  filter: Filter | null;
  statistics: TermStatistics;
  languages: TextLanguages;
}

/** Dense and lexical search under one filter, grouped by article and fused; best first. */
export async function findCandidates(query: PreparedQuery, search: CandidateSearch): Promise<Candidate[]> {
  const { reader, embedder, filter } = search;
  const words = [...query.terms, ...query.grams];
  const [lexical, dense] = await Promise.all([
    words.length > 0 ? reader.lexical(words, filter, DEPTH) : [],
    embedder && reader.version.model ? findDense(query, embedder, search) : [],
  ]);
  return fuse(dense, lexical, { query, ...search });
}

/** Searches every sentence that asks something, and all of them together. */
async function findDense(query: PreparedQuery, embedder: Embedder, { reader, filter }: CandidateSearch) {
  const vectors = await embedder.embed(query.parts, 'query');
  const found = await Promise.all(vectors.map((vector) => reader.dense(vector, filter, DEPTH)));
  const nearest = found.map((hits) => hits[0]?.cosine ?? -1);
  const asked = vectors.length > 1 ? await askedIn(vectors, nearest, embedder) : [0];
  const parts = asked.map((part) => found[part] ?? []);
  if (parts.length === 1) return parts[0] ?? [];
  return bestOf(asOne(parts, lengthOfSum(asked.map((part) => vectors[part] as Float32Array))), parts);
}

/** Length of the sum of several vectors. */
function lengthOfSum(vectors: Float32Array[]): number {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  return Math.hypot(...sum) || 1;
}

/**
 * What a search for the sum of the parts' vectors would find: a cosine with the sum is the sum of the cosines by its length.
 * A passage that a part did not find counts for it as the last one that it did.
 */
function asOne(parts: Hit[][], length: number): Hit[] {
  const last = parts.map((hits) => hits.at(-1)?.cosine ?? 0);
  const sums = new Map<string, { hit: Hit; sum: number }>();
  const all = last.reduce((sum, cosine) => sum + cosine, 0);
  parts.forEach((hits, part) => {
    for (const hit of hits) {
      const known = sums.get(hit.passage.id) ?? { hit, sum: all };
      known.sum += (hit.cosine ?? 0) - (last[part] ?? 0);
      sums.set(hit.passage.id, known);
    }
  });
  return [...sums.values()].map(({ hit, sum }) => ({ ...hit, cosine: sum / length }));
}

/** Each passage with its best cosine in the whole or, slightly discounted, in a part. */
function bestOf(whole: Hit[], parts: Hit[][]): Hit[] {
  const best = new Map(whole.map((hit) => [hit.passage.id, hit]));
  for (const hit of parts.flat()) {
    const cosine = (hit.cosine ?? 0) - PART_DISCOUNT;
    const known = best.get(hit.passage.id);
    if (!known || (known.cosine ?? 0) < cosine) best.set(hit.passage.id, { ...hit, cosine });
  }
  return [...best.values()].sort((a, b) => (b.cosine ?? 0) - (a.cosine ?? 0));
}

function fuse(
  dense: Hit[],
  lexical: Hit[],
  { query, statistics, languages }: { query: PreparedQuery } & Pick<CandidateSearch, 'statistics' | 'languages'>,
): Candidate[] {
  const best = SATURATION * weightOf(query, statistics);
  const evidence = (hit: Hit) => (hit.bm25 ?? 0) * (hit.passage.lang === query.lang ? 1 : FOREIGN_WORDS);
  const top = Math.max(0, ...lexical.map(evidence));
  const trust = best === 0 ? 0 : Math.min(1, top / best / FULL_EVIDENCE);
  const found = new Map<string, Candidate>();
  byArticle(dense).forEach(([articleId, hits], rank) => {
    const cosines = hits.map((hit) => hit.cosine ?? 0);
    found.set(articleId, {
      ...nothing(articleId),
      hits,
      cosine: cosines[0] ?? null,
      together: meanOf(cosines.slice(0, TOGETHER)),
      denseRank: rank + 1,
    });
  });
  const inOrder = [...lexical].sort((a, b) => evidence(b) - evidence(a));
  byArticle(inOrder).forEach(([articleId, hits], rank) => {
    const candidate = found.get(articleId) ?? nothing(articleId);
    found.set(articleId, candidate);
    candidate.lexicalRank = rank + 1;
    candidate.words = top === 0 ? 0 : (trust * Math.max(...hits.map(evidence))) / top;
    candidate.hits.push(...hits.filter((hit) => !candidate.hits.some(({ passage }) => passage.id === hit.passage.id)));
  });
  // What dense search did not bring is no nearer than the last that it brought.
  const farthest = Math.min(1, ...dense.map((hit) => hit.cosine ?? 1));
  for (const candidate of found.values()) {
    candidate.foreign = !languages.get(candidate.articleId)?.has(query.lang);
    const first = candidate.cosine ?? (dense.length > 0 ? farthest : 0);
    const second = candidate.hits[1]?.cosine ?? (dense.length < DEPTH ? first : farthest);
    candidate.fused = (1 - SECOND) * first + SECOND * second + LEXICAL_WEIGHT * candidate.words;
  }
  return [...found.values()].sort((a, b) => b.fused - a.fused);
}

function nothing(articleId: string): Candidate {
  const numbers = { coverage: 0, words: 0, fused: 0 };
  return {
    articleId,
    hits: [],
    cosine: null,
    together: null,
    foreign: false,
    denseRank: null,
    lexicalRank: null,
    ...numbers,
  };
}

function weightOf(query: PreparedQuery, statistics: TermStatistics): number {
  return [...new Set([...query.terms, ...query.grams])].reduce((sum, term) => sum + statistics.weight(term), 0);
}

/** Hits grouped by article, groups in the order of their best hit. */
function byArticle(hits: Hit[]): [articleId: string, hits: Hit[]][] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.passage.articleId);
    if (group) group.push(hit);
    else groups.set(hit.passage.articleId, [hit]);
  }
  return [...groups];
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
