import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerEvent } from '../domain/server-event.ts';

/** Milliseconds after which a client that was cut off is asked to come back. */
const RETRY_MS = 2_000;

/**
 * Events as `text/event-stream`. Nothing is taken from `events` before the client has read what went before, and a line
 * goes out every `heartbeatMs`, so that both sides notice a connection that is dead. `end` is called once, in every case.
 */
export function eventStream(
  { from, events, end }: { from: string; events: AsyncIterable<ServerEvent>; end(): void },
  heartbeatMs: number,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = events[Symbol.asyncIterator]();
  let waiting: Promise<IteratorResult<ServerEvent>> | null = null;
  let started = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const send = (lines: string) => controller.enqueue(encoder.encode(`${lines}\n\n`));
        if (!started) {
          started = true;
          send(`retry: ${RETRY_MS}\nid: ${from}`);
          return;
        }
        waiting ??= iterator.next();
        const timer = new AbortController();
        const silence = sleep(heartbeatMs, null, { signal: timer.signal, ref: false }).catch(() => null);
        try {
          const next = await Promise.race([waiting, silence]);
          if (next === null) return send(':');
          waiting = null;
          if (!next.done)
            return send(`id: ${next.value.id}\nevent: ${next.value.type}\ndata: ${JSON.stringify(next.value)}`);
          end();
          controller.close();
        } catch (error) {
          end();
          throw error;
        } finally {
          timer.abort();
        }
      },
      cancel() {
        end();
      },
    },
    { highWaterMark: 1 },
  );
}
