import type { Language, Saved } from '#contract';
import { AppError } from '#contract/result';
import { type Locale, NUMBERS_OF, setLocale, type Words, wordsIn } from '#words';
import { compose, logFolder } from '../../compose';
import { openLog } from '../../log';
import { forkProcess } from '../../processes';
import { Downloads } from './downloads';
import { engineDoors } from './engine-door';
import { osKeychain } from './keychain';
import { appFiles, appFolders } from './root';
import { openSettings } from './settings-file';
import { forTerminal } from './terminal';

/** The app as the shells without Electron run it: saves become downloads, and no folder can be shown. */
export async function openApp(options: {
  dataFolder: string;
  withEngine: boolean;
  shell: 'browser' | 'headless';
  /** The language of a command; a window has the one of its settings. */
  language?: Language;
  downloadUrl(id: string): string;
  /** Where a key is handed over. */
  offerKey(key: string): string;
}) {
  const files = appFiles();
  const language = options.language ?? (options.shell === 'headless' ? 'en' : null);
  const spoken = language === null ? {} : languageOptions(language);
  const log = openLog(logFolder(options.dataFolder));
  const downloads = new Downloads();
  const keychain = osKeychain();
  const app = await compose({
    ...options,
    ...spoken,
    cacheFolder: appFolders.cache,
    resources: files.resources,
    entries: files.entries,
    fork: forkProcess,
    version: files.version,
    settings: openSettings(options.dataFolder),
    keychain,
    doors: engineDoors(log),
    log,
    shellServices: {
      save: async (file): Promise<Saved> => ({
        kind: 'download',
        name: file.name,
        url: options.downloadUrl(downloads.offer(file)),
      }),
      showFolder: async () => false,
      handOverKey: async (key) => options.offerKey(key),
    },
  });
  return { app, files, log, downloads, keychain };
}

/** What a command says is said in one language from its start to its end, by the whole process. */
function languageOptions(language: Language): { words: Words; locale: Locale } {
  const locale = { language, numbers: NUMBERS_OF[language] };
  setLocale(locale);
  return { words: wordsIn(locale), locale };
}

/** What a command answers where a shell has a window. */
export const withoutWindow = {
  downloadUrl: (id: string): string => id,
  offerKey: (): never => {
    throw new AppError('unavailable', 'There is no window here to hand a key over in.');
  },
};

/** A signal that comes again within this time is the same one: the library that writes settings sends each on. */
const SAME_MS = 1_000;

/** Ends the process cleanly on the signals that ask for it; a second signal does not wait. */
export function endOnSignals(close: () => Promise<void>): void {
  let since: number | null = null;
  const end = () => {
    if (since !== null) {
      if (performance.now() - since > SAME_MS) process.exit(1);
      return;
    }
    since = performance.now();
    close().then(() => process.exit(0), explainAndExit);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/** The one line on stdout by which other programs learn that, and where, this one is ready. */
export function announce(facts: Record<string, string | number | boolean>): void {
  process.stdout.write(`${JSON.stringify({ ready: true, ...facts })}\n`);
}

/** Ends a command with a sentence instead of a stack. */
export function explainAndExit(error: unknown): never {
  process.stderr.write(`${forTerminal(error instanceof Error ? error.message : String(error))}\n`);
  process.exit(1);
}
