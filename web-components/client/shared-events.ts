import type { ServerEvent } from '../../server/http/contract.ts';
import { agentHeader, type ErfaraClient } from './client.ts';
import { type EventStreamOptions, readEventStream } from './event-stream.ts';

type Listener = (event: ServerEvent) => void;

/** What of the browser is used, so that it can be left out: another tab's events come by `channel`, whose turn it is by `locks`. */
export interface Sharing {
  locks: Pick<LockManager, 'request'> | null;
  channel: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'> | null;
}

/**
 * One stream for all tabs of a browser: a browser opens six connections to a server, and every stream keeps one. The tab
 * that holds the lock reads and tells the others; when it closes, another takes over. Without locks each tab has its own.
 */
export class SharedEvents {
  readonly #listeners = new Set<Listener>();
  readonly #open: EventStreamOptions['open'];
  readonly #name: string;
  readonly #sharing: Sharing;
  #running: AbortController | null = null;
  #last: string | null = null;

  constructor(name: string, open: EventStreamOptions['open'], sharing: Sharing = ofBrowser()) {
    this.#name = name;
    this.#open = open;
    this.#sharing = sharing;
  }

  /** Hears what happens until the function that it answers is called. */
  listen(listener: Listener): () => void {
    const own: Listener = (event) => listener(event);
    this.#listeners.add(own);
    if (!this.#running) this.#run();
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size > 0) return;
      this.#running?.abort();
      this.#running = null;
    };
  }

  #run(): void {
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    const channel = this.#sharing.channel(this.#name);
    if (channel) channel.onmessage = ({ data }: MessageEvent<ServerEvent>) => this.#tell(data);
    const on = (event: ServerEvent) => {
      this.#tell(event);
      channel?.postMessage(event);
    };
    const read = () => readEventStream({ open: this.#open, on, after: this.#last }, signal);
    const work = this.#sharing.locks ? this.#sharing.locks.request(this.#name, { signal }, read) : read();
    work
      // Aborted while it waited for its turn, or refused for good: nothing more is heard, and nothing else breaks.
      .catch(() => undefined)
      .finally(() => {
        channel?.close();
        if (this.#running === running) this.#running = null;
      });
  }

  #tell(event: ServerEvent): void {
    this.#last = event.id;
    // Each in its own turn, so that one that throws neither keeps the others from hearing nor ends the stream.
    for (const listener of this.#listeners) queueMicrotask(() => listener(event));
  }
}

const streams = new Map<string, SharedEvents>();

/** What a client's server tells: one for each server on a page. `missed` says that what is shown may be old. */
export function eventsOf({ base, agent }: Pick<ErfaraClient, 'base' | 'agent'>): SharedEvents {
  const name = `erfara-events ${base} ${agent}`;
  const known = streams.get(name);
  if (known) return known;
  const events = new SharedEvents(name, (after, signal) => {
    const since: Record<string, string> = after === null ? {} : { 'Last-Event-ID': after };
    const headers = { Accept: 'text/event-stream', ...agentHeader(agent), ...since };
    return fetch(`${base}/v1/events`, { headers, signal, cache: 'no-store' });
  });
  streams.set(name, events);
  return events;
}

function ofBrowser(): Sharing {
  return {
    locks: globalThis.navigator?.locks ?? null,
    channel: (name) => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)),
  };
}
