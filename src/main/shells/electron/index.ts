import { realpathSync } from 'node:fs';
import { app, BrowserWindow, dialog, type BrowserWindow as Window } from 'electron';
import { AppError } from '#contract/result';
import { type App, type AppOptions, compose, logFolder, profileFolder } from '../../compose';
import { type Log, openLog } from '../../log';
import { type CommonOptions, findOptions } from '../common/arguments';
import { Downloads } from '../common/downloads';
import { engineDoors } from '../common/engine-door';
import { osKeychain } from '../common/keychain';
import { prepareSoon } from '../common/prepare-soon';
import { type AppFiles, appFiles, appFolders } from '../common/root';
import { windowSurface } from '../common/window-surface';
import { forkUtility } from './fork-utility';
import { answerRequests, tellWindows } from './ipc';
import { installMenu } from './menu';
import { registerScheme, serveScheme } from './scheme';
import { openElectronSettings } from './settings';
import { shellServices } from './shell-services';
import { systemProxies } from './system-proxies';
import { openWindow } from './window';
import { WindowPlace } from './window-place';

/** Starts Assay in Electron: one instance of each data folder, one window, everything else through the contract. */
export function startElectron(): void {
  registerScheme();
  try {
    const options = findOptions(process.argv.slice(1));
    keepProfileWith(options.dataFolder);
    if (!app.requestSingleInstanceLock()) return app.quit();
    app
      .whenReady()
      .then(() => start(options), explainAndQuit)
      .catch(explainAndQuit);
  } catch (error) {
    app.whenReady().then(() => explainAndQuit(error), explainAndQuit);
  }
}

/**
 * Chromium's own files lie with the data folder, and with them the lock that lets one app at a time have it. Those of the
 * usual folder stay where Electron puts them.
 */
function keepProfileWith(dataFolder: string): void {
  if (dataFolder !== appFolders.data) app.setPath('userData', realpathSync(profileFolder(dataFolder)));
}

async function start(options: CommonOptions): Promise<void> {
  const log = openLog(logFolder(options.dataFolder));
  await open(options, log).catch((error: unknown) => {
    log.error({ err: error }, 'the app could not be started');
    throw error;
  });
}

async function open(options: CommonOptions, log: Log): Promise<void> {
  const files = appFiles();
  const settings = openElectronSettings(options.dataFolder);
  const assay = await composeApp(files, { ...options, settings }, log);
  serveScheme(windowSurface({ app: assay, rendererFolder: files.renderer, downloads: new Downloads(), log }));
  answerRequests(assay.dispatch, log);
  assay.subscribe(tellWindows);
  installMenu(assay, settings);
  const place = new WindowPlace(options.dataFolder);
  const show = () => openWindow({ preload: files.preload, place, log });
  show();
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && show());
  // Somebody started the app again on this data folder; on another, that is an app of its own.
  app.on('second-instance', () => focus(BrowserWindow.getAllWindows()[0] ?? show()));
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit());
  closeBeforeQuit(assay, log);
  prepareSoon(assay);
}

type Chosen = Pick<AppOptions, 'dataFolder' | 'withEngine' | 'settings'>;

function composeApp(files: AppFiles, options: Chosen, log: Log): Promise<App> {
  return compose({
    ...options,
    cacheFolder: appFolders.cache,
    resources: files.resources,
    entries: files.entries,
    fork: forkUtility,
    version: files.version,
    shell: 'electron',
    keychain: osKeychain(),
    doors: engineDoors(log),
    shellServices,
    resolveProxy: systemProxies(),
    log,
  });
}

/** Quitting waits until what is under way has been put down safely; asked for a second time, it waits no more. */
function closeBeforeQuit(assay: App, log: Log): void {
  let closing = false;
  app.on('before-quit', (event) => {
    if (closing) return;
    event.preventDefault();
    closing = true;
    void assay
      .close()
      .catch((error: unknown) => log.error({ err: error }, 'not everything could be put down'))
      .finally(() => app.quit());
  });
}

function focus(window: Window): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

function explainAndQuit(error: unknown): void {
  const message =
    error instanceof AppError ? error.message : 'Assay could not start. The log in its data folder says why.';
  dialog.showErrorBox('Assay', message);
  app.exit(1);
}
