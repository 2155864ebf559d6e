// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './built.mjs';
import { electronBinary } from './electron-binary.mjs';
import { asTyped } from './from-npm.mjs';

const PROBE_MS = 3_000;
const DOWNLOAD_MS = 10 * 60_000;
const wanted = process.argv.slice(2);

asTyped('start');
await ensureBuilt();
const electron = ['--browser', '--help'].some((one) => wanted.includes(one)) ? null : await findElectron();
if (electron) {
  const child = spawn(electron, [root, ...wanted], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.pid && child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
} else {
  await import(pathToFileURL(join(root, 'out', 'main', 'browser.js')).href);
}

/** The path of Electron's program; null, said in one line, when it cannot be used here or cannot be fetched. */
async function findElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    process.stderr.write('There is no display for a window here, so Assay is served to a browser instead.\n');
    return null;
  }
  const found = electronBinary();
  if (found) return found;
  if (await canFetch()) {
    process.stderr.write('Fetching Electron (about 120 MB, once) …\n');
    const installer = join(root, 'node_modules', 'electron', 'install.js');
    spawnSync(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'inherit'], timeout: DOWNLOAD_MS });
    const fetched = electronBinary();
    if (fetched) return fetched;
  }
  process.stderr.write(
    "Electron's program is not here and cannot be downloaded now, so Assay opens in your browser instead.\n",
  );
  return null;
}

async function canFetch() {
  try {
    const answer = await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
