import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { DENO } from '../support/python';
import { fenced } from '../support/python-cells';
import { type OpenApp, shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

/** On a folder of its own Python starts without a memory image, which takes long on a busy machine. */
const PYTHON_STARTS_MS = 90_000;
const LONGEST_MS = 240_000;

const CATCH = `import datetime
print('before')
[{"fish": f"Fish {at:03}", "landed on": datetime.date(2025, 1, 1 + at % 28), "tons": at * 1.5} for at in range(300)]`;

const steps = (page: Page): Locator => page.getByRole('list', { name: 'Steps' });
const table = (page: Page): Locator => steps(page).getByRole('region', { name: 'Result' });
const column = async (page: Page, at: number, rows: number): Promise<string[]> =>
  (await table(page).locator(`tbody tr:not([aria-hidden]) td:nth-child(${at})`).allInnerTexts()).slice(0, rows);
/** Empty while the clipboard is being written. */
const pasted = (page: Page, type: string): Promise<string> =>
  page.evaluate(
    `navigator.clipboard.read({ unsanitized: ['text/html'] }).then(([item]) => item.getType('${type}')).then((blob) => blob.text()).catch(() => '')`,
  ) as Promise<string>;

async function withTable(app: OpenApp, looking: Parameters<OpenApp['open']>[0]): Promise<Page> {
  const page = await app.open(looking);
  await page.getByLabel('Your question').fill(`The catch\n\n${fenced(CATCH)}`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy answer' }).waitFor({ state: 'attached', timeout: PYTHON_STARTS_MS });
  if (!(await steps(page).isVisible())) await page.keyboard.press('Control+j');
  await table(page).scrollIntoViewIfNeeded();
  await table(page).getByText('Fish 001').waitFor();
  return page;
}

describe.each(shellsForFile())('a table that Python shows $name', needs(CHROMIUM, DENO), ({ start }) => {
  it('is sorted, filtered, marked, copied and saved with its types by mouse', { timeout: LONGEST_MS }, async () => {
    const app = await start(tempFolder());
    const page = await withTable(app, {});
    await table(page).getByRole('button', { name: 'tons', exact: true }).click();
    await table(page).getByRole('button', { name: 'tons', exact: true }).click();
    await expect.poll(() => column(page, 1, 2)).toEqual(['Fish 299', 'Fish 298']);
    await table(page).getByRole('button', { name: 'Filter and details of tons' }).click();
    const panel = page.getByRole('dialog', { name: 'Column tons' });
    await panel.getByRole('img', { name: /^Histogram/ }).waitFor();
    await expectAccessible(page);
    await panel.getByLabel('From', { exact: true }).fill('445');
    await panel.getByRole('button', { name: 'Filter', exact: true }).click();
    await steps(page).getByText('3 of 300 rows').waitFor();
    await page.keyboard.press('Escape');
    await table(page).getByText('Fish 299').hover();
    await page.mouse.down();
    await table(page).getByText('447', { exact: true }).hover();
    await page.mouse.up();
    await page.keyboard.press('Control+c');
    await expect.poll(() => pasted(page, 'text/plain')).toMatch(/^Fish 299\t2025-01-20\t448\.5\nFish 298\t.*\t447$/);
    await expect.poll(() => pasted(page, 'text/html')).toMatch(/<table/);
    const book = read(await pasted(page, 'text/html'), { type: 'string' });
    expect(utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? '']!, { header: 1 }).at(-1)).toContain('Fish 298');
    const file = await app.saved(page, async () => {
      await steps(page).getByRole('button', { name: 'Save the table' }).click();
      await page.getByRole('menuitem', { name: 'Workbook (XLSX)' }).click();
    });
    const sheets = read(readFileSync(file.path), { cellDates: true });
    const rows: unknown[][] = utils.sheet_to_json(sheets.Sheets[sheets.SheetNames[0] ?? '']!, { header: 1 });
    expect([rows.length, rows[1]?.[0], rows[1]?.[2]]).toEqual([4, 'Fish 299', 448.5]);
    expect(rows[1]?.[1]).toBeInstanceOf(Date);
  });

  it('is sorted, filtered, copied and used as data by keyboard alone', { timeout: LONGEST_MS }, async () => {
    const page = await withTable(await start(tempFolder()), { scheme: 'dark', width: 1024, height: 700 });
    await table(page).getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    await expect.poll(() => pasted(page, 'text/plain')).toBe('Fish 000\t2025-01-01');
    await page.keyboard.press('Escape');
    await table(page).getByRole('button', { name: 'tons', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => column(page, 1, 1)).toEqual(['Fish 299']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // The focus goes into it once it is open, on its way past sorting and hiding to the bounds.
    await page.getByRole('dialog', { name: 'Column tons' }).locator(':focus').filter({ hasText: 'Sort up' }).waitFor();
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('445');
    await page.keyboard.press('Enter');
    await steps(page).getByText('3 of 300 rows').waitFor();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await steps(page).getByRole('button', { name: 'Use as data' }).press('Enter');
    await steps(page)
      .getByText(/data of this thread now/i)
      .waitFor();
    await page.getByLabel('Your question').fill('total tons');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Answer' }).last().getByText('67,275').first().waitFor();
  });
});
