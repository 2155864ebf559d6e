import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import {
  type CodeFile,
  type CodeInput,
  type Limits,
  locatePython,
  type PythonResult,
  PythonRunner,
} from '../../src/main/analysis/python';
import type { CodeTable } from '../../src/main/code-runner';
import { silentLog } from '../../src/main/log';
import { buildEntry } from './build-entry';
import type { Need } from './needs';
import { tempFolderForAll } from './temp-folder';

const RUNNER = 'src/main/analysis/python/sandbox/runner.ts';

const found = locatePython(resolve('.'));
export function foundPython(): Exclude<typeof found, { missing: string }> {
  if ('missing' in found) throw new Error(found.missing);
  return found;
}
/** Python runs in it. */
export const DENO: Need = { name: 'Deno', missing: 'missing' in found ? found.missing : null, always: true };

const IMAGES = resolve('node_modules/.cache/assay/python');

/**
 * A folder for the memory images of a runtime or a runner that is not the usual one. An image takes seconds to make, and
 * one that is made removes those of other runtimes beside it.
 */
export const imagesOf = (name: string): string => join(IMAGES, name);

/** With the folder of images that all test files and their apps share. */
export async function pythonOptions(folder: string) {
  return {
    ...foundPython(),
    runnerPath: await buildEntry(RUNNER),
    packagesFolder: join(folder, 'packages'),
    tempFolder: IMAGES,
    log: silentLog,
  };
}

export interface RunOptions {
  session?: string;
  files?: CodeFile[];
  tables?: CodeTable[];
  signal?: AbortSignal;
  onLogs?: (text: string) => void;
  onWaiting?: NonNullable<CodeInput['onWaiting']>;
}

export interface TestPython {
  runner(): PythonRunner;
  folder(): string;
  run(code: string, options?: RunOptions): Promise<PythonResult>;
}

/** A real runner for a test file, without spares unless `limits` says so. Sessions are `main` unless named. */
export function testPython(limits: Partial<Limits> = {}, more: { besideFolders?: string[] } = {}): TestPython {
  let runner: PythonRunner | null = null;
  let folder = '';
  beforeAll(async () => {
    if (DENO.missing) return;
    folder = tempFolderForAll();
    runner = new PythonRunner({ ...(await pythonOptions(folder)), limits: { spares: 0, ...limits }, ...more });
    await runner.warm();
  }, 120_000);
  afterAll(() => runner?.close());
  const get = () => {
    if (!runner) throw new Error(DENO.missing ?? 'the runner is not there yet');
    return runner;
  };
  return {
    runner: get,
    folder: () => folder,
    run: (code, { session = 'main', files = [], tables, signal, ...heard } = {}) =>
      get().run(session, { code, files, tables, ...heard }, signal),
  };
}

export const logsOf = (result: PythonResult): string =>
  result.outputs.map((output) => (output.type === 'logs' ? output.text : `<${output.name}>`)).join('');

export function textFile(name: string, text: string | Uint8Array, fileId?: string): CodeFile {
  const bytes = Buffer.from(text);
  return {
    name,
    size: bytes.length,
    ...(fileId === undefined ? {} : { fileId }),
    async *read() {
      yield bytes;
    },
  };
}

/** Process ids of sandboxes whose packages are in this folder; how a test finds the ones it may end. */
export function sandboxesOf(folder: string): number[] {
  return execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('--allow-read=') && line.includes(folder))
    .map((line) => Number.parseInt(line, 10));
}
