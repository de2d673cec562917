import { admits } from '../domain/admits.ts';
import { type Filter, isEverything } from '../domain/filter.ts';
import type { IndexVersion } from '../domain/fingerprint.ts';
import type { Hit } from '../domain/passage.ts';
import { dot } from '../domain/vector.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import type { PassageChange } from './passage-change.ts';
import { WordCounts } from './word-counts.ts';

/**
 * A published version as it would be after a change that nobody published: its passages without the removed ones, and the
 * added ones beside them. Dense search is exact. Lexical search gives the published passages the BM25 they have, and the
 * added ones BM25 by `counts`, the words of the state after the change: rarity and mean length differ between the two by
 * what the change itself moves them.
 */
export class OverlayReader implements IndexReader {
  readonly version: IndexVersion;
  readonly #base: IndexReader;
  readonly #change: PassageChange;
  readonly #counts: WordCounts;

  constructor(base: IndexReader, change: PassageChange, counts: WordCounts) {
    this.#base = base;
    this.#change = change;
    this.#counts = counts;
    const passages = base.version.passages - change.removed.size + change.added.length;
    this.version = { ...base.version, passages };
  }

  async dense(vector: Float32Array, filter: Filter | null, limit: number): Promise<Hit[]> {
    const found = await this.#base.dense(vector, filter, limit + this.#change.removed.size);
    const own = this.#own(filter).flatMap(({ passage, vector: other }) =>
      other ? [{ passage, cosine: dot(vector, other), bm25: null }] : [],
    );
    return this.#merge(found, this.version.model === null ? [] : own, limit, (hit) => hit.cosine);
  }

  async lexical(terms: string[], filter: Filter | null, limit: number): Promise<Hit[]> {
    const found = await this.#base.lexical(terms, filter, limit + this.#change.removed.size);
    const own = this.#own(filter)
      .map(({ passage }) => ({ passage, cosine: null, bm25: this.#counts.score(terms, passage) }))
      .filter(({ bm25 }) => bm25 > 0);
    return this.#merge(found, own, limit, (hit) => hit.bm25);
  }

  /** Of everything, by the counts; of a part, as published with the added ones beside: what went is still counted. */
  async frequencies(filter: Filter | null): ReturnType<IndexReader['frequencies']> {
    if (filter === null || isEverything(filter)) return this.#counts.frequencies();
    const { passages, of } = await this.#base.frequencies(filter);
    const own = this.#own(filter).map(({ passage }) => passage);
    const added = new WordCounts(own).frequencies();
    const all = new Map(of);
    for (const [word, times] of added.of) all.set(word, (all.get(word) ?? 0) + times);
    return { passages: passages + added.passages, of: all };
  }

  async scan(filter: Filter | null): ReturnType<IndexReader['scan']> {
    const rows = await this.#base.scan(filter);
    return [...rows.filter(({ passage }) => !this.#change.removed.has(passage.id)), ...this.#own(filter)];
  }

  #own(filter: Filter | null) {
    return this.#change.added.filter(({ passage }) => admits(filter, passage));
  }

  #merge(found: Hit[], own: Hit[], limit: number, scoreOf: (hit: Hit) => number | null): Hit[] {
    return [...found.filter(({ passage }) => !this.#change.removed.has(passage.id)), ...own]
      .sort((a, b) => (scoreOf(b) ?? 0) - (scoreOf(a) ?? 0))
      .slice(0, limit);
  }
}
