/** Calls once a wait has become long enough to be shown. */
export class Patience {
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #ms: number;
  readonly #ended: () => void;

  constructor(ms: number, ended: () => void) {
    this.#ms = ms;
    this.#ended = ended;
  }

  start(): void {
    this.stop();
    this.#timer = setTimeout(this.#ended, this.#ms);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
