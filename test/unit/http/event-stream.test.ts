import { expect, it } from 'vitest';
import type { ServerEvent } from '../../../server/domain/server-event.ts';
import { eventStream } from '../../../server/http/event-stream.ts';

function source() {
  let asked = 0;
  let ended = 0;
  let hand: (event: ServerEvent | null) => void = () => undefined;
  const events: AsyncIterable<ServerEvent> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        asked += 1;
        return new Promise((resolve) => {
          hand = (event) => resolve(event ? { value: event, done: false } : { value: undefined, done: true });
        });
      },
    }),
  };
  const end = () => {
    ended += 1;
  };
  return {
    followed: { from: 'e0', events, end },
    give: (event: ServerEvent | null) => hand(event),
    counts: () => ({ asked, ended }),
  };
}

const decoded = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
  const { value, done } = await reader.read();
  return done ? null : new TextDecoder().decode(value);
};

it('begins with where it begins, gives signs of life, and asks for one event at a time', async () => {
  const { followed, give, counts } = source();
  const reader = eventStream(followed, 5).getReader();
  expect(await decoded(reader)).toBe('retry: 2000\nid: e0\n\n');
  expect(await decoded(reader)).toBe(':\n\n');
  expect(await decoded(reader)).toBe(':\n\n');
  expect(counts().asked).toBe(1);
  give({ id: 'e1', type: 'index-changed', version: 7 });
  let block = await decoded(reader);
  while (block === ':\n\n') block = await decoded(reader);
  expect(block).toBe('id: e1\nevent: index-changed\ndata: {"id":"e1","type":"index-changed","version":7}\n\n');
  await reader.cancel();
  expect(counts().ended).toBe(1);
});

it('asks for nothing while nobody reads', async () => {
  const { followed, counts } = source();
  const stream = eventStream(followed, 1);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(counts().asked).toBe(0);
  await stream.cancel();
});

it('closes when there is no more, and frees its place', async () => {
  const { followed, give, counts } = source();
  const reader = eventStream(followed, 60_000).getReader();
  await decoded(reader);
  const last = decoded(reader);
  await new Promise((resolve) => setTimeout(resolve, 0));
  give(null);
  expect(await last).toBeNull();
  expect(counts().ended).toBe(1);
});

it('keeps a title with line breaks in one event', async () => {
  const { followed, give } = source();
  const reader = eventStream(followed, 60_000).getReader();
  await decoded(reader);
  const next = decoded(reader);
  await new Promise((resolve) => setTimeout(resolve, 0));
  give({ id: 'e1', type: 'case-captured', article: { id: 'a', lang: 'sv' }, title: 'x\n\nid: forged\ndata: {}' });
  expect((await next)?.split('\n\n')).toHaveLength(2);
  await reader.cancel();
});
