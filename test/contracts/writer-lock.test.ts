import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ErfaraError } from '../../server/domain/errors.ts';
import { SqliteWriterLock } from '../../server/index/sqlite-writer-lock.ts';
import type { WriterLock } from '../../server/ports/writer-lock.ts';
import { bundleChild, ended, nextMessage } from '../bundled-child.ts';

const ADAPTERS: [string, (path: string) => WriterLock][] = [['SQLite', (path) => new SqliteWriterLock(path)]];

describe.each(ADAPTERS)('WriterLock: %s', (_, create) => {
  let child: Awaited<ReturnType<typeof bundleChild>>;
  let folder: string;
  let path: string;
  beforeAll(async () => {
    child = await bundleChild('test/contracts/lock-child.ts');
  });
  afterAll(() => child.remove());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'erfara-lock-'));
    path = join(folder, 'data', 'writer.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const held = async (purpose: string) => {
    const holder = child.start(path, purpose);
    expect(await nextMessage(holder)).toBe('holds');
    return holder;
  };

  test('gives back what the work gave, and makes its folder', async () => {
    expect(await create(path).hold('sync', 0, async () => 42)).toBe(42);
    expect(existsSync(path)).toBe(true);
  });

  test('lets go when the work fails, and passes its error on', async () => {
    const lock = create(path);
    await expect(lock.hold('sync', 0, () => Promise.reject(new Error('the work failed')))).rejects.toThrow(
      'the work failed',
    );
    expect(await lock.hold('sync', 0, async () => 'free')).toBe('free');
  });

  test('lets one work at a time, in the order asked, within a process', async () => {
    const lock = create(path);
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await sleep(5);
      seen.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => lock.hold(name, 0, work(name))));
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('keeps two locks on one path apart, within a process', async () => {
    await create(path).hold('first', 0, async () => {
      await expect(create(path).hold('second', 0, async () => 'in')).rejects.toMatchObject({ code: 'locked' });
    });
  });

  test('fails naming the holder when another process keeps it too long', async () => {
    const holder = await held('a long sync');
    const error: ErfaraError = await create(path)
      .hold('mine', 250, async () => 'in')
      .then(
        () => expect.fail('it got in'),
        (caught) => caught,
      );
    expect(error).toMatchObject({ code: 'locked', status: 423, retryAfter: 30 });
    expect(error.details[0]?.message).toContain(`process ${holder.pid} (a long sync, since 20`);
    holder.kill('SIGKILL');
    await ended(holder);
  });

  test('names nobody when the note of the holder cannot be read', async () => {
    const holder = await held('a long sync');
    writeFileSync(`${path}.holder.json`, '{"pid":');
    await expect(create(path).hold('mine', 0, async () => 'in')).rejects.toMatchObject({
      details: [{ message: 'Held by another process.' }],
    });
    holder.kill('SIGKILL');
    await ended(holder);
  });

  test('waits for another process that lets go in time', async () => {
    const holder = await held('a short sync');
    const waiting = create(path).hold('mine', 20_000, async () => 'in');
    holder.send('let go');
    expect(await waiting).toBe('in');
    await ended(holder);
  });

  test('is free at once when its holder was killed', async () => {
    const holder = await held('a killed sync');
    holder.kill('SIGKILL');
    await ended(holder);
    expect(await create(path).hold('mine', 0, async () => 'in')).toBe('in');
  });

  test('goes to exactly one of several processes that wait when its holder is killed', async () => {
    const holder = await held('a killed sync');
    const waiting = [child.start(path, 'second'), child.start(path, 'third')];
    const first = Promise.race(waiting.map((process, i) => nextMessage(process).then(() => i)));
    holder.kill('SIGKILL');
    const winner = waiting[await first];
    await expect(create(path).hold('mine', 0, async () => 'in')).rejects.toMatchObject({
      details: [{ message: expect.stringContaining(`process ${winner?.pid}`) }],
    });
    for (const process of waiting) process.kill('SIGKILL');
    await Promise.all(waiting.map(ended));
  });
});
