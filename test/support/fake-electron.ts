import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type * as Electron from 'electron';
import { fakeUtilityProcess } from './fake-utility-process';

/**
 * Electron as far as the shell uses it: what was registered can be called, what was asked can be read. Only `vi.mock`
 * puts it in place of the real module, and the names are checked against Electron's own types.
 */
export interface Frame {
  origin: string;
}

type Handler = (event: { sender: { mainFrame: Frame }; senderFrame: Frame | null }, ...args: unknown[]) => unknown;

class FakeWebContents extends EventEmitter {
  readonly mainFrame: Frame = { origin: 'assay://app' };
  readonly sent: { channel: string; data: unknown }[] = [];
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  readonly session = new FakeSession();
  webRtcPolicy = 'default';

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  send(channel: string, data: unknown): void {
    this.sent.push({ channel, data });
    happenings.emit('send', channel, data);
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

class FakeSession {
  permission: ((contents: unknown, name: string, answer: (granted: boolean) => void) => void) | null = null;
  permissionCheck: ((contents: unknown, name: string) => boolean) | null = null;
  beforeRequest: ((details: { url: string }, answer: (decision: { cancel: boolean }) => void) => void) | null = null;
  proxy: Electron.ProxyConfig | null = null;
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<FakeSession['beforeRequest']>) => {
      this.beforeRequest = listener;
    },
  };

  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    this.proxy = config;
  }

  async resolveProxy(url: string): Promise<string> {
    return this.proxy?.mode === 'system' ? `PROXY proxy.example:3128; DIRECT ${url}` : 'DIRECT';
  }

  setPermissionRequestHandler(handler: NonNullable<FakeSession['permission']>): void {
    this.permission = handler;
  }

  setPermissionCheckHandler(handler: NonNullable<FakeSession['permissionCheck']>): void {
    this.permissionCheck = handler;
  }
}

class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = [];
  static getAllWindows = () => FakeWindow.all;
  readonly webContents = new FakeWebContents();
  readonly loaded: string[] = [];
  shown = false;
  focused = false;
  minimized = false;
  maximized = false;
  bounds: Electron.Rectangle;
  reloads = 0;
  readonly options: Electron.BrowserWindowConstructorOptions;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    FakeWindow.all.push(this);
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    happenings.emit('load', this, url);
    this.webContents.emit('did-navigate', {}, url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.shown = true;
  }

  focus(): void {
    this.focused = true;
  }

  getNormalBounds(): Electron.Rectangle {
    return this.bounds;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  maximize(): void {
    this.maximized = true;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  restore(): void {
    this.minimized = false;
  }

  reload(): void {
    this.reloads += 1;
  }

  destroy(): void {
    FakeWindow.all = FakeWindow.all.filter((window) => window !== this);
    if (FakeWindow.all.length === 0) app.emit('window-all-closed');
  }

  isDestroyed(): boolean {
    return !FakeWindow.all.includes(this);
  }
}

/** The program's life. Quitting asks `before-quit` first, as Electron does, and ends only when nobody objects. */
class FakeApp extends EventEmitter {
  isPackaged = false;
  readonly paths = new Map<string, string>();
  /** User data folders that apps hold now; others than this may be put among them. */
  readonly held = new Set<string>();
  ready = false;
  /** What it ended with; null while it runs. */
  ended: number | null = null;

  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    if (this.held.has(folder)) return false;
    this.held.add(folder);
    return true;
  }

  getPreferredSystemLanguages(): string[] {
    return ['de-DE'];
  }

  async whenReady(): Promise<void> {
    this.ready = true;
  }

  getPath(name: string): string {
    return this.paths.get(name) ?? tmpdir();
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error('Path does not exist');
    this.paths.set(name, path);
  }

  getName(): string {
    return 'Assay';
  }

  getVersion(): string {
    return '0.0.0';
  }

  quit(): void {
    let objected = false;
    this.emit('before-quit', {
      preventDefault: () => {
        objected = true;
      },
    });
    if (!objected) this.exit(0);
  }

  exit(code = 0): void {
    this.ended = code;
    this.held.delete(this.getPath('userData'));
    happenings.emit('end', code);
  }
}

/** `load` of a page in a window, `send` to a window, `end` of the program. */
export const happenings = new EventEmitter();

type SaveDialog = (options: Electron.SaveDialogOptions) => Electron.SaveDialogReturnValue;

export const calls = {
  handlers: new Map<string, Handler>(),
  protocols: new Map<string, (request: Request) => Response | Promise<Response>>(),
  schemes: [] as Electron.CustomScheme[],
  opened: [] as string[],
  folders: [] as string[],
  copied: [] as string[],
  saveDialog: (() => ({ canceled: true, filePath: '' })) as SaveDialog,
  errors: [] as string[],
  menus: [] as unknown[],
  exposed: new Map<string, unknown>(),
  reset(): void {
    calls.handlers.clear();
    calls.protocols.clear();
    calls.opened.length = 0;
    calls.folders.length = 0;
    calls.copied.length = 0;
    calls.errors.length = 0;
    calls.menus.length = 0;
    calls.saveDialog = () => ({ canceled: true, filePath: '' });
    FakeWindow.all = [];
    app.removeAllListeners();
    app.held.clear();
    app.paths.clear();
    Object.assign(app, { isPackaged: false, ready: false, ended: null });
  },
};

const app = new FakeApp();
const ipcRenderer = new EventEmitter();

const partitions = new Map<string, FakeSession>();

export const fakeElectron = {
  session: {
    fromPartition: (name: string) => {
      const session = partitions.get(name) ?? new FakeSession();
      partitions.set(name, session);
      return session;
    },
  },
  BrowserWindow: FakeWindow,
  Menu: {
    setApplicationMenu: (menu: unknown) => void calls.menus.push(menu),
    buildFromTemplate: (template: unknown) => template,
  },
  app,
  clipboard: { writeText: (text: string) => void calls.copied.push(text) },
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => calls.exposed.set(name, value) },
  dialog: {
    showSaveDialog: async (options: Electron.SaveDialogOptions) => calls.saveDialog(options),
    showErrorBox: (_title: string, text: string) => void calls.errors.push(text),
  },
  ipcMain: {
    handle: (channel: string, handler: Handler) => void calls.handlers.set(channel, handler),
    on: () => undefined,
  },
  ipcRenderer: Object.assign(ipcRenderer, {
    invoke: async (channel: string, ...args: unknown[]) => {
      const main = { origin: 'assay://app' };
      return calls.handlers.get(channel)?.({ sender: { mainFrame: main }, senderFrame: main }, ...args);
    },
  }),
  nativeTheme: { shouldUseDarkColors: false },
  protocol: {
    registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => calls.schemes.push(...schemes),
    handle: (scheme: string, handler: (request: Request) => Response) => calls.protocols.set(scheme, handler),
  },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
  shell: {
    openExternal: async (url: string) => void calls.opened.push(url),
    openPath: async (path: string) => {
      calls.folders.push(path);
      return '';
    },
  },
  utilityProcess: fakeUtilityProcess(() => app.ready),
} satisfies { [K in keyof typeof Electron]?: unknown };

export type { FakeWindow };
