import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { german } from '../../src/preload/words';
import { browserForFile } from '../support/chromium';
import { askInGerman } from '../support/german';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

/** The window in both languages at three widths: to be looked at, not kept. */
const open = browserForFile();
const FOLDER = process.env.SCREENSHOTS ?? join(tmpdir(), 'assay-languages');
const SIZES = [
  [1024, 700],
  [1440, 900],
  [2560, 1440],
] as const;

it('the window in German and in English', async () => {
  mkdirSync(FOLDER, { recursive: true });
  const app = await startApp(tempFolder());
  const page = await open(app.url, { locale: 'de-DE' });
  const shoot = async (name: string) => {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.waitForFunction('document.fonts.ready');
      await page.screenshot({ path: join(FOLDER, `${name}-${width}.png`) });
    }
  };
  await page.getByText(german.ui.app.invitation).waitFor();
  await shoot('de-welcome');
  await askInGerman(page, 'total amount by month, by region');
  await shoot('de-answer');
  const thread = page.url();
  const pages = ['settings', 'settings/connections', 'files', 'charts', 'assistants', 'usage'];
  for (const path of pages) {
    await page.goto(`${thread.split('#')[0]}#/${path}`);
    await page.getByRole('heading').first().waitFor();
    await shoot(`de-${path.replace('/', '-')}`);
  }
  await app.api.settings.change({ language: 'en' });
  await page.goto(thread);
  await page.getByRole('article', { name: 'Answer', exact: true }).waitFor();
  await shoot('en-answer');
  await page.goto(`${thread.split('#')[0]}#/settings`);
  await page.getByRole('combobox', { name: 'Language of the window' }).waitFor();
  await shoot('en-settings');
}, 300_000);
