import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Opens the window in the default browser. The address holds the token, and program arguments can be read by every user
 * of a computer, so the browser is given a page that only this user can read, which leads on to it.
 */
export function openPage(url: string, dataFolder: string): void {
  const page = join(dataFolder, 'open.html');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${url}"><title>Assay</title>`,
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
