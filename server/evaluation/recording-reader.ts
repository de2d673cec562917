import { admits } from '../domain/admits.ts';
import { type Filter, isEverything } from '../domain/filter.ts';
import type { IndexVersion } from '../domain/fingerprint.ts';
import type { Hit, IndexablePassage } from '../domain/passage.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { type KeptAnswer, SLACK } from './kept-answer.ts';
import type { Corpus } from './passage-change.ts';
import type { WordCounts } from './word-counts.ts';

/**
 * Answers from what is kept where it can, and keeps what it had to ask for: whatever retrieval makes of the answers, it
 * makes the same of the same ones. A scan is answered from `passages` without vectors: they are read for their words. One
 * search at a time: `begin` it, then `end` it.
 */
export class RecordingReader implements IndexReader {
  readonly version: IndexVersion;
  readonly #source: IndexReader;
  readonly #passages: Map<string, IndexablePassage>;
  readonly #counts: WordCounts;
  #kept: KeptAnswer[] = [];
  #used: KeptAnswer[] = [];

  /** `corpus` is what `source` holds. */
  constructor(source: IndexReader, corpus: Corpus) {
    this.#source = source;
    this.#passages = corpus.passages;
    this.#counts = corpus.counts;
    this.version = source.version;
  }

  begin(kept: KeptAnswer[]): void {
    this.#kept = kept;
    this.#used = [];
  }

  /** What the search since `begin` was answered. */
  end(): KeptAnswer[] {
    return this.#used;
  }

  dense(vector: Float32Array, filter: Filter | null, limit: number): Promise<Hit[]> {
    return this.#answer({ part: 'dense', vector, terms: [], filter, limit });
  }

  lexical(terms: string[], filter: Filter | null, limit: number): Promise<Hit[]> {
    return this.#answer({ part: 'lexical', vector: null, terms, filter, limit });
  }

  async frequencies(filter: Filter | null): ReturnType<IndexReader['frequencies']> {
    return filter === null || isEverything(filter) ? this.#counts.frequencies() : this.#source.frequencies(filter);
  }

  async scan(filter: Filter | null): ReturnType<IndexReader['scan']> {
    const found = [...this.#passages.values()].filter((passage) => admits(filter, passage));
    return found.map((passage) => ({ passage, vector: null }));
  }

  async #answer(call: Omit<KeptAnswer, 'ids' | 'scores' | 'all'>): Promise<Hit[]> {
    const known = this.#kept.find((answer) => isTo(call, answer));
    const answer = known ?? (await this.#ask(call));
    this.#used.push(answer);
    return answer.ids.slice(0, call.limit).flatMap((id, place): Hit[] => {
      const passage = this.#passages.get(id);
      const score = answer.scores[place] ?? 0;
      if (!passage) return [];
      return call.part === 'dense'
        ? [{ passage, cosine: score, bm25: null }]
        : [{ passage, cosine: null, bm25: score }];
    });
  }

  async #ask(call: Omit<KeptAnswer, 'ids' | 'scores' | 'all'>): Promise<KeptAnswer> {
    const { vector, terms, filter, limit } = call;
    const most = limit + SLACK;
    const hits = vector
      ? await this.#source.dense(vector, filter, most)
      : await this.#source.lexical(terms, filter, most);
    const scores = hits.map((hit) => Math.fround((vector ? hit.cosine : hit.bm25) ?? 0));
    return { ...call, ids: hits.map((hit) => hit.passage.id), scores, all: hits.length < most };
  }
}

function isTo(call: Omit<KeptAnswer, 'ids' | 'scores' | 'all'>, answer: KeptAnswer): boolean {
  return (
    call.part === answer.part &&
    call.limit === answer.limit &&
    call.terms.join(' ') === answer.terms.join(' ') &&
    sameVector(call.vector, answer.vector) &&
    JSON.stringify(call.filter) === JSON.stringify(answer.filter)
  );
}

function sameVector(a: Float32Array | null, b: Float32Array | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.every((value, i) => value === b[i]));
}
