import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { english, german } from '../../src/preload/words';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { unzipped } from '../support/exports';
import { askInGerman } from '../support/german';
import { NotebookShape } from '../support/nbformat';
import { needs } from '../support/needs';
import { answer } from '../support/query/chips';
import { type OpenApp, shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const CSV = 'region,month,amount\nWest,2025-01-31,12.50\nEast,2025-01-31,7.25\nWest,2025-02-28,3.10\n';
const { exports: words } = english.ui;

async function withAnswer(app: OpenApp): Promise<Page> {
  const page = await app.open();
  await page.getByText('Drop a CSV or a document anywhere').waitFor();
  await drop(page, 'sales.csv', CSV);
  await page.getByRole('article', { name: 'Profile of sales.csv' }).getByText('3 rows').waitFor();
  await page.getByLabel('Your question').fill('bar chart of total amount by region');
  await page.keyboard.press('Enter');
  await answer(page).getByRole('button', { name: 'Copy answer' }).waitFor({ state: 'attached' });
  return page;
}

/** What the command says of a bundle. */
function verify(path: string, ...more: string[]) {
  const run = spawnSync(process.execPath, [resolve('scripts/command.mjs'), 'verify', ...more, path], {
    encoding: 'utf8',
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

describe.each(shellsForFile())('exports $name', needs(CHROMIUM), ({ start }) => {
  it('make evidence of a thread by mouse, which the command computes again', async () => {
    const app = await start(tempFolder());
    const page = await withAnswer(app);
    await page.getByRole('button', { name: /^Actions for / }).click();
    await page.getByRole('menuitem', { name: words.menu }).click();
    const dialog = page.getByRole('dialog', { name: /^Export “/ });
    await dialog.getByRole('radio', { name: words.formats.evidence }).check();
    await dialog.getByRole('checkbox', { name: words.withData }).uncheck();
    await dialog.getByText(words.withoutData).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('checkbox', { name: words.withData }).check();
    const { name, path } = await app.saved(page, () => dialog.getByRole('button', { name: words.make }).click());
    expect(name).toMatch(/\.zip$/);
    await dialog.waitFor({ state: 'detached' });

    const asJson = verify(path, '--json');
    const report = JSON.parse(asJson.stdout);
    expect(report.findings.filter(({ state }: { state: string }) => state === 'differs')).toEqual([]);
    expect(report).toMatchObject({ verified: true, intact: true });
    expect(asJson.status).toBe(0);
    expect(verify(path, '--language', 'de').stdout).toContain('Bestätigt: „');
  });

  it('make a notebook by keys alone', async () => {
    const app = await start(tempFolder());
    const page = await withAnswer(app);
    await page.keyboard.press('Control+k');
    await page.locator('[aria-label="Search threads, or type a command"]:focus').waitFor();
    await page.keyboard.type('export this');
    await page.getByText(words.threadAction).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Export “/ });
    await dialog.locator('input[value="html"]:focus').waitFor();
    for (const format of ['pdf', 'markdown', 'notebook']) {
      await page.keyboard.press('ArrowDown');
      await dialog.locator(`input[value="${format}"]:checked`).waitFor();
    }
    const { path } = await app.saved(page, async () => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    });
    const made = NotebookShape.parse(JSON.parse(readFileSync(path, 'utf8')));
    expect(made.cells.some(({ source }) => String(source).startsWith('duckdb.sql('))).toBe(true);
  });

  it('make one archive of everything', async () => {
    const app = await start(tempFolder());
    const page = await withAnswer(app);
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: english.ui.settings.data, exact: true }).click();
    await page.getByRole('heading', { name: words.everythingTitle }).waitFor();
    await page.getByRole('checkbox', { name: words.formats.json }).uncheck();
    const { name, path } = await app.saved(page, () =>
      page.getByRole('button', { name: words.everythingAction }).click(),
    );
    expect(name).toMatch(/^Assay export \d{4}-\d\d-\d\d\.zip$/);
    const files = unzipped(readFileSync(path));
    const names = [...files.keys()];
    expect(names.some((file) => file.endsWith('/thread.ipynb'))).toBe(true);
    expect(names.some((file) => file.endsWith('.json') && file !== 'manifest.json')).toBe(false);
    expect(files.get('files/sales.csv')?.toString()).toBe(CSV);
  });

  it('are offered in German', async () => {
    const { exports: de, settings } = german.ui;
    const app = await start(tempFolder());
    const page = await app.open({ locale: 'de-DE' });
    await askInGerman(page, 'total amount by month');
    await page.getByRole('button', { name: german.ui.threads.actionsFor('Total amount by month') }).click();
    await page.getByRole('menuitem', { name: de.menu }).click();
    const dialog = page.getByRole('dialog', { name: de.title('Total amount by month') });
    await dialog.getByRole('radio', { name: de.formats.evidence }).check();
    await dialog.getByRole('checkbox', { name: de.withData }).uncheck();
    await dialog.getByText(de.withoutData).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: de.cancel }).click();
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: settings.data, exact: true }).click();
    await page.getByRole('heading', { name: de.everythingTitle }).waitFor();
    await expectAccessible(page);
  });
});
