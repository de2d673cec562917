import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { Embedder } from '../ports/embedder.ts';

/** Texts embedded before their vectors are kept: a run that is stopped loses no more. */
const AT_ONCE = 256;

/** Another embedder whose vectors are kept in a SQLite file, so that what was embedded once costs a look-up. */
export class CachedEmbedder implements Embedder {
  readonly model: string;
  readonly hash: string;
  readonly dimensions: number;
  readonly #inner: Embedder;
  readonly #database: Database.Database;

  constructor(inner: Embedder, path: string) {
    this.#inner = inner;
    this.model = inner.model;
    this.hash = inner.hash;
    this.dimensions = inner.dimensions;
    mkdirSync(dirname(path), { recursive: true });
    this.#database = new Database(path);
    this.#database.exec('PRAGMA journal_mode = WAL');
    this.#database.exec('CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID');
  }

  async embed(texts: string[], kind: 'query' | 'passage', progress?: (done: number) => void): Promise<Float32Array[]> {
    const keys = texts.map((text) => createHash('sha256').update(`${this.hash}\n${kind}\n${text}`).digest());
    const find = this.#database.prepare('SELECT vector FROM vectors WHERE key = ?');
    const vectors = keys.map((key) => found(find.get([key])));
    const missing = [...texts.keys()].filter((i) => vectors[i] === null);
    progress?.(texts.length - missing.length);
    for (let start = 0; start < missing.length; start += AT_ONCE) {
      const batch = missing.slice(start, start + AT_ONCE);
      const made = await this.#inner.embed(
        batch.map((i) => texts[i] ?? ''),
        kind,
        (done) => progress?.(texts.length - missing.length + start + done),
      );
      const keep = this.#database.prepare('INSERT OR REPLACE INTO vectors VALUES (?, ?)');
      this.#database.transaction(() => {
        batch.forEach((i, place) => {
          const vector = made[place] as Float32Array;
          vectors[i] = vector;
          keep.run([keys[i], Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)]);
        });
      })();
    }
    return vectors as Float32Array[];
  }

  async dispose(): Promise<void> {
    this.#database.close();
    await this.#inner.dispose();
  }
}

function found(row: unknown): Float32Array | null {
  if (typeof row !== 'object' || row === null || !('vector' in row)) return null;
  const bytes = row.vector as Uint8Array;
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
