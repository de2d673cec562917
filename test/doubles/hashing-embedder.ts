import { createHash } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { ErfaraError } from '../../server/domain/errors.ts';
import type { Embedder } from '../../server/ports/embedder.ts';

const DIMENSIONS = 64;

/**
 * A deterministic embedder for tests: a bag of hashed word beginnings (four letters stand in for stems), unit length.
 * Texts that share words are near; it knows nothing of meaning or language. `pauseMs` slows every call down; another
 * `hash` passes for another model.
 */
export class HashingEmbedder implements Embedder {
  readonly model = 'hashing';
  readonly hash: string;
  readonly dimensions = DIMENSIONS;
  /** Texts embedded so far, by kind. */
  readonly embedded = { query: 0, passage: 0 };
  readonly #pauseMs: number;
  #disposed = false;

  constructor(options: { hash?: string; pauseMs?: number } = {}) {
    this.hash = options.hash ?? 'hashing-64';
    this.#pauseMs = options.pauseMs ?? 0;
  }

  async embed(texts: string[], kind: 'query' | 'passage', progress?: (done: number) => void): Promise<Float32Array[]> {
    await (this.#pauseMs > 0 ? setTimeout(this.#pauseMs) : setImmediate());
    if (this.#disposed) throw new ErfaraError('bad-model', { cause: new Error('The embedder has been disposed of.') });
    this.embedded[kind] += texts.length;
    progress?.(texts.length);
    return texts.map(vectorOf);
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
  }
}

function vectorOf(text: string): Float32Array {
  // Not quite zero, so that a text without words has a direction too.
  const vector = new Float32Array(DIMENSIONS).fill(0.001);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const digest = createHash('sha256').update(word.slice(0, 4)).digest();
    const place = (digest[0] ?? 0) % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + ((digest[1] ?? 0) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
