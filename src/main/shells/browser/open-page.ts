import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Opens the window in the default browser. The address holds a code that lets in, and program arguments can be read by
 * every user of a computer, so the browser is given a page that only this user can read, which leads on to it.
 */
export function openPage(url: string, dataFolder: string): void {
  removePage(dataFolder);
  const page = pageOf(dataFolder);
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${url}"><title>Assay</title>`,
    { mode: 0o600 },
  );
  const target = pathToFileURL(page).href;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', target]
      : process.platform === 'win32'
        ? ['explorer.exe', target]
        : ['xdg-open', target];
  const opener = spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

/** Once the browser has come by it, and when Assay ends. */
export function removePage(dataFolder: string): void {
  rmSync(pageOf(dataFolder), { force: true });
}

const pageOf = (dataFolder: string): string => join(dataFolder, 'open.html');
