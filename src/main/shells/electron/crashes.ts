import { type BrowserWindow, dialog } from 'electron';
import type { Log } from '../../log';
import { CRASHED_PAGE, ORIGIN } from './scheme';

/** A page that crashes more often than this within the time below is not helped by another try. */
const RELOADS = 3;
const WITHIN_MS = 60_000;

/**
 * Loads the page again when its process has crashed. One that crashes over and over is replaced by a page that says so, and
 * a window that cannot even show that is closed, with a message of the system's.
 */
export class CrashRecovery {
  readonly #window: BrowserWindow;
  readonly #log: Log;
  /** Readings of a clock that only goes forward. */
  #crashes: number[] = [];
  #explaining = false;

  constructor(window: BrowserWindow, log: Log) {
    this.#window = window;
    this.#log = log;
    window.webContents.on('render-process-gone', (_event, { reason }) => this.#recover(reason));
    window.webContents.on('did-navigate', (_event, url) => {
      if (url === CRASHED_PAGE || !this.#explaining) return;
      this.#explaining = false;
      this.#crashes = [];
    });
  }

  /** Whether the page may lead there: only from the page about crashes, and back to the app. */
  allows(url: string): boolean {
    return this.#explaining && url === `${ORIGIN}/`;
  }

  #recover(reason: string): void {
    if (reason === 'clean-exit' || this.#window.isDestroyed()) return;
    if (this.#explaining) return this.#giveUp(reason);
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < WITHIN_MS), now];
    this.#explaining = this.#crashes.length > RELOADS;
    this.#log.error({ reason, crashes: this.#crashes.length }, 'the window crashed');
    if (this.#explaining) void this.#window.loadURL(CRASHED_PAGE);
    else this.#window.reload();
  }

  #giveUp(reason: string): void {
    this.#log.error({ reason }, 'the window crashed over and over, and is closed');
    dialog.showErrorBox(
      'Assay',
      'The window of Assay crashes over and over, so it is closed. What was saved is kept. Restart the computer, or install Assay again; the log in its data folder says more.',
    );
    this.#window.destroy();
  }
}
