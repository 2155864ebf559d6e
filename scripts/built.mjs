// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'out', '.built');
const LONGEST_BUILD_MS = 120_000;
const sources = ['src', 'electron.vite.config.ts', 'package-lock.json'];

/** Builds the app when its sources are newer than what was built last. Says so on stderr; stdout belongs to the app. */
export async function ensureBuilt() {
  requireNode();
  if (isFresh() || !existsSync(join(root, 'src'))) return;
  const lock = join(root, 'out', '.building');
  mkdirSync(dirname(lock), { recursive: true });
  while (!claim(lock)) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    if (isFresh()) return;
    process.stderr.write('Building Assay (a few seconds, once) …\n');
    const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    if (built.status !== 0) {
      process.stderr.write(`${built.stdout}\n${built.stderr}\nThe build failed.\n`);
      process.exit(1);
    }
    writeFileSync(stamp, '');
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Node's own SQLite searches text since 22.16. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 16)) return;
  process.stderr.write(
    `Assay needs Node 22.16 or newer; this is ${process.versions.node}. Install it from https://nodejs.org and run npm ci again.\n`,
  );
  process.exit(1);
}

function isFresh() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((source) => newest(join(root, source)) <= built);
}

/** @param {string} path @returns {number} */
function newest(path) {
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about) return 0;
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(about.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether this process may build now: it may when nobody does, or whoever did was killed. @param {string} lock */
export function claim(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isLeftBehind(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** @param {string} lock */
function isLeftBehind(lock) {
  const about = statSync(lock, { throwIfNoEntry: false });
  if (!about) return false;
  if (Date.now() - about.mtimeMs > LONGEST_BUILD_MS) return true;
  try {
    const builder = Number(readFileSync(lock, 'utf8'));
    return builder > 0 && !isAlive(builder);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
