import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OwnPython } from '../../../../../src/main/analysis/python';
import { interpreterFiles } from '../../../../../src/main/analysis/python/own/interpreter-files';
import { silentLog } from '../../../../../src/main/log';
import { needs, POSIX } from '../../../../support/needs';
import { BUBBLEWRAP, INTERPRETER, PANDAS, SYSTEM_PYTHON } from '../../../../support/own-python';
import { logsOf } from '../../../../support/python';
import { tempFolder } from '../../../../support/temp-folder';

function ownPython(options: Partial<ConstructorParameters<typeof OwnPython>[0]> = {}): OwnPython {
  const python = new OwnPython({ tempFolder: tempFolder(), log: silentLog, ...options });
  onTestFinished(() => python.close());
  return python;
}

const run = (python: OwnPython, code: string) => python.run('main', { code, files: [] });

describe('a Python of one’s own', needs(BUBBLEWRAP, SYSTEM_PYTHON), () => {
  it('is told by its version, and by the packages it has', needs(PANDAS), async () => {
    const { version, packages, problem } = await ownPython().inspect(INTERPRETER);
    expect(problem).toBeNull();
    expect(version).toBe(execFileSync(INTERPRETER, ['-V'], { encoding: 'utf8' }).trim().split(' ')[1]);
    expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['pandas', 'numpy', 'matplotlib']));
  });

  it('is among those that are offered', () => {
    expect(
      ownPython()
        .find()
        .some((path) => path.startsWith('/usr/bin/python3')),
    ).toBe(true);
  });

  it('runs nothing until it is chosen, and says where that is done', async () => {
    await expect(run(ownPython(), '1')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('Settings'),
    });
  });

  it('may be a virtual environment, with packages of its own and those of none else', async () => {
    const folder = join(tempFolder(), 'environment');
    execFileSync(INTERPRETER, ['-m', 'venv', '--without-pip', folder]);
    const python = join(folder, 'bin', 'python3');
    const purelib = execFileSync(python, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], {
      encoding: 'utf8',
    }).trim();
    writeFileSync(join(purelib, 'onlyhere.py'), 'x = 42');
    writeFileSync(join(folder, '..', 'notes.txt'), 'private');
    const own = ownPython();
    own.choose(python);
    expect(logsOf(await run(own, 'import onlyhere\nonlyhere.x'))).toBe('42\n');
    const look = `import os\nos.path.exists(${JSON.stringify(join(folder, '..', 'notes.txt'))})`;
    expect(logsOf(await run(own, look))).toBe('False\n');
    expect((await run(own, 'import pandas')).missing).toEqual({
      module: 'pandas',
      package: null,
      standard: false,
      own: true,
    });
  });

  it('that lacks a package says that it is to be installed there', async () => {
    const own = ownPython();
    own.choose(INTERPRETER);
    const result = await run(own, 'import nosuchthing.inside');
    expect(result.missing).toEqual({ module: 'nosuchthing', package: null, standard: false, own: true });
    expect(logsOf(result)).toMatch(/not installed in your own Python 3\.\d+\.\d+/);
  });

  it('that is exchanged for another loses the state of the first', async () => {
    const own = ownPython();
    own.choose(INTERPRETER);
    await run(own, 'x = 1');
    own.choose(null);
    own.choose(INTERPRETER);
    expect(await run(own, 'x')).toMatchObject({ fresh: true, error: { type: 'NameError' } });
  });
});

describe('a Python that cannot be used', needs(POSIX), () => {
  it.each([
    ['a path that leads nowhere', () => '/nowhere/python3', 'not_found'],
    ['a path that is not whole', () => 'python3', 'not_found'],
    ['a folder', () => '/usr/bin', 'not_python'],
    [
      'a script that starts one',
      () => {
        const path = join(tempFolder(), 'python3');
        writeFileSync(path, `#!/bin/sh\nexec ${INTERPRETER} "$@"\n`);
        chmodSync(path, 0o755);
        return path;
      },
      'not_python',
    ],
    ['a program that is something else', () => '/usr/bin/true', 'does_not_start'],
  ])('is refused: %s', needs(BUBBLEWRAP), async (_what, path, code) => {
    const own = ownPython();
    const at = path();
    expect((await own.inspect(at)).problem).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
    own.choose(at);
    await expect(run(own, 'print("ran")')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is refused without bubblewrap, and says what to install', needs(SYSTEM_PYTHON), async () => {
    const own = ownPython({ bubblewrapPaths: ['/nowhere/bwrap'], platform: 'linux' });
    own.choose(INTERPRETER);
    expect(own.find()).toEqual([]);
    expect((await own.inspect(INTERPRETER)).problem).toMatchObject({
      code: 'no_bubblewrap',
      message: expect.stringContaining('sudo apt install bubblewrap'),
    });
    await expect(run(own, 'print("ran")')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is refused where the system does not let bubblewrap confine it', needs(SYSTEM_PYTHON, BUBBLEWRAP), async () => {
    const own = ownPython({ bubblewrapPaths: ['/usr/bin/false'] });
    own.choose(INTERPRETER);
    expect((await own.inspect(INTERPRETER)).problem?.code).toBe('cannot_confine');
    await expect(run(own, 'print("ran")')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is refused on Windows', async () => {
    const own = ownPython({ platform: 'win32' });
    own.choose(INTERPRETER);
    expect(own.problem).toBe('unsupported_system');
    await expect(run(own, 'print("ran")')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is refused where its folder is the whole home folder', needs(SYSTEM_PYTHON), () => {
    const home = tempFolder();
    mkdirSync(join(home, 'bin'));
    execFileSync('cp', ['-L', INTERPRETER, join(home, 'bin', 'python3')]);
    expect(interpreterFiles(join(home, 'bin', 'python3'), home)).toEqual({ problem: 'unsafe_place' });
    symlinkSync(INTERPRETER, join(home, 'bin', 'linked'));
    expect(interpreterFiles(join(home, 'bin', 'linked'), home)).toMatchObject({ path: join(home, 'bin', 'linked') });
    expect(interpreterFiles(INTERPRETER)).not.toMatchObject({
      readable: expect.arrayContaining([expect.stringContaining(homedir())]),
    });
  });
});
