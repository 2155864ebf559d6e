import { join } from 'node:path';
import type { Dispatch } from '../dispatch';
import type { Engine } from '../engine';
import { leaveMemoryOutOfDumps } from '../processes';
import type { Emit } from '../services/hub';
import { ensurePrivateFolder, Instance } from '../storage';
import type { AppServices } from './app';
import type { AppOptions } from './options';
import { RecoverableApp } from './recoverable-app';

export type { EvidenceReport } from '../services/evidence';
export type { AppOptions } from './options';
export { packagesIn } from './python';

export interface App {
  dispatch: Dispatch;
  /** @throws AppError `data_damaged` while the library cannot be opened */
  services: AppServices;
  engine: Engine | null;
  instance: Instance;
  subscribe(listener: Emit): () => void;
  /** Does beforehand what would make the first use of something slow. Call when the app is up and idle. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Builds the whole app on one data folder. In a shell with a window, a library that is damaged beyond being opened gives an
 * app that can do nothing but restore it.
 * @throws AppError `data_in_use`, `data_newer`, `data_damaged`, `read_only`, `no_space`
 */
export async function compose(options: AppOptions): Promise<App> {
  leaveMemoryOutOfDumps();
  const instance = Instance.claim(options.dataFolder);
  try {
    return await RecoverableApp.open(instance, options);
  } catch (error) {
    instance.release();
    throw error;
  }
}

/** The process that has a data folder open, as far as it says who it is. */
export const holderOf = Instance.holder;

/** Where the log of a data folder is kept; made here, so that what is wrong with the folder is said in plain words. */
export const logFolder = (dataFolder: string): string => ensurePrivateFolder(join(dataFolder, 'logs'));

/** Where a window of a data folder keeps what its program makes for itself. */
export const profileFolder = (dataFolder: string): string => ensurePrivateFolder(join(dataFolder, 'chromium'));
