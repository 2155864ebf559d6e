import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english, german } from '../../src/preload/words';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { chatExport, codeConversation, plainConversation } from '../support/imports/chatgpt';
import { needs } from '../support/needs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const { imports: words } = english.ui;
const EXPORT = () => chatExport([plainConversation('plain'), codeConversation('code')], { split: 1 });

describe.each(shellsForFile())('imports $name', needs(CHROMIUM), ({ start }) => {
  it('offer threads in a file that is dropped, tell what came of each, and open one', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    await page.getByText('Drop a CSV or a document anywhere').waitFor();
    await drop(page, 'export.zip', EXPORT());
    await page.getByRole('dialog', { name: words.offerTitle }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.offerImport }).click();
    await page.getByText('sales.csv is not in the export', { exact: false }).waitFor();
    await page.getByRole('button', { name: `${words.outcomes.partly}: 1` }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.open('About plain') }).click();
    await page.getByText('The middle value.').waitFor();
    await page.getByRole('heading', { name: 'About plain' }).waitFor();
  });

  it('are reached by keys, in German', async () => {
    const { imports: de } = german.ui;
    const app = await start(tempFolder());
    const page = await app.open({ locale: 'de-DE' });
    await page.getByText(german.ui.app.invitation).waitFor();
    await page.keyboard.press('Control+k');
    await page.locator(`[aria-label="${german.ui.search.invitation}"]:focus`).waitFor();
    await page.keyboard.type(de.action.slice(0, 12));
    await page.getByText(de.action).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: de.title }).waitFor();
    await page.locator('input[type=file][accept*=".zip"]').setInputFiles({
      name: 'export.zip',
      mimeType: 'application/zip',
      buffer: EXPORT(),
    });
    await page.getByRole('button', { name: `${de.outcomes.imported}: 1` }).waitFor();
    await expectAccessible(page);
  });
});

it('a command imports, tells what came of each as JSON, and ends with 0 only where all of it was taken', () => {
  const folder = tempFolder();
  const whole = join(folder, 'whole.zip');
  const partly = join(folder, 'partly.zip');
  writeFileSync(whole, chatExport([plainConversation('plain')]));
  writeFileSync(partly, EXPORT());
  const run = (path: string) =>
    spawnSync(
      process.execPath,
      [resolve('scripts/command.mjs'), 'import', '--json', '--data', join(folder, 'data'), path],
      {
        encoding: 'utf8',
      },
    );

  const first = run(whole);
  expect(JSON.parse(first.stdout)).toMatchObject({ import: { status: 'completed', counts: { imported: 1 } } });
  expect(first.status).toBe(0);
  const second = run(partly);
  expect(JSON.parse(second.stdout).items).toMatchObject([{ outcome: 'present' }, { outcome: 'partly' }]);
  expect(second.status).toBe(1);
});
