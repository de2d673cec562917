import type { Desk, TextName } from '../../client/desk.ts';

const PAUSE = 800;

export interface KeptText {
  name: TextName;
  markdown: string;
  /** The etag it was made from; null for a new text. */
  base: string | null;
}

/** Keeps what is being written on the server, soon after each change and at once when the page goes away. */
export class DraftKeeper {
  /** `kept`: everything written so far is on the server. */
  state: 'none' | 'pending' | 'kept' | 'failed' = 'none';
  at: Date | null = null;
  readonly #desk: Pick<Desk, 'keepDraft' | 'discardDraft'>;
  readonly #changed: () => void;
  #waiting: KeptText | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(desk: Pick<Desk, 'keepDraft' | 'discardDraft'>, changed: () => void) {
    this.#desk = desk;
    this.#changed = changed;
  }

  keepSoon(text: KeptText): void {
    this.#waiting = text;
    this.state = 'pending';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Sends what waits. `leaving`: the page may be gone before the answer comes. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.#timer);
    const text = this.#waiting;
    if (!text) return this.#sending;
    this.#waiting = null;
    const { name, markdown, base } = text;
    const send = async (): Promise<void> => {
      try {
        await this.#desk.keepDraft(name, { markdown, base }, leaving);
        this.state = this.#waiting ? 'pending' : 'kept';
        this.at = new Date();
      } catch {
        this.state = 'failed';
        // Nothing newer was written: this is still what has to be kept.
        this.#waiting ??= text;
        this.#timer = setTimeout(() => void this.flush(), PAUSE * 5);
      }
      this.#changed();
    };
    // One after the other, so that an older text never arrives last.
    this.#sending = leaving ? send() : this.#sending.then(send);
    return this.#sending;
  }

  /** What was written is saved, or no longer wanted. */
  async discard(name: TextName): Promise<void> {
    this.forget();
    await this.#sending;
    // It may never have been kept.
    await this.#desk.discardDraft(name).catch(() => undefined);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.state = 'none';
  }
}
