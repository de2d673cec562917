import { v7 as uuidv7 } from 'uuid';
import type { NewServerEvent } from '../domain/server-event.ts';
import type { Addressee, Announcement, EventBus } from '../ports/event-bus.ts';

/** The event bus of one process. A follower is a place in what is remembered, so a slow one keeps nothing alive. */
export class MemoryEventBus implements EventBus {
  readonly #remembered: Announcement[] = [];
  readonly #most: number;
  readonly #waiting = new Set<() => void>();
  /** The id before the first remembered event. */
  #before: string = uuidv7();
  /** How many events came before those that are remembered. */
  #forgotten = 0;
  #closed = false;

  /** @param most events remembered for followers that were cut off. */
  constructor(most = 1_000) {
    this.#most = most;
  }

  publish(event: NewServerEvent, addressee: Addressee): void {
    this.#remembered.push({ event: { id: uuidv7(), ...event }, addressee });
    if (this.#remembered.length > this.#most) {
      this.#before = this.#remembered.shift()?.event.id ?? this.#before;
      this.#forgotten += 1;
    }
    this.#wake();
  }

  last(): string {
    return this.#remembered.at(-1)?.event.id ?? this.#before;
  }

  async *follow(after: string, signal: AbortSignal): AsyncGenerator<Announcement, void> {
    let next = this.#placeAfter(after);
    while (!signal.aborted && !this.#closed) {
      if (next === null || next < this.#forgotten) {
        next = this.#forgotten + this.#remembered.length;
        yield { event: { id: this.last(), type: 'missed' }, addressee: { to: 'all' } };
        continue;
      }
      const found = this.#remembered[next - this.#forgotten];
      if (!found) {
        await this.#somethingNew(signal);
        continue;
      }
      next += 1;
      yield found;
    }
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  #placeAfter(id: string): number | null {
    if (id === this.#before) return this.#forgotten;
    const at = this.#remembered.findLastIndex(({ event }) => event.id === id);
    return at === -1 ? null : this.#forgotten + at + 1;
  }

  #somethingNew(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
