import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { InterpreterProblem } from '#contract';
import { endProcess } from '../../../processes';
import type { Confined, Confinement } from './confinement';
import { inspectCode } from './harness';
import { type InterpreterFiles, interpreterFiles, userPackages } from './interpreter-files';

const Inspected = z.object({
  version: z
    .string()
    .regex(/^\d+\.\d+/)
    .max(50),
  venv: z.boolean(),
  packages: z.array(z.object({ name: z.string().max(50), version: z.string().max(50) })).max(50),
});

/** An interpreter that runs confined, and what it has. */
export interface KnownInterpreter {
  path: string;
  version: string;
  packages: { name: string; version: string }[];
  files: InterpreterFiles;
  /** Folders of packages that it is told of besides its own. */
  sitePaths: string[];
}

const OUTPUT_BYTES = 100_000;
const PATIENCE_MS = 30_000;
const OLDEST = [3, 9] as const;
const PROBE = '/usr/bin/true';

/** Starts the interpreter as its sessions will, and asks what it is. */
export async function inspectInterpreter(
  path: string,
  confinement: Confinement,
): Promise<KnownInterpreter | { problem: InterpreterProblem }> {
  const missing = confinement.problem();
  if (missing) return { problem: missing };
  const files = interpreterFiles(path);
  if ('problem' in files) return files;
  const inspected = await ask(confinement, files);
  if (!inspected) return { problem: (await canConfine(confinement)) ? 'does_not_start' : 'cannot_confine' };
  const [major = 0, minor = 0] = inspected.version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) return { problem: 'too_old' };
  const sitePaths = files.isolated || inspected.venv ? [] : userPackages(inspected.version);
  const all = sitePaths.length > 0 ? ((await ask(confinement, files, sitePaths)) ?? inspected) : inspected;
  return { path, version: all.version, packages: all.packages, files, sitePaths };
}

async function ask(confinement: Confinement, files: InterpreterFiles, sitePaths: readonly string[] = []) {
  const sites = sitePaths.map((folder) => `__import__("site").addsitedir(${JSON.stringify(folder)})\n`).join('');
  const { output } = await outcome(() => confinement.start(files, sites + inspectCode, sitePaths));
  try {
    return Inspected.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  } catch {
    return null;
  }
}

async function canConfine(confinement: Confinement): Promise<boolean> {
  if (process.platform !== 'linux' || !existsSync(PROBE)) return false;
  return (await outcome(() => confinement.startProbe(PROBE))).code === 0;
}

async function outcome(start: () => Confined): Promise<{ code: number | null; output: string }> {
  let output = '';
  try {
    const { child, cleanUp } = start();
    const timeout = setTimeout(() => endProcess(child), PATIENCE_MS);
    child.stdin.on('error', () => undefined);
    child.stdin.end();
    child.stderr.resume();
    child.stdout.on('data', (bytes) => {
      output += String(bytes);
      if (output.length > OUTPUT_BYTES) endProcess(child);
    });
    const [code] = await once(child, 'close');
    clearTimeout(timeout);
    cleanUp?.();
    return { code, output };
  } catch {
    return { code: null, output };
  }
}
