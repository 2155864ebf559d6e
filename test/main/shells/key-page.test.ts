import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { silentLog } from '../../../src/main/log';
import { KeyPages } from '../../../src/main/shells/browser/key-page';
import { serveWindow } from '../../../src/main/shells/browser/server';
import { Downloads } from '../../../src/main/shells/common/downloads';
import { browserForFile, CHROMIUM } from '../../support/chromium';
import { needs } from '../../support/needs';
import { tempFolder } from '../../support/temp-folder';

const VISIT = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' };
const KEY = 'assay-secret</script>';

function open() {
  const pages = new KeyPages();
  const routes = new Hono().get('/key/:id', pages.answer);
  return { pages, visit: (path: string, headers: Record<string, string> = VISIT) => routes.request(path, { headers }) };
}

describe('the page that hands a key over', () => {
  it('says what copying does, and belongs to no origin that a script could be of', async () => {
    const { pages, visit } = open();
    const answer = await visit(pages.offer(KEY));
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/sandbox allow-scripts$/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/allow-same-origin|unsafe/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(text).toContain('read, change and delete');
    expect(text).toContain('assay-secret\\u003c/script>');
  });

  it.each([
    ['a script that fetches it', { ...VISIT, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['a frame', { ...VISIT, 'sec-fetch-dest': 'iframe' }],
    ['a page of another site', { ...VISIT, 'sec-fetch-site': 'cross-site' }],
    ['a browser that does not say where it goes', {}],
  ])('is not for %s, and is still there for the analyst', async (_who, headers) => {
    const { pages, visit } = open();
    const path = pages.offer(KEY);
    const refused = await visit(path, headers);
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain('assay-secret');
    expect((await visit(path)).status).toBe(200);
  });

  it('is there once', async () => {
    const { pages, visit } = open();
    const path = pages.offer(KEY);
    await visit(path);
    const again = await visit(path);
    expect(again.status).toBe(404);
    expect(await again.text()).toContain('Press “Copy key” in Assay again');
  });

  it('is over after a while, and when newer ones were asked for', async () => {
    vi.useFakeTimers();
    try {
      const { pages, visit } = open();
      const first = pages.offer(KEY);
      const others = Array.from({ length: 5 }, () => pages.offer(KEY));
      expect((await visit(first)).status).toBe(404);
      expect((await visit(others[0] ?? '')).status).toBe(200);
      vi.advanceTimersByTime(10 * 60_000);
      expect((await visit(others[1] ?? '')).status).toBe(404);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the page that hands a key over, in a browser', needs(CHROMIUM), () => {
  const openPage = browserForFile();

  /** The shell's server around an empty page of the app's, and the address of a page with the key. */
  async function serve() {
    const rendererFolder = tempFolder();
    writeFileSync(join(rendererFolder, 'index.html'), '<title>Assay</title><p>The window</p>');
    const keyPages = new KeyPages();
    const shell = await serveWindow({
      app: {} as never,
      ...{ token: 'token', rendererFolder, keyPages, port: 0, downloads: new Downloads(), log: silentLog },
    });
    onTestFinished(() => shell.close());
    return { page: await openPage(shell.url), path: keyPages.offer('assay-key-of-this-test') };
  }

  it('gives nothing to a script of the app’s own page, which can open it and no more', async () => {
    const { page, path } = await serve();
    const fetched = await page.evaluate(`fetch('${path}').then((answer) => answer.status)`);
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(`void (window.opened = window.open('${path}'))`),
    ]);
    await opened.getByRole('button', { name: 'Copy the key' }).waitFor();
    const read = await page.evaluate(`(() => {
      try { return window.opened.document.body.innerHTML; } catch (error) { return error.name; }
    })()`);
    expect([fetched, read]).toEqual([403, expect.stringMatching(/SecurityError|TypeError/)]);
  });

  it('copies when it is pressed, and not before', async () => {
    const { page, path } = await serve();
    await page.evaluate(`navigator.clipboard.writeText('before')`);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate(`void window.open('${path}', '_blank', 'noopener')`),
    ]);
    await opened.getByText('Copy the key for scripts?').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('before');
    await opened.getByRole('button', { name: 'Copy the key' }).click();
    await opened.getByText('Copied. Give it to your scripts').waitFor();
    await page.bringToFront();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('assay-key-of-this-test');
  });
});
