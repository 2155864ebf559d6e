import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserForFile, CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

const open = browserForFile();
const SIZES = [
  [1024, 700],
  [1440, 900],
  [2560, 1440],
] as const;
/** A busy machine takes its time to read a file. */
const PATIENCE_MS = 60_000;
const LONGEST_MS = 400_000;
/** Where pictures go for somebody to look at; none are taken otherwise. */
const PICTURES = process.env.PICTURES;

/** At each size: nothing of the page lies beyond its side. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`) });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectAccessible(page);
}

async function askAbout(page: Page, name: string, content: string): Promise<void> {
  await page.keyboard.press('Alt+n');
  await drop(page, name, content);
  await page.getByText(/^\d+ rows/).waitFor();
  await page.getByLabel('Your question').fill('total amount by region');
  await page.keyboard.press('Enter');
  await page.getByText('Completed in').waitFor();
}

const SALES = 'region,amount\nnorth,10\nsouth,20\n';

describe('the library of files', needs(CHROMIUM), () => {
  it.each(['light', 'dark'] as const)(
    'is worked with by mouse and by keyboard, in %s',
    { timeout: LONGEST_MS },
    async (scheme) => {
      const app = await startApp(tempFolder());
      onTestFinished(() => app.stop());
      const page = await open(app.url, { scheme });
      page.setDefaultTimeout(PATIENCE_MS);
      await askAbout(page, 'sales.csv', SALES);
      await askAbout(page, 'sales.csv', `${SALES}east,30\n`);
      await askAbout(page, 'costs.csv', `${SALES}west,5\n`);
      await page.getByRole('button', { name: 'Files', exact: true }).click();
      await page.getByText('2 versions').waitFor();
      await look(page, `files-${scheme}`);

      // On a large screen it stands beside the list.
      await page.setViewportSize({ width: 2560, height: 1440 });
      await page.getByRole('complementary', { name: 'costs.csv' }).getByText('west').waitFor();
      await page.getByRole('button', { name: 'sales.csv', exact: true }).press('Enter');
      await page.getByRole('complementary', { name: 'sales.csv' }).getByText('east').waitFor();
      await expectAccessible(page);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.keyboard.press('Escape');

      // By mouse: what is in it, where it is used, its versions, and back into a new thread.
      await page.getByRole('button', { name: 'sales.csv', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'sales.csv' });
      await dialog.getByRole('grid').or(dialog.getByRole('table')).getByText('east').waitFor();
      await look(page, `file-${scheme}`);
      await dialog.getByRole('button', { name: 'Ask about it' }).click();
      await page.getByRole('article', { name: 'Profile of sales.csv' }).waitFor();

      await page.getByRole('button', { name: 'Files', exact: true }).click();
      const thread = page
        .getByRole('navigation', { name: 'Threads' })
        .getByRole('button', { name: 'Total amount by region' })
        .first();
      await page.getByRole('row').filter({ hasText: 'costs.csv' }).dragTo(thread);
      await page.getByLabel('Your question').waitFor();

      // By keyboard: found, renamed, deleted with its thread, and erased.
      await page.keyboard.press('Control+k');
      await page.getByLabel('Search threads, or type a command').fill('files');
      await page.keyboard.press('Enter');
      await page.getByLabel('Search files by name').fill('cost');
      await page.getByRole('button', { name: 'costs.csv', exact: true }).press('F2');
      await page.getByLabel('New name of costs.csv').fill('expenses');
      await page.keyboard.press('Enter');
      await page.getByLabel('Search files by name').fill('exp');
      await page.getByRole('button', { name: 'expenses.csv', exact: true }).press('Delete');
      const asked = page.getByRole('dialog', { name: 'Delete expenses.csv?' });
      await asked.getByLabel('Delete the thread as well').press('Space');
      await look(page, `delete-${scheme}`);
      await asked.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
      await page.getByText('Deleted “expenses.csv”').waitFor();

      await page.getByLabel('Search files by name').fill('');
      await page.getByRole('button', { name: 'Recently deleted' }).press('Enter');
      await page.getByRole('heading', { name: 'Threads' }).waitFor();
      await look(page, `deleted-${scheme}`);
      await page.getByRole('button', { name: 'Erase all now' }).press('Enter');
      // A dialog takes the focus a moment after it has opened; a key before that is for what had it.
      await page.getByRole('dialog').locator(':focus').waitFor();
      await page.getByRole('button', { name: 'Erase for good' }).press('Enter');
      await page.getByText('Erased 1 thread and 1 file').waitFor();
      await page.getByText('Nothing is deleted that could be restored.').waitFor();
    },
  );
});

describe('threads', needs(CHROMIUM), () => {
  it('have tags, and are cleaned up from a list', { timeout: LONGEST_MS }, async () => {
    const app = await startApp(tempFolder());
    onTestFinished(() => app.stop());
    const page = await open(app.url);
    page.setDefaultTimeout(PATIENCE_MS);
    await askAbout(page, 'sales.csv', SALES);
    const list = page.getByRole('navigation', { name: 'Threads' });
    await list.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Tags…' }).click();
    await page.getByRole('dialog').getByLabel('Tags', { exact: true }).fill('board');
    await page.keyboard.press('Enter');
    await look(page, 'tags');
    await page.getByRole('button', { name: 'Save tags' }).click();
    await page.getByLabel('Which threads are listed').selectOption('board');
    await list.getByRole('button', { name: /^Total amount/ }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByLabel('Search threads, or type a command').fill('clean up');
    await page.keyboard.press('Enter');
    await page.getByText('Every thread was used since.').waitFor();
    await page.getByLabel(/^Delete threads that were not used/).selectOption('180');
    await expect.poll(async () => (await app.api.settings.get({})).retention).toEqual({ days: 180, keepTagged: true });
    await look(page, 'clean-up');
  });
});
