import { roughlyRedacted } from '../capture/rough-redaction.ts';

const KEPT = 8;
/** Nobody searches for more again; longer words are a customer's message that was pasted. */
const LONGEST = 80;

/**
 * What an agent searched for lately, in this browser alone: never sent, without e-mail addresses, long numbers and the values
 * the host gave, and gone when the agent says so.
 */
export class RecentSearches {
  readonly #key: string;
  #fallback: string[] = [];

  constructor(server: string) {
    this.#key = `erfara-recent-searches ${server}`;
  }

  /** The latest first. */
  list(): string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((words) => typeof words === 'string').slice(0, KEPT) : [];
    } catch {
      return this.#fallback;
    }
  }

  /** Keeps words that led somewhere; those that are nothing without what had to go are not kept. */
  add(words: string, variables: Record<string, string> = {}): void {
    const clean = withoutPersons(words, variables);
    if (clean.length < 2 || clean.length > LONGEST) return;
    const same = clean.toLowerCase();
    this.#write([clean, ...this.list().filter((one) => one.toLowerCase() !== same)].slice(0, KEPT));
  }

  clear(): void {
    this.#write([]);
  }

  #write(list: string[]): void {
    this.#fallback = list;
    try {
      if (list.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(list));
    } catch {
      // Remembered in this page alone.
    }
  }
}

function withoutPersons(words: string, variables: Record<string, string>): string {
  return roughlyRedacted(words, variables)
    .replace(/\{\{[^{}]*\}\}|\[(?:number|e-mail)\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
