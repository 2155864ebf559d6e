import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { writeOver } from '../support/editor';
import { needs } from '../support/needs';
import { answer } from '../support/query/chips';
import { type OpenApp, shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const ORDERS = [
  'order_id,ordered_on,customer type,amount',
  ...Array.from(
    { length: 120 },
    (_, at) => `${1_000 + at},2025-0${(at % 6) + 1}-15,${at % 2 ? 'new' : 'known'},${at}.50`,
  ),
].join('\n');

const query = (page: Page): Locator => page.getByRole('textbox', { name: 'Query' });
const result = (page: Page): Locator => page.getByRole('region', { name: /^Local run/ }).first();

/** A thread with an answer, and the query of it in the editor. */
async function editing(app: OpenApp, looking: Parameters<OpenApp['open']>[0] = {}): Promise<Page> {
  const page = await app.open(looking);
  await page.getByText('Drop a CSV or a document anywhere').waitFor();
  await drop(page, 'orders.csv', ORDERS);
  await page.getByRole('article', { name: 'Profile of orders.csv' }).getByText('120 rows').waitFor();
  await page.getByLabel('Your question').fill('total amount by customer type');
  await page.keyboard.press('Enter');
  await answer(page).getByRole('button', { name: 'Copy answer' }).waitFor({ state: 'attached' });
  if (!(await page.getByRole('list', { name: 'Steps' }).isVisible()))
    await page.getByRole('button', { name: 'Inspector' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  await expect.poll(() => query(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  return page;
}

const write = (page: Page, text: string): Promise<void> => writeOver(query(page), text);

describe.each(shellsForFile())('code that is edited $name', needs(CHROMIUM), ({ start }) => {
  it('is coloured and completed with columns and tables, by keyboard, and left by Esc and Tab', async () => {
    const page = await editing(await start(tempFolder()));
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.cm-content')).fontFamily`)).toMatch(/mono/i);
    await write(page, 'SELECT  FROM orders o');
    await page.keyboard.press('Home');
    for (const _ of 'SELECT ') await page.keyboard.press('ArrowRight');
    await page.keyboard.type('o.cust');
    const list = page.getByRole('listbox', { name: /completion/i });
    await list.getByRole('option', { name: /customer type/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await expect.poll(() => query(page).innerText()).toContain('SELECT o."customer type" FROM orders o');

    await page.keyboard.press('Tab');
    expect(await query(page).evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Run');
    await page.keyboard.press('Enter');
    await result(page)
      .getByText(/· 120 rows$/)
      .waitFor();
  });

  it('has what came of it under it and in view, and what is wrong at its place', async () => {
    const page = await editing(await start(tempFolder()), { width: 1024, height: 700 });
    await write(page, 'SELECT order_id,\n  amuont\nFROM orders');
    await page.keyboard.press('Control+Enter');
    await result(page)
      .getByText(/"amuont" not found/)
      .waitFor();
    expect(await page.locator('.cm-problem').innerText()).toBe('amuont');
    await query(page).focus();
    await page.keyboard.press('Control+End');
    await result(page).getByRole('button', { name: 'Go to line 2, column 3' }).click();
    await expect.poll(() => query(page).evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('Control+Delete');
    await page.keyboard.type('amount');
    await page.keyboard.press('Escape');
    expect(await page.locator('.cm-problem').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    const rows = result(page).getByRole('region', { name: 'Result' });
    await rows.getByText('1000').waitFor();
    const [box, pane] = [await rows.boundingBox(), await query(page).boundingBox()];
    expect(box && pane && box.y > pane.y && box.y < 700, JSON.stringify([box, pane])).toBe(true);
    await expectAccessible(page);
  });

  it('gives a chart, data to ask about, and the answer, with a way back', async () => {
    const page = await editing(await start(tempFolder()), { scheme: 'dark' });
    await write(page, 'SELECT ordered_on, sum(amount) AS total FROM orders GROUP BY 1 ORDER BY 1');
    await page.keyboard.press('Control+Enter');
    await result(page)
      .getByText(/· 6 rows$/)
      .waitFor();
    await result(page).getByRole('button', { name: 'Make a chart of it' }).click();
    await result(page).getByText('Total by ordered on').first().waitFor();
    await result(page).getByRole('button', { name: 'Make this the answer' }).press('Enter');
    const adopted = answer(page).getByRole('region', { name: 'Answer from your own version of the code' });
    await adopted.getByRole('region', { name: 'Result' }).waitFor();
    await expectAccessible(page);
    await page.reload();
    await adopted.getByRole('region', { name: 'Result' }).waitFor();
    await adopted.getByRole('button', { name: 'Back to the first answer' }).click();
    await expect.poll(() => adopted.count()).toBe(0);
    await answer(page).getByText('known').first().waitFor();

    if (!(await page.getByRole('list', { name: 'Steps' }).isVisible()))
      await page.getByRole('button', { name: 'Inspector' }).click();
    await result(page).getByRole('button', { name: 'Use as data' }).press('Enter');
    await result(page)
      .getByText(/data of this thread now: result/i)
      .waitFor();
    await result(page).getByRole('button', { name: 'Show the data' }).click();
    const data = page.getByRole('region', { name: 'Result.csv' });
    await data.getByText('Made of the result of a query').click();
    await data.getByText('sum(amount) AS total').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Your question').fill('average total in result');
    await page.keyboard.press('Enter');
    await answer(page).getByText('1,200').first().waitFor();
  });
});
