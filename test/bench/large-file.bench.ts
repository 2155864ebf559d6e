import { execFileSync } from 'node:child_process';
import { createReadStream, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CodeFile } from '../../src/main/analysis/python';
import { needs, PROC } from '../support/needs';
import { logsOf } from '../support/python';
import { RUNNERS } from '../support/python-runners';

const MB = 1024 * 1024;
const GB = 1024 * MB;
const MINUTES = 10 * 60_000;
const FOLDER = join('node_modules/.cache/assay/large-file');
const LINE = 'West,2024-01-31,1234.50,3\n';

/** A gigabyte of lines, made once. */
function largeFile(): CodeFile & { path: string } {
  const path = join(FOLDER, 'big.csv');
  mkdirSync(FOLDER, { recursive: true });
  const block = LINE.repeat(Math.ceil((8 * MB) / LINE.length));
  rmSync(path, { force: true });
  for (let bytes = 0; bytes < GB; bytes += block.length) writeFileSync(path, block, { flag: 'a' });
  const read = async function* () {
    yield* createReadStream(path);
  };
  return { name: 'big.csv', size: statSync(path).size, fileId: 'file-big', path, read };
}

/** Bytes that processes of this one hold in memory, together, and what lies in folders in memory. */
function heldBytes(): number {
  const pids = execFileSync('pgrep', ['-P', String(process.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const below = pids.flatMap((pid) => {
    try {
      return execFileSync('pgrep', ['-P', pid], { encoding: 'utf8' }).trim().split('\n');
    } catch {
      return [];
    }
  });
  const shared = Number(/^Shmem:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'latin1'))?.[1] ?? 0) * 1024;
  return [...pids, ...below].reduce((sum, pid) => sum + residentOf(pid), shared);
}

function residentOf(pid: string): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0; // It has ended meanwhile.
  }
}

const freeBytes = (): number =>
  Number(execFileSync('df', ['--output=avail', '-B1', '.'], { encoding: 'utf8' }).split('\n')[1]);

describe.each(RUNNERS)('a gigabyte of CSV in $runner', ({ runner, need, open }) => {
  describe('in a session', needs(...need, PROC), () => {
    const linked = open();
    const copying = open({ linkedFrom: 4 * GB, inputBytes: 4 * GB, diskBytes: 4 * GB, rssBytes: 8 * GB });
    afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

    it('is read where it lies, against being copied', { timeout: MINUTES }, async () => {
      const file = largeFile();
      for (const [name, { run }] of [
        ['where it lies', linked],
        ['copied', copying],
      ] as const) {
        await run('1', { session: name });
        const [memory, disk, from] = [heldBytes(), freeBytes(), performance.now()];
        const result = await run('open("big.csv").readline()', { files: [file], session: name }).catch(
          (error) => error,
        );
        const took = ((performance.now() - from) / 1000).toFixed(2);
        const grown = ((heldBytes() - memory) / MB).toFixed(0);
        const used = ((disk - freeBytes()) / MB).toFixed(0);
        const said = result instanceof Error ? result.message : logsOf(result);
        console.log(`${runner}, ${name}: ${took} s, ${grown} MB of memory, ${used} MB of disk: ${said.trim()}`);
      }
      expect(file.size).toBeGreaterThan(GB);
    });
  });
});
