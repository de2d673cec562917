import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ServerEvent } from '../../server/http/contract.ts';
import { readEventStream } from '../../web-components/client/event-stream.ts';
import { SharedEvents, type Sharing } from '../../web-components/client/shared-events.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const changed = (id: string): ServerEvent => ({ id, type: 'index-changed', version: Number(id.slice(1)) });
const block = (event: ServerEvent) => `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/** A server whose connections the test holds in its hand. */
function server() {
  const opened: (string | null)[] = [];
  let answer: (() => Response) | null = null;
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const open = async (after: string | null, signal: AbortSignal) => {
    opened.push(after);
    if (answer) return answer();
    const body = new ReadableStream<Uint8Array>({
      start(made) {
        controller = made;
        signal.addEventListener('abort', () => {
          try {
            made.error(new Error('aborted'));
          } catch {
            // It had ended.
          }
        });
      },
    });
    return new Response(body);
  };
  return {
    opened,
    open,
    send: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    cut: () => controller?.error(new Error('reset')),
    answerWith: (next: (() => Response) | null) => {
      answer = next;
    },
  };
}

function reading(fake: ReturnType<typeof server>, after?: string) {
  const heard: string[] = [];
  const stopping = new AbortController();
  const on = (event: ServerEvent) => void heard.push(event.id);
  const done = readEventStream({ open: fake.open, on, ...(after ? { after } : {}) }, stopping.signal);
  return { heard, done, stop: () => stopping.abort() };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test('events are read however the bytes are cut, and signs of life are no events', async () => {
  const fake = server();
  const { heard, done, stop } = reading(fake);
  await settle();
  for (const letter of `retry: 2000\nid: e0\n\n:\n\n${block(changed('e1'))}`) fake.send(letter);
  fake.send(`${block(changed('e2'))}${block(changed('e3'))}id: e4\ndata: {broken\n\n`);
  await settle();
  expect(heard).toEqual(['e1', 'e2', 'e3']);
  stop();
  await done;
});

test('a lost connection is opened again behind the last event, after growing waits', async () => {
  const fake = server();
  const { heard, done, stop } = reading(fake, 'e0');
  await settle();
  fake.send(block(changed('e1')));
  await settle();
  fake.cut();
  await vi.advanceTimersByTimeAsync(999);
  expect(fake.opened).toEqual(['e0']);
  await vi.advanceTimersByTimeAsync(1);
  expect(fake.opened).toEqual(['e0', 'e1']);
  fake.end();
  await vi.advanceTimersByTimeAsync(1_999);
  expect(fake.opened).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  fake.send(block(changed('e2')));
  await settle();
  fake.cut();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fake.opened).toEqual(['e0', 'e1', 'e1', 'e2']);
  expect(heard).toEqual(['e1', 'e2']);
  stop();
  await done;
});

test('the first place in the stream is remembered before there is any event', async () => {
  const fake = server();
  const { done, stop } = reading(fake);
  await settle();
  fake.send('retry: 2000\nid: e7\n\n');
  await settle();
  fake.cut();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fake.opened).toEqual([null, 'e7']);
  stop();
  await done;
});

test('a connection without a sign of life is given up', async () => {
  const fake = server();
  const { done, stop } = reading(fake);
  await settle();
  await vi.advanceTimersByTimeAsync(39_000);
  fake.send(':\n\n');
  await vi.advanceTimersByTimeAsync(39_000);
  expect(fake.opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(fake.opened).toHaveLength(2);
  stop();
  await done;
});

test('a busy server is asked again when it says, and one that refuses is not', async () => {
  const fake = server();
  const failing = (status: number, retryAfter?: number) => () =>
    Response.json({ error: { code: 'busy', message: 'x', details: [], retryAfter } }, { status });
  fake.answerWith(failing(503, 15));
  const { done, stop } = reading(fake);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(fake.opened).toHaveLength(1);
  fake.answerWith(failing(403));
  const refused = expect(done).rejects.toMatchObject({ kind: 'refused' });
  await vi.advanceTimersByTimeAsync(1_000);
  await refused;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(fake.opened).toHaveLength(2);
  stop();
});

/** A browser with several tabs: one lock a name, and a channel that reaches all but the sender. */
function browser(): Sharing {
  const waiting: { run: () => Promise<unknown>; done: (value: unknown) => void }[] = [];
  let held = false;
  const take = () => {
    const next = held ? undefined : waiting.shift();
    if (!next) return;
    held = true;
    next.run().finally(() => {
      held = false;
      next.done(undefined);
      take();
    });
  };
  const channels = new Set<{ onmessage: ((event: MessageEvent) => unknown) | null }>();
  return {
    locks: {
      request: ((_name: string, { signal }: { signal: AbortSignal }, run: () => Promise<unknown>) =>
        new Promise((done, reject) => {
          const entry = { run, done };
          waiting.push(entry);
          signal.addEventListener('abort', () => {
            const place = waiting.indexOf(entry);
            if (place !== -1) waiting.splice(place, 1);
            reject(new Error('aborted'));
          });
          take();
        })) as unknown as LockManager['request'],
    },
    channel: () => {
      const own: ReturnType<Sharing['channel']> & object = {
        onmessage: null,
        postMessage: (data: unknown) => {
          for (const other of channels) if (other !== own) other.onmessage?.({ data } as MessageEvent);
        },
        close: () => void channels.delete(own as never),
      };
      channels.add(own as never);
      return own;
    },
  };
}

test('tabs share one stream, each event is heard once in each, and another goes on when its reader closes', async () => {
  const fake = server();
  const sharing = browser();
  const heard: string[][] = [[], [], []];
  const tabs = heard.map(() => new SharedEvents('events', fake.open, sharing));
  const stops = tabs.map((tab, i) => tab.listen(({ id }) => void heard[i]?.push(id)));
  await settle();
  fake.send(block(changed('e1')));
  await settle();
  expect(heard).toEqual([['e1'], ['e1'], ['e1']]);
  expect(fake.opened).toEqual([null]);
  stops[0]?.();
  await settle();
  expect(fake.opened).toEqual([null, 'e1']);
  fake.send(block(changed('e2')));
  await settle();
  expect(heard).toEqual([['e1'], ['e1', 'e2'], ['e1', 'e2']]);
  stops[1]?.();
  stops[2]?.();
  await settle();
  expect(fake.opened).toHaveLength(2);
});

test('without locks each tab has a stream of its own, which several listeners share', async () => {
  const fake = server();
  const events = new SharedEvents('events', fake.open, { locks: null, channel: () => null });
  const heard: string[] = [];
  const first = events.listen(() => {
    throw new Error('a listener that breaks');
  });
  const broken = vi.fn();
  vi.stubGlobal('queueMicrotask', (work: () => void) => {
    try {
      work();
    } catch (error) {
      broken(error);
    }
  });
  const second = events.listen(({ id }) => void heard.push(id));
  await settle();
  fake.send(block(changed('e1')) + block(changed('e2')));
  await settle();
  expect(heard).toEqual(['e1', 'e2']);
  expect(broken).toHaveBeenCalledTimes(2);
  expect(fake.opened).toHaveLength(1);
  first();
  second();
  vi.unstubAllGlobals();
  await settle();
  const stop = events.listen(() => undefined);
  await settle();
  expect(fake.opened).toEqual([null, 'e2']);
  stop();
});
