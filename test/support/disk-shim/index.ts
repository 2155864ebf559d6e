import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Need } from '../needs';
import { tempFolderForAll } from '../temp-folder';

/** Compiled where there is a compiler, on Linux. */
function compile(): string | null {
  if (process.platform !== 'linux') return null;
  const target = join(tempFolderForAll(), 'shim.so');
  const source = join(import.meta.dirname, 'shim.c');
  const { status } = spawnSync('cc', ['-O1', '-shared', '-fPIC', '-o', target, source, '-ldl'], { stdio: 'ignore' });
  return status === 0 ? target : null;
}

const shim = compile();
export const DISK_SHIM: Need = {
  name: 'a C compiler on Linux',
  missing: shim ? null : 'the disk of a test cannot lose power without one',
};

/** The environment of a process whose disk remembers in `synced` what a power cut would leave of `folder`. */
export function forgetfulDisk(options: { folder: string; synced: string }) {
  mkdirSync(options.synced, { recursive: true });
  mkdirSync(options.folder, { recursive: true });
  keepFolder(options.folder, options.synced);
  return { LD_PRELOAD: shim ?? '', SHIM_FOLDER: options.folder, SHIM_SYNCED: options.synced };
}

/** The environment of a process whose disk below `folder` fails (EIO) at whatever would change it, while the file `sign` is there. */
export function failingDisk(options: { folder: string; sign: string }) {
  mkdirSync(options.folder, { recursive: true });
  return { LD_PRELOAD: shim ?? '', SHIM_FOLDER: options.folder, SHIM_FAILING: options.sign };
}

/** What is there before the process begins is on the disk for good. */
function keepFolder(folder: string, synced: string): void {
  const lines = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    const { ino } = statSync(path);
    if (entry.isDirectory()) keepFolder(path, synced);
    else copyFileSync(path, join(synced, `file-${ino}`));
    return `${entry.isDirectory() ? 'd' : 'f'} ${ino} ${entry.name}\n`;
  });
  writeFileSync(join(synced, `folder-${statSync(folder).ino}`), lines.join(''));
}

/**
 * Makes `target` what a power cut would have left of `folder`: names as their folder had them when it was last synced, each
 * file as it was when it was, and empty where it never was.
 */
export function afterPowerCut(folder: string, synced: string, target: string): void {
  restoreFolder(statSync(folder).ino, synced, target);
}

function restoreFolder(inode: number, synced: string, target: string): void {
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const listing = join(synced, `folder-${inode}`);
  if (!existsSync(listing)) return;
  for (const line of readFileSync(listing, 'utf8').split('\n').filter(Boolean)) {
    const [, kind, number, name] = /^([df]) (\d+) (.*)$/.exec(line) ?? [];
    const path = join(target, name ?? '');
    if (kind === 'd') {
      restoreFolder(Number(number), synced, path);
      continue;
    }
    const content = join(synced, `file-${number}`);
    if (existsSync(content)) copyFileSync(content, path);
    else writeFileSync(path, '');
  }
}
