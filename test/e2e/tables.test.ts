import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { answer } from '../support/query/chips';
import { type OpenApp, shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const CUSTOMERS = 300;
/** Each customer has one order of its number and one of 1.50. */
const ORDERS = [
  'order_id,ordered_on,customer,amount',
  ...Array.from({ length: CUSTOMERS * 2 }, (_, at) => {
    const customer = (at % CUSTOMERS) + 1;
    const name = `Customer ${String(customer).padStart(3, '0')}`;
    return `${10_000 + at},2025-0${(at % 9) + 1}-15,${name},${at < CUSTOMERS ? `${customer}.00` : '1.50'}`;
  }),
].join('\n');

const table = (page: Page): Locator => answer(page).getByRole('region', { name: 'Result' });
const column = async (page: Page, at: number, rows: number): Promise<string[]> =>
  (await table(page).locator(`tbody tr:not([aria-hidden]) td:nth-child(${at})`).allInnerTexts()).slice(0, rows);
const pasted = (page: Page, type: string): Promise<string> =>
  page.evaluate(
    `navigator.clipboard.read({ unsanitized: ['text/html'] }).then(([item]) => item.getType('${type}')).then((blob) => blob.text())`,
  ) as Promise<string>;

async function withAnswer(app: OpenApp, looking: Parameters<OpenApp['open']>[0] = {}): Promise<Page> {
  const page = await app.open(looking);
  await page.getByText('Drop a CSV or a document anywhere').waitFor();
  await drop(page, 'orders.csv', ORDERS);
  await page.getByRole('article', { name: 'Profile of orders.csv' }).getByText('600 rows').waitFor();
  await page.getByLabel('Your question').fill('total amount by customer');
  await page.keyboard.press('Enter');
  const end = answer(page).getByRole('button', { name: 'Copy answer' });
  await end.waitFor({ state: 'attached' });
  await end.scrollIntoViewIfNeeded();
  const rows = answer(page).getByText('300 rows', { exact: true });
  await rows.waitFor();
  await rows.scrollIntoViewIfNeeded();
  await table(page).getByText('Customer 299').waitFor();
  return page;
}

describe.each(shellsForFile())('a table in an answer $name', needs(CHROMIUM), ({ start }) => {
  it('has all rows in place, and is sorted, filtered, described, marked, copied and saved by mouse', async () => {
    const app = await start(tempFolder());
    const page = await withAnswer(app);
    const scroller = table(page);
    expect(await column(page, 1, 2)).toEqual(['Customer 300', 'Customer 299']);
    await scroller.hover();
    await page.mouse.wheel(0, 100_000);
    await scroller.getByText('Customer 001').waitFor();

    // In another order the rows are shown from the top.
    await scroller.getByRole('button', { name: 'Customer', exact: true }).click();
    await expect.poll(() => column(page, 2, 2)).toEqual(['2.50', '3.50']);

    await scroller.getByRole('button', { name: /^Filter and details of .*amount/i }).click();
    const panel = page.getByRole('dialog', { name: /amount/i });
    await panel.getByRole('img', { name: /^Histogram/ }).waitFor();
    await panel.getByText('Different values').waitFor();
    await expectAccessible(page);
    await panel.getByLabel('From', { exact: true }).fill('200');
    await panel.getByLabel('To', { exact: true }).fill('202');
    await panel.getByRole('button', { name: 'Filter', exact: true }).click();
    await answer(page).getByText('2 of 300 rows').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => column(page, 1, 5)).toEqual(['Customer 199', 'Customer 200']);

    const [first, last] = [scroller.getByText('Customer 199'), scroller.getByText('201.50')];
    await first.hover();
    await page.mouse.down();
    await last.hover();
    await page.mouse.up();
    await page.keyboard.press('Control+c');
    await expect.poll(() => pasted(page, 'text/plain')).toContain('Customer 199\t200.50\nCustomer 200\t201.50');
    const book = read(await pasted(page, 'text/html'), { type: 'string' });
    expect(utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? '']!, { header: 1 }).at(-1)).toEqual([
      'Customer 200',
      201.5,
    ]);

    await answer(page)
      .getByRole('button', { name: /^Remove the filter/ })
      .click();
    await answer(page).getByText('300 rows', { exact: true }).waitFor();
    await answer(page).getByRole('button', { name: 'Choose columns' }).click();
    await page.getByLabel('Customer', { exact: true }).uncheck();
    await page.keyboard.press('Escape');
    const file = await app.saved(page, async () => {
      await answer(page).getByRole('button', { name: 'Save the table' }).click();
      await page.getByRole('menuitem', { name: 'Workbook (XLSX)' }).click();
    });
    const sheets = read(readFileSync(file.path));
    const rows = utils.sheet_to_json(sheets.Sheets[sheets.SheetNames[0] ?? '']!, { header: 1 });
    expect([file.name.endsWith('.xlsx'), rows.length, rows[1]]).toEqual([true, 301, [2.5]]);
  });

  it('is copied with its answer, as a table, beside the chart as a picture', async () => {
    const page = await withAnswer(await start(tempFolder()));
    await answer(page).getByRole('button', { name: 'Copy answer' }).click();
    await expect.poll(() => pasted(page, 'text/html')).toMatch(/<img src="data:image\/png;base64,[\w+/]{1000}/);
    const html = await pasted(page, 'text/html');
    expect(html.match(/<tr>/g)).toHaveLength(201);
    const text = await pasted(page, 'text/plain');
    expect(text).toMatch(/Total amount is highest in Customer 300: 301\.50/);
    expect(text).toContain('Customer 299\t300.50');
    expect(`${html}${text}`).not.toMatch(/\|---|Filter and details|Copy answer/);
  });

  it('is walked, marked, copied, sorted, filtered, cut and saved by keyboard alone', async () => {
    const app = await start(tempFolder());
    const page = await withAnswer(app);
    await table(page).getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await table(page).locator('td[aria-selected="true"]').allInnerTexts()).toEqual([
      ...['Customer 299', '300.50', 'Customer 298', '299.50'],
    ]);
    await page.keyboard.press('Control+c');
    await expect.poll(() => pasted(page, 'text/plain')).toBe('Customer 299\t300.50\nCustomer 298\t299.50');
    await page.keyboard.press('Control+End');
    await table(page).getByText('Customer 001').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await expect.poll(async () => (await pasted(page, 'text/plain')).split('\n').length).toBe(301);
    await page.keyboard.press('Escape');
    expect(await table(page).locator('td[aria-selected="true"]').count()).toBe(0);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await table(page).locator('th[aria-sort="ascending"]').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Column Customer' });
    await panel.getByLabel('Contains').fill('er 29');
    await page.keyboard.press('Enter');
    await answer(page).getByText('10 of 300 rows').waitFor();
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate('document.activeElement.outerHTML'))
      .toContain('aria-label="Filter and details of Customer"');

    await answer(page).getByRole('button', { name: 'Choose columns' }).press('Enter');
    await page.getByLabel('Customer', { exact: true }).press('Space');
    await page.keyboard.press('Escape');
    const file = await app.saved(page, async () => {
      await answer(page).getByRole('button', { name: 'Save the table' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Text (CSV)' }).press('Enter');
    });
    expect(readFileSync(file.path, 'utf8').trim().split('\r\n')).toHaveLength(11);
  });

  it.each(['light', 'dark'] as const)('stands well in narrow and wide windows, in %s', async (scheme) => {
    const page = await withAnswer(await start(tempFolder()), { width: 1024, height: 700, scheme });
    await picture(page, `tables-1024-${scheme}`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await table(page)
      .getByRole('button', { name: /^Filter and details of .*amount/i })
      .click();
    await page.getByText('Different values').waitFor();
    await picture(page, `tables-1440-${scheme}`);
    await expectAccessible(page);
  });
});

/** To be looked at, where a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
