import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErfaraClient } from '../../web-components/client/client.ts';
import { SuggestController } from '../../web-components/suggest/controller.ts';
import { answer } from './fixture-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The controller as a tool without Lit or a page would use it. */
function headless(respond: () => Response | Error) {
  vi.stubGlobal('fetch', async () => {
    const response = respond();
    if (response instanceof Error) throw response;
    return response;
  });
  return new SuggestController(new ErfaraClient('http://bank.example'), { changed: () => undefined });
}

const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status });

test('it works without a page: asks, shows, rotates and puts away', async () => {
  const controller = headless(() => json(answer()));
  controller.ask({ message: 'Hej?' });
  await vi.advanceTimersByTimeAsync(10);
  expect(controller.suggestions.map(({ article }) => article.id)).toEqual(['refund', 'delay']);
  const [first] = controller.suggestions;
  if (first) controller.hide(first);
  expect(controller.suggestions.map(({ article }) => article.id)).toEqual(['delay']);
});

test('the waits between tries grow, and start over once it worked', async () => {
  let up = false;
  const controller = headless(() => (up ? json(answer()) : new TypeError('fetch failed')));
  controller.ask({ message: 'Hej?' });
  await vi.advanceTimersByTimeAsync(10);
  const waits: (number | null)[] = [];
  for (const seconds of [2, 4, 8, 15, 30, 30]) {
    waits.push(controller.countdown.left);
    await vi.advanceTimersByTimeAsync(seconds * 1000 + 10);
  }
  expect(waits).toEqual([2, 4, 8, 15, 30, 30]);
  up = true;
  controller.tryNow();
  await vi.advanceTimersByTimeAsync(10);
  expect(controller.lost).toBeNull();
  up = false;
  controller.ask({ message: 'Och nu?' });
  await vi.advanceTimersByTimeAsync(10);
  expect(controller.countdown.left).toBe(2);
});

test('a server that names its wait is asked again then', async () => {
  const error = { code: 'no-index', message: 'Not yet.', docs: '', requestId: 'r', details: [], retryAfter: 5 };
  const controller = headless(() => json({ error }, 503));
  controller.ask({ message: 'Hej?' });
  await vi.advanceTimersByTimeAsync(10);
  expect(controller.lost?.code).toBe('no-index');
  expect(controller.countdown.left).toBe(5);
});

test('what is shown once in a conversation is one impression, however often it is asked for', async () => {
  const client = new ErfaraClient('http://bank.example');
  const recorded = vi.spyOn(client.feedback, 'add');
  vi.stubGlobal('fetch', async () => json(answer()));
  const controller = new SuggestController(client, { changed: () => undefined });
  controller.ask({ message: 'Hej?', case: 'c1' });
  await vi.advanceTimersByTimeAsync(10);
  controller.ask({ message: 'Hallå?', case: 'c1' });
  await vi.advanceTimersByTimeAsync(10);
  expect(recorded).toHaveBeenCalledTimes(2);
});

test('nothing is shown of a wait that is shorter than 150 ms', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const controller = new SuggestController(new ErfaraClient('http://bank.example'), { changed: () => undefined });
  controller.ask({ message: 'Hej?' });
  await vi.advanceTimersByTimeAsync(149);
  expect(controller.phase).toBe('asking');
  await vi.advanceTimersByTimeAsync(1);
  expect(controller.phase).toBe('waiting');
  controller.stop();
});

test('an empty message asks nothing', async () => {
  const asked = vi.fn(() => json(answer()));
  const controller = headless(asked);
  controller.ask({ message: '  ' });
  await vi.advanceTimersByTimeAsync(10);
  expect(controller.phase).toBe('idle');
  expect(asked).not.toHaveBeenCalled();
});
