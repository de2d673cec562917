import type { IndexablePassage } from '../domain/passage.ts';
import { inverseFrequency } from '../retrieval/term-statistics.ts';

/** BM25's saturation and length normalisation, as LanceDB has them. */
const K1 = 1.2;
const B = 0.75;

/** Passages, their terms and grams in all, and in how many passages each stands. */
export interface WordSnapshot {
  passages: number;
  length: number;
  frequency: Map<string, number>;
}

/** How often terms stand in a set of passages, and BM25 by it, as the index computes it. */
export class WordCounts {
  readonly #frequency: Map<string, number>;
  readonly #base: WordCounts | null;
  #passages: number;
  #length: number;

  /** With `base` it counts what is added to and taken from it, and leaves it as it is. */
  constructor(passages: Iterable<IndexablePassage>, base: WordCounts | null = null) {
    this.#frequency = new Map();
    this.#base = base;
    this.#passages = base ? base.#passages : 0;
    this.#length = base ? base.#length : 0;
    for (const passage of passages) this.#count(passage, 1);
  }

  /** The counts after a change. */
  changed(added: IndexablePassage[], removed: IndexablePassage[]): WordCounts {
    const counts = new WordCounts(added, this);
    for (const passage of removed) counts.#count(passage, -1);
    return counts;
  }

  /** To be kept, and made again with `restore`. */
  snapshot(): WordSnapshot {
    const frequency = new Map(this.#base ? this.#base.snapshot().frequency : []);
    for (const [term, times] of this.#frequency) frequency.set(term, (frequency.get(term) ?? 0) + times);
    return { passages: this.#passages, length: this.#length, frequency };
  }

  static restore({ passages, length, frequency }: WordSnapshot): WordCounts {
    const counts = new WordCounts([]);
    counts.#passages = passages;
    counts.#length = length;
    for (const [term, times] of frequency) counts.#frequency.set(term, times);
    return counts;
  }

  /** In how many passages each word stands, as a reader says it. */
  frequencies(): { passages: number; of: Map<string, number> } {
    const { passages, frequency } = this.snapshot();
    return { passages, of: frequency };
  }

  /** How telling a word is, by `inverseFrequency`. */
  weight(term: string): number {
    return inverseFrequency(this.#of(term), this.#passages);
  }

  /** BM25 of a passage for a query's distinct terms. */
  score(terms: string[], passage: IndexablePassage): number {
    const mean = this.#length / Math.max(1, this.#passages);
    const { times: timesOf, length } = wordsIn(passage);
    const norm = K1 * (1 - B + (B * length) / Math.max(1, mean));
    let score = 0;
    for (const term of new Set(terms)) {
      const times = timesOf.get(term) ?? 0;
      if (times > 0) score += (this.weight(term) * (K1 + 1) * times) / (times + norm);
    }
    return score;
  }

  #of(term: string): number {
    return (this.#frequency.get(term) ?? 0) + (this.#base ? this.#base.#of(term) : 0);
  }

  #count(passage: IndexablePassage, sign: 1 | -1): void {
    this.#passages += sign;
    const { times, length } = count(passage);
    this.#length += sign * length;
    for (const term of times.keys()) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + sign);
  }
}

const counted = new WeakMap<IndexablePassage, ReturnType<typeof count>>();

/** Kept for passages that are scored again and again. */
function wordsIn(passage: IndexablePassage): ReturnType<typeof count> {
  const known = counted.get(passage) ?? count(passage);
  counted.set(passage, known);
  return known;
}

/** How often each term and gram stands in a passage, and how many there are. */
function count({ terms, grams }: IndexablePassage): { times: Map<string, number>; length: number } {
  const times = new Map<string, number>();
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  for (const gram of grams) times.set(gram, (times.get(gram) ?? 0) + 1);
  return { times, length: terms.length + grams.length };
}
