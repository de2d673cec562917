import type { Embedder } from '../ports/embedder.ts';

/** An embedder that knows what it was last asked: a message that was answered is looked at again for nothing. */
export class RecentEmbedder implements Embedder {
  readonly model: string;
  readonly hash: string;
  readonly dimensions: number;
  readonly #inner: Embedder;
  readonly #most: number;
  readonly #vectors = new Map<string, Float32Array>();

  /** @param most queries remembered; a vector of 384 numbers takes 1.5 KB. Passages are not. */
  constructor(inner: Embedder, most = 20_000) {
    this.#inner = inner;
    this.#most = most;
    this.model = inner.model;
    this.hash = inner.hash;
    this.dimensions = inner.dimensions;
  }

  async embed(texts: string[], kind: 'query' | 'passage', progress?: (done: number) => void): Promise<Float32Array[]> {
    if (kind === 'passage') return this.#inner.embed(texts, kind, progress);
    const known = texts.map((text) => this.#vectors.get(text) ?? null);
    const missing = [...new Set(texts.filter((_, i) => known[i] === null))];
    const made = missing.length > 0 ? await this.#inner.embed(missing, kind, progress) : [];
    const fresh = new Map(missing.map((text, i) => [text, made[i] as Float32Array]));
    texts.forEach((text, i) => {
      const vector = known[i] ?? (fresh.get(text) as Float32Array);
      known[i] = vector;
      // What was asked last is forgotten last.
      this.#vectors.delete(text);
      this.#vectors.set(text, vector);
    });
    for (const text of this.#vectors.keys()) {
      if (this.#vectors.size <= this.#most) break;
      this.#vectors.delete(text);
    }
    return known as Float32Array[];
  }

  dispose(): Promise<void> {
    return this.#inner.dispose();
  }
}
