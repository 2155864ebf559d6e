import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../scripts/built.mjs';
import { electronBinary } from '../../scripts/electron-binary.mjs';
import { buildEntry } from './build-entry';
import { browserForFile, type Looking, watch } from './chromium';
import { end, firstLine, startApp } from './running-app';
import { tempFolder } from './temp-folder';
import { until } from './until';

/** The app as an analyst has it open, whatever its shell. */
export interface OpenApp {
  /** The window. In Electron there is one; in a browser each call opens another. */
  open(looking?: Looking): Promise<Page>;
  /** Does what saves a file, and tells its name and where it can be read. */
  saved(page: Page, save: () => Promise<unknown>): Promise<{ name: string; path: string }>;
  stop(): Promise<void>;
}

export interface ShellUnderTest {
  name: string;
  start(dataFolder: string, more?: string[]): Promise<OpenApp>;
}

type OpenPage = ReturnType<typeof browserForFile>;

/** The app as it is installed, on a stand-in for Electron's program. */
export const installedShell = (appFolder: string, openPage: OpenPage) => inStandIn(openPage, appFolder);

/**
 * The shells a spec is to hold in: the browser's, and Electron's in its program, or in a stand-in where that is not here.
 */
export function shellsForFile(): ShellUnderTest[] {
  const openPage = browserForFile();
  const browser: ShellUnderTest = {
    name: 'in the browser',
    start: async (dataFolder, more = []) => {
      const app = await startApp(dataFolder, more);
      onTestFinished(() => app.stop());
      return {
        open: (looking) => openPage(app.url, looking),
        saved: async (page, save) => {
          const [download] = await Promise.all([page.waitForEvent('download'), save()]);
          return { name: download.suggestedFilename(), path: await download.path() };
        },
        stop: () => app.stop(),
      };
    },
  };
  const program = electronBinary();
  const electron = program ? inElectron(program) : inStandIn(openPage);
  return [browser, electron];
}

/** @param appFolder the project, or the app as it is installed */
function inStandIn(openPage: OpenPage, appFolder = root): ShellUnderTest {
  return {
    name: "in Electron's shell, on a stand-in for its program",
    start: async (dataFolder, more = []) => {
      await ensureBuilt();
      const saves = tempFolder();
      const entry = await buildEntry('test/support/electron-program.ts');
      const child = spawn(process.execPath, [entry, appFolder, saves, '--data', dataFolder, ...more], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      onTestFinished(() => end(child, 'SIGTERM'));
      const { url } = JSON.parse(await firstLine(child)) as { url: string };
      return {
        open: (looking) => openPage(url, looking),
        saved: (page, save) => savedTo(saves, page, save),
        stop: () => end(child, 'SIGTERM'),
      };
    },
  };
}

function inElectron(program: string): ShellUnderTest {
  return {
    name: 'in Electron',
    start: async (dataFolder, more = []) => {
      await ensureBuilt();
      const saves = tempFolder();
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const app = await _electron.launch({
        executablePath: program,
        args: [root, ...asRoot, '--data', dataFolder, ...more],
      });
      onTestFinished(() => app.close());
      await app.evaluate(({ dialog }, folder) => {
        dialog.showSaveDialog = async (...given: unknown[]) => {
          const { defaultPath = '' } = given.at(-1) as { defaultPath?: string };
          return { canceled: false, filePath: `${folder}/${defaultPath.split(/[\\/]/).at(-1)}` };
        };
      }, saves);
      return {
        open: async ({ width = 1440, height = 900, scheme = 'light' } = {}) => {
          const page = await app.firstWindow();
          const complaints = watch(page, 'assay://app');
          onTestFinished(() => {
            if (complaints.length > 0) throw new Error(complaints.join('\n'));
          });
          await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
          await page.setViewportSize({ width, height });
          return page;
        },
        saved: (page, save) => savedTo(saves, page, save),
        stop: () => app.close(),
      };
    },
  };
}

/** As the window says it in each of its languages. */
const SAVED = /^Saved (.+)$|^(.+) gespeichert$/;

/** Saving in Electron is done when the window says so; of what was saved before it may say so still. */
async function savedTo(
  folder: string,
  page: Page,
  save: () => Promise<unknown>,
): Promise<{ name: string; path: string }> {
  const told = async () => (await page.getByText(SAVED).allInnerTexts()).map((text) => SAVED.exec(text));
  const names = async () => (await told()).map((match) => match?.[1] ?? match?.[2] ?? '');
  const before = await names();
  await save();
  const name = await until('notice of what was saved', async () =>
    (await names()).find((now) => !before.includes(now)),
  );
  return { name, path: join(folder, name) };
}
