import type { Bank } from '../../ports/article-store.ts';
import type { Embedder } from '../../ports/embedder.ts';
import { unit } from './find-surges.ts';

/** Texts embedded in one go: a customer's question overtakes the next. */
const AT_ONCE = 16;
/** Texts of the bank whose middle stands for what all messages have in common. */
const TYPICAL = 96;
const KEPT = 30_000;

/** Messages as vectors without what all messages share, so that a dot product tells what they are about. */
export class AskedVectors {
  readonly #embedder: () => Embedder | null;
  readonly #partsOf: (text: string) => string[];
  readonly #known = new Map<string, Float32Array>();
  #common: { hash: string; vector: Float32Array } | null = null;

  /** `partsOf` cuts a message as it is cut when it is answered, so that its parts are embedded already. */
  constructor(embedder: () => Embedder | null, partsOf: (text: string) => string[]) {
    this.#embedder = embedder;
    this.#partsOf = partsOf;
  }

  /** In the order of `texts`; null in keyword mode. `until` (milliseconds of the process) ends it early: then null too. */
  async of(texts: string[], bank: Bank, until = Number.POSITIVE_INFINITY): Promise<Float32Array[] | null> {
    const embedder = this.#embedder();
    if (!embedder) return null;
    const common = await this.#commonOf(embedder, bank);
    const missing = [...new Set(texts)].filter((text) => !this.#known.has(text));
    for (let start = 0; start < missing.length; start += AT_ONCE) {
      if (performance.now() > until) return null;
      const batch = missing.slice(start, start + AT_ONCE);
      const parts = batch.map((text) => this.#partsOf(text));
      const made = await embedder.embed(parts.flat(), 'query');
      let next = 0;
      batch.forEach((text, i) => {
        const own = made.slice(next, next + (parts[i]?.length ?? 0));
        next += own.length;
        this.#known.set(text, unit(middle(own).map((each, at) => each - (common[at] as number))));
      });
    }
    const vectors = texts.map((text) => this.#known.get(text) as Float32Array);
    for (const text of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(text);
    }
    return vectors;
  }

  async #commonOf(embedder: Embedder, { articles }: Bank): Promise<Float32Array> {
    if (this.#common?.hash === embedder.hash) return this.#common.vector;
    const all = articles.flatMap(({ texts }) => texts.map(({ title, questions }) => questions[0] ?? title));
    const step = Math.max(1, Math.floor(all.length / TYPICAL));
    const typical = all.filter((_, i) => i % step === 0).slice(0, TYPICAL);
    const vector = new Float32Array(embedder.dimensions);
    for (let start = 0; start < typical.length; start += AT_ONCE) {
      const made = await embedder.embed(typical.slice(start, start + AT_ONCE), 'query');
      for (const each of made)
        for (let i = 0; i < vector.length; i += 1)
          vector[i] = (vector[i] as number) + (each[i] as number) / typical.length;
    }
    this.#common = { hash: embedder.hash, vector };
    this.#known.clear();
    return vector;
  }
}

function middle(vectors: Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + (vector[i] as number);
  return unit(sum);
}
