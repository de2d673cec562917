import { createHash } from 'node:crypto';
import type { Embedder } from '../ports/embedder.ts';

/** Vectors that are kept: of some days' messages, in about 10 MB. */
const MOST = 6_000;

/**
 * Another embedder that knows the vectors of the latest queries, so that looking at what was asked costs nothing. It keeps no
 * words: a query is known by its hash, and only as long as the process lives.
 */
export class RecentQueries implements Embedder {
  readonly model: string;
  readonly hash: string;
  readonly dimensions: number;
  readonly #inner: Embedder;
  readonly #most: number;
  readonly #vectors = new Map<string, Float32Array>();

  constructor(inner: Embedder, most = MOST) {
    this.#inner = inner;
    this.#most = most;
    this.model = inner.model;
    this.hash = inner.hash;
    this.dimensions = inner.dimensions;
  }

  async embed(texts: string[], kind: 'query' | 'passage', progress?: (done: number) => void): Promise<Float32Array[]> {
    if (kind === 'passage') return this.#inner.embed(texts, kind, progress);
    const keys = texts.map((text) => createHash('sha256').update(text).digest('base64'));
    const found = keys.map((key) => this.#vectors.get(key));
    const missing = [...new Map(keys.map((key, place) => [key, place])).values()].filter((place) => !found[place]);
    const made =
      missing.length === 0
        ? []
        : await this.#inner.embed(
            missing.map((place) => texts[place] ?? ''),
            kind,
          );
    const fresh = new Map(missing.map((place, i) => [keys[place] ?? '', made[i] as Float32Array]));
    const vectors = keys.map((key, place) => (found[place] ?? fresh.get(key)) as Float32Array);
    // Whoever was asked for again becomes the newest, and the oldest goes.
    keys.forEach((key, place) => {
      this.#vectors.delete(key);
      this.#vectors.set(key, vectors[place] as Float32Array);
    });
    for (const key of this.#vectors.keys()) {
      if (this.#vectors.size <= this.#most) break;
      this.#vectors.delete(key);
    }
    progress?.(texts.length);
    return vectors;
  }

  dispose(): Promise<void> {
    return this.#inner.dispose();
  }
}
