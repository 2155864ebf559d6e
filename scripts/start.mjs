// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './built.mjs';

const PROBE_MS = 3_000;
const DOWNLOAD_MS = 10 * 60_000;
const wanted = process.argv.slice(2);

await ensureBuilt();
const electron = wanted.includes('--browser') ? null : await electronBinary();
if (electron) {
  const child = spawn(electron, [root, ...wanted], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
} else {
  await import(pathToFileURL(join(root, 'out', 'main', 'browser.js')).href);
}

/** The path of Electron's program; null, said in one line, when it is not here and cannot be fetched. */
async function electronBinary() {
  const found = installedBinary();
  if (found) return found;
  if (await canFetch()) {
    process.stderr.write('Fetching Electron (about 120 MB, once) …\n');
    const installer = join(root, 'node_modules', 'electron', 'install.js');
    spawnSync(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'inherit'], timeout: DOWNLOAD_MS });
    const fetched = installedBinary();
    if (fetched) return fetched;
  }
  process.stderr.write(
    "Electron's program is not here and cannot be downloaded now, so Assay opens in your browser instead.\n",
  );
  return null;
}

function installedBinary() {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const name = names[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? 'electron';
  if (dist && existsSync(join(dist, name))) return join(dist, name);
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
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
