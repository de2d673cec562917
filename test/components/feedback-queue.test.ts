import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FeedbackEvent } from '../../server/http/contract.ts';
import { RequestFailure } from '../../web-components/client/failure.ts';
import { FeedbackQueue } from '../../web-components/client/feedback-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

function collecting(fails: (events: FeedbackEvent[]) => Error | null = () => null) {
  const batches: string[][] = [];
  const send = async (events: FeedbackEvent[]) => {
    const failure = fails(events);
    if (failure) throw failure;
    batches.push(events.map(({ case: reference }) => reference ?? ''));
    return { accepted: events.length, duplicates: 0, rejected: [] };
  };
  return { batches, send };
}

test('events of two seconds go in one batch', async () => {
  const { batches, send } = collecting();
  const queue = new FeedbackQueue({ send, storage: memory(), key: 'k' });
  queue.add({ type: 'impression', case: 'a' });
  queue.add({ type: 'insert', case: 'b' });
  await vi.advanceTimersByTimeAsync(1900);
  expect(batches).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(batches).toEqual([['a', 'b']]);
});

test('what is not acknowledged is kept with its id and sent again, also by the next page', async () => {
  const storage = memory();
  const lost = collecting(() => new RequestFailure('unreachable', 'gone'));
  const event = new FeedbackQueue({ send: lost.send, storage, key: 'k' }).add({ type: 'insert', case: 'a' });
  await vi.advanceTimersByTimeAsync(2500);
  vi.clearAllTimers();
  const sent: string[] = [];
  const next = new FeedbackQueue({
    send: async (events) => {
      sent.push(...events.map(({ id }) => id));
      return { accepted: 1, duplicates: 0, rejected: [] };
    },
    storage,
    key: 'k',
  });
  await vi.advanceTimersByTimeAsync(2500);
  expect(sent).toEqual([event.id]);
  expect(next.waiting).toBe(0);
  expect(storage.getItem('k')).toBeNull();
});

test('one event the server never takes does not hold the others back', async () => {
  const { batches, send } = collecting((events) =>
    events.some(({ case: reference }) => reference === 'bad') ? new RequestFailure('refused', 'no') : null,
  );
  const queue = new FeedbackQueue({ send, storage: memory(), key: 'k' });
  for (const reference of ['a', 'bad', 'c']) queue.add({ type: 'insert', case: reference });
  await vi.advanceTimersByTimeAsync(300_000);
  expect(batches).toEqual([['a'], ['c']]);
  expect(queue.waiting).toBe(0);
});

test('a storage that cannot be used loses nothing while the page lives', async () => {
  const { batches, send } = collecting();
  const broken = {
    getItem: () => '{',
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => undefined,
  };
  new FeedbackQueue({ send, storage: broken, key: 'k' }).add({ type: 'insert', case: 'a' });
  await vi.advanceTimersByTimeAsync(2500);
  expect(batches).toEqual([['a']]);
});

test('ids sort by time and are never the same', () => {
  const queue = new FeedbackQueue({ send: collecting().send, storage: null, key: 'k' });
  const ids = Array.from({ length: 200 }, () => queue.add({ type: 'impression' }).id);
  expect(new Set(ids).size).toBe(200);
  expect([...ids].sort()).toEqual(ids);
});
