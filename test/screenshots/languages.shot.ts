import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { it, onTestFinished } from 'vitest';
import { english, german } from '../../src/preload/words';
import { browserForFile } from '../support/chromium';
import { askInGerman } from '../support/german';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

/** Every page of the window in both languages, light and dark, at three widths: to be looked at, not kept. */
const open = browserForFile();
const FOLDER = process.env.SCREENSHOTS ?? join(tmpdir(), 'assay-languages');
const SIZES = [
  [1024, 700],
  [1440, 900],
  [2560, 1440],
] as const;
const PAGES = [
  ...['settings', 'settings/connections', 'settings/models', 'settings/python-packages', 'settings/api-access'],
  ...['files', 'charts', 'assistants', 'usage', 'cleanup', 'archive', 'deleted'],
];
const WORDS = { en: english, de: german } as const;

it('the window in German and in English, light and dark', async () => {
  mkdirSync(FOLDER, { recursive: true });
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  const page = await open(app.url, { locale: 'de-DE' });
  await page.getByText(german.ui.app.invitation).waitFor();
  await shoot(page, 'welcome-de');
  await askInGerman(page, 'Umsatz nach Monat und Region');
  const thread = page.url();
  const at = (path: string) => `${thread.split('#')[0]}#/${path}`;
  for (const language of ['de', 'en'] as const) {
    await app.api.settings.change({ language });
    await page.goto(thread);
    await page.getByRole('article', { name: WORDS[language].ui.conversation.answer, exact: true }).waitFor();
    await shoot(page, `answer-${language}`);
    for (const path of PAGES) {
      await page.goto(at(path));
      await page.getByRole('heading').first().waitFor();
      await page.waitForFunction('!document.querySelector("[aria-busy=true]")');
      await shoot(page, `${path.replace('/', '-')}-${language}`);
    }
  }
  await page.goto(at(''));
  await page.getByText(english.ui.app.invitation).waitFor();
  await shoot(page, 'welcome-en');
}, 900_000);

async function shoot(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.waitForFunction('document.fonts.ready');
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${width}.png`) });
    }
  }
}
