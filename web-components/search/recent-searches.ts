import { roughlyRedacted } from '../capture/rough-redaction.ts';

const KEPT = 6;

/** What the agent searched for, kept in this browser without e-mail addresses and long numbers. */
export class RecentSearches {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  /** Newest first. */
  get all(): string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((words) => typeof words === 'string').slice(0, KEPT) : [];
    } catch {
      return [];
    }
  }

  add(words: string): void {
    const kept = roughlyRedacted(words.trim().slice(0, 200), {});
    if (kept === '') return;
    this.#write([kept, ...this.all.filter((other) => other !== kept)].slice(0, KEPT));
  }

  clear(): void {
    this.#write([]);
  }

  /** A browser that keeps nothing costs the agent only the list. */
  #write(all: string[]): void {
    try {
      if (all.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(all));
    } catch {}
  }
}
