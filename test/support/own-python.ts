import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { type Limits, OwnPython, type PythonResult } from '../../src/main/analysis/python';
import { silentLog } from '../../src/main/log';
import type { Need } from './needs';
import type { RunOptions } from './python';
import { tempFolderForAll } from './temp-folder';

/** The system's own; others may lie where tests cannot know. */
export const INTERPRETER = '/usr/bin/python3';

function missingConfinement(): string | null {
  if (process.platform !== 'linux') return 'this is another system';
  if (!existsSync('/usr/bin/bwrap')) return 'install bubblewrap';
  try {
    execFileSync('/usr/bin/bwrap', ['--unshare-user', '--ro-bind', '/', '/', '/usr/bin/true'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'user namespaces are not allowed here';
  }
}

function missingPackages(): string | null {
  try {
    execFileSync(INTERPRETER, ['-I', '-c', 'import pandas, matplotlib, openpyxl'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'install python3-pandas, python3-matplotlib and python3-openpyxl';
  }
}

/** What confines a Python of this computer. */
export const BUBBLEWRAP: Need = { name: 'bubblewrap', missing: missingConfinement() };
export const SYSTEM_PYTHON: Need = {
  name: 'python3',
  missing: existsSync(INTERPRETER) ? null : `there is no ${INTERPRETER}`,
};
export const PANDAS: Need = { name: 'pandas', missing: missingPackages() };

/** A module that the system's Python may have besides. */
export function ownModule(name: string): Need {
  try {
    execFileSync(INTERPRETER, ['-I', '-c', `import ${name}`], { stdio: 'ignore' });
    return { name, missing: null };
  } catch {
    return { name, missing: `${INTERPRETER} does not have it` };
  }
}

/** A runner on the system's Python for a test file. Sessions are `main` unless named. */
export function testOwnPython(limits: Partial<Limits> = {}, path = INTERPRETER) {
  let python: OwnPython | null = null;
  let folder = '';
  beforeAll(() => {
    if (BUBBLEWRAP.missing || SYSTEM_PYTHON.missing) return;
    folder = tempFolderForAll();
    python = new OwnPython({ tempFolder: folder, log: silentLog, limits });
    python.choose(path);
  });
  afterAll(() => python?.close());
  const get = () => {
    if (!python) throw new Error('the runner is not there yet');
    return python;
  };
  return {
    runner: get,
    folder: () => folder,
    run: (
      code: string,
      { session = 'main', files = [], tables, signal, ...heard }: RunOptions = {},
    ): Promise<PythonResult> => get().run(session, { code, files, tables, ...heard }, signal),
  };
}
