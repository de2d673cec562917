import type { SearchInput, SearchResult } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { RequestFailure } from '../client/failure.ts';
import { Latest } from '../client/latest.ts';
import { RecentSearches } from './recent-searches.ts';

/** What the agent may narrow a search by. */
export type Filters = Pick<SearchInput, 'lang' | 'tag' | 'state' | 'audience'>;

const PAUSE = 180;
const SHOWN = 12;

/** The agent's own search. */
export class SearchController {
  words = '';
  results: SearchResult[] = [];
  total = 0;
  /** The result the arrow keys stand on; -1 = none. */
  active = -1;
  /** True once the words in `results` have been answered. */
  answered = false;
  failure: RequestFailure | null = null;
  filters: Filters = {};
  readonly recent: RecentSearches;
  where: { market?: string; reads?: string[] } = {};
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #latest = new Latest();
  readonly #client: ErfaraClient;
  readonly #changed: () => void;

  constructor(client: ErfaraClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
    this.recent = new RecentSearches(`erfara-searches ${client.base}`);
  }

  /** Searches when the agent pauses. */
  type(words: string): void {
    this.words = words;
    if (this.#timer) clearTimeout(this.#timer);
    if (words.trim() === '') {
      this.clear();
      return;
    }
    this.#timer = setTimeout(() => void this.search(), PAUSE);
  }

  async search(): Promise<void> {
    const q = this.words.trim();
    if (q === '') return;
    try {
      const output = await this.#latest.run((signal) =>
        this.#client.search({ q, ...this.where, ...this.filters, limit: SHOWN }, signal),
      );
      if (!output) return;
      this.results = output.results;
      this.total = output.total;
      this.active = output.results.length > 0 ? 0 : -1;
      this.answered = true;
      this.failure = null;
    } catch (error) {
      this.failure = error instanceof RequestFailure ? error : new RequestFailure('refused', String(error));
    }
    this.#changed();
  }

  /** Narrows the search, or with undefined widens it again, and asks at once. */
  filter<K extends keyof Filters>(name: K, value: Filters[K] | undefined): void {
    const { [name]: _before, ...others } = this.filters;
    this.filters = value ? ({ ...others, [name]: value } as Filters) : others;
    this.#changed();
    void this.search();
  }

  clearFilters(): void {
    this.filters = {};
    this.#changed();
    void this.search();
  }

  /** The words led somewhere: they are offered again. */
  keep(): void {
    this.recent.add(this.words);
  }

  again(words: string): void {
    this.words = words;
    this.#changed();
    void this.search();
  }

  forgetRecent(): void {
    this.recent.clear();
    this.#changed();
  }

  /** Draws again. */
  redraw(): void {
    this.#changed();
  }

  move(by: 1 | -1): void {
    if (this.results.length === 0) return;
    this.active = Math.min(this.results.length - 1, Math.max(0, this.active + by));
    this.#changed();
  }

  clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#latest.stop();
    this.words = '';
    this.results = [];
    this.total = 0;
    this.active = -1;
    this.answered = false;
    this.failure = null;
    this.#changed();
  }
}
