// @ts-check
/** Runs the measurements. `npm run bench -- name` runs one; BENCH_MB sets the size of the large file (1024). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, root } from './built.mjs';

await ensureBuilt();
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(
  process.execPath,
  [vitest, 'run', ...process.argv.slice(2), '--config', 'vitest.bench.config.ts', '--disable-console-intercept'],
  { cwd: root, stdio: 'inherit' },
);
process.exit(run.status ?? 1);
