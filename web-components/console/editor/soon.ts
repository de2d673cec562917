import { RequestFailure } from '../../client/failure.ts';
import { Latest } from '../../client/latest.ts';

const BUSY_WAIT = 1_500;

/** Asks the server some time after the last change; what an older text gave is thrown away, the last answer stays till then. */
export class Soon<I, O> {
  output: O | null = null;
  failure: unknown = null;
  /** Something was asked and has not answered yet. */
  pending = false;
  readonly #pause: number;
  readonly #ask: (input: I, signal: AbortSignal) => Promise<O>;
  readonly #changed: () => void;
  readonly #latest = new Latest();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pause: number, ask: (input: I, signal: AbortSignal) => Promise<O>, changed: () => void) {
    this.#pause = pause;
    this.#ask = ask;
    this.#changed = changed;
  }

  later(input: I): void {
    clearTimeout(this.#timer);
    this.#latest.stop();
    this.pending = true;
    this.#timer = setTimeout(() => void this.now(input), this.#pause);
  }

  async now(input: I): Promise<void> {
    clearTimeout(this.#timer);
    this.pending = true;
    this.#changed();
    try {
      const output = await this.#latest.run((signal) => this.#ask(input, signal));
      if (output === undefined) return;
      this.output = output;
      this.failure = null;
    } catch (error) {
      this.failure = error;
      if (error instanceof RequestFailure && error.kind === 'busy') {
        this.#timer = setTimeout(() => void this.now(input), (error.retryAfter ?? 0) * 1000 || BUSY_WAIT);
        this.#changed();
        return;
      }
    }
    this.pending = false;
    this.#changed();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#latest.stop();
    this.pending = false;
  }
}
