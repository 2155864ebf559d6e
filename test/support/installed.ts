import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { root } from '../../scripts/built.mjs';

/** What marks the place of Electron's fuses in its program; behind it a version, how many there are, and each of them. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, 9]),
  Buffer.from('101100110', 'latin1'),
]);

/** A folder like Electron's own, with a program that does nothing. */
function electronFolder(folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const { version } = createRequire(join(root, 'package.json'))('electron/package.json') as { version: string };
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
  const program = join(folder, 'electron');
  writeFileSync(program, Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), FUSES]));
  chmodSync(program, 0o755);
  return folder;
}

export interface Installed {
  /** What an installer would put on the disk. */
  folder: string;
  /** The archive of the app, opened into a folder of its name: files beside it show up in it, as Electron lets them. */
  archive: string;
}

/** The app as `npm run package` would install it, for a system without Electron's program. */
export function install(folder: string): Installed {
  const output = join(folder, 'dist');
  const made = spawnSync(process.execPath, [join(root, 'scripts/package.mjs'), '--dir', '--output', output], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electronFolder(join(folder, 'electron')) },
  });
  if (made.status !== 0) throw new Error(`The app could not be packaged: ${made.stdout}\n${made.stderr}`);
  const installed = join(output, 'linux-unpacked');
  const archive = join(installed, 'resources', 'app.asar');
  const opened = join(folder, 'opened');
  extractAll(archive, opened);
  rmSync(archive);
  renameSync(opened, archive);
  return { folder: installed, archive };
}
