import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers, CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { writeOver } from '../support/editor';
import { needs } from '../support/needs';
import { DENO } from '../support/python';
import { fenced } from '../support/python-cells';
import { answer } from '../support/query/chips';
import { type OpenApp, shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const LONGEST_MS = 400_000;
/** Python starts on a folder of its own, which takes long on a busy machine. */
const PATIENCE_MS = 90_000;

const ORDERS = [
  'order_id,ordered_on,amount',
  ...Array.from({ length: 120 }, (_, at) => `${1_000 + at},2025-0${(at % 6) + 1}-15,${at}.50`),
].join('\n');

/** Amounts of each month, whatever computes them: the code is written with a hole, completed, wrong at first, and mended. */
const LANGUAGES = {
  SQL: {
    field: 'Query',
    question: 'total amount',
    holed: ['SELECT ordered_on AS month,', '  sum(o.) AS total', 'FROM orders o GROUP BY mnth ORDER BY 1'],
    behindHole: ') AS total',
    wrong: { line: 3, text: 'mnth', said: /"mnth" not found/ },
  },
  Python: {
    field: 'Code',
    question: `The orders\n\n${fenced('print("orders")')}`,
    holed: [
      'import csv',
      'rows = list(csv.DictReader(open("/mnt/data/orders.csv")))',
      'amount = lambda row: float(row[""])',
      'months = sorted({row["ordered_on"] for row in rows})',
      'sums = {month: sum(amount(row) for row in rows if row["ordered_on"] == month) for month in months}',
      '[{"month": month, "total": sums[mnth]} for month in months]',
    ],
    behindHole: '"])',
    wrong: { line: 6, text: 'mnth', said: /name 'mnth' is not defined/ },
  },
} as const;
type Language = (typeof LANGUAGES)[keyof typeof LANGUAGES];

/** From one end of the window to the other. */
const STEPS_AT_MOST = 250;

/** How somebody gets at things: with the pointer, or with keys alone. */
interface Hand {
  press(target: Locator): Promise<void>;
  choose(page: Page, option: Locator): Promise<void>;
}

const mouse: Hand = { press: (target) => target.click(), choose: (_, option) => option.click() };
const keyboard: Hand = {
  press: async (target) => {
    await target.waitFor();
    const page = target.page();
    const isFocused = () => target.evaluate((element) => element.matches(':focus'));
    for (let steps = 0; steps < STEPS_AT_MOST && !(await isFocused()); steps += 1) {
      // In an editor Tab is text until Esc was pressed.
      if (await page.evaluate('document.activeElement.matches(".cm-content")')) await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
    }
    expect(await isFocused()).toBe(true);
    await page.keyboard.press('Enter');
  },
  choose: (page) => page.keyboard.press('Tab'),
};

const result = (page: Page): Locator => page.getByRole('region', { name: /^Local run/ }).first();
const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: typeof name === 'string' }).first();

async function asked(app: OpenApp, { question }: Language): Promise<Page> {
  const page = await app.open();
  page.setDefaultTimeout(PATIENCE_MS);
  await drop(page, 'orders.csv', ORDERS);
  await page.getByRole('article', { name: 'Profile of orders.csv' }).getByText('120 rows').waitFor();
  await page.getByLabel('Your question').fill(question);
  await page.keyboard.press('Enter');
  await button(answer(page), 'Copy answer').waitFor({ state: 'attached' });
  return page;
}

/** Writes the code up to its hole, and fills that with what is completed. */
async function completed(page: Page, language: Language, hand: Hand): Promise<string> {
  const { field, holed, behindHole } = language;
  const editor = page.getByRole('textbox', { name: field });
  await writeOver(editor, holed.join('\n'));
  const line = holed.findIndex((text) => text.endsWith(behindHole));
  await page.keyboard.press('Control+Home');
  for (let at = 0; at < line; at += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  for (const _ of behindHole) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('am');
  const option = page.getByRole('listbox', { name: /completion/i }).getByRole('option', { name: /^amount/ });
  await option.waitFor();
  // What is chosen at once would still be text. The list is led by the keys of its editor, which axe cannot know.
  expect((await barriers(page)).filter((met) => !met.includes('#cm-ac-'))).toEqual([]);
  await hand.choose(page, option);
  const whole = holed.map((text, at) => (at === line ? text.replace(behindHole, `amount${behindHole}`) : text));
  await expect.poll(async () => (await editor.innerText()).split('\n').map((text) => text.trimEnd())).toEqual(whole);
  return whole.join('\n');
}

async function workedOn(page: Page, language: Language, hand: Hand): Promise<void> {
  const { field, wrong } = language;
  await hand.press(button(page.getByRole('list', { name: 'Steps' }), 'Edit'));
  const code = await completed(page, language, hand);
  await hand.press(button(page, 'Run'));
  await result(page).getByText(wrong.said).first().waitFor();
  await page.locator('.cm-problem').getByText(wrong.text).first().waitFor();
  await hand.press(button(result(page), new RegExp(`^Go to line ${wrong.line}, column `)));
  const editor = page.getByRole('textbox', { name: field });
  await expect.poll(() => editor.evaluate((element) => element.matches(':focus'))).toBe(true);
  await writeOver(editor, code.replace(wrong.text, field === 'Query' ? 'ordered_on' : 'month'));
  await hand.press(button(page, 'Run'));
  const rows = result(page).getByRole('region', { name: 'Result' });
  await rows.getByText('1,150').first().waitFor();

  await hand.press(button(result(page), 'Make a chart of it'));
  await result(page).getByText('Total by month').first().waitFor();
  await hand.press(button(result(page), 'Make this the answer'));
  const adopted = answer(page).getByRole('region', { name: 'Answer from your own version of the code' });
  await adopted.getByRole('region', { name: 'Result' }).getByText('1,150').waitFor();
  await expectAccessible(page);
  await hand.press(button(adopted, 'Back to the first answer'));
  await expect.poll(() => adopted.count()).toBe(0);
  await hand.press(button(result(page), 'Use as data'));
  await result(page)
    .getByText(/data of this thread now/i)
    .waitFor();
  await page.getByLabel('Your question').fill('number of rows in result');
  await page.keyboard.press('Enter');
  await answer(page).getByText('6', { exact: true }).first().waitFor();
}

describe.each(shellsForFile())('code as a whole $name', needs(CHROMIUM, DENO), ({ start }) => {
  it.each([
    ['SQL', 'mouse', mouse],
    ['SQL', 'keyboard', keyboard],
    ['Python', 'mouse', mouse],
    ['Python', 'keyboard', keyboard],
  ] as const)(
    'in %s by %s: completed, wrong at its place, a chart, the answer and back, and data to ask about',
    { timeout: LONGEST_MS },
    async (name, _, hand) => {
      const language = LANGUAGES[name];
      await workedOn(await asked(await start(tempFolder()), language), language, hand);
    },
  );
});
