import { defineConfig } from 'vitest/config';

// Lance tells every new table on standard error unless asked not to.
process.env.LANCE_LOG ??= 'error';

const timeouts = { testTimeout: 60_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    projects: [
      {
        test: {
          name: 'parts',
          include: ['test/{unit,contracts,http,components,repository}/**/*.test.ts'],
          ...timeouts,
        },
      },
      {
        // The real model on the real content: one file after another, since each uses every core.
        test: {
          name: 'whole',
          include: ['test/{golden,browser}/**/*.test.ts'],
          fileParallelism: false,
          ...timeouts,
        },
      },
    ],
  },
});
