/** Seconds to wait before each further try; the last holds for all that follow. */
const WAITS = [2, 4, 8, 15, 30];

/** Tries again after a growing wait, and counts the seconds down for whoever shows them. */
export class Countdown {
  /** Seconds left; null when nothing is waited for. */
  left: number | null = null;
  #tries = 0;
  #timer: ReturnType<typeof setInterval> | null = null;
  readonly #tick: () => void;
  readonly #again: () => void;

  constructor(on: { tick: () => void; again: () => void }) {
    this.#tick = on.tick;
    this.#again = on.again;
  }

  /** Waits `seconds`, or the next of the growing waits, and tries again. */
  start(seconds: number | null = null): void {
    this.#clear();
    this.left = seconds ?? WAITS[Math.min(this.#tries, WAITS.length - 1)] ?? 30;
    this.#tries += 1;
    this.#timer = setInterval(() => {
      this.left = (this.left ?? 1) - 1;
      if (this.left <= 0) this.now();
      else this.#tick();
    }, 1000);
  }

  now(): void {
    this.#clear();
    this.#again();
  }

  /** It worked: the next failure starts from the shortest wait. */
  done(): void {
    this.#clear();
    this.#tries = 0;
  }

  #clear(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.left = null;
  }
}
