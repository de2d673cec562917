import { Latest } from '../../client/latest.ts';

/** What a room asked the server last: its answer, or why there is none. */
export class Asked<O> {
  output: O | null = null;
  failure: unknown = null;
  readonly #changed: () => void;
  readonly #latest = new Latest();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  async ask(work: (signal: AbortSignal) => Promise<O>): Promise<void> {
    Object.assign(this, { output: null, failure: null });
    this.#changed();
    try {
      const output = await this.#latest.run(work);
      if (output === undefined) return;
      this.output = output;
    } catch (failure) {
      this.failure = failure;
    }
    this.#changed();
  }

  stop(): void {
    this.#latest.stop();
  }
}
