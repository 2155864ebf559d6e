import { defineConfig } from 'vitest/config';

/** Measurements, not tests: `npm run bench` prints ratios and asserts only that both sides give equal answers. */
export default defineConfig({
  test: { include: ['test/bench/**/*.bench.ts'], testTimeout: 3_600_000, hookTimeout: 600_000, fileParallelism: false },
});
