import type { Shell } from '#contract';
import type { Locale, Words } from '#words';
import type { DuckDbEngine } from '../analysis/duckdb';
import type { Limits } from '../analysis/python';
import type { Log } from '../log';
import type { ForkProcess } from '../processes';
import type { ChartPainter, EngineDoors, Keychain, SettingsFile, ShellServices } from '../services/ports';

/** What a shell brings to the app. */
export interface AppOptions {
  dataFolder: string;
  /** For what can be made anew at any time; data folders share it. */
  cacheFolder: string;
  /** The folder of things that come with the app: samples, fonts. */
  resources: string;
  /** Built entries that run beside the app. */
  entries: {
    dataProcess: string;
    chartWorker: string;
    documentReader: string;
    documentWriter: string;
    pythonRunner: string;
    root: string;
  };
  /** Draws charts and outlives the app; it has one of its own when left out. */
  painter?: ChartPainter;
  /** Reads and queries data, and outlives the app; it has one of its own when left out. */
  data?: DuckDbEngine;
  /** How they are started in this shell, those that are processes. */
  fork: ForkProcess;
  version: string;
  shell: Shell | 'headless';
  shellServices: ShellServices;
  settings: SettingsFile;
  keychain: Keychain;
  /** How long the keychain may take before a connection's key is held for the session; some seconds when left out. */
  keychainPatienceMs?: number;
  /** How long a server of models may say nothing before its answer is given up; some minutes when left out. */
  modelIdleMs?: number;
  /** By what a request to an address goes, in the words of automatic configuration; null where the shell cannot know. */
  resolveProxy?: ((url: string) => Promise<string>) | null;
  /** What Python may use, where that is not the usual. */
  pythonLimits?: Partial<Limits>;
  /** How the engine is opened to other programs. */
  doors: EngineDoors;
  log: Log;
  /** How facts are said to clients of the protocol and on the command line; English when left out. */
  words?: Words;
  /** How pictures are written; as the settings and the system have it when left out. */
  locale?: Locale;
  /** False to browse only: nothing can be asked, everything can be read. */
  withEngine: boolean;
}
