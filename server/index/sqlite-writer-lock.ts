import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { ErfaraError } from '../domain/errors.ts';
import type { WriterLock } from '../ports/writer-lock.ts';

const RETRY_MS = 100;

/**
 * The writer lock as an exclusive SQLite transaction on a file of its own: the system lets go of it when the process
 * dies. A note beside it says who holds it; the note is for people, the transaction is the lock.
 */
export class SqliteWriterLock implements WriterLock {
  readonly #path: string;
  #mine: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  get #notePath(): string {
    return `${this.#path}.holder.json`;
  }

  /** Calls within one process queue up; other processes are waited for. */
  hold<T>(purpose: string, waitMs: number, work: () => Promise<T>): Promise<T> {
    const turn = this.#mine.then(() => this.#holdAlone(purpose, waitMs, work));
    this.#mine = turn.catch(() => undefined);
    return turn;
  }

  async #holdAlone<T>(purpose: string, waitMs: number, work: () => Promise<T>): Promise<T> {
    mkdirSync(dirname(this.#path), { recursive: true });
    const database = new Database(this.#path);
    try {
      await this.#begin(database, Date.now() + waitMs);
      const since = new Date().toISOString();
      writeFileSync(this.#notePath, JSON.stringify({ pid: process.pid, purpose, since }));
      return await work();
    } finally {
      if (database.inTransaction) {
        rmSync(this.#notePath, { force: true });
        database.exec('ROLLBACK');
      }
      database.close();
    }
  }

  async #begin(database: Database.Database, until: number): Promise<void> {
    for (;;) {
      try {
        database.exec('BEGIN EXCLUSIVE');
        return;
      } catch (error) {
        if (!/busy|locked/i.test(String(error))) throw error;
        if (Date.now() >= until) throw this.#locked();
        await sleep(RETRY_MS);
      }
    }
  }

  #locked(): ErfaraError {
    let holder = 'another process';
    try {
      const note = JSON.parse(readFileSync(this.#notePath, 'utf8'));
      holder = `process ${note.pid} (${note.purpose}, since ${note.since})`;
    } catch {
      // The note is a courtesy; without it the lock is still somebody's.
    }
    return new ErfaraError('locked', {
      details: [{ path: this.#path, rule: 'writer-lock', message: `Held by ${holder}.` }],
      retryAfter: 30,
    });
  }
}
