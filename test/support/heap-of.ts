import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The environment of a program that is to tell what it holds in memory, and how to ask it. Not on Windows. */
export function heapTeller(folder: string) {
  const file = join(folder, 'heap.txt');
  return {
    env: { NODE_OPTIONS: `--require ${join(import.meta.dirname, 'tell-heap.cjs')}`, HEAP_FILE: file },
    /** Bytes in use once the garbage is gone. */
    async ask(pid: number): Promise<number> {
      rmSync(file, { force: true });
      process.kill(pid, 'SIGUSR2');
      while (!existsSync(file) || readFileSync(file, 'utf8') === '')
        await new Promise((resolve) => setTimeout(resolve, 20));
      return Number(readFileSync(file, 'utf8'));
    },
  };
}
