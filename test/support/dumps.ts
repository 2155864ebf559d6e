import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Need } from './needs';

const PATTERN = '/proc/sys/kernel/core_pattern';
/** A plain name: the system writes the dump into the folder of the process. */
const isPlain = existsSync(PATTERN) && /^[\w.]+$/.test(readFileSync(PATTERN, 'utf8').trim());
const canRaise = spawnSync('prlimit', ['--version'], { stdio: 'ignore' }).status === 0;

export const DUMPS: Need = {
  name: 'dumps of crashed processes',
  missing: isPlain && canRaise ? null : 'this system writes none, or hands them to another program',
};

/** Crashes a process; what the system kept of it. */
export async function crash(child: ChildProcess): Promise<Buffer> {
  const folder = readlinkSync(`/proc/${child.pid}/cwd`);
  const dumps = () => readdirSync(folder).filter((name) => /^core(\.\d+)?$/.test(name));
  const before = new Set(dumps());
  spawnSync('prlimit', ['--pid', String(child.pid), '--core=unlimited']);
  const gone = once(child, 'exit');
  child.kill('SIGBUS');
  await gone;
  const [name] = dumps().filter((dump) => !before.has(dump));
  if (name === undefined) return Buffer.alloc(0);
  const bytes = readFileSync(join(folder, name));
  rmSync(join(folder, name));
  return bytes;
}
