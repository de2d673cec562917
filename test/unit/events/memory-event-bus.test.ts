import { expect, it } from 'vitest';
import { MemoryEventBus } from '../../../server/events/memory-event-bus.ts';

const ALL = { to: 'all' } as const;
const publish = (bus: MemoryEventBus, ...versions: number[]) => {
  for (const version of versions) bus.publish({ type: 'index-changed', version }, ALL);
};

function following(bus: MemoryEventBus, after = bus.last()) {
  const stopping = new AbortController();
  const iterator = bus.follow(after, stopping.signal)[Symbol.asyncIterator]();
  const next = async () =>
    (await iterator.next()).value?.event as { id: string; type: string; version?: number } | undefined;
  return { next, stop: () => stopping.abort() };
}

it('tells each follower everything since it began, in order', async () => {
  const bus = new MemoryEventBus();
  publish(bus, 1);
  const [a, b] = [following(bus), following(bus)];
  const waiting = a.next();
  publish(bus, 2, 3);
  expect(await waiting).toMatchObject({ version: 2 });
  expect(await a.next()).toMatchObject({ version: 3 });
  expect(await b.next()).toMatchObject({ version: 2 });
});

it('goes on after any event that it remembers', async () => {
  const bus = new MemoryEventBus(3);
  const start = bus.last();
  publish(bus, 1, 2, 3);
  expect(await following(bus, start).next()).toMatchObject({ version: 1 });
  const first = await following(bus, start).next();
  publish(bus, 4);
  expect(await following(bus, first?.id).next()).toMatchObject({ version: 2 });
});

it('says what was missed in one event, from which it goes on', async () => {
  const bus = new MemoryEventBus(3);
  const slow = following(bus);
  publish(bus, 1, 2, 3, 4, 5);
  const missed = await slow.next();
  expect(missed?.type).toBe('missed');
  publish(bus, 6);
  expect(await slow.next()).toMatchObject({ version: 6 });
  expect(await following(bus, missed?.id).next()).toMatchObject({ version: 6 });
  expect((await following(bus, 'unknown').next())?.type).toBe('missed');
});

it('ends a follower that is stopped, and all when it closes, also those that wait', async () => {
  const bus = new MemoryEventBus();
  const [stopped, closed] = [following(bus), following(bus)];
  const ends = [stopped.next(), closed.next()];
  stopped.stop();
  expect(await ends[0]).toBeUndefined();
  bus.close();
  expect(await ends[1]).toBeUndefined();
  expect(await following(bus).next()).toBeUndefined();
});
