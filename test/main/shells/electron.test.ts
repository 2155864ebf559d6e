import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../../src/main/log';
import { calls, type Frame, fakeElectron } from '../../support/fake-electron';
import { tempFolder } from '../../support/temp-folder';

vi.mock('electron', () => ({ ...fakeElectron, default: fakeElectron }));
const { answerRequests, tellWindows } = await import('../../../src/main/shells/electron/ipc');
const { openWindow } = await import('../../../src/main/shells/electron/window');
const { WindowPlace } = await import('../../../src/main/shells/electron/window-place');
const { registerScheme, serveScheme } = await import('../../../src/main/shells/electron/scheme');
const { shellServices } = await import('../../../src/main/shells/electron/shell-services');

const ours: Frame = { origin: 'assay://app' };
const dispatch = async (name: unknown, input: unknown) => ({ ok: true as const, value: { name, input } });

function show(folder = tempFolder()) {
  openWindow({ preload: '/preload.cjs', place: new WindowPlace(folder), log: silentLog });
  const window = fakeElectron.BrowserWindow.getAllWindows().at(-1);
  if (!window) throw new Error('no window was opened');
  return window;
}

type Shown = ReturnType<typeof show>;
const crash = (window: Shown, reason = 'crashed') => window.webContents.emit('render-process-gone', {}, { reason });

function isPrevented({ webContents }: Shown, name: string, url: string, isMainFrame = true): boolean {
  const event = { url, isMainFrame, preventDefault: vi.fn() };
  webContents.emit(name, event);
  return event.preventDefault.mock.calls.length > 0;
}

async function ask(frames: { mainFrame: Frame; senderFrame: Frame | null }, ...args: unknown[]) {
  return calls.handlers.get('assay:request')?.(
    { sender: { mainFrame: frames.mainFrame }, senderFrame: frames.senderFrame },
    ...args,
  );
}

beforeEach(() => calls.reset());

describe('requests in Electron', () => {
  it('reach dispatch from our own page', async () => {
    answerRequests(dispatch, silentLog);
    expect(await ask({ mainFrame: ours, senderFrame: ours }, 'threads.list', {})).toEqual({
      ok: true,
      value: { name: 'threads.list', input: {} },
    });
  });

  it.each<[string, { mainFrame: Frame; senderFrame: Frame | null }]>([
    ['a frame inside the page', { mainFrame: ours, senderFrame: { origin: 'assay://app' } }],
    [
      'a page of another origin',
      ((frame) => ({ mainFrame: frame, senderFrame: frame }))({ origin: 'https://evil.example' }),
    ],
    [
      'a look-alike origin',
      ((frame) => ({ mainFrame: frame, senderFrame: frame }))({ origin: 'assay://app.evil.example' }),
    ],
    ['a frame that is gone', { mainFrame: ours, senderFrame: null }],
  ])('are refused from %s', async (_who, frames) => {
    answerRequests(dispatch, silentLog);
    expect(await ask(frames, 'threads.list', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
});

describe('the window in Electron', () => {
  it('is sandboxed, isolated and loads only our page', () => {
    const window = show();
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(window.loaded).toEqual(['assay://app/']);
  });

  it('cannot be navigated away, by links, drops or frames', () => {
    const window = show();
    for (const url of ['https://evil.example/', 'assay://app/', 'assay://app/crashed'])
      for (const name of ['will-navigate', 'will-frame-navigate', 'will-attach-webview'])
        expect(isPrevented(window, name, url)).toBe(true);
  });

  it.each([
    'file:///etc/passwd',
    'smb://host/share',
    'ms-msdt:/id',
    'assay://app/x',
    'javascript:alert(1)',
    'data:text/html,x',
    'nonsense',
  ])('opens nothing for %s', (url) => {
    expect(show().webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
    expect(calls.opened).toEqual([]);
  });

  it('hands web and mail links to the system and opens no window for them', () => {
    const { webContents } = show();
    expect(webContents.openHandler?.({ url: 'https://example.com/a' })).toEqual({ action: 'deny' });
    expect(calls.opened).toEqual(['https://example.com/a']);
  });

  it('reaches no network', () => {
    const { session } = show().webContents;
    const cancelled = (url: string) => {
      let cancel: boolean | undefined;
      session.beforeRequest?.({ url }, (decision) => {
        cancel = decision.cancel;
      });
      return cancel;
    };
    expect(['https://x.example/', 'http://127.0.0.1/', 'ws://x/', 'file:///x'].map(cancelled)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(cancelled('assay://app/index.js')).toBe(false);
  });

  it('grants no permission but writing to the clipboard', () => {
    const { session } = show().webContents;
    const granted = (name: string) => session.permissionCheck?.(null, name);
    expect(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal'].some(granted)).toBe(false);
    expect(granted('clipboard-sanitized-write')).toBe(true);
  });

  it('is loaded again after a crash', () => {
    const window = show();
    crash(window);
    expect(window.reloads).toBe(1);
  });

  it('is not loaded again when its page has ended as it should', () => {
    const window = show();
    crash(window, 'clean-exit');
    expect(window.reloads).toBe(0);
  });

  it('that crashes over and over says so, and can be opened again from there', () => {
    const window = show();
    for (let time = 0; time < 5; time += 1) if (window.loaded.length === 1) crash(window);
    expect(window).toMatchObject({ reloads: 3, loaded: ['assay://app/', 'assay://app/crashed'] });
    expect(isPrevented(window, 'will-frame-navigate', 'https://evil.example/')).toBe(true);
    expect(isPrevented(window, 'will-frame-navigate', 'assay://app/', false)).toBe(true);
    for (const name of ['will-frame-navigate', 'will-navigate'])
      expect(isPrevented(window, name, 'assay://app/')).toBe(false);
    window.webContents.emit('did-navigate', {}, 'assay://app/');
    expect(isPrevented(window, 'will-navigate', 'assay://app/')).toBe(true);
    crash(window);
    expect(window.reloads).toBe(4);
  });

  it('that cannot even say that it crashes is closed, with a message', () => {
    const window = show();
    for (let time = 0; time < 5; time += 1) crash(window);
    expect(calls.errors).toEqual([expect.stringContaining('crashes over and over')]);
    expect(window.isDestroyed()).toBe(true);
    crash(window);
    expect(calls.errors).toHaveLength(1);
  });

  it('stands where it stood when it was closed', () => {
    const folder = tempFolder();
    const first = show(folder);
    expect(first.bounds).toMatchObject({ width: 1440, height: 900 });
    first.bounds = { x: 40, y: 30, width: 1000, height: 700 };
    first.maximized = true;
    first.emit('close');
    expect(show(folder)).toMatchObject({ bounds: { x: 40, y: 30, width: 1000, height: 700 }, maximized: true });
  });

  it.each([
    ['a screen that is gone', { x: 5_000, y: 30, width: 1000, height: 700 }],
    ['above every screen', { x: 40, y: -400, width: 1000, height: 700 }],
  ])('comes back where it can be seen, from %s', (_where, bounds) => {
    const folder = tempFolder();
    const first = show(folder);
    first.bounds = bounds;
    first.emit('close');
    expect(show(folder).bounds).toEqual({ x: 0, y: 0, width: 1440, height: 900 });
  });

  it('hears what was saved', () => {
    const window = show();
    tellWindows({ name: 'threads.deleted', data: { threadId: 'thread_1' as never } });
    expect(window.webContents.sent).toEqual([
      { channel: 'assay:event', data: { name: 'threads.deleted', data: { threadId: 'thread_1' } } },
    ]);
  });
});

describe('the private scheme', () => {
  it('answers our own page and nobody else', async () => {
    registerScheme();
    expect(calls.schemes[0]).toMatchObject({ scheme: 'assay', privileges: { standard: true, secure: true } });
    serveScheme({ fetch: () => new Response('page') });
    const get = async (url: string, headers: Record<string, string> = {}) =>
      (await calls.protocols.get('assay')?.(new Request(url, { headers })))?.status;
    expect(await get('assay://app/')).toBe(200);
    expect(await get('assay://other/')).toBe(403);
    expect(await get('assay://app/', { origin: 'null' })).toBe(403);
    expect(await get('assay://app/', { origin: 'https://evil.example' })).toBe(403);
  });

  it('has a page about crashes that needs nothing of the app', async () => {
    serveScheme({ fetch: () => new Response('page') });
    const page = await calls.protocols.get('assay')?.(new Request('assay://app/crashed'));
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = (await page?.text()) ?? '';
    expect(text).toContain('<a href="/">');
    expect(text).not.toMatch(/<script|src=|url\(/);
  });
});

describe('saving in Electron', () => {
  it('writes where the analyst chose, whole or not at all', async () => {
    const filePath = join(tempFolder(), 'Chart.png');
    calls.saveDialog = () => ({ canceled: false, filePath });
    const saved = await shellServices.save({ name: 'Chart.png', type: 'image/png', bytes: new Uint8Array([1, 2]) });
    expect(saved).toEqual({ kind: 'saved', name: 'Chart.png' });
    expect([...readFileSync(filePath)]).toEqual([1, 2]);
  });

  it('does nothing when the dialog is closed', async () => {
    expect(await shellServices.save({ name: 'a', type: 'b', bytes: new Uint8Array() })).toEqual({ kind: 'cancelled' });
  });
});

describe('a key in Electron', () => {
  it('is put on the clipboard without the window', async () => {
    expect(await shellServices.handOverKey('assay-key')).toBeNull();
    expect(calls.copied).toEqual(['assay-key']);
  });
});

describe('the doorway', () => {
  it('exposes requests and events, and nothing of Electron', async () => {
    answerRequests(dispatch, silentLog);
    await import('../../../src/preload');
    const bridge = calls.exposed.get('assay') as { request(name: string, input: unknown): Promise<unknown> };
    expect(Object.keys(bridge)).toEqual(['request', 'subscribe']);
    expect(await bridge.request('threads.list', { archived: false })).toMatchObject({ ok: true });
  });
});
