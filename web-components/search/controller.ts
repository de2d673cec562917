import type { SearchInput, SearchOutput, SearchResult } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { Countdown } from '../client/countdown.ts';
import { RequestFailure } from '../client/failure.ts';
import { Latest } from '../client/latest.ts';
import { Patience } from '../client/patience.ts';
import { RecentSearches } from './recent-searches.ts';

const PAUSE = 120;
const PAGE = 12;
/** Nothing is shown of a wait shorter than this, in milliseconds. */
const PATIENCE = 150;

export const FILTERS = ['lang', 'tag', 'state', 'audience'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Partial<Record<FilterName, string>>;

/**
 * The agent's own search; what `<erfara-search>` knows, without a page. Fires `change` whenever it is to be drawn again.
 * Without words it lists the most used articles.
 */
export class SearchController extends EventTarget {
  words = '';
  filters: Filters = {};
  results: SearchResult[] = [];
  total = 0;
  /** There may be more than `total`, less near. */
  atLeast = false;
  /** Only words were compared, since the language model is not there. */
  wordsOnly = false;
  /** The result the arrow keys stand on; -1 = none. */
  active = -1;
  /** What `results` answer; null before the first answer. */
  answered: { words: string; filters: Filters } | null = null;
  /** An answer has been awaited long enough to be shown. */
  waiting = false;
  /** What keeps the answer away; tried again when it passes. */
  failure: RequestFailure | null = null;
  where: { market?: string; reads?: string[] } = {};
  /** False: the words are kept neither here nor in the bank. */
  kept = true;
  /** Names and values the host knows, which are not kept among the recent searches. */
  variables: Record<string, string> = {};
  readonly recent: RecentSearches;
  readonly countdown: Countdown;
  /** Tags met so far, for the filter. */
  readonly tags = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #next: string | null = null;
  #adding = false;
  readonly #latest = new Latest();
  readonly #client: ErfaraClient;
  readonly #patience: Patience;
  readonly #told: (() => void) | undefined;

  /** @param changed is called besides, for who follows it from the first. */
  constructor(client: ErfaraClient, changed?: () => void) {
    super();
    this.#client = client;
    this.#told = changed;
    this.recent = new RecentSearches(client.base);
    this.countdown = new Countdown({ tick: () => this.#changed(), again: () => void this.search() });
    this.#patience = new Patience(PATIENCE, () => {
      this.waiting = true;
      this.#changed();
    });
  }

  /** The words typed are not those that `results` answer. */
  get pending(): boolean {
    return this.answered?.words !== this.words.trim();
  }

  /** The result the arrow keys stand on. */
  get chosen(): SearchResult | null {
    return this.results[this.active] ?? null;
  }

  get isFiltered(): boolean {
    return Object.keys(this.filters).length > 0;
  }

  /** More pages wait. */
  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** Searches when the agent pauses. */
  type(words: string): void {
    this.words = words;
    this.#stopTimer();
    this.#timer = setTimeout(() => void this.search(), PAUSE);
    this.#changed();
  }

  /** Searches at once; the last answer stays until the next is there. */
  async search(): Promise<void> {
    this.#stopTimer();
    const words = this.words.trim();
    const filters = { ...this.filters };
    this.#patience.start();
    const output = await this.#ask({ ...this.#input(words, filters) });
    if (!output) return;
    this.results = output.results;
    this.answered = { words, filters };
    this.active = words !== '' && output.results.length > 0 ? 0 : -1;
    this.#received(output);
  }

  /** Adds the next page to the list. */
  async more(): Promise<void> {
    if (!this.#next || this.#adding || !this.answered) return;
    this.#adding = true;
    const { words, filters } = this.answered;
    const output = await this.#ask({ ...this.#input(words, filters), cursor: this.#next });
    this.#adding = false;
    if (!output) return;
    const known = new Set(this.results.map(({ id }) => id));
    this.results = [...this.results, ...output.results.filter(({ id }) => !known.has(id))];
    this.#received(output);
  }

  /** Goes down or up the list; past its end the next page is fetched. */
  async move(by: number): Promise<void> {
    const { length } = this.results;
    if (length === 0) return;
    if (this.active + by >= length && this.hasMore) await this.more();
    this.active = Math.min(this.results.length - 1, Math.max(0, this.active + by));
    this.#changed();
  }

  activate(place: number): void {
    this.active = place;
    this.#changed();
  }

  /** An empty value takes the filter away. */
  filter(name: FilterName, value: string): void {
    const { [name]: _, ...others } = this.filters;
    this.filters = value === '' ? others : { ...others, [name]: value };
    void this.search();
    this.#changed();
  }

  clearFilters(): void {
    this.filters = {};
    void this.search();
    this.#changed();
  }

  /** The words led to an article: they are worth finding again. */
  keep(): void {
    if (this.kept) this.recent.add(this.words, this.variables);
  }

  forgetRecent(): void {
    this.recent.clear();
    this.#changed();
  }

  tryNow(): void {
    if (this.failure) this.countdown.now();
  }

  /** As it was before anybody searched. */
  clear(): void {
    this.stop();
    Object.assign(this, {
      words: '',
      filters: {},
      results: [],
      total: 0,
      atLeast: false,
      active: -1,
      answered: null,
      failure: null,
    });
    this.#next = null;
    this.#changed();
  }

  stop(): void {
    this.#stopTimer();
    this.#latest.stop();
    this.#patience.stop();
    this.countdown.done();
    this.waiting = false;
    this.#adding = false;
  }

  #input(words: string, filters: Filters): SearchInput {
    return {
      q: words,
      ...(filters as Partial<SearchInput>),
      ...this.where,
      limit: PAGE,
      ...(this.kept ? {} : { keep: false }),
    };
  }

  async #ask(input: SearchInput): Promise<SearchOutput | undefined> {
    try {
      return await this.#latest.run((signal) => this.#client.search(input, signal));
    } catch (error) {
      this.#failed(error instanceof RequestFailure ? error : new RequestFailure('refused', String(error)));
      return undefined;
    }
  }

  #received(output: SearchOutput): void {
    this.#patience.stop();
    this.waiting = false;
    this.failure = null;
    this.countdown.done();
    this.total = output.total;
    this.atLeast = output.atLeast ?? false;
    this.#next = output.next;
    this.wordsOnly = output.mode === 'keyword';
    for (const tag of output.results.flatMap(({ tags }) => tags)) this.tags.add(tag);
    this.#changed();
  }

  #failed(failure: RequestFailure): void {
    this.#patience.stop();
    this.waiting = false;
    this.failure = failure;
    if (failure.passes) this.countdown.start(failure.retryAfter);
    else this.countdown.done();
    this.#changed();
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #changed(): void {
    this.#told?.();
    this.dispatchEvent(new Event('change'));
  }
}
