import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OwnPython, PythonRunner } from '../../../../src/main/analysis/python';
import { silentLog } from '../../../../src/main/log';
import { buildEntry } from '../../../support/build-entry';
import { needs, POSIX } from '../../../support/needs';
import { DENO, pythonOptions, sandboxesOf } from '../../../support/python';
import { tempFolder } from '../../../support/temp-folder';

describe('Python without its app', needs(DENO, POSIX), () => {
  it('ends when the app is killed, even while it is busy', async () => {
    const folder = tempFolder();
    const { log: _, ...options } = await pythonOptions(folder);
    const parent = spawn(process.execPath, [
      await buildEntry('test/support/python-parent.ts'),
      JSON.stringify(options),
    ]);
    onTestFinished(() => void parent.kill('SIGKILL'));
    await once(parent.stdout, 'data');
    await expect.poll(() => sandboxesOf(folder).length).toBe(2);
    parent.kill('SIGKILL');
    await expect.poll(() => sandboxesOf(folder)).toEqual([]);
  }, 60_000);

  it('ends with everything when the app closes it, in the middle of a call', async () => {
    const folder = tempFolder();
    const runner = new PythonRunner(await pythonOptions(folder));
    const running = runner.run('busy', { code: 'while True: pass', files: [] });
    await expect.poll(() => sandboxesOf(folder).length).toBeGreaterThan(0);
    await runner.close();
    expect(sandboxesOf(folder)).toEqual([]);
    await expect(
      running.then(
        (result) => result.ended,
        (error) => error.code,
      ),
    ).resolves.toMatch(/cancelled|unavailable/);
    await expect(runner.run('next', { code: '1', files: [] })).rejects.toMatchObject({ code: 'unavailable' });
  }, 60_000);

  it('is not started from a runner that is not there, and says so', async () => {
    const folder = tempFolder();
    const options = { ...(await pythonOptions(folder)), tempFolder: folder };
    const lost = new PythonRunner({ ...options, denoPath: join(folder, 'deno-that-is-not-there') });
    await expect(lost.run('a', { code: '1', files: [] })).rejects.toMatchObject({ code: 'unavailable' });
    await lost.close();
  });
});

describe('what an app that was killed has left of Python', () => {
  const pidOfEnded = () => spawnSync(process.execPath, ['--version']).pid;

  it.each(['linked', 'own'])(
    'is removed from its folder “%s” at the next start, and nothing of an app that runs',
    (name) => {
      const folder = tempFolder();
      const nameOf = (pid: number) => (name === 'own' ? `data-${pid}-aZ09ab` : String(pid));
      const [gone, running] = [nameOf(pidOfEnded()), nameOf(process.ppid)];
      for (const owner of [gone, running]) {
        mkdirSync(join(folder, name, owner), { recursive: true });
        writeFileSync(join(folder, name, owner, 'sales.csv'), 'region,amount');
      }
      new OwnPython({ tempFolder: folder, log: silentLog });
      expect(readdirSync(join(folder, name))).toEqual([running]);
    },
  );

  it('is removed where it is an unfinished memory image', needs(DENO), async () => {
    const folder = tempFolder();
    const images = join(folder, 'images');
    mkdirSync(images);
    const nameOf = (pid: number) => `python-0123456789abcdef.snapshot.${pid}.partial`;
    for (const pid of [pidOfEnded(), process.ppid]) writeFileSync(join(images, nameOf(pid)), 'half of it');
    const runner = new PythonRunner({ ...(await pythonOptions(folder)), tempFolder: images });
    onTestFinished(() => runner.close());
    expect(readdirSync(images).filter((name) => name.endsWith('.partial'))).toEqual([nameOf(process.ppid)]);
  });
});
