import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ensureBuilt } from '../../../scripts/built.mjs';
import { calls, fakeElectron } from '../../support/fake-electron';
import { tempFolder } from '../../support/temp-folder';

vi.mock('electron', () => ({ ...fakeElectron, default: fakeElectron }));
const { startElectron } = await import('../../../src/main/shells/electron');
const { app, BrowserWindow } = fakeElectron;

/** As `electron . ARGUMENTS` starts it. */
function start(...given: string[]): void {
  const before = process.argv;
  process.argv = ['/electron', '.', ...given];
  onTestFinished(async () => {
    process.argv = before;
    app.quit();
    await expect.poll(() => app.ended).not.toBeNull();
  });
  startElectron();
}

const windows = () => BrowserWindow.getAllWindows();

async function request(name: string, input: unknown) {
  const frame = { origin: 'assay://app' };
  return calls.handlers.get('assay:request')?.({ sender: { mainFrame: frame }, senderFrame: frame }, name, input);
}

// It loads the window's files, and what runs beside the app.
beforeAll(() => ensureBuilt(), 240_000);
beforeEach(() => calls.reset());

describe('the start in Electron', () => {
  it('opens one window on the data folder it is given, and answers it', async () => {
    const folder = join(tempFolder(), 'data');
    start('--data', folder, '--no-engine', '--enable-logging', '--remote-debugging-port=0');
    await expect.poll(() => windows().map((window) => window.loaded)).toEqual([['assay://app/']]);
    expect(calls.errors).toEqual([]);
    expect(await request('threads.list', {})).toMatchObject({ ok: true });
    expect(existsSync(join(folder, 'library.db'))).toBe(true);
    const menus = () => JSON.stringify(calls.menus.at(-1));
    expect(menus()).toContain('"label":"Datei"');
    expect(menus()).not.toMatch(/"label":"(?:File|Edit|Copy)"/);
    await request('settings.change', { language: 'en' });
    expect(menus()).toContain('"label":"File"');
    expect(windows()[0]?.shown).toBe(true);
  });

  it('says why it cannot, and ends', async () => {
    const folder = tempFolder();
    const { Instance } = await import('../../../src/main/storage');
    const other = Instance.claim(folder);
    onTestFinished(() => other.release());
    start('--data', folder);
    await expect.poll(() => app.ended).toBe(1);
    expect(calls.errors).toEqual([expect.stringMatching(/is open in another|already/i)]);
    expect(windows()).toEqual([]);
  });

  it('says that the log knows more when it cannot say why itself, and the log does', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'library.db'));
    start('--data', folder, '--no-engine');
    await expect.poll(() => app.ended).toBe(1);
    expect(calls.errors).toEqual([expect.stringContaining('The log')]);
    expect(readFileSync(join(folder, 'logs', 'assay.log'), 'utf8')).toContain('EISDIR');
    const { Instance } = await import('../../../src/main/storage');
    expect(() => Instance.claim(folder).release()).not.toThrow();
  });

  it('is once at a time on a data folder: a second start brings the first to the front', async () => {
    start('--data', tempFolder(), '--no-engine');
    await expect.poll(() => windows().length).toBe(1);
    const [window] = windows();
    if (window) window.minimized = true;
    app.emit('second-instance');
    expect(window).toMatchObject({ minimized: false, focused: true });
  });

  it('opens a window again for a second start, where the first has none left', async () => {
    start('--data', tempFolder(), '--no-engine');
    await expect.poll(() => windows().length).toBe(1);
    BrowserWindow.all = [];
    app.emit('second-instance');
    expect(windows()).toMatchObject([{ focused: true }]);
  });

  it('does not start twice on a data folder, by whatever path it is named', async () => {
    const folder = tempFolder();
    const other = join(tempFolder(), 'link');
    symlinkSync(folder, other);
    mkdirSync(join(folder, 'chromium'));
    app.held.add(realpathSync(join(folder, 'chromium')));
    start('--data', other, '--no-engine');
    expect(app.ended).toBe(0);
    expect(windows()).toEqual([]);
  });

  it('starts beside an app that has another data folder open', async () => {
    app.held.add(tempFolder()).add(app.getPath('userData'));
    start('--data', tempFolder(), '--no-engine');
    await expect.poll(() => windows().length).toBe(1);
    expect(app.ended).toBeNull();
  });

  it('says what is wrong with an option', async () => {
    start('--data', '');
    await expect.poll(() => app.ended).toBe(1);
    expect(calls.errors).toEqual([expect.stringContaining('--data')]);
  });

  it('ends when the last window is closed, after everything is put down', async () => {
    const folder = tempFolder();
    start('--data', folder);
    await expect.poll(() => windows().length).toBe(1);
    const ended = expect.poll(() => app.ended).toBe(0);
    app.emit('window-all-closed');
    if (process.platform === 'darwin') app.quit();
    expect(app.ended).toBeNull();
    await ended;
    const { Instance } = await import('../../../src/main/storage');
    expect(() => Instance.claim(folder).release()).not.toThrow();
  });

  it('ends also when something could not be put down, and the log says what', async () => {
    const folder = tempFolder();
    start('--data', folder, '--no-engine');
    await expect.poll(() => windows().length).toBe(1);
    rmSync(join(folder, 'instance.json'));
    mkdirSync(join(folder, 'instance.json'));
    app.quit();
    await expect.poll(() => app.ended).toBe(0);
    expect(readFileSync(join(folder, 'logs', 'assay.log'), 'utf8')).toContain('instance.json');
  });
});
