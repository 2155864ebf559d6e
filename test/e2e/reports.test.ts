import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { english, german } from '../../src/preload/words';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { SALES } from '../support/german';
import { needs } from '../support/needs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const PATIENCE_MS = 120_000;
const LONGEST_MS = 600_000;
/** Where pictures go for somebody to look at; none are taken otherwise. */
const PICTURES = process.env.PICTURES;

const QUESTIONS = ['total amount by month', 'total amount by region', 'total amount'];

type Ui = typeof english.ui;

const answers = (page: Page, ui: Ui): Locator =>
  page.getByRole('article', { name: ui.conversation.answer, exact: true });

async function ask(page: Page, question: string, ui: Ui, at: number): Promise<void> {
  await page.getByRole('textbox', { name: ui.conversation.yourQuestion }).fill(question);
  await page.keyboard.press('Enter');
  const copy = answers(page, ui).nth(at).getByRole('button', { name: ui.conversation.copyAnswer });
  await copy.waitFor({ state: 'attached', timeout: PATIENCE_MS });
}

/** Documents are written by the app, whose system may speak another language than the browser. */
async function choose(page: Page, { ui, locale }: typeof english, language: string): Promise<void> {
  await page.getByText(ui.app.invitation).waitFor();
  await page.keyboard.press('Control+,');
  const choice = page.getByRole('combobox', { name: locale.language() });
  await choice.selectOption({ label: language });
  await expect.poll(() => choice.locator('option:checked').innerText()).toBe(language);
  await page.goBack();
}

async function withAnswers(page: Page, ui: Ui): Promise<void> {
  await page.getByText(ui.app.invitation).waitFor();
  await drop(page, 'sales.csv', SALES);
  await page.getByRole('article', { name: ui.datasets.profileOf('sales.csv') }).waitFor({ timeout: PATIENCE_MS });
  for (const [at, question] of QUESTIONS.entries()) await ask(page, question, ui, at);
}

/** Where the keys begin depends on whether the reports were known when the menu opened. */
async function downTo(page: Page, item: Locator): Promise<void> {
  const focused = item.and(page.locator(':focus'));
  const isThere = async () => {
    const there = (await focused.count()) > 0;
    if (!there) await page.keyboard.press('ArrowDown');
    return there;
  };
  await expect.poll(isThere, { timeout: PATIENCE_MS }).toBe(true);
}

const blocks = (page: Page): Locator => page.locator('li[data-block]');
const order = (page: Page): Promise<string[]> =>
  blocks(page).evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''));

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

describe.each(shellsForFile())('a report $name', needs(CHROMIUM), ({ start }) => {
  it.each([
    { language: 'English', locale: 'en-US', words: english, scheme: 'light' as const },
    { language: 'Deutsch', locale: 'de-DE', words: german, scheme: 'dark' as const },
  ])(
    'takes three answers, is ordered by keys, commented and exported, in $language',
    { timeout: LONGEST_MS },
    async ({ language, locale, words: catalogue, scheme }) => {
      const { ui } = catalogue;
      const words = ui.reports;
      const app = await start(tempFolder());
      const page = await app.open({ locale, scheme });
      await choose(page, catalogue, language);
      await withAnswers(page, ui);

      // The first by mouse, into a new report; the others by keyboard, into the same.
      const pin = (at: number) => answers(page, ui).nth(at).getByRole('button', { name: ui.conversation.pinAnswer });
      await pin(0).click();
      await page.getByRole('menuitem', { name: words.newReport }).click();
      const title = 'Total amount by month';
      await page.getByText(words.pinned(title)).waitFor();
      for (const at of [1, 2]) {
        await pin(at).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('menuitem', { name: title }).waitFor();
        await expectAccessible(page);
        await downTo(page, page.getByRole('menuitem', { name: title }));
        await page.keyboard.press('Enter');
        await page.getByRole('menuitem', { name: title }).waitFor({ state: 'detached' });
      }

      await page.getByRole('button', { name: words.reports, exact: true }).click();
      await page.getByRole('main').getByRole('button', { name: title }).click();
      const names = QUESTIONS.map((question) => words.named(words.kind.answer, question));
      await expect.poll(() => order(page)).toEqual(names);
      await page.getByRole('textbox', { name: words.title }).fill('For the board');
      await page.keyboard.press('Enter');

      // By keys: the last goes to the top.
      await page.getByRole('button', { name: words.move(names[2]!), exact: true }).focus();
      await page.keyboard.press('Alt+ArrowUp');
      await expect.poll(() => order(page)).toEqual([names[0], names[2], names[1]]);
      await page.keyboard.press('Alt+ArrowUp');
      await expect.poll(() => order(page)).toEqual([names[2], names[0], names[1]]);
      // By mouse: the handle is dragged, where both places are in sight.
      await page.setViewportSize({ width: 1440, height: 3000 });
      await page
        .getByRole('button', { name: words.move(names[1]!), exact: true })
        .dragTo(blocks(page).nth(1), { targetPosition: { x: 120, y: 12 } });
      await expect.poll(() => order(page)).toEqual([names[2], names[1], names[0]]);
      await page.keyboard.press('Control+z');
      await expect.poll(() => order(page)).toEqual([names[2], names[0], names[1]]);
      await page.setViewportSize({ width: 1440, height: 900 });

      await page.getByRole('button', { name: words.addText, exact: true }).click();
      await page.getByRole('textbox', { name: words.text }).fill('The year was **good**.');
      await page.keyboard.press('Escape');
      await page.locator('strong').getByText('good').waitFor();
      await expectAccessible(page);
      await page.evaluate('document.activeElement.blur()');
      await page.locator('[role="textbox"], input').first().scrollIntoViewIfNeeded();
      await picture(page, `report-1440-${scheme}`);
      await page.setViewportSize({ width: 1024, height: 700 });
      await picture(page, `report-1024-${scheme}`);
      await page.setViewportSize({ width: 1440, height: 900 });

      const saved = (format: keyof typeof words.formats) =>
        app.saved(page, async () => {
          await page.getByRole('button', { name: words.export, exact: true }).click();
          await page.getByRole('menuitem', { name: words.formats[format] }).click();
        });
      const web = await saved('html');
      expect(web.name).toBe('For the board.html');
      const html = readFileSync(web.path, 'utf8');
      for (const text of ['For the board', 'Total amount by region', 'The year was', words.from(title)])
        expect(html).toContain(text);
      const pdf = await saved('pdf');
      expect(readFileSync(pdf.path).subarray(0, 5).toString()).toBe('%PDF-');
      const workbook = await saved('xlsx');
      const book = read(readFileSync(workbook.path));
      const rows = book.SheetNames.flatMap((name) => utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 }));
      // Twelve months of a region: 1000 and a step of 37.25 a month.
      const total = (from: number) =>
        Array.from({ length: 12 }, (_, at) => 1_000 + (from + at) * 37.25).reduce((a, b) => a + b);
      for (const [at, region] of ['Nord', 'Süd', 'Ost'].entries())
        expect(rows).toContainEqual([region, total(at * 12)]);
      await app.stop();
    },
  );
});
