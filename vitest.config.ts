import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { LeftOutReporter } from './scripts/left-out.mjs';

const isWhole = Boolean(process.env.E2E_REQUIRED);
/** Tests of which `npm test` takes a part, for the cases or for what they need: see `sweep` and `WHOLE`. */
const SWEEPS = globSync('test/{main/**/,}*.test.ts').filter((path) =>
  /support\/sweep'|\b(?:WHOLE|REAL_PACKAGES|E2E_REQUIRED)\b/.test(readFileSync(path, 'utf8')),
);
/**
 * Loading the engine or the app takes longer than most files of tests: its modules are loaded once for all of them. These
 * stay by themselves: they put something in place of a module, watch their own process, or change what is there for all.
 */
const ALONE = [
  'test/main/processes/**/*.test.ts',
  'test/main/shells/{electron,electron-calls,electron-start,keychain,signals}.test.ts',
  'test/main/archive/archive.test.ts',
  'test/main/engine/{abandoned-uploads,annotator}.test.ts',
  'test/main/engine/models/upstream/proxy.test.ts',
  'test/main/engine/retrieval/{rank,reader}.test.ts',
  'test/main/engine/tokens/tokens.test.ts',
  'test/main/services/csv.test.ts',
  'test/main/services/runs/{citations,start}.test.ts',
  'test/main/storage/private-files.test.ts',
];
/** pdf.js looks at what there is of a browser when it is first imported, and stays with it. */
const PDF_MARKS = 'test/renderer/features/documents/marks.test.ts';

/** The journeys: `npm run e2e`. */
const JOURNEYS: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts', ...SWEEPS],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // All of them load the machine on purpose, and take turns.
    fileParallelism: false,
    // Apps that tests start share what takes long to make, and leave nothing in the home of whoever runs them.
    env: { XDG_CACHE_HOME: resolve('node_modules/.cache') },
  },
};

export default defineConfig({
  test: {
    reporters: ['default', new LeftOutReporter()],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests wait much for disks and for processes that they started: two more files than there are cores are at work.
    maxWorkers: availableParallelism() + 2,
    setupFiles: 'test/support/setup.ts',
    globalSetup: 'test/support/lasting-folder.ts',
    // A test that checked nothing has shown nothing. What is waited for may take long on a busy machine.
    expect: { requireAssertions: true, poll: { timeout: 20_000, interval: 20 } },
    projects: [
      { extends: true, test: { name: 'layers', include: ['test/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'main',
          include: ALONE,
          // It imports electron, which tests put a stand-in in place of.
          server: { deps: { inline: ['electron-store'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'main-shared',
          include: ['test/{main,preload}/**/*.test.ts'],
          exclude: ALONE,
          isolate: false,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          exclude: [PDF_MARKS],
          environment: 'happy-dom',
          setupFiles: ['test/support/setup.ts', 'test/renderer/setup.ts'],
          // The window's modules, 300 of them, are loaded once for all files; each leaves the document as it found it.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'pdf-marks', include: [PDF_MARKS], environment: 'happy-dom' } },
      ...(isWhole ? [JOURNEYS] : []),
    ],
  },
});
