import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Need } from './needs';
import { tempFolder } from './temp-folder';

const mount = (...args: string[]) => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
const unmount = (folder: string) => spawnSync('umount', ['--lazy', folder], { stdio: 'ignore' });

/** Whether disks can be mounted here: on Linux, as root, where the container allows it. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = `/tmp/assay-mount-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const can = mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder);
  if (can) unmount(folder);
  rmSync(folder, { recursive: true, force: true });
  return can;
}

/** A disk of the test's own. */
export const MOUNTS: Need = { name: 'a small disk', missing: canMount() ? null : 'root on Linux may mount one' };

export interface SmallDisk {
  folder: string;
  /** Leaves no room at all. */
  fill(): void;
  /** Gives back all that `fill` took. */
  free(): void;
  makeReadOnly(): void;
}

/** A real disk of so many megabytes, gone when the test ends. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = tempFolder();
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) throw new Error('no disk could be mounted');
  onTestFinished(() => void unmount(folder));
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    free: () => rmSync(filler),
    makeReadOnly: () => {
      if (!mount('-o', 'remount,ro', folder)) throw new Error('the disk could not be made read-only');
    },
  };
}
