import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

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

  send(channel: string, data: unknown): void {
    this.sent.push({ channel, data });
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

class FakeSession {
  permission: ((contents: unknown, name: string, answer: (granted: boolean) => void) => void) | null = null;
  permissionCheck: ((contents: unknown, name: string) => boolean) | null = null;
  beforeRequest: ((details: { url: string }, answer: (decision: { cancel: boolean }) => void) => void) | null = null;
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<FakeSession['beforeRequest']>) => {
      this.beforeRequest = listener;
    },
  };

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
  reloads = 0;
  readonly options: Electron.BrowserWindowConstructorOptions;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }

  show(): void {
    this.shown = true;
  }

  reload(): void {
    this.reloads += 1;
  }

  isDestroyed(): boolean {
    return false;
  }
}

export const calls = {
  handlers: new Map<string, Handler>(),
  protocols: new Map<string, (request: Request) => Response | Promise<Response>>(),
  schemes: [] as Electron.CustomScheme[],
  opened: [] as string[],
  folders: [] as string[],
  copied: [] as string[],
  saveDialog: { canceled: true, filePath: '' } as Electron.SaveDialogReturnValue,
  exposed: new Map<string, unknown>(),
  reset(): void {
    calls.handlers.clear();
    calls.protocols.clear();
    calls.opened.length = 0;
    calls.folders.length = 0;
    calls.copied.length = 0;
    FakeWindow.all = [];
  },
};

const ipcRenderer = new EventEmitter();

export const fakeElectron = {
  BrowserWindow: FakeWindow,
  Menu: { setApplicationMenu: () => undefined, buildFromTemplate: (template: unknown) => template },
  app: { getPath: () => '/tmp' },
  clipboard: { writeText: (text: string) => void calls.copied.push(text) },
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => calls.exposed.set(name, value) },
  dialog: { showSaveDialog: async () => calls.saveDialog, showErrorBox: () => undefined },
  ipcMain: { handle: (channel: string, handler: Handler) => calls.handlers.set(channel, handler) },
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
  shell: {
    openExternal: async (url: string) => void calls.opened.push(url),
    openPath: async (path: string) => {
      calls.folders.push(path);
      return '';
    },
  },
} satisfies { [K in keyof typeof Electron]?: unknown };

export type { FakeWindow };
