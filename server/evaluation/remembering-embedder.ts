import type { Embedder } from '../ports/embedder.ts';

/** An embedder that knows the queries it was asked before. Several may share their `vectors`. */
export class RememberingEmbedder implements Embedder {
  readonly model: string;
  readonly hash: string;
  readonly dimensions: number;
  readonly #source: Embedder;
  readonly #vectors: Map<string, Float32Array>;
  #asked: string[] = [];

  /** `vectors` are those of queries, by text; new ones are put there. */
  constructor(source: Embedder, vectors: Map<string, Float32Array>) {
    this.#source = source;
    this.#vectors = vectors;
    this.model = source.model;
    this.hash = source.hash;
    this.dimensions = source.dimensions;
  }

  async embed(texts: string[], kind: 'query' | 'passage', progress?: (done: number) => void): Promise<Float32Array[]> {
    if (kind === 'passage') return this.#source.embed(texts, kind, progress);
    this.#asked.push(...texts);
    const missing = [...new Set(texts)].filter((text) => !this.#vectors.has(text));
    const made = missing.length > 0 ? await this.#source.embed(missing, kind, progress) : [];
    missing.forEach((text, i) => {
      const vector = made[i];
      if (vector) this.#vectors.set(text, vector);
    });
    return texts.flatMap((text) => this.#vectors.get(text) ?? []);
  }

  /** The queries asked since the last call. */
  takeAsked(): string[] {
    const asked = this.#asked;
    this.#asked = [];
    return asked;
  }

  /** The source is not this one's to dispose of. */
  async dispose(): Promise<void> {}
}
