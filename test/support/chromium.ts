import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { Need } from './needs';

const PATHS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumPath = PATHS.find((path) => path && existsSync(path)) ?? null;
export const CHROMIUM: Need = {
  name: 'Chromium',
  missing: chromiumPath ? null : 'install it, or set CHROMIUM_PATH',
  always: true,
};
/** `npm run e2e` asks for the real thing, and must not pass without it. */
if (!chromiumPath && process.env.E2E_REQUIRED)
  throw new Error('There is no Chromium. Install it, or set CHROMIUM_PATH.');

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Looking {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  /** The language and region of the browser: `de-DE`. */
  locale?: string;
}

/** One browser for a test file; each page has a profile of its own, and fails its test on any error of the page. */
export function browserForFile() {
  let browser: Browser | null = null;
  beforeAll(async () => {
    if (chromiumPath) browser = await chromium.launch({ executablePath: chromiumPath, args: QUIET });
  });
  afterAll(() => browser?.close());
  return async (
    url: string,
    { width = 1440, height = 900, scheme = 'light', locale = 'en-US' }: Looking = {},
  ): Promise<Page> => {
    if (!browser) throw new Error('there is no browser');
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      locale,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints = watch(page, new URL(url).origin);
    await page.goto(url);
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(page);
      await context.close();
      expect(complaints).toEqual([]);
    });
    return page;
  };
}

/** What a failed test saw last, for whoever looks into it. */
async function keepPicture(page: Page): Promise<void> {
  const path = join(tmpdir(), `assay-failed-${Date.now()}.png`);
  await page.screenshot({ path }).then(
    () => console.error(`The page as it was: ${path}`),
    () => undefined,
  );
}

/** Notes errors of the page, refused styles and scripts, and requests to anywhere but the app. */
export function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const expected = /ERR_CONNECTION|Failed to fetch|net::|401|Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !expected) complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      complaints.push(`request: ${url}`);
  });
  return complaints;
}

/** Serious and critical findings of axe on the page as it stands. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
}

/** Drops a file onto the page, as from the desktop. */
export async function drop(page: Page, name: string, content: string | Buffer): Promise<void> {
  const base64 = Buffer.from(content).toString('base64');
  // As text, since the tests are typed for Node and the page is not.
  const transfer = await page.evaluateHandle<object>(`(() => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob('${base64}'), (one) => one.charCodeAt(0));
    data.items.add(new File([bytes], ${JSON.stringify(name)}));
    return data;
  })()`);
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('main', event, { dataTransfer: transfer });
}
