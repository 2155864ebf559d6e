// @ts-check
/** The end-to-end tests with everything they can have: a browser must be there, and the app is killed fifty times. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, root } from './built.mjs';

await ensureBuilt();
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'e2e', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { KILLS: '50', ...process.env, E2E_REQUIRED: '1' },
});
process.exit(run.status ?? 1);
