import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { it, onTestFinished } from 'vitest';
import { english, german, type Words } from '../../src/preload/words';
import { browserForFile } from '../support/chromium';
import { fullLibrary } from '../support/full-library';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { until } from '../support/until';

/** Every page of the window in both languages, light and dark, at three widths: to be looked at, not kept. */
const open = browserForFile();
const FOLDER = process.env.SCREENSHOTS ?? join(tmpdir(), 'assay-languages');
const SIZES = [
  [1024, 700],
  [1440, 900],
  [2560, 1440],
] as const;
const LANGUAGES = { en: english, de: german } as const;

it('the window in German and in English, light and dark', async () => {
  mkdirSync(FOLDER, { recursive: true });
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  const page = await open(app.url, { locale: 'de-DE' });
  const at = (path: string) => `${page.url().split('#')[0]}#/${path}`;
  for (const [language, { ui }] of Object.entries(LANGUAGES) as ['en' | 'de', Words][]) {
    await app.api.settings.change({ language });
    await page.goto(at(''));
    await page.getByText(ui.app.invitation).waitFor();
    await shoot(page, `welcome-${language}`);
    for (const path of ['charts', 'files', 'reports', 'usage']) {
      await page.goto(at(path));
      await settled(page);
      await shoot(page, `empty-${path}-${language}`);
    }
  }
  const { pages } = await fullLibrary(app);
  for (const [language, words] of Object.entries(LANGUAGES) as ['en' | 'de', Words][]) {
    await app.api.settings.change({ language });
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(at(path));
      await settled(page);
      await shoot(page, `${name.replaceAll(/\W+/g, '-')}-${language}`);
    }
    for (const path of [pages.answers, pages['a document']]) {
      await page.goto(at(path ?? ''));
      await settled(page);
      await tabs(page, words, language);
    }
    await overlays(page, words, language);
  }
}, 3_000_000);

/** What opens beside a thread; where there is no room for both, it opens above it. */
async function tabs(page: Page, { ui }: Words, language: string): Promise<void> {
  for (const size of SIZES)
    for (const [name, label] of [
      ['data', ui.app.data],
      ['sources', ui.app.sources],
    ] as const) {
      await page.setViewportSize({ width: size[0], height: size[1] });
      const inspector = page.getByRole('complementary', { name: ui.app.inspector });
      if (!(await inspector.isVisible())) await page.keyboard.press('Control+j');
      await inspector.waitFor();
      const tab = page.getByRole('tab', { name: label, exact: true });
      if ((await tab.count()) === 0) continue;
      await tab.click();
      await shoot(page, `tab-${name}-${language}`, [size]);
    }
}

/** What opens above a thread. */
async function overlays(page: Page, { ui, window, threads }: Words, language: string): Promise<void> {
  const field = page.getByLabel(ui.search.invitation);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('Control+k');
  await field.waitFor();
  await shoot(page, `palette-${language}`);
  await field.fill('amount');
  await settled(page);
  await shoot(page, `search-${language}`);
  await field.fill(window.shortcuts());
  await page.keyboard.press('Enter');
  await page.getByText(window.shortcut.palette()).waitFor();
  await shoot(page, `shortcuts-${language}`);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const [name, item] of [
    ['tags', threads.editTags()],
    ['export', ui.exports.menu],
  ] as const) {
    await page
      .getByRole('button', { name: new RegExp(`^${ui.threads.actionsFor('')}`) })
      .first()
      .click();
    if (name === 'tags') await shoot(page, `menu-${language}`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await shoot(page, `${name}-${language}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  await until('the page to be drawn', () => page.evaluate<boolean>(DRAWN));
}

/** As it opens, and at its end where it is longer than the window. */
async function shoot(page: Page, name: string, sizes: readonly (readonly [number, number])[] = SIZES): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await settled(page);
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${width}.png`) });
      if (!(await page.evaluate(TO_THE_END))) continue;
      await settled(page);
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${width}-end.png`) });
    }
  }
}

/** Nothing is waited for any more, and the pictures in sight are there. */
const DRAWN = `(async () => {
  await document.fonts.ready;
  const isSeen = (image) => image.getBoundingClientRect().top < innerHeight && image.getBoundingClientRect().bottom > 0;
  const images = [...document.images].filter(isSeen);
  return !document.querySelector('[aria-busy=true]') && images.every((image) => image.complete && image.naturalWidth > 0);
})()`;

/** Whether there was anywhere to go; where something was further down already, back to its beginning. */
const TO_THE_END = `(() => {
  const scrollers = [...document.querySelectorAll('main *')].filter(
    (element) => element.scrollHeight > element.clientHeight + 40 && /auto|scroll/.test(getComputedStyle(element).overflowY),
  );
  const [first] = scrollers;
  if (!first) return false;
  const top = first.scrollTop;
  first.scrollTop = top > 100 ? 0 : first.scrollHeight;
  return first.scrollTop !== top;
})()`;
