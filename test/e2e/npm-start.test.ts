import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../scripts/built.mjs';
import { CHROMIUM, chromiumPath } from '../support/chromium';
import { LINUX, type Need, needs } from '../support/needs';
import { end } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

const firefoxPath = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path)) ?? null;
const FIREFOX: Need = { name: 'Firefox', missing: firefoxPath ? null : 'install firefox-esr' };

/** `npm start` as a newcomer types it, where the system opens pages in the browser that `command` starts. */
async function npmStart(command: string) {
  await ensureBuilt();
  const folder = tempFolder();
  const [data, profile, bin] = ['data', 'profile', 'bin'].map((name) => join(folder, name)) as [string, string, string];
  for (const made of [profile, bin]) mkdirSync(made);
  /** Made by the opener, with its number, which is then the browser's. */
  const opened = join(folder, 'opened');
  const opener = join(bin, 'xdg-open');
  writeFileSync(opener, `#!/bin/sh\necho $$ > ${opened}\nPROFILE=${profile}\nexec ${command} "$1"\n`);
  chmodSync(opener, 0o755);
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const child = spawn('npm', ['start', '--', '--port', '0', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...env, PATH: `${bin}${delimiter}${process.env.PATH}`, HOME: profile },
  });
  onTestFinished(async () => {
    const browser = existsSync(opened) ? Number(readFileSync(opened, 'utf8')) : 0;
    if (browser > 0 && existsSync(`/proc/${browser}`)) process.kill(browser, 'SIGKILL');
    await end(child, 'SIGTERM');
  });
  const { url } = JSON.parse(await lineOf(child, '{')) as { url: string };
  await expect.poll(() => existsSync(opened)).toBe(true);
  const token = new URL(url).hash.replace('#token=', '');
  return { profile, page: join(data, 'open.html'), token, stop: () => end(child, 'SIGTERM') };
}

/** The first line of what it prints that begins like this; npm itself prints some before. */
function lineOf(child: ReturnType<typeof spawn>, beginning: string): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (bytes) => {
      text += String(bytes);
      const line = text
        .split('\n')
        .slice(0, -1)
        .find((one) => one.startsWith(beginning));
      if (line) resolve(line);
    });
    child.on('exit', (code) => reject(new Error(`It ended with ${code} before it was ready`)));
  });
}

/** The files of a browser's profile that name what must not be in them. */
function filesWith(text: string, folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return paths.filter((path) => readFileSync(path).includes(text));
}

describe('npm start without Electron', needs(LINUX), () => {
  it('opens the app in Chromium, and leaves no way in behind', needs(CHROMIUM), async () => {
    const flags = '--headless=new --no-sandbox --disable-gpu --no-first-run --remote-debugging-port=0';
    const { profile, page, token } = await npmStart(`${chromiumPath} ${flags} --user-data-dir="$PROFILE"`);
    const port = join(profile, 'DevToolsActivePort');
    await expect
      .poll(() => existsSync(port) && readFileSync(port, 'utf8').includes('/devtools/'), { timeout: 60_000 })
      .toBe(true);
    const [number] = readFileSync(port, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
    const tab = browser.contexts()[0]?.pages()[0];
    await tab
      ?.getByRole('textbox', { name: /ask|drop/i })
      .or(tab.getByPlaceholder(/ask/i))
      .first()
      .waitFor();
    expect(await tab?.getByText('Pages of other sites').count()).toBe(0);
    expect(new URL(tab?.url() ?? '').hash).toBe('#/');
    expect(existsSync(page)).toBe(false);
    await tab?.reload();
    await tab?.getByPlaceholder(/ask/i).first().waitFor();
    await browser.close();
    const history = join(profile, 'Default');
    const kept = filesWith(token, history).filter((path) => !path.includes('Session Storage'));
    expect([existsSync(join(history, 'History')), kept]).toEqual([true, []]);
  });

  it('opens the app in Firefox', needs(FIREFOX), async () => {
    const { page } = await npmStart(`${firefoxPath} --headless --no-remote --profile "$PROFILE"`);
    // The page is removed by the app once the window has come in by it.
    await expect.poll(() => existsSync(page), { timeout: 90_000 }).toBe(false);
  });

  it('leads the browser by a page that only this user can read, and removes it when nobody came', async () => {
    const { page, token, stop } = await npmStart('true');
    expect(statSync(page).mode & 0o077).toBe(0);
    expect(readFileSync(page, 'utf8')).not.toContain(token);
    await stop();
    await expect.poll(() => existsSync(page)).toBe(false);
  });
});
