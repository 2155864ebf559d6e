import { BrowserWindow, nativeTheme, type Session, shell } from 'electron';
import type { Log } from '../../log';
import { CrashRecovery } from './crashes';
import { ORIGIN } from './scheme';
import type { WindowPlace } from './window-place';

const LINKS = new Set(['http:', 'https:', 'mailto:']);

/** A proxy where none can be, for this computer's own addresses too; our own scheme takes no proxy. */
const NOWHERE = { mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:1', proxyBypassRules: '<-loopback>' } as const;

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
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

function lockDown(window: BrowserWindow, log: Log): void {
  const { webContents } = window;
  const crashes = new CrashRecovery(window, log);
  webContents.on('will-navigate', (event) => {
    if (!crashes.allows(event.url)) event.preventDefault();
  });
  // The same again for the page itself, and the only one for frames within it.
  webContents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !crashes.allows(event.url)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  // The page asks before it opens a link; here the address is only checked for what it may be.
  webContents.setWindowOpenHandler(({ url }) => {
    if (isLink(url)) void shell.openExternal(url);
    else log.warn('a link that is no web address was refused');
    return { action: 'deny' };
  });
  // Calls between browsers are no requests: they go through a proxy or not at all, and the only one leads nowhere.
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  closeNetwork(webContents.session, log);
}

/** The window needs nothing from any network, so nothing it shows can reach one. */
function closeNetwork(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url);
    answer({ cancel: !['assay:', 'blob:', 'devtools:'].includes(protocol) });
  });
  session
    .setProxy(NOWHERE)
    .catch((error: unknown) => log.error({ err: error }, 'the network could not be closed to the window'));
}

function isLink(url: string): boolean {
  return URL.canParse(url) && LINKS.has(new URL(url).protocol);
}
