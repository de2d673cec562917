import type { ArticleRow, SearchInput, SearchOutput } from '../../../server/http/contract.ts';
import { Latest } from '../../client/latest.ts';
import { type Filters, filtered, NO_FILTERS } from './filtering.ts';

const PAUSE = 150;

export interface ArticlesDeps {
  rows: () => ArticleRow[];
  search: (input: SearchInput, signal: AbortSignal) => Promise<SearchOutput>;
  changed: () => void;
}

/** The list of articles: what narrows it, which row is the current one, and which are chosen. */
export class ArticlesController {
  filters: Filters = NO_FILTERS;
  chosen = new Set<string>();
  /** The row that the keyboard is on. */
  current = 0;
  readonly #deps: ArticlesDeps;
  readonly #latest = new Latest();
  #found: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #anchor = 0;

  constructor(deps: ArticlesDeps) {
    this.#deps = deps;
  }

  get rows(): ArticleRow[] {
    return filtered(this.#deps.rows(), this.filters, this.#found);
  }

  get narrowed(): boolean {
    return Object.values(this.filters).some((value) => value !== '');
  }

  narrow(change: Partial<Filters>): void {
    const words = this.filters.words;
    this.filters = { ...this.filters, ...change };
    this.current = 0;
    if (this.filters.words !== words) this.#searchSoon();
    this.#deps.changed();
  }

  clear(): void {
    this.narrow(NO_FILTERS);
  }

  move(to: number, choosing = false): void {
    const rows = this.rows;
    const next = Math.max(0, Math.min(rows.length - 1, to));
    if (choosing) {
      const [from, until] = [Math.min(this.#anchor, next), Math.max(this.#anchor, next)];
      this.chosen = new Set(rows.slice(from, until + 1).map(({ id }) => id));
    } else this.#anchor = next;
    this.current = next;
    this.#deps.changed();
  }

  choose(id: string): void {
    if (!this.chosen.delete(id)) this.chosen.add(id);
    this.#deps.changed();
  }

  /** Every article listed, or none when all were. */
  chooseAll(): void {
    const ids = this.rows.map(({ id }) => id);
    this.chosen = ids.every((id) => this.chosen.has(id)) ? new Set() : new Set(ids);
    this.#deps.changed();
  }

  forget(): void {
    this.chosen = new Set();
    this.#deps.changed();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#latest.stop();
  }

  #searchSoon(): void {
    clearTimeout(this.#timer);
    this.#latest.stop();
    const { words } = this.filters;
    this.#found = [];
    if (words.trim().length < 3) return;
    this.#timer = setTimeout(() => void this.#search(words), PAUSE);
  }

  async #search(q: string): Promise<void> {
    // A name alone still finds: that meaning cannot be searched just now is no reason to say so.
    const output = await this.#latest
      .run((signal) => this.#deps.search({ q, limit: 50 }, signal))
      .catch(() => undefined);
    if (!output) return;
    this.#found = output.results.map(({ id }) => id);
    this.#deps.changed();
  }
}
