import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { startProgram } from '../../processes';

const PAGE_BYTES = 65_536;

export interface DenoCommand {
  denoPath: string;
  scriptPath: string;
  /** An empty folder that Deno calls its own. */
  folder: string;
  /** Files and folders it may read; nothing else is allowed. */
  readable: string[];
  /** WebAssembly memory at most. */
  heapBytes: number;
}

/** Starts a script that may read what is named and do nothing else: no network, no writing, no programs, no environment. */
export function spawnDeno(command: DenoCommand): ChildProcessWithoutNullStreams {
  const { denoPath, scriptPath, folder, readable, heapBytes } = command;
  const pages = Math.floor(heapBytes / PAGE_BYTES);
  const flags = [
    '--no-prompt',
    '--no-remote',
    '--no-npm',
    '--no-config',
    '--no-lock',
    '--no-code-cache',
    '--node-modules-dir=none',
    // No eval, and memory that ends where Python can still say so.
    `--v8-flags=--disallow-code-generation-from-strings,--wasm-max-mem-pages=${pages}`,
    // A comma in a path is written twice.
    `--allow-read=${readable.map((path) => path.replaceAll(',', ',,')).join(',')}`,
  ];
  return startProgram({
    path: denoPath,
    args: ['run', ...flags, scriptPath],
    folder,
    env: { DENO_DIR: folder, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' },
  });
}
