import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until';

/** The environment of a program that is to tell what it holds in memory, and how to ask it. Not on Windows. */
export function heapTeller(folder: string) {
  const file = join(folder, 'heap.txt');
  return {
    env: { NODE_OPTIONS: `--require ${join(import.meta.dirname, 'tell-heap.cjs')}`, HEAP_FILE: file },
    /** Bytes in use once the garbage is gone. */
    async ask(pid: number): Promise<number> {
      rmSync(file, { force: true });
      process.kill(pid, 'SIGUSR2');
      return until('what the program holds', () => existsSync(file) && Number(readFileSync(file, 'utf8')));
    },
  };
}
