import type { EndedIncident, RunningIncident } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { followChanges } from '../client/follow.ts';
import { Latest } from '../client/latest.ts';

const RETRY = 5_000;
/** The longest wait that a browser's timer takes. */
const LONGEST = 2 ** 31 - 1;

/** The running incidents of one market, kept current; what `<erfara-incident>` knows, without a page. */
export class IncidentController {
  incidents: RunningIncident[] = [];
  ended: EndedIncident[] = [];
  readonly #client: ErfaraClient;
  readonly #changed: () => void;
  readonly #latest = new Latest();
  #where: { reads?: string[]; market?: string } = {};
  #stop: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(client: ErfaraClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
  }

  /**
   * Follows what runs in a market in the languages the agent reads, until `stop`. Whoever knows what runs `now` asks first when
   * something changes.
   */
  follow(where: { reads?: string[]; market?: string }, now = true): void {
    this.#where = where;
    this.#stop ??= followChanges(this.#client, ['incident', 'index-changed'], () => void this.#load());
    if (now) void this.#load();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
    this.#latest.stop();
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #load(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    try {
      const output = await this.#latest.run((signal) =>
        this.#client.suggest({ message: '', limit: 1, ...this.#where }, signal),
      );
      if (!output) return;
      this.incidents = output.incidents;
      this.ended = output.ended ?? [];
      this.#atNextEnd();
      this.#changed();
    } catch {
      // What is shown stays: an incident is better told a little late than not at all.
      if (this.#stop) this.#timer = setTimeout(() => void this.#load(), RETRY);
    }
  }

  /** An incident ends by itself also while the server cannot be heard. */
  #atNextEnd(): void {
    const ends = this.incidents.map(({ until }) => Date.parse(until) - Date.now()).filter((left) => left > 0);
    if (ends.length === 0) return;
    const wait = Math.min(...ends, LONGEST);
    this.#timer = setTimeout(() => {
      this.#changed();
      void this.#load();
    }, wait + 50);
  }
}
