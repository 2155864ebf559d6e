import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { answer } from '../support/query/chips';
import { type OpenApp, shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const SHOPS = 60;
const ORDERS = [
  'order_id,ordered_on,shop,amount',
  ...Array.from(
    { length: SHOPS },
    (_, at) => `${10_000 + at},2025-0${(at % 9) + 1}-15,Shop ${String(at + 1).padStart(2, '0')},${at + 1}.50`,
  ),
].join('\n');

const chart = (page: Page): Locator => answer(page).getByRole('figure', { name: /^Chart:/ });
const drawing = (page: Page): Locator => chart(page).locator('svg.recharts-surface').first();
const editor = (page: Page): Locator => page.getByRole('dialog', { name: 'Edit the chart' });
const version = (page: Page, at: number, of: number): Promise<void> =>
  chart(page).getByText(`Version ${at} of ${of}`).waitFor();

async function withChart(app: OpenApp, looking: Parameters<OpenApp['open']>[0] = {}): Promise<Page> {
  const page = await app.open(looking);
  await page.getByText('Drop a CSV or a document anywhere').waitFor();
  await drop(page, 'orders.csv', ORDERS);
  await page.getByRole('article', { name: 'Profile of orders.csv' }).getByText('60 rows').waitFor();
  await page.getByLabel('Your question').fill('total amount by shop');
  await page.keyboard.press('Enter');
  await answer(page).getByRole('button', { name: 'Copy answer' }).waitFor({ state: 'attached', timeout: 60_000 });
  await chart(page).scrollIntoViewIfNeeded();
  await drawing(page).waitFor({ timeout: 60_000 });
  return page;
}

describe.each(shellsForFile())('a chart in an answer $name', needs(CHROMIUM), ({ start }) => {
  it('is changed by mouse, each change a version that can be gone back from, and enlarged', async () => {
    const page = await withChart(await start(tempFolder()));
    // Sixty bars are no chart: the others are told.
    await drawing(page)
      .locator('text')
      .filter({ hasText: /of 60 bars/ })
      .waitFor();
    await chart(page).getByRole('button', { name: 'Edit the chart' }).click();
    await expectAccessible(page);
    await editor(page).getByLabel('Show', { exact: true }).selectOption('5');
    await version(page, 2, 2);
    await drawing(page)
      .locator('text')
      .filter({ hasText: /^Others/ })
      .first()
      .waitFor();
    await editor(page).getByLabel('Kind').selectOption('line');
    await version(page, 3, 3);
    await editor(page).getByRole('radio', { name: 'Colour 4', exact: true }).click();
    await version(page, 4, 4);
    await page.keyboard.press('Escape');
    await editor(page).waitFor({ state: 'detached' });
    const line = drawing(page).locator('.recharts-line-curve');
    const colour = await line.getAttribute('stroke');

    await chart(page).getByRole('button', { name: 'Earlier version of the chart' }).click();
    await version(page, 3, 4);
    expect(await line.getAttribute('stroke')).not.toBe(colour);
    await chart(page).getByRole('button', { name: 'Earlier version of the chart' }).click();
    await version(page, 2, 4);
    expect(await line.count()).toBe(0);

    await chart(page).getByRole('button', { name: 'Enlarge' }).click();
    const large = page.getByRole('dialog', { name: 'Amount by shop' });
    await large
      .locator('svg.recharts-surface')
      .locator('text')
      .filter({ hasText: /^Others/ })
      .first()
      .waitFor();
    expect((await large.locator('svg.recharts-surface').boundingBox())?.width).toBeGreaterThan(900);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
  });

  it('is changed and gone back in by keyboard alone, and is as it was left when the window is opened again', async () => {
    const app = await start(tempFolder());
    const page = await withChart(app);
    await chart(page).getByRole('button', { name: 'Edit the chart' }).focus();
    await page.keyboard.press('Enter');
    const title = editor(page).getByLabel('Title');
    await title.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Shops that matter');
    await page.keyboard.press('Enter');
    await version(page, 2, 2);
    await editor(page).getByLabel('Log axis').focus();
    await page.keyboard.press('Space');
    await version(page, 3, 3);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Edit the chart');
    await page.keyboard.press('Control+z');
    await version(page, 2, 3);
    await page.keyboard.press('Control+z');
    await version(page, 1, 3);
    expect(await chart(page).getAttribute('aria-label')).not.toContain('Shops that matter');
    await page.keyboard.press('Control+Shift+z');
    await version(page, 2, 3);
    await chart(page).getByRole('button', { name: 'Enlarge' }).press('Enter');
    const large = page.getByRole('dialog', { name: 'Shops that matter' });
    await large.locator('svg.recharts-surface').first().waitFor();
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
    await page.reload();
    await answer(page).waitFor();
    await chart(page).scrollIntoViewIfNeeded();
    await version(page, 3, 3);
    expect(await chart(page).getAttribute('aria-label')).toBe('Chart: Shops that matter');
  });

  it.each(['light', 'dark'] as const)('stands well with its editor open, in %s', async (scheme) => {
    const page = await withChart(await start(tempFolder()), { width: 1024, height: 700, scheme });
    await chart(page).getByRole('button', { name: 'Edit the chart' }).click();
    await editor(page).getByLabel('Order').selectOption('ascending');
    await version(page, 2, 2);
    await expectAccessible(page);
    await picture(page, `chart-editor-1024-${scheme}`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await picture(page, `chart-editor-1440-${scheme}`);
  });
});

/** To be looked at, where a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
