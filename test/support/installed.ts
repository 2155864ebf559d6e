import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { extractAll } from '@electron/asar';
import { root } from '../../scripts/built.mjs';

/** What marks the place of Electron's fuses in its program; behind it a version, how many there are, and each of them. */
const FUSES_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = [
  'runAsNode',
  'encryptsCookies',
  'takesNodeOptions',
  'takesInspect',
  'checksArchive',
  'onlyFromArchive',
  'ownSnapshot',
  'trustsFilePages',
] as const;
/** As Electron ships them: all that an app should not have is on. */
const SHIPPED = '10110001';

/** A folder like Electron's own, with a program that does nothing. */
function electronFolder(folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const { version } = createRequire(join(root, 'package.json'))('electron/package.json') as { version: string };
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
  const program = join(folder, 'electron');
  const fuses = [Buffer.from(FUSES_MARK, 'latin1'), Buffer.from([1, SHIPPED.length]), Buffer.from(SHIPPED, 'latin1')];
  writeFileSync(program, Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), ...fuses]));
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
  for (const path of READ_FROM_OUTSIDE) rmSync(join(archive, path), { recursive: true });
  return { folder: installed, archive };
}

/** What only programs of others and native code read: they see what lies beside the archive, and not into it. */
const READ_FROM_OUTSIDE = ['out/main/python-runner.js', 'node_modules/@deno', 'node_modules/pyodide'];

/** The names of the fuses that are on in a program. */
export function fusesOn(program: string): string[] {
  const bytes = readFileSync(program);
  const start = bytes.indexOf(FUSES_MARK) + FUSES_MARK.length + 2;
  return FUSES.filter((_, place) => bytes[start + place] === '1'.charCodeAt(0));
}

/** Every file that lies beside the archive. */
export function filesOutside({ archive }: Installed): string[] {
  return readdirSync(`${archive}.unpacked`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(`${archive}.unpacked`, join(entry.parentPath, entry.name)));
}
