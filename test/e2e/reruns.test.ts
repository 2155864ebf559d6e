import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { english, german, type Words } from '../../src/preload/words';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { APRIL, cents, MARCH, plainFile, strangersFiles, sumsBy } from '../support/reruns/file-pairs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const LANGUAGES: [string, string, Words, string, string][] = [
  ['English', 'en-US', english, 'total amount by region', 'Drop a CSV or a document anywhere'],
  ['German', 'de-DE', german, 'total amount by region', 'CSV'],
];
const choose = (page: Page, words: Words, name: string, content: string | Buffer) =>
  page
    .getByLabel(words.ui.reruns.chooseFileFor('sales-march.csv'))
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const written = (sum: number, words: Words): string => {
  const [whole = '', fraction = ''] = cents(sum).split('.');
  const grouped = whole.replace(/(\d)(\d{3})$/, words === german ? '$1.$2' : '$1,$2');
  return `${grouped}${words === german ? ',' : '.'}${fraction}`;
};

describe.each(shellsForFile())('a thread run again $name', needs(CHROMIUM), ({ start }) => {
  it.each(LANGUAGES)(
    'on next month’s file, in %s: what differs is confirmed, and old and new stand side by side',
    async (_, locale, words, question) => {
      const { reruns, threads } = words.ui;
      const page = await (await start(tempFolder())).open({ locale });
      const field = page.getByRole('textbox').first();
      await field.waitFor();
      await drop(page, 'sales-march.csv', plainFile(MARCH));
      await page.getByRole('article').getByText('sales-march.csv').first().waitFor();
      await page.getByRole('article').getByText('24').first().waitFor();
      await field.fill(question);
      await page.keyboard.press('Enter');
      const sums = [...sumsBy(MARCH, ({ region }) => region).values()];
      await page
        .getByText(written(Math.max(...sums), words))
        .first()
        .waitFor();

      // To the page, by the menu of the thread, on the keyboard.
      await page.getByRole('button', { name: threads.actionsFor(question) }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: reruns.menu }).click();
      await page.getByRole('heading', { name: reruns.title }).waitFor();

      // A file that lacks a column stops it until another one stands for that.
      await choose(page, words, 'split.csv', strangersFiles['a column split in two'] ?? '');
      await page.getByText(reruns.weights.stops).waitFor();
      const run = page.getByRole('button', { name: reruns.start, exact: true });
      expect(await run.isDisabled()).toBe(true);
      await expectAccessible(page);
      await page.getByLabel(reruns.columnFor('region')).selectOption('region_name');
      await page.getByText(reruns.weights.stops).waitFor({ state: 'detached' });

      await choose(page, words, 'sales-april.csv', strangersFiles['a renamed column'] ?? '');
      await page.getByText(reruns.weights.asks).waitFor();
      expect(await run.isDisabled()).toBe(true);
      await page.getByLabel(reruns.accept).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');

      await page.getByText(words.rerun.status.completed()).waitFor();
      const table = page.getByRole('table').first();
      await table.waitFor();
      const now = sumsBy(APRIL, ({ region }) => region);
      for (const [region, was] of sumsBy(MARCH, ({ region: name }) => name)) {
        const row = table.getByRole('row').filter({ hasText: region });
        const is = now.get(region) ?? 0;
        const text = (await row.innerText()).replaceAll(/\s+/g, ' ');
        expect(text).toContain(`${written(was, words)} ${written(is, words)}`);
        expect(text).toContain(`+${written(is - was, words)}`);
      }
      await expectAccessible(page);
      await page.getByRole('button', { name: reruns.openThread }).click();
      await page
        .getByText(written(Math.max(...now.values()), words))
        .first()
        .waitFor();
    },
  );
});
