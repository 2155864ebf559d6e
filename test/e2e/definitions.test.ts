import type { Locator, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserForFile, CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { askQuestion, chooseModel, connectModel, JOURNEY_KEY } from '../support/model-journey';
import { needs } from '../support/needs';
import { answer, build, cells, chips, explore, pick } from '../support/query/chips';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { listeningUpstream } from '../support/upstream';

const CUSTOMERS = 'customer_id,segment\nC1,Small\nC2,Large\nC3,Large\n';
const SALES = `sale_id,customer_id,sales,profit
1,C1,100.00,10.00
2,C1,50.00,5.00
3,C2,400.00,80.00
4,C3,25.00,-5.00
`;
const SALES_2026 = `sale_id,customer_id,sales,profit
5,C1,200.00,40.00
6,C2,100.00,20.00
`;

const open = browserForFile();
const start = async (scheme: 'light' | 'dark' = 'light') => {
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  return open(app.url, { scheme });
};

const attach = async (page: Page, name: string, content: string): Promise<void> => {
  await drop(page, name, content);
  await page
    .getByRole('article', { name: `Profile of ${name}` })
    .getByText(/^\d rows/)
    .waitFor();
};
const definitions = async (page: Page): Promise<Locator> => {
  await page.getByRole('tab', { name: 'Data' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Data' });
  await panel.getByRole('button', { name: 'Definitions' }).first().click();
  await panel.getByRole('region', { name: 'Fields' }).first().waitFor();
  return panel;
};
const choosesTable = async (page: Page, table: string): Promise<void> => {
  await page.getByRole('button', { name: 'Explore', exact: true }).first().click();
  await page.keyboard.press('Escape');
  await explore(page)
    .getByRole('button', { name: /^Data:/ })
    .click();
  await pick(page, table);
  await explore(page)
    .getByRole('button', { name: `Data: ${table}`, exact: true })
    .waitFor();
};

describe('what columns mean', needs(CHROMIUM), () => {
  it('holds an own measure for the next question, the next file of the same columns, and a model', async () => {
    const { upstream, baseUrl } = await listeningUpstream({ key: JOURNEY_KEY, models: ['scripted'] });
    const page = await start();
    await page.getByText('Drop a CSV or a document anywhere').waitFor();
    await attach(page, 'sales.csv', SALES);
    await build(page, ['Measure', 'Total sales']);
    await answer(page).getByRole('button', { name: '575.00' }).waitFor();

    const panel = await definitions(page);
    await expectAccessible(page);
    await panel.getByRole('button', { name: 'Add a measure' }).click();
    const written = panel.getByLabel('Name = what it is made of');
    await written.fill('yield = profit / salez');
    await page.keyboard.press('Enter');
    await panel.getByText('There is no field and no measure called “salez”. Near: sales').waitFor();
    await expectAccessible(page);
    await written.fill('yield = profit / sales');
    await page.keyboard.press('Enter');
    await panel.getByText('yield = profit / sales', { exact: true }).waitFor();

    await build(page, ['Measure', 'yield']);
    await answer(page)
      .getByRole('button', { name: /^0\.16$/ })
      .waitFor();

    await page.getByRole('button', { name: 'New thread' }).click();
    await attach(page, 'sales_2026.csv', SALES_2026);
    await build(page, ['Measure', 'yield']);
    await answer(page)
      .getByRole('button', { name: /^0\.20$/ })
      .waitFor();

    await page.getByRole('button', { name: 'New thread' }).click();
    await connectModel(page, baseUrl);
    await page.getByText(/^1 model · answered in/).waitFor();
    await page.getByRole('button', { name: 'New thread' }).click();
    await chooseModel(page, 'scripted');
    await attach(page, 'sales_2026b.csv', SALES_2026);
    const query = { from: { table: 'sales_2026b' }, compute: [{ own: 'yield', as: 'yield' }] };
    upstream.script({ calls: [{ name: 'analyze', arguments: { query } }] }, { text: 'It is 0.2.' });
    await askQuestion(page, 'What is the yield?');
    await answer(page).getByText('It is 0.2.').waitFor();
    await chips(page).getByRole('button', { name: 'Measure: yield' }).click();
    await pick(page, 'Total profit');
    await answer(page).getByRole('button', { name: '60.00' }).waitFor();
    await page.keyboard.press('Control+z');
    await answer(page).getByText('It is 0.2.').waitFor();
  });

  it('joins the tables of a thread by what their values tell, and puts files of one shape together', async () => {
    const page = await start('dark');
    await page.getByText('Drop a CSV or a document anywhere').waitFor();
    await attach(page, 'customers.csv', CUSTOMERS);
    await attach(page, 'sales.csv', SALES);
    await attach(page, 'sales_2026.csv', SALES_2026);
    await choosesTable(page, 'sales.csv');
    await explore(page).getByRole('button', { name: 'Add to the question' }).click();
    await pick(page, 'Measure', 'Total sales');
    await explore(page)
      .getByRole('button', { name: /^Data:/ })
      .click();
    await pick(page, 'With customers.csv');
    await explore(page).getByRole('button', { name: 'Add to the question' }).click();
    await pick(page, 'Group by', 'Segment');
    await explore(page).getByRole('button', { name: 'Show' }).click();
    await chips(page).waitFor();
    // 400 + 25, and 100 + 50.
    expect(await cells(page)).toEqual([
      ['Large', '425.00'],
      ['Small', '150.00'],
    ]);
    await chips(page)
      .getByRole('button', { name: /^Data:/ })
      .click();
    await pick(page, 'Together with sales_2026.csv');
    await answer(page).getByText('Version 2 of 2').waitFor();
    // 425 + 100, and 150 + 200.
    expect(await cells(page)).toEqual([
      ['Large', '525.00'],
      ['Small', '350.00'],
    ]);
    const panel = await definitions(page);
    await panel
      .getByText(/found in the values/)
      .first()
      .waitFor();
    await expectAccessible(page);
  });

  it('changes what a field is called and how it adds up, and goes back to what was found', async () => {
    const page = await start();
    await page.getByText('Drop a CSV or a document anywhere').waitFor();
    await attach(page, 'sales.csv', SALES);
    await build(page, ['Measure', 'Total profit']);
    const panel = await definitions(page);
    await panel.getByRole('button', { name: 'Change Profit', exact: true }).click();
    await panel.getByLabel('How it adds up').selectOption('never');
    await panel.getByLabel('Title').fill('Earnings');
    await page.keyboard.press('Tab');
    await panel.getByRole('button', { name: 'Change Earnings' }).waitFor();
    await chips(page).getByRole('button', { name: 'Measure: Earnings' }).click();
    await page.getByRole('option', { name: 'Average earnings' }).first().waitFor();
    expect(await page.getByRole('option', { name: 'Total earnings', exact: true }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'As it was found' }).click();
    await panel.getByRole('button', { name: 'Change Profit', exact: true }).waitFor();
    await expect.poll(() => panel.getByLabel('Title').inputValue()).toBe('Profit');

    await panel.getByRole('button', { name: 'Add a condition' }).first().click();
    await panel.getByLabel('Name').fill('large');
    await panel.getByRole('form', { name: 'New condition' }).getByRole('toolbar').getByRole('button').click();
    await pick(page, 'Sales', '100|Sales ≥ 100');
    await panel.getByRole('button', { name: 'Keep' }).click();
    await panel.getByText('large', { exact: true }).waitFor();
    // Another of that name would take its place.
    await panel.getByRole('button', { name: 'Add a condition' }).filter({ hasText: 'Add a condition' }).first().click();
    await panel.getByLabel('Name').fill('Large');
    await panel.getByRole('form', { name: 'New condition' }).getByRole('toolbar').getByRole('button').click();
    await pick(page, 'Sales', '100|Sales ≥ 100');
    await panel.getByRole('button', { name: 'Keep' }).click();
    await panel.getByText('There is a condition “Large” already.').waitFor();
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await chips(page).getByRole('button', { name: 'Add to the question' }).click();
    await pick(page, 'Condition', 'large');
    // 10 + 80
    await answer(page).getByRole('button', { name: '90.00' }).waitFor();
  });
});
