import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { AppEvent } from '#contract';
import type { Result } from '#contract/result';
import type { Dispatch } from '../../dispatch';
import type { Log } from '../../log';
import { ORIGIN } from './scheme';

const FORBIDDEN: Result<never> = {
  ok: false,
  error: { code: 'forbidden', message: 'Only the window of Assay may ask.' },
};

/** One channel for every request. Frames inside the page, and pages that are not ours, are refused. */
export function answerRequests(dispatch: Dispatch, log: Log): void {
  ipcMain.handle(
    'assay:request',
    (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Result<unknown>> | Result<never> => {
      if (isOurPage(event)) return dispatch(name, input);
      log.warn({ from: event.senderFrame?.origin ?? 'a frame that is gone' }, 'a request from elsewhere was refused');
      return FORBIDDEN;
    },
  );
}

export function tellWindows(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send('assay:event', event);
  }
}

function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && frame.origin === ORIGIN;
}
