import { expect, it } from 'vitest';
import { ErfaraError } from '../../../server/domain/errors.ts';
import type { Bank } from '../../../server/ports/article-store.ts';
import type { IndexReader } from '../../../server/ports/passage-index.ts';
import { followBank, type LanguageTools } from '../../../server/services/follow-bank.ts';
import type { SyncOutput } from '../../../server/services/sync-index.ts';

const reader = (version: number) => ({ version: { version, embedding: 'e' } }) as IndexReader;
const bankOf = (name: string, incidents: string[] = []) => {
  const incident = { partOf: null, template: false, approvedBy: null, supersedes: [], appliesTo: { markets: null } };
  const articles = incidents.map((id) => ({ id, texts: [{ id, redirects: [], incident, path: id, etag: id }] }));
  return { articles, facts: {}, problems: [], settings: { name } } as unknown as Bank;
};
const NOTHING = { plan: {}, version: null, published: true } as unknown as SyncOutput;

/** A bank whose syncs end when the test says so. */
function setup() {
  const world = { bank: 'first', incidents: [] as string[], published: 1, syncs: 0, atOnce: 0, most: 0 };
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const followed = followBank({
    store: { load: async () => bankOf(world.bank, world.incidents) },
    index: { current: async () => reader(world.published) },
    toolsFor: () => ({}) as LanguageTools,
    accepts: ({ version }) => version.embedding === 'e',
    sync: async () => {
      world.syncs += 1;
      world.atOnce += 1;
      world.most = Math.max(world.most, world.atOnce);
      try {
        await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
      } finally {
        world.atOnce -= 1;
      }
      return NOTHING;
    },
  });
  const settle = async (error?: Error) => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const first = waiting.shift();
    if (error) first?.reject(error);
    else first?.resolve();
  };
  return { world, followed, settle };
}

it('answers nothing before the first refresh, and what was read after it', async () => {
  const { followed, settle } = setup();
  expect(followed.live()).toBeNull();
  const done = followed.refresh();
  await settle();
  await done;
  expect(followed.live()?.bank.settings.name).toBe('first');
  expect((await followed.current())?.version.version).toBe(1);
});

it('never syncs twice at once, and shares one more run among all who ask meanwhile', async () => {
  const { world, followed, settle } = setup();
  const first = followed.refresh();
  const others = [followed.refresh(), followed.refresh(), followed.refresh()];
  world.bank = 'second';
  await settle();
  await first;
  await settle();
  await Promise.all(others);
  expect(world).toMatchObject({ syncs: 2, most: 1 });
  expect(followed.live()?.bank.settings.name).toBe('second');
});

it('keeps bank and index together: while a sync runs both stay as they were', async () => {
  const { world, followed, settle } = setup();
  const first = followed.refresh();
  await settle();
  await first;
  world.bank = 'second';
  const second = followed.refresh();
  world.published = 2;
  expect((await followed.current())?.version.version).toBe(1);
  expect(followed.live()?.bank.settings.name).toBe('first');
  await settle();
  await second;
  expect((await followed.current())?.version.version).toBe(2);
  expect(followed.live()?.bank.settings.name).toBe('second');
});

it('takes up what another process published', async () => {
  const { world, followed, settle } = setup();
  const first = followed.refresh();
  await settle();
  await first;
  world.published = 7;
  expect((await followed.current())?.version.version).toBe(7);
});

it('answers from the last version while another process writes, and says so', async () => {
  const { followed, settle } = setup();
  const first = followed.refresh();
  await settle(new ErfaraError('locked'));
  await expect(first).rejects.toMatchObject({ code: 'locked' });
  expect(followed.live()?.reader?.version.version).toBe(1);
});

it('keeps the bank that the index was made of when a sync fails', async () => {
  const { world, followed, settle } = setup();
  const first = followed.refresh();
  await settle();
  await first;
  world.bank = 'second';
  const second = followed.refresh();
  await settle(new ErfaraError('disk-full'));
  await expect(second).rejects.toMatchObject({ code: 'disk-full' });
  expect(followed.live()?.bank.settings.name).toBe('first');
  const third = followed.refresh();
  await settle();
  await third;
  expect(followed.live()?.bank.settings.name).toBe('second');
});

it('knows an incident at once, also while another sync runs, and does not forget it when that one ends', async () => {
  const { world, followed, settle } = setup();
  const first = followed.refresh();
  await settle();
  await first;
  const ids = () => followed.live()?.bank.articles.map(({ id }) => id);
  const second = followed.refresh();
  world.incidents = ['storm'];
  world.bank = 'other';
  const third = followed.refresh();
  await new Promise((resolve) => setImmediate(resolve));
  expect(ids()).toEqual(['storm']);
  expect(followed.live()?.bank.byId.has('storm')).toBe(true);
  expect(followed.live()?.bank.settings.name).toBe('first');
  await settle();
  await second;
  expect(ids()).toEqual(['storm']);
  await settle();
  await third;
  expect(ids()).toEqual(['storm']);
  expect(followed.live()?.bank.settings.name).toBe('other');
});
