import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { german } from '../../src/preload/words';
import { browserForFile, CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

const open = browserForFile();
const SALES = 'region,amount\nnorth,10\nsouth,20\n';
const LONGEST_MS = 240_000;

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Navigation' });

const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function withThread(scheme: 'light' | 'dark') {
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  const page = await open(app.url, { scheme });
  page.setDefaultTimeout(60_000);
  await drop(page, 'sales.csv', SALES);
  await page.getByText('2 rows').waitFor();
  await page.getByLabel('Your question').fill('total amount by region');
  await page.keyboard.press('Enter');
  await page.getByText('Completed in').waitFor();
  return { app, page };
}

describe('the window', needs(CHROMIUM), () => {
  it('is folded, led by recent threads and commands, explained and put in German by mouse', {
    timeout: LONGEST_MS,
  }, async () => {
    const { page } = await withThread('light');
    await navigation(page).getByRole('button', { name: 'Show or hide the navigation' }).click();
    await navigation(page).waitFor({ state: 'hidden' });
    await expectAccessible(page);
    await page.reload();
    await named(page, 'Show or hide the navigation').click();
    await navigation(page).waitFor();

    await named(page, 'New thread').click();
    await page.getByText('Or try it on a sample').waitFor();
    await navigation(page).getByText('Search', { exact: true }).click();
    const palette = page.getByRole('dialog');
    await palette.getByText('Total amount by region').click();
    await page.getByRole('article', { name: 'Answer' }).waitFor();
    await navigation(page).getByText('Search', { exact: true }).click();
    await palette.getByText('Keyboard shortcuts').click();
    const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await shortcuts.getByText('Show or hide the inspector').waitFor();
    await expectAccessible(page);
    await shortcuts.getByRole('button', { name: 'Close' }).click();
    await shortcuts.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Language of the window').selectOption({ label: 'Deutsch' });
    await page.getByRole('heading', { name: german.ui.settings.settings }).first().waitFor();
    await named(page, german.ui.app.charts).waitFor();
    await expectAccessible(page);
  });

  it('is folded, led by recent threads and commands, explained and put in German by keyboard alone', {
    timeout: LONGEST_MS,
  }, async () => {
    const { page } = await withThread('dark');
    await page.keyboard.press('Control+b');
    await navigation(page).waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+b');
    await navigation(page).waitFor();

    await page.keyboard.press('Alt+n');
    await page.getByText('Or try it on a sample').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('[aria-label="Search threads, or type a command"]:focus').waitFor();
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowDown');
        return page.getByRole('dialog').locator('[data-selected]').allInnerTexts();
      })
      .toEqual(['Total amount by region']);
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Answer' }).waitFor();
    await page.getByLabel('Search threads, or type a command').waitFor({ state: 'hidden' });

    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('?');
    const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await shortcuts.getByText('Questions asked before, in an empty field').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await shortcuts.waitFor({ state: 'hidden' });

    await page.keyboard.press('Control+,');
    const language = page.getByLabel('Language of the window');
    await language.focus();
    await page.keyboard.type('Deutsch');
    await page.getByRole('heading', { name: german.ui.settings.settings }).first().waitFor();
    await expectAccessible(page);
  });

  it('says above everything that the engine is off, or that Assay cannot be reached', {
    timeout: LONGEST_MS,
  }, async () => {
    const folder = tempFolder();
    const app = await startApp(folder, ['--no-engine']);
    onTestFinished(() => app.stop());
    const page = await open(app.url);
    await page.getByText(/^The engine is off: threads/).waitFor();
    await expectAccessible(page);
    await app.stop();
    await page.getByText(/^Assay cannot be reached/).waitFor({ timeout: 60_000 });
    expect(await page.getByText(/^The engine is off: threads/).count()).toBe(0);
    await expectAccessible(page);
  });
});
