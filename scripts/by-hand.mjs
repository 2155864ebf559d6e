// @ts-check
/**
 * Runs what is run by hand: measurements, or the pictures of the README. The first argument is the folder under `test`,
 * more name one of its files. BENCH_MB sets the size of the large file (1024).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, root } from './built.mjs';

const [folder = 'bench', ...names] = process.argv.slice(2);
await ensureBuilt();
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    ...names,
    '--dir',
    `test/${folder}`,
    '--config',
    'vitest.by-hand.config.ts',
    '--disable-console-intercept',
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(run.status ?? 1);
