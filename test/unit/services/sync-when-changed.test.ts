import { expect, it } from 'vitest';
import type { Text } from '../../../server/domain/article.ts';
import type { Bank } from '../../../server/ports/article-store.ts';
import type { IndexReader } from '../../../server/ports/passage-index.ts';
import type { SyncDeps } from '../../../server/services/sync-index.ts';
import { syncWhenChanged } from '../../../server/services/sync-when-changed.ts';

/** An index that counts how often it is compared with what is wanted; it never needs anything. */
function setup() {
  const world = { plans: 0, version: 1, remembered: null as string | null, hash: 'analysis' };
  const deps = {
    index: {
      current: async () => ({ version: { version: world.version, passages: 9, publishedAt: 'then' } }) as IndexReader,
      plan: async () => {
        world.plans += 1;
        return { add: [], change: [], move: [], remove: [], unchanged: 9, rebuild: false };
      },
    },
    embedder: null,
    get analyser() {
      return { hash: world.hash, terms: () => [] };
    },
    splitter: { version: '1', passagesOf: () => [] },
    audience: 'internal',
  } as unknown as SyncDeps;
  const memory = {
    recall: () => world.remembered,
    keep: (what: string) => {
      world.remembered = what;
    },
  };
  return { world, sync: syncWhenChanged(deps, memory) };
}

const bank = (etag: string) =>
  ({
    articles: [{ id: 'a', texts: [{ path: 'a.sv.md', etag, incident: null } as Text] }],
    facts: {},
    settings: { suggest: { rightOfTen: 6 } },
    problems: [],
  }) as unknown as Bank;

it('compares nothing when nothing changed since the last sync', async () => {
  const { world, sync } = setup();
  await sync({ bank: bank('1') });
  const again = await sync({ bank: bank('1') });
  expect(world.plans).toBe(1);
  expect(again).toMatchObject({ published: false, plan: { unchanged: 9 }, version: { version: 1 } });
});

it('compares when a file, the analysis or the published version is another, or when told to', async () => {
  const { world, sync } = setup();
  await sync({ bank: bank('1') });
  await sync({ bank: bank('2') });
  expect(world.plans).toBe(2);
  world.hash = 'other';
  await sync({ bank: bank('2') });
  expect(world.plans).toBe(3);
  world.version = 2;
  await sync({ bank: bank('2') });
  expect(world.plans).toBe(4);
});

it('does not take a dry run for a sync', async () => {
  const { world, sync } = setup();
  await sync({ bank: bank('1'), dryRun: true });
  expect(world.remembered).toBeNull();
});
