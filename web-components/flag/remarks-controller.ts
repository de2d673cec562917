import type { Flag } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { contributionsTo } from '../client/contributions.ts';
import { followChanges } from '../client/follow.ts';
import { RememberedMoment } from '../client/remembered.ts';

/** Whoever has seen nothing yet is told of the last week. */
const FIRST_MS = 7 * 86_400_000;
const MOST = 20;

/** The agent's own remarks that were answered and not seen yet, kept current. */
export class RemarksController {
  answered: Flag[] = [];
  readonly #client: ErfaraClient;
  readonly #changed: () => void;
  readonly #seen: RememberedMoment;
  #stop: (() => void) | null = null;

  constructor(client: ErfaraClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
    this.#seen = new RememberedMoment('remarks-seen', client.base);
  }

  follow(): void {
    this.#stop ??= followChanges(this.#client, ['flag-answered'], () => void this.#load());
    void this.#load();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** All that is shown was seen. */
  seen(): void {
    const moments = this.answered.map(({ answeredAt }) => answeredAt ?? '').sort();
    const last = moments.at(-1);
    if (last) this.#seen.write(last);
    this.answered = [];
    this.#changed();
  }

  async #load(): Promise<void> {
    const since = this.#seen.read() ?? new Date(Date.now() - FIRST_MS).toISOString();
    const asked = { mine: true, state: 'answered' as const, limit: MOST };
    // What cannot be told now is told the next time.
    const output = await contributionsTo(this.#client)
      .flags(asked)
      .catch(() => null);
    if (!output || !this.#stop) return;
    this.answered = output.flags.filter(({ answeredAt }) => Date.parse(answeredAt ?? '') > Date.parse(since));
    this.#changed();
  }
}
