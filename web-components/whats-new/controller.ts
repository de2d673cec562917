import type { NewsItem, NewsOutput } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { followChanges } from '../client/follow.ts';
import { Latest } from '../client/latest.ts';
import { RememberedMoment } from '../client/remembered.ts';

/** Whoever has marked nothing as seen is told of the last three days. */
const FIRST_MS = 3 * 86_400_000;
const SHOWN = 12;

/** What is new since the agent last marked it as seen in this browser; what `<erfara-whats-new>` knows, without a page. */
export class NewsController {
  items: NewsItem[] = [];
  total = 0;
  /** From when it was looked; null before the first answer. */
  since: string | null = null;
  lost = false;
  readonly #client: ErfaraClient;
  readonly #changed: () => void;
  readonly #latest = new Latest();
  readonly #seen: RememberedMoment;
  #where: { reads?: string[]; market?: string } = {};
  #until: string | null = null;
  #stop: (() => void) | null = null;

  constructor(client: ErfaraClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
    this.#seen = new RememberedMoment('news-seen', client.base);
  }

  follow(where: { reads?: string[]; market?: string }): void {
    this.#where = where;
    const types = ['index-changed', 'incident', 'flag-answered'] as const;
    this.#stop ??= followChanges(this.#client, [...types], () => void this.load());
    void this.load();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
    this.#latest.stop();
  }

  /** All that the server had told when it was last asked counts as seen, what is not listed for lack of room too. */
  seen(): void {
    if (!this.#until) return;
    this.#seen.write(this.#until);
    Object.assign(this, { items: [], total: 0, since: this.#until });
    this.#changed();
  }

  async load(): Promise<void> {
    const since = this.#seen.read() ?? new Date(Date.now() - FIRST_MS).toISOString();
    const { reads, market } = this.#where;
    const asked = new URLSearchParams({ since, limit: String(SHOWN) });
    if (reads && reads.length > 0) asked.set('reads', reads.join(','));
    if (market) asked.set('market', market);
    try {
      const output = await this.#latest.run((signal) =>
        this.#client.request<NewsOutput>(`/v1/news?${asked}`, { signal }),
      );
      if (!output) return;
      this.items = output.items;
      this.total = output.total;
      this.since = output.since;
      this.#until = output.until;
      this.lost = false;
    } catch {
      this.lost = true;
    }
    this.#changed();
  }
}
