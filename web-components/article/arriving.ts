import { Countdown } from '../client/countdown.ts';
import { Patience } from '../client/patience.ts';
import type { PreviewController } from './controller.ts';

/** Nothing is shown of a wait shorter than this, in milliseconds. */
const PATIENCE = 150;

/** How long an article is waited for, and when one that a passing failure kept away is asked for again, by itself. */
export class Arriving {
  /** It has been awaited long enough to be shown. */
  isShown = false;
  #awaiting = false;
  readonly #countdown: Countdown;
  readonly #patience: Patience;

  /** @param again asks for the article once more. */
  constructor(changed: () => void, again: () => void) {
    this.#countdown = new Countdown({ tick: changed, again });
    this.#patience = new Patience(PATIENCE, () => {
      this.isShown = true;
      changed();
    });
  }

  /** Seconds until it is asked for again; null where it is not. */
  get left(): number | null {
    return this.#countdown.left;
  }

  /** Call before every drawing. */
  look({ article, failure }: PreviewController): void {
    if (article || failure) {
      this.#patience.stop();
      this.#awaiting = false;
      this.isShown = false;
    } else if (!this.#awaiting) {
      this.#awaiting = true;
      this.#patience.start();
    }
  }

  /** Call at every change of what is known. */
  heard({ failure }: PreviewController): void {
    if (!failure) this.#countdown.done();
    else if (failure.passes && this.#countdown.left === null) this.#countdown.start(failure.retryAfter);
  }

  tryNow(): void {
    this.#countdown.now();
  }

  stop(): void {
    this.#countdown.done();
    this.#patience.stop();
  }
}
