import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { LeftOutReporter } from './scripts/left-out.mjs';

/** Whole journeys that take long: `npm run e2e` walks them, `npm test` the shorter ones. */
const LONG = ['api-access', 'documents', 'installed', 'memory', 'python', 'python-client', 'real-packages'];
const left = process.env.E2E_REQUIRED ? [] : LONG.map((name) => `test/e2e/${name}.test.ts`);

export default defineConfig({
  test: {
    reporters: ['default', new LeftOutReporter()],
    testTimeout: 60_000,
    // A test that checked nothing has shown nothing. What is waited for may take long on a busy machine.
    expect: { requireAssertions: true, poll: { timeout: 20_000, interval: 20 } },
    projects: [
      { extends: true, test: { name: 'layers', include: ['test/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'main',
          include: ['test/{main,preload}/**/*.test.{ts,tsx}'],
          // It imports electron, which tests put a stand-in in place of.
          server: { deps: { inline: ['electron-store'] } },
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: 'test/renderer/setup.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: left,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // Apps that tests start share what takes long to make, and leave nothing in the home of whoever runs them.
          env: { XDG_CACHE_HOME: resolve('node_modules/.cache') },
        },
      },
    ],
  },
});
