import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OwnPython } from '../../../../../src/main/analysis/python';
import { silentLog } from '../../../../../src/main/log';
import { buildEntry } from '../../../../support/build-entry';
import { needs } from '../../../../support/needs';
import { BUBBLEWRAP, INTERPRETER, SYSTEM_PYTHON, testOwnPython } from '../../../../support/own-python';
import { commandOf, descendants, isAlive } from '../../../../support/processes';
import { logsOf, textFile } from '../../../../support/python';
import { tempFolder } from '../../../../support/temp-folder';
import { until } from '../../../../support/until';

const MB = 1024 * 1024;
const STUBBORN = 'while True:\n  try:\n    print("going")\n    while True: pass\n  except BaseException: pass';

describe('sessions of one’s own Python', needs(BUBBLEWRAP, SYSTEM_PYTHON), () => {
  const { run, runner } = testOwnPython({ callMs: 10_000, sessions: 2, rssBytes: 700 * MB });
  const stopped = (code: string, session: string) => {
    const stop = new AbortController();
    return run(code, { session, signal: stop.signal, onLogs: () => stop.abort() });
  };

  it('remember names from call to call, and are apart from each other', async () => {
    await run('x = 40');
    expect(logsOf(await run('x + 2'))).toBe('42\n');
    expect((await run('x', { session: 'other' })).error?.type).toBe('NameError');
  });

  it('stop when asked, and keep the state of code that can be interrupted', async () => {
    await run('kept = 1', { session: 'a' });
    const result = await stopped('import time\nprint("going")\ntime.sleep(60)', 'a');
    expect(result).toMatchObject({ ended: 'cancelled', error: { type: 'KeyboardInterrupt' } });
    expect(await run('kept', { session: 'a' })).toMatchObject({ fresh: false, outputs: [{ text: '1\n' }] });
  });

  it('stop code that does not want to, and lose their state', async () => {
    expect((await stopped(STUBBORN, 'a')).ended).toBe('cancelled');
    expect(await run('kept', { session: 'a' })).toMatchObject({ fresh: true, error: { type: 'NameError' } });
  });

  it('run threads, and wait for what is asynchronous', async () => {
    const code = `import asyncio, concurrent.futures
with concurrent.futures.ThreadPoolExecutor(4) as pool: print(sum(pool.map(abs, range(-9, 10))))
async def later(n):
    await asyncio.sleep(0.01)
    return n
print(await asyncio.gather(later(1), later(2)))
asyncio.run(later(3))`;
    // Code that waits at its top has a loop already, as in a notebook.
    const result = await run(code.replace('asyncio.run(later(3))', 'await later(3)'), { session: 'b' });
    expect(logsOf(result)).toBe('90\n[1, 2]\n3\n');
  });

  it('are ended, seen from outside, when they take more than they may', async () => {
    const code =
      'import mmap\nheld = []\nwhile True:\n  held.append(mmap.mmap(-1, 1 << 26))\n  held[-1].write(bytes(1 << 26))';
    expect(await run(code, { session: 'b' })).toMatchObject({ ended: 'memory', error: null });
  });

  it('are counted with what they take', async () => {
    await run('held = bytearray(b"x" * 100_000_000)', { session: 'a' });
    await expect.poll(() => runner().status().rssBytes, { timeout: 5_000 }).toBeGreaterThan(100 * MB);
  });

  it('show what programs below Python write, in its place', async () => {
    const code = 'import os\nprint("one")\nos.write(1, b"two\\n")\nos.write(2, b"three\\n")\nprint("four")';
    expect(logsOf(await run(code, { session: 'a' }))).toBe('one\ntwo\nthree\nfour\n');
  });

  it('give nothing back from behind links that lead out of the folder of data', async () => {
    const code =
      'import os\nos.symlink("/usr/share", "share")\nos.symlink("/etc/ld.so.cache", "cache")\nopen("mine", "w").close()';
    expect((await run(code, { session: 'a' })).files.map(({ name }) => name)).toEqual(['mine']);
  });

  it('take files in and give files back, many and large', async () => {
    const files = [textFile('in.bin', new Uint8Array(30 * MB).fill(3), 'file-in')];
    const code = 'data = open("in.bin", "rb").read()\nopen("out.bin", "wb").write(data[:20_000_000]);';
    const [file] = (await run(code, { session: 'a', files })).files;
    expect(file?.name).toBe('out.bin');
    expect(file?.bytes.length).toBe(20_000_000);
    expect(new Set(file?.bytes)).toEqual(new Set([3]));
  });
});

describe('one’s own Python without its app', needs(BUBBLEWRAP, SYSTEM_PYTHON), () => {
  const busy = 'print("busy")\nwhile True:\n  try:\n    while True: pass\n  except BaseException: pass';

  it('ends when the app is killed, in the middle of a call', { timeout: 60_000 }, async () => {
    const tempFolderOfOwn = tempFolder();
    const entry = await buildEntry('test/support/own-python-parent.ts');
    const options = JSON.stringify({ tempFolder: tempFolderOfOwn, path: INTERPRETER, code: busy });
    const parent = spawn(process.execPath, [entry, options]);
    onTestFinished(() => void parent.kill('SIGKILL'));
    await once(parent.stdout, 'data');
    const started = await until('its processes', () => descendants(parent.pid ?? 0));
    expect(started.length).toBeGreaterThanOrEqual(3);
    parent.kill('SIGKILL');
    await until('all of them to be gone', () => started.every((pid) => !isAlive(pid)));
  });

  it('says that it crashed when it is killed in the middle of a call, and starts anew', async () => {
    const python = new OwnPython({ tempFolder: tempFolder(), log: silentLog });
    onTestFinished(() => python.close());
    python.choose(INTERPRETER);
    let killed: number[] = [];
    const kill = () => {
      killed = descendants(process.pid).filter((pid) => commandOf(pid).includes('_assay'));
      const interpreter = killed.at(-1);
      if (interpreter) process.kill(interpreter, 'SIGKILL');
    };
    const result = await python.run('main', { code: busy, files: [], onLogs: kill });
    expect(result).toMatchObject({ ended: 'crashed', error: null });
    await until('nothing of it to be left', () => killed.every((pid) => !isAlive(pid)));
    expect(logsOf(await python.run('main', { code: '6 * 7', files: [] }))).toBe('42\n');
  });

  it('ends with everything when the app closes it', async () => {
    const python = new OwnPython({ tempFolder: tempFolder(), log: silentLog });
    python.choose(INTERPRETER);
    const { promise, resolve } = Promise.withResolvers<string>();
    const running = python.run('main', { code: busy, files: [], onLogs: resolve });
    await promise;
    const started = descendants(process.pid).filter((pid) => commandOf(pid).includes('_assay'));
    expect(started.length).toBeGreaterThan(0);
    await python.close();
    expect((await running).ended).toBe('cancelled');
    await until('nothing of it to be left', () => started.every((pid) => !isAlive(pid)));
    await expect(python.run('main', { code: '1', files: [] })).rejects.toMatchObject({ code: 'unavailable' });
  });
});
