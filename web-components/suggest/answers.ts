import type { SuggestInput, SuggestOutput } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { Latest } from '../client/latest.ts';
import { asked } from './conversation-of.ts';

/** How long an answer fetched ahead is good for, and how many are kept. */
const FRESH_MS = 60_000;
const KEPT = 5;

/** Asks for suggestions one conversation at a time, and ahead of time for one that will probably be opened next. */
export class Answers {
  readonly #client: ErfaraClient;
  readonly #latest = new Latest();
  readonly #ahead = new Map<string, { at: number; output: Promise<SuggestOutput | null> }>();

  constructor(client: ErfaraClient) {
    this.#client = client;
  }

  /** Undefined when something newer was asked meanwhile. */
  ask(input: SuggestInput): Promise<SuggestOutput | undefined> {
    return this.#latest.run(async (signal) => {
      const ahead = await this.#take(asked(input));
      return ahead ?? this.#client.suggest(input, signal);
    });
  }

  /** A failure is of no interest: it is asked again when it matters. */
  prefetch(input: SuggestInput): void {
    const key = asked(input);
    const known = this.#ahead.get(key);
    if (known && Date.now() - known.at < FRESH_MS) return;
    const [oldest] = this.#ahead.keys();
    if (this.#ahead.size >= KEPT && oldest !== undefined) this.#ahead.delete(oldest);
    this.#ahead.set(key, { at: Date.now(), output: this.#client.suggest(input).catch(() => null) });
  }

  /** What was fetched ahead may be wrong by now. */
  forget(): void {
    this.#ahead.clear();
  }

  stop(): void {
    this.#latest.stop();
  }

  async #take(key: string): Promise<SuggestOutput | null> {
    const known = this.#ahead.get(key);
    this.#ahead.delete(key);
    return known && Date.now() - known.at < FRESH_MS ? known.output : null;
  }
}
