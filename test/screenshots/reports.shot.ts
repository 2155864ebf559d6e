import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { it, onTestFinished } from 'vitest';
import { english, german } from '../../src/preload/words';
import { askAndPin } from '../support/asked-and-pinned';
import { browserForFile, drop } from '../support/chromium';
import { strangersFiles } from '../support/reruns/file-pairs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

/** A report, the gate before it runs again, what differs, and two answers compared: to be looked at, upper and lower half. */
const open = browserForFile();
const FOLDER = process.env.SCREENSHOTS ?? join(tmpdir(), 'assay-reports');
const SIZES = [
  [1440, 900],
  [1024, 700],
] as const;
const QUESTIONS = ['total amount by region as a bar chart', 'total amount for Desk by region', 'total amount'];

/** Scrolls what scrolls most of the page to its end. */
const TO_END = `(() => {
  const long = [...document.querySelectorAll('*')].filter((part) => part.scrollHeight > part.clientHeight + 40 && /auto|scroll/.test(getComputedStyle(part).overflowY));
  const most = long.sort((a, b) => b.clientHeight * b.clientWidth - a.clientHeight * a.clientWidth)[0];
  if (most) most.scrollTop = most.scrollHeight;
})()`;

async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await page.evaluate(TO_END.replace('most.scrollHeight', '0'));
    await page.screenshot({ path: join(FOLDER, `${name}-${width}-upper.png`) });
    await page.evaluate(TO_END);
    await page.screenshot({ path: join(FOLDER, `${name}-${width}-lower.png`) });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

it.each([
  { scheme: 'light', locale: 'en-US', words: english },
  { scheme: 'dark', locale: 'de-DE', words: german },
] as const)('reports and what is run again, in $scheme', async ({ scheme, locale, words }) => {
  const { ui } = words;
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  const page = await open(app.url, { scheme, locale });
  await askAndPin(page, words, QUESTIONS);
  await page.getByRole('button', { name: ui.comparisons.with }).last().click();
  await page.getByRole('heading', { name: ui.comparisons.title }).waitFor();
  await page.getByRole('combobox', { name: ui.comparisons.first }).selectOption({ index: 2 });
  await page.getByRole('combobox', { name: ui.comparisons.second }).selectOption({ index: 1 });
  await page.getByRole('region', { name: ui.comparisons.facts }).waitFor();
  await shoot(page, `compare-${scheme}`);

  await page.getByRole('button', { name: ui.reports.reports, exact: true }).click();
  await page.getByRole('main').getByRole('button', { name: 'Total amount by region as a bar chart' }).click();
  await page.locator('li[data-block]').nth(2).waitFor();
  await page.getByRole('button', { name: ui.reports.addText, exact: true }).click();
  await page.getByRole('textbox', { name: ui.reports.text }).fill('## For the board\n\nThe year was **good**.');
  await page.keyboard.press('Escape');
  await shoot(page, `report-${scheme}`);

  await drop(page, 'split.csv', strangersFiles['a column split in two'] ?? '');
  await page.getByText(ui.reruns.weights.stops).waitFor();
  await shoot(page, `gate-stops-${scheme}`);
  await page.getByLabel(ui.reruns.chooseFileFor('sales-march.csv')).setInputFiles({
    name: 'april.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(strangersFiles['another currency'] ?? ''),
  });
  await page.getByText(ui.reruns.weights.asks).waitFor();
  await shoot(page, `gate-asks-${scheme}`);
  await page.getByLabel(ui.reruns.accept).check();
  await page.getByRole('button', { name: ui.reruns.start, exact: true }).click();
  await page.getByRole('button', { name: ui.reruns.openReport }).waitFor();
  await shoot(page, `rerun-${scheme}`);
  await page.getByRole('button', { name: ui.reruns.openReport }).click();
  await page.locator('li[data-block]').nth(2).waitFor();
  await shoot(page, `new-report-${scheme}`);
});
