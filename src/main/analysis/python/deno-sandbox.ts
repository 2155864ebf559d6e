import { join } from 'node:path';
import type { Log } from '../../log';
import { spawnDeno } from './deno-command';
import type { Limits } from './limits';
import type { LinkedFiles } from './linked-files';
import type { Boot } from './protocol';
import type { SandboxOptions } from './sandbox-process';

/** Where Python sees what lies in the linked folder. */
const LINKED = '/assay/linked';

export interface DenoSandboxOptions {
  denoPath: string;
  runnerPath: string;
  tempFolder: string;
  boot: Boot;
  linked?: LinkedFiles | undefined;
  limits: Limits;
  log: Log;
}

/** Python on WebAssembly in a Deno process, which may read its runtime, the packages, fonts, and nothing else. */
export function denoSandbox({
  denoPath,
  runnerPath,
  tempFolder,
  boot,
  linked,
  limits,
  log,
}: DenoSandboxOptions): SandboxOptions {
  const readable = [runnerPath, boot.runtimeFolder, boot.packagesFolder, ...boot.fontFiles];
  if (boot.snapshot && boot.snapshot !== 'make') readable.push(boot.snapshot.load);
  if (linked) readable.push(linked.folder);
  const command = { denoPath, scriptPath: runnerPath, folder: join(tempFolder, 'deno'), readable };
  return {
    start: () => ({ child: spawnDeno({ ...command, heapBytes: limits.heapBytes }) }),
    isFirst: boot.snapshot === null,
    boot: { op: 'boot', boot: { ...boot, linkedFolder: linked?.folder ?? null } },
    linked: linked && { files: linked, seenAt: LINKED },
    limits,
    log,
  };
}
