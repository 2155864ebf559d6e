import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INSTALL_MS = 100_000;
const SCRIPT_MS = 100_000;

/** A Python that has what was asked for, or why there is none. */
export type PythonClient = { python: string } | { missing: string };

/**
 * Python with these packages, in a folder that later runs find again. Only fetched where the end-to-end tests are asked
 * for by name, so that nobody's ordinary test run waits for a package index.
 */
export async function pythonWith(name: string, packages: string[]): Promise<PythonClient> {
  const folder = join(tmpdir(), 'assay-python-clients', name);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return { python };
  if (!process.env.E2E_REQUIRED) return { missing: 'npm run e2e fetches it' };
  try {
    mkdirSync(folder, { recursive: true });
    await run('python3', ['-m', 'venv', '--clear', folder], { timeout: INSTALL_MS });
    await run(python, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', ...packages], {
      timeout: INSTALL_MS,
    });
    writeFileSync(complete, '');
    return { python };
  } catch (error) {
    return { missing: `no python3 with ${packages.join(', ')}: ${String(error).split('\n')[0]}` };
  }
}

/** What the script printed last. Throws what it complained about. */
export async function runPython(python: string, script: string, env: Record<string, string>): Promise<string> {
  const path = join(import.meta.dirname, 'python-client', script);
  const { stdout } = await run(python, ['-W', 'ignore', path], { env: { ...process.env, ...env }, timeout: SCRIPT_MS });
  return stdout.trim().split('\n').at(-1) ?? '';
}
