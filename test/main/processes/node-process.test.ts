import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ForkProcess, forkProcess, type NodeProcessOptions, type ProcessExit } from '../../../src/main/processes';
import { buildEntry } from '../../support/build-entry';
import { calls, fakeElectron } from '../../support/fake-electron';
import { end, firstLine } from '../../support/running-app';
import { tempFolder } from '../../support/temp-folder';

vi.mock('electron', () => ({ ...fakeElectron, default: fakeElectron }));
const { forkUtility } = await import('../../../src/main/shells/electron/fork-utility');

/** Processes take their time to start on a busy machine. */

let entry = '';
beforeAll(async () => {
  entry = await buildEntry('test/support/answering-process.ts');
}, 60_000);
beforeEach(() => calls.reset());

/** A process of one of the two ways, and what was heard of it. */
function start(fork: ForkProcess, more: Partial<NodeProcessOptions> = {}) {
  const messages: unknown[] = [];
  const exits: ProcessExit[] = [];
  let stderr = '';
  const child = fork({
    entry,
    name: 'Assay test',
    tempFolder: join(tempFolder(), 'own'),
    onMessage: (message) => messages.push((message as { value: unknown }).value),
    onStderr: (text) => {
      stderr += text;
    },
    onExit: (exit) => exits.push(exit),
    ...more,
  });
  onTestFinished(async () => {
    child.kill();
    await expect.poll(() => exits.length).toBe(1);
  });
  return { child, messages, exits, stderr: () => stderr };
}

describe.each<[string, ForkProcess]>([
  ['in Node', forkProcess],
  ['in Electron, on a stand-in for its program', forkUtility],
])('a process %s', (_where, fork) => {
  it('answers in order, also what it was sent before it ran', async () => {
    await fakeElectron.app.whenReady();
    const { child, messages } = start(fork);
    const values = [1n, new Date(0), new Map([['a', [undefined, Number.NaN]]]), new Uint8Array([1, 2]), { x: null }];
    for (const value of values) child.send({ deed: 'echo', value });
    await expect.poll(() => messages).toEqual(values);
    expect(child.pid).toBeGreaterThan(0);
  });

  it('is given its arguments', async () => {
    await fakeElectron.app.whenReady();
    const { child, messages } = start(fork, { args: ['--one', 'two words'] });
    child.send({ deed: 'arguments' });
    await expect.poll(() => messages).toEqual([['--one', 'two words']]);
  });

  it('is given no keys of the app’s environment, and a folder of its own for what is temporary', async () => {
    await fakeElectron.app.whenReady();
    process.env.ASSAY_SECRET_FOR_TEST = 'sk-secret';
    process.env.NODE_OPTIONS_FOR_TEST = '--inspect';
    onTestFinished(() => {
      Reflect.deleteProperty(process.env, 'ASSAY_SECRET_FOR_TEST');
      Reflect.deleteProperty(process.env, 'NODE_OPTIONS_FOR_TEST');
    });
    const folder = join(tempFolder(), 'made for it');
    const { child, messages } = start(fork, { tempFolder: folder });
    child.send({ deed: 'environment' });
    await expect.poll(() => messages).toHaveLength(1);
    const { names, temp } = messages[0] as { names: string[]; temp: string };
    const allowed = ['LANG', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'PATH', 'SystemRoot', 'TZ'];
    expect(names.filter((name) => !allowed.includes(name))).toEqual(['TEMP', 'TMP', 'TMPDIR']);
    expect(temp).toBe(folder);
  });

  it('may have threads, which know nothing of the app', async () => {
    await fakeElectron.app.whenReady();
    const { child, messages } = start(fork);
    child.send({ deed: 'thread' });
    await expect.poll(() => messages).toEqual(['undefined']);
  });

  it('is ended at once while it is busy', async () => {
    await fakeElectron.app.whenReady();
    const { child, messages, exits } = start(fork);
    child.send({ deed: 'spin' });
    await expect.poll(() => messages).toEqual(['spinning']);
    child.kill();
    await expect.poll(() => exits).toEqual([{ reason: expect.any(String), killed: true }]);
  });

  it('is ended before it runs', async () => {
    await fakeElectron.app.whenReady();
    const { child, exits } = start(fork);
    child.kill();
    await expect.poll(() => exits).toMatchObject([{ killed: true }]);
    child.send({ deed: 'echo', value: 1 });
    child.kill();
    expect(exits).toHaveLength(1);
  });

  it.each(['throw', 'reject'])('that goes wrong by itself exits and says why: %s', async (deed) => {
    await fakeElectron.app.whenReady();
    const { child, exits, stderr } = start(fork);
    child.send({ deed });
    await expect.poll(() => exits).toMatchObject([{ killed: false }]);
    await expect.poll(stderr).toContain('on purpose');
  });

  it('that takes more memory than it may is gone, and the app is not', async () => {
    await fakeElectron.app.whenReady();
    const { child, exits } = start(fork, { heapMb: 40 });
    child.send({ deed: 'fill' });
    await expect.poll(() => exits).toMatchObject([{ killed: false }]);
  });

  it('that cannot be started exits, and is not told of before it was returned', async () => {
    await fakeElectron.app.whenReady();
    const { exits } = start(fork, { tempFolder: join(entry, 'a folder in a file') });
    expect(exits).toEqual([]);
    await expect.poll(() => exits).toEqual([{ reason: expect.stringContaining('ENOTDIR'), killed: false }]);
  });
});

it('in Electron none is started before the app is ready', async () => {
  const { exits } = start(forkUtility);
  await expect.poll(() => exits).toEqual([{ reason: expect.stringContaining('ready'), killed: false }]);
});

it('a process ends with the app that started it, however that ended', async () => {
  const parent = spawn(process.execPath, [await buildEntry('test/support/process-parent.ts'), entry, tempFolder()]);
  onTestFinished(() => end(parent, 'SIGKILL'));
  const pid = Number(await firstLine(parent));
  await end(parent, 'SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
});

/** Whether it still does something: whoever inherits what an app leaves may be slow to bury it. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}
