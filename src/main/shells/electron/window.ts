import { BrowserWindow, nativeTheme, type Session, shell } from 'electron';
import type { Log } from '../../log';
import { ORIGIN } from './scheme';
import type { WindowPlace } from './window-place';

const LINKS = new Set(['http:', 'https:', 'mailto:']);

export interface WindowOptions {
  preload: string;
  place: WindowPlace;
  log: Log;
}

/** The one window: sandboxed, isolated, and bound to our own page. */
export function openWindow({ preload, place, log }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...place.bounds(),
    minWidth: 800,
    minHeight: 560,
    title: 'Assay',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#191a1b' : '#fbfbfa',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  lockDown(window, log);
  place.follow(window);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error({ reason: details.reason }, 'the window crashed and is loaded again');
    if (!window.isDestroyed()) window.reload();
  });
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

function lockDown(window: BrowserWindow, log: Log): void {
  const { webContents } = window;
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  // The page asks before it opens a link; here the address is only checked for what it may be.
  webContents.setWindowOpenHandler(({ url }) => {
    if (isLink(url)) void shell.openExternal(url);
    else log.warn('a link that is no web address was refused');
    return { action: 'deny' };
  });
  closeNetwork(webContents.session);
}

/** The window needs nothing from any network, so nothing it shows can reach one. */
function closeNetwork(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url);
    answer({ cancel: !['assay:', 'blob:', 'devtools:'].includes(protocol) });
  });
}

function isLink(url: string): boolean {
  return URL.canParse(url) && LINKS.has(new URL(url).protocol);
}
