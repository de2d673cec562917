import type { FeedbackEvent, FeedbackOutput } from '../../server/http/contract.ts';
import { eventId } from './event-id.ts';

const INTERVAL = 2_000;
const LONGEST_WAIT = 60_000;
/** Events in one request, well below the server's largest body. */
const BATCH = 50;
/** Events kept while the server is away; the oldest impressions go first. */
const MOST_KEPT = 2_000;

export interface FeedbackQueueOptions {
  /** Sends a batch; resolves with the server's acknowledgement. */
  send: (events: FeedbackEvent[], leaving: boolean) => Promise<FeedbackOutput>;
  /** Where events live until they are acknowledged. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  key: string;
}

/** Keeps what the agent did until the server has acknowledged it. Ids are made here, so sending twice counts once. */
export class FeedbackQueue {
  #waiting: FeedbackEvent[];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sending = false;
  #size = BATCH;
  #wait = INTERVAL;
  readonly #options: FeedbackQueueOptions;

  constructor(options: FeedbackQueueOptions) {
    this.#options = options;
    this.#waiting = this.#stored();
    if (this.#waiting.length > 0) this.#later();
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** With `keep: false` it goes nowhere, neither to the browser's storage nor away. */
  add(event: Omit<FeedbackEvent, 'id' | 'at'>): FeedbackEvent {
    const whole: FeedbackEvent = { id: eventId(), at: new Date().toISOString(), ...event };
    if (event.keep === false) return whole;
    this.#waiting.push(whole);
    if (this.#waiting.length > MOST_KEPT) {
      const oldest = this.#waiting.findIndex((other) => other.type === 'impression');
      this.#waiting.splice(Math.max(0, oldest), 1);
    }
    this.#store();
    this.#later();
    return whole;
  }

  /** Takes an event back that was not sent yet; false when it may be on its way. */
  withdraw(id: string): boolean {
    const place = this.#sending ? -1 : this.#waiting.findIndex((event) => event.id === id);
    if (place < 0) return false;
    this.#waiting.splice(place, 1);
    this.#store();
    return true;
  }

  /** Sends what waits. `leaving`: the page goes away, so the request must outlive it and nothing is awaited. */
  async flush(leaving = false): Promise<void> {
    if (this.#waiting.length === 0 || (this.#sending && !leaving)) return;
    const batch = this.#waiting.slice(0, this.#size);
    this.#sending = true;
    try {
      await this.#options.send(batch, leaving);
      const sent = new Set(batch.map((event) => event.id));
      this.#waiting = this.#waiting.filter((event) => !sent.has(event.id));
      this.#store();
      this.#wait = INTERVAL;
    } catch (error) {
      if (isRefused(error)) this.#setAside(batch);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    } finally {
      this.#sending = false;
    }
    if (this.#waiting.length > 0) this.#later();
    else this.#size = BATCH;
  }

  /** The server refuses the batch as a whole: each event goes alone, until the one it will never take is found. */
  #setAside(batch: FeedbackEvent[]): void {
    this.#size = 1;
    if (batch.length > 1) return;
    this.#waiting = this.#waiting.filter((event) => event.id !== batch[0]?.id);
    this.#store();
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.flush();
    }, this.#wait);
  }

  #stored(): FeedbackEvent[] {
    try {
      const kept: unknown = JSON.parse(this.#options.storage?.getItem(this.#options.key) ?? '[]');
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  #store(): void {
    try {
      if (this.#waiting.length === 0) this.#options.storage?.removeItem(this.#options.key);
      else this.#options.storage?.setItem(this.#options.key, JSON.stringify(this.#waiting));
    } catch {
      // A full or forbidden storage: the events still wait in memory.
    }
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'kind' in error && error.kind === 'refused';
}
