import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { adding, answer, build, cells, chips, explore, pick } from '../support/query/chips';
import { type OpenApp, shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const ORDERS = `order_id,ordered_on,region,industry,amount,profit,is_return
1,2024-11-03,West,Retail,100.50,10.00,no
2,2024-12-10,East,Retail,200.00,20.00,no
3,2025-01-05,West,Energy,300.00,90.00,no
4,2025-01-20,East,Energy,50.25,-5.00,yes
5,2025-02-11,West,Retail,400.00,40.00,no
6,2025-02-15,North,Retail,25.00,1.00,no
`;

/** What the line says, without the marks between its parts. */
const line = async (page: Page): Promise<string> => (await chips(page).getAttribute('aria-label')) ?? '';

async function withOrders(app: OpenApp, looking: Parameters<OpenApp['open']>[0] = {}): Promise<Page> {
  const page = await app.open(looking);
  await page.getByText('Drop a CSV or a document anywhere').waitFor();
  await drop(page, 'orders.csv', ORDERS);
  await page.getByRole('article', { name: 'Profile of orders.csv' }).getByText('6 rows').waitFor();
  return page;
}

describe.each(shellsForFile())('questions as chips $name', needs(CHROMIUM), ({ start }) => {
  it('changes every part of a reading by mouse, each at once and each to be undone', async () => {
    const page = await withOrders(await start(tempFolder()));
    await build(page, ['Measure', 'Total amount'], ['Group by', 'Region']);
    await expectAccessible(page);
    expect(await cells(page)).toEqual([
      ['West', '800.50'],
      ['East', '250.25'],
      ['North', '25.00'],
    ]);

    await chips(page).getByRole('button', { name: 'Measure: Amount' }).click();
    await expectAccessible(page);
    await pick(page, 'Total profit');
    await answer(page).getByText('Version 2 of 2').waitFor();
    expect((await cells(page))[0]).toEqual(['West', '140.00']);

    await chips(page).getByRole('button', { name: 'Grouping: region' }).click();
    await pick(page, 'Industry');
    await answer(page).getByText('Version 3 of 3').waitFor();
    expect(await cells(page)).toEqual([
      ['Energy', '85.00'],
      ['Retail', '71.00'],
    ]);

    await adding(chips(page)).click();
    await pick(page, 'Condition', 'Region', /^West/);
    await chips(page).getByRole('button', { name: 'Condition: Region: West' }).click();
    await pick(page, /^East/);
    await page.keyboard.press('Escape');
    await answer(page).getByText('Version 5 of 5').waitFor();
    expect(await cells(page)).toEqual([
      ['Energy', '85.00'],
      ['Retail', '70.00'],
    ]);

    await adding(chips(page)).click();
    await pick(page, 'Condition', 'Ordered on', '2025');
    await answer(page).getByText('Version 6 of 6').waitFor();
    await chips(page).getByRole('button', { name: 'Condition: 2025' }).click();
    await page
      .getByRole('combobox')
      .or(page.getByLabel(/^Search:/))
      .first()
      .fill('2025-02');
    await pick(page, 'February 2025');
    await answer(page).getByText('Version 7 of 7').waitFor();
    expect(await cells(page)).toEqual([['Retail', '40.00']]);

    await chips(page)
      .getByRole('button', { name: /^Order:/ })
      .click();
    await pick(page, 'Industry A to Z');
    await answer(page).getByText('Version 8 of 8').waitFor();
    await adding(chips(page)).click();
    await pick(page, 'How many', /\b1$/);
    await answer(page).getByText('Version 9 of 9').waitFor();
    await adding(chips(page)).click();
    await pick(page, 'Chart', 'Pie chart');
    await answer(page).getByText('Version 10 of 10').waitFor();
    expect(await line(page)).toContain('Profit by industry');

    await answer(page).getByRole('button', { name: 'Earlier version' }).click();
    await page.keyboard.press('Control+z');
    await answer(page).getByText('Version 8 of 10').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await answer(page).getByText('Version 9 of 10').waitFor();
    await page.reload();
    await answer(page).getByText('Version 10 of 10').waitFor();
  });

  it('changes every part of a reading by keyboard alone', async () => {
    const page = await withOrders(await start(tempFolder()));
    await page.getByRole('button', { name: 'Explore', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[aria-label="Search: Add to the question"]:focus').waitFor();
    await page.keyboard.type('average am');
    await page.getByRole('option', { name: 'Average amount' }).waitFor();
    await page.keyboard.press('Enter');
    await explore(page).getByRole('button', { name: 'Measure: Average amount' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await chips(page).waitFor();
    await answer(page).getByRole('button', { name: '179.29' }).waitFor();

    const first = chips(page).getByRole('button').first();
    await first.focus();
    const option = async (text: string) => {
      await page.keyboard.type(text);
      await page
        .getByRole('option', { name: new RegExp(text, 'i') })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
    };
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('[aria-label^="Search:"]:focus').waitFor();
    await option('industry');
    await chips(page).getByRole('button', { name: 'Grouping: industry' }).waitFor();
    await answer(page).getByText('Version 2 of 2').waitFor();
    expect(await cells(page)).toEqual([
      ['Retail', '181.38'],
      ['Energy', '175.13'],
    ]);

    await chips(page).getByRole('button').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Backspace');
    await answer(page).getByText('Version 3 of 3').waitFor();
    await answer(page).getByRole('button', { name: '179.29' }).waitFor();
    await page.keyboard.press('Control+z');
    await answer(page).getByText('Version 2 of 3').waitFor();
  });

  it('says what to do where something cannot be computed, and keeps what was there', async () => {
    const page = await withOrders(await start(tempFolder()));
    await build(page, ['Measure', 'Number of orders'], ['Group by', 'Region']);
    await adding(chips(page)).click();
    await pick(page, 'Measure', 'Share of orders');
    await answer(page).getByText('Version 2 of 2').waitFor();
    expect((await cells(page))[0]).toEqual(['West', '3', '50 %']);
  });

  it('builds the ten commonest questions, with the figures of the file', async () => {
    const page = await withOrders(await start(tempFolder()));
    const figure = (text: string) => answer(page).getByRole('button', { name: text, exact: true }).waitFor();
    await build(page, ['Measure', 'Total amount']);
    await figure('1,075.75');
    await build(page, ['Measure', 'Number of orders']);
    await figure('6');
    await build(page, ['Measure', 'highest amount|Highest amount']);
    await figure('400.00');
    await build(page, ['Measure', 'different region|Different values of region']);
    await figure('3');
    await build(page, ['Measure', 'Total amount'], ['Condition', 'Region', /^West/]);
    await figure('800.50');
    await build(page, ['Measure', 'average|Average amount'], ['Group by', 'Region']);
    expect(await cells(page)).toEqual([
      ['West', '266.83'],
      ['East', '125.13'],
      ['North', '25.00'],
    ]);
    await build(page, ['Measure', 'Total amount'], ['Group by', 'Ordered on'], ['Measure', 'Change of amount']);
    expect((await cells(page)).map(([, ...values]) => values)).toEqual([
      ['100.50', 'empty'],
      ['200.00', '99.50'],
      ['350.25', '150.25'],
      ['425.00', '74.75'],
    ]);
    await build(page, ['Measure', 'Number of orders'], ['Group by', 'Industry'], ['Measure', 'Share of orders']);
    expect(await cells(page)).toEqual([
      ['Retail', '4', '66.7 %'],
      ['Energy', '2', '33.3 %'],
    ]);
    await build(page, ['Measure', 'Total amount'], ['Group by', 'Region'], ['How many', /\b1$/]);
    expect(await cells(page)).toEqual([['West', '800.50']]);
    await build(page, ['Measure', 'The orders themselves'], ['Condition', 'Amount', '300|Amount ≥ 300']);
    expect((await cells(page)).map(([id]) => id)).toEqual(['3', '5']);
  });

  it('works with the engine off, and shows the same in the dark', async () => {
    const folder = tempFolder();
    const app = await start(folder, ['--no-engine']);
    const page = await withOrders(app, { scheme: 'dark' });
    await build(page, ['Measure', 'Total amount']);
    await answer(page).getByRole('button', { name: '1,075.75' }).click();
    await page.getByRole('button', { name: 'Hide rows' }).first().waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.getByRole('tabpanel').getByRole('button', { name: 'Explore' }).click();
    await explore(page).waitFor();
    await page.keyboard.press('Escape');
  });
});
