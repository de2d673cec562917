import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names for agents that hold for one calendar month: an HMAC of the principal's id under a salt that is thrown away
 * when the month is over, after which nobody can tell whose events they were, or that two months' were one person's.
 */
export class AgentPseudonyms {
  readonly #folder: string;
  #known: { month: string; salt: Buffer } | null = null;
  #authorKey: Buffer | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  of(principalId: string, now: Date): string {
    const month = now.toISOString().slice(0, 7);
    if (this.#known?.month !== month) this.#known = { month, salt: this.#saltOf(month) };
    return createHmac('sha256', this.#known.salt).update(principalId).digest('hex').slice(0, 16);
  }

  /**
   * The name of whoever signs what they want answered or may undo: an HMAC under a key that is kept beside the ledger, so
   * it stays the same. Nothing leads from it to the month's names.
   */
  author(principalId: string): string {
    this.#authorKey ??= this.#kept('authors.key');
    return createHmac('sha256', this.#authorKey).update(principalId).digest('hex').slice(0, 32);
  }

  /** The name of a host's customer, from the host's reference: it stays the same, and nothing leads back from it. */
  customer(reference: string): string {
    return this.author(`customer ${reference}`);
  }

  #saltOf(month: string): Buffer {
    mkdirSync(this.#folder, { recursive: true });
    const name = `${month}.salt`;
    for (const old of readdirSync(this.#folder)) {
      if (old.endsWith('.salt') && old < name) rmSync(join(this.#folder, old), { force: true });
    }
    return this.#kept(name);
  }

  /** The secret in this file; made when it is not there. */
  #kept(name: string): Buffer {
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, name);
    if (!existsSync(path)) {
      const beside = join(this.#folder, `${process.pid}.tmp`);
      writeFileSync(beside, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
      try {
        linkSync(beside, path);
      } catch (error) {
        // Another process made one in the same moment; its salt is the one that counts.
        if (!existsSync(path)) throw error;
      } finally {
        rmSync(beside, { force: true });
      }
    }
    return Buffer.from(readFileSync(path, 'utf8'), 'hex');
  }
}
