import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sampleSales } from '../support/analyst/worlds';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { writeOver } from '../support/editor';
import { needs } from '../support/needs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.keyboard.press('Enter');
}

const QUESTION = 'Show sales by month for each region in 2025, without returns';
/** The highest month of a region, which the answer begins with. */
const FIGURE = '25,750.63';

describe.each(shellsForFile())('the main job $name', needs(CHROMIUM), ({ start }) => {
  it('goes from the first start to an answer, and finds it again with the engine off', async () => {
    const folder = tempFolder();
    const app = await start(folder);
    const page = await app.open();
    await page.getByText('Drop a CSV or a document anywhere').waitFor();
    await expectAccessible(page);

    await drop(page, 'my sales.csv', String(sampleSales().content));
    const profile = page.getByRole('article', { name: 'Profile of my sales.csv' });
    await profile.waitFor();
    await profile.getByText('6,083 rows').waitFor();
    await profile.getByText('2 of 6,085 lines could not be read').waitFor();
    await expectAccessible(page);

    await ask(page, QUESTION);
    await page.getByText('Described my sales.csv').waitFor();
    await page.getByText('Drew a line chart').waitFor();
    const answer = page.getByRole('article', { name: 'Answer' });
    await answer.getByText(FIGURE).first().waitFor();
    await answer.getByText('could not be read').waitFor();
    await expectAccessible(page);

    await answer.getByRole('button', { name: 'Show them' }).first().click();
    await page
      .getByRole('tabpanel', { name: 'Data' })
      .getByText(/^Line [\d,]+: /)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Steps' }).click();

    const chart = answer.getByRole('figure', { name: /^Chart: Amount by month and region/ });
    const box = await chart.locator('svg.recharts-surface').first().boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await chart.getByText('2025').last().waitFor();

    await app.stop();
    const offline = await start(folder, ['--no-engine']);
    const later = await offline.open();
    await later
      .getByRole('button', { name: /^Show sales by month/ })
      .first()
      .click();
    await later.getByText(FIGURE).first().waitFor();
    await later.getByText('Drew a line chart').waitFor();
    await later.locator('figure svg.recharts-surface').first().waitFor();
    await ask(later, 'total amount');
    await later.getByText('The engine is off: threads, charts and files').waitFor();
    expect(await later.getByLabel('Your question').inputValue()).toBe('total amount');
  });

  it('loses nothing when the page is reloaded in the middle of a run', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    await page.getByRole('button', { name: QUESTION }).click();
    await page.getByRole('article', { name: 'Profile of sales.csv' }).waitFor();
    await page.getByLabel('Your question').press('Enter');
    await page.getByRole('article', { name: 'You asked' }).waitFor();
    await page.reload();
    await page.getByText(FIGURE).first().waitFor();
    await page.getByText('Completed in').waitFor();
    expect(await page.getByRole('article', { name: 'You asked' }).count()).toBe(1);
    expect(await page.getByRole('article', { name: 'Answer' }).count()).toBe(1);
    for (const step of ['Described sales.csv', 'Computed an answer', 'Drew a line chart', 'Answered'])
      expect(await page.getByText(step, { exact: true }).count(), step).toBeGreaterThan(0);
  });

  it('leads from a number to its row, runs the query again, and saves the chart', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    await page.getByRole('button', { name: 'Top 5 products by amount' }).click();
    await page.getByRole('article', { name: 'Profile of sales.csv' }).waitFor();
    await page.getByLabel('Your question').press('Enter');
    const answer = page.getByRole('article', { name: 'Answer' });
    await answer.getByRole('button', { name: /^287,573\.75/ }).click();
    await page.getByRole('button', { name: 'Hide rows' }).first().waitFor();

    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await writeOver(page.getByLabel('Query'), 'SELECT count(*) AS n FROM sales');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page
      .getByRole('region', { name: /^Local run/ })
      .getByText(/· 1 row$/)
      .waitFor();
    await writeOver(page.getByLabel('Query'), "COPY sales TO '/tmp/x.csv'");
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Data can only be read here').waitFor();

    await answer.getByRole('button', { name: 'Save', exact: true }).click();
    const saved = await app.saved(page, () => page.getByRole('menuitem', { name: 'Data (CSV)' }).click());
    expect(readFileSync(saved.path, 'utf8')).toContain('Whiteboard,287573.75');
  });

  it('can be done without a mouse', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    await page.getByRole('button', { name: 'Distribution of temperature' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Profile of weather.csv' }).waitFor();
    await page.getByLabel('Your question').focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('article', { name: 'Answer' })
      .getByRole('figure', { name: /^Chart: .*temperature/i })
      .waitFor();
    await page.keyboard.press('Alt+n');
    await page.getByText('Or try it on a sample').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('[aria-label="Search threads, or type a command"]:focus').waitFor();
    await page.keyboard.type('temperature');
    await page.getByRole('dialog').getByText('Distribution of temperature').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Answer' }).waitFor();
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    const answer = page.getByRole('article', { name: 'Answer' });
    await answer.waitFor();
    expect(await answer.isVisible()).toBe(true);
  });
});
