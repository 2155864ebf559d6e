import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Measurements print ratios and assert only that both sides give equal answers; pictures are there to be looked at. */
export default defineConfig({
  test: {
    include: ['**/*.{bench,shot}.ts'],
    setupFiles: 'test/support/setup.ts',
    globalSetup: 'test/support/lasting-folder.ts',
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    env: { XDG_CACHE_HOME: resolve('node_modules/.cache') },
  },
});
