import type { ServerEvent } from '../../server/http/contract.ts';
import { failureOf, RequestFailure } from './failure.ts';

/** Milliseconds to wait before each further try; the last holds for all that follow. Up to a half more is added by chance. */
const WAITS = [1_000, 2_000, 5_000, 15_000, 30_000];
/** The server gives a sign of life every 15 s; after so long without one the connection is dead. */
const SILENCE = 40_000;

export interface EventStreamOptions {
  /** Opens the stream behind the event `after`, or from now on. */
  open: (after: string | null, signal: AbortSignal) => Promise<Response>;
  on: (event: ServerEvent) => void;
  /** The last event that was heard elsewhere. */
  after?: string | null;
}

/**
 * Reads what the server tells until `signal` is aborted, and connects again by itself, behind the last event that it heard.
 * Resolves when it is aborted, and rejects with `RequestFailure` only when the server refuses for good.
 */
export async function readEventStream(options: EventStreamOptions, signal: AbortSignal): Promise<void> {
  let last = options.after ?? null;
  let tries = 0;
  while (!signal.aborted) {
    let wait: number | null = null;
    const connection = new AbortController();
    const stop = () => connection.abort();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const response = await options.open(last, connection.signal);
      if (!response.ok || !response.body) throw await failureOf(response);
      for await (const block of blocksOf(response.body, stop)) {
        tries = 0;
        last = block.id ?? last;
        if (block.event) options.on(block.event);
      }
    } catch (error) {
      if (error instanceof RequestFailure && !error.passes) throw error;
      if (error instanceof RequestFailure && error.retryAfter !== null) wait = error.retryAfter * 1_000;
    } finally {
      signal.removeEventListener('abort', stop);
      connection.abort();
    }
    const next = wait ?? WAITS[Math.min(tries, WAITS.length - 1)] ?? 30_000;
    tries += 1;
    await pause(next * (1 + Math.random() / 2), signal);
  }
}

interface Block {
  id: string | null;
  event: ServerEvent | null;
}

/** The blocks of a stream of server-sent events; `dead` is called when nothing has come for too long. */
async function* blocksOf(body: ReadableStream<Uint8Array>, dead: () => void): AsyncGenerator<Block, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let kept = '';
  let timer = setTimeout(dead, SILENCE);
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(dead, SILENCE);
      kept += decoder.decode(value, { stream: true });
      const blocks = kept.split('\n\n');
      kept = blocks.pop() ?? '';
      for (const block of blocks) yield read(block);
    }
  } finally {
    clearTimeout(timer);
    await reader.cancel().catch(() => undefined);
  }
}

function read(block: string): Block {
  const lines = block.split('\n');
  const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
  const data = field('data');
  try {
    return { id: field('id'), event: data === null ? null : (JSON.parse(data) as ServerEvent) };
  } catch {
    return { id: field('id'), event: null };
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over, { once: true });
    if (signal.aborted) over();
  });
}
