import { defineConfig } from 'vitest/config';

/** LanceDB tells of every new table unless asked not to. Polls are patient: another test may have the cores. */
const shared = {
  testTimeout: 60_000,
  hookTimeout: 300_000,
  env: { LANCEDB_LOG: 'error' },
  expect: { poll: { timeout: 10_000 } },
};

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    projects: [
      {
        test: {
          name: 'parts',
          include: ['test/{unit,contracts,http,components,repository}/**/*.test.ts'],
          sequence: { groupOrder: 0 },
          ...shared,
        },
      },
      {
        // The real model on the real content: one file after another, since each uses every core.
        // Its index is begun beside the other tests, which leave the cores idle half of the time.
        test: {
          name: 'golden',
          include: ['test/golden/**/*.test.ts'],
          fileParallelism: false,
          globalSetup: ['test/real-bank-setup.ts'],
          sequence: { groupOrder: 1 },
          ...shared,
          hookTimeout: 600_000,
        },
      },
      {
        // Whole servers with a browser each; more at once would make each other late.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          ...shared,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
