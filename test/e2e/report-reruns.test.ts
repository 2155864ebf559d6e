import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { english, german, type Words } from '../../src/preload/words';
import { askAndPin } from '../support/asked-and-pinned';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { APRIL, cents, MARCH, type Sale, strangersFiles, sumsBy } from '../support/reruns/file-pairs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const QUESTIONS = ['total amount by region', 'total amount by product'] as const;
const KEYS: Record<(typeof QUESTIONS)[number], (sale: Sale) => string> = {
  'total amount by region': ({ region }) => region,
  'total amount by product': ({ product }) => product,
};
const LONGEST_MS = 600_000;

const written = (sum: number, words: Words): string => {
  const [whole = '', fraction = ''] = cents(sum).split('.');
  const grouped = whole.replace(/(\d)(\d{3})$/, words === german ? '$1.$2' : '$1,$2');
  return `${grouped}${words === german ? ',' : '.'}${fraction}`;
};

/** Asks both questions and pins each answer in one report, which is open then. */
async function pinned(page: Page, words: Words): Promise<void> {
  const { ui } = words;
  await askAndPin(page, words, QUESTIONS);
  await page.getByRole('button', { name: ui.reports.reports, exact: true }).click();
  await page.getByRole('main').getByRole('button', { name: 'Total amount by region' }).click();
  await expect.poll(() => page.locator('li[data-block]').count()).toBe(QUESTIONS.length);
}

/** Each part of the report with both months and what lies between, against sums made without the app. */
async function expectDifferences(page: Page, words: Words): Promise<void> {
  const { reports, reruns } = words.ui;
  for (const question of QUESTIONS) {
    const part = page.getByRole('region', { name: reports.named(reports.kind.answer, question) });
    const rows = part.getByRole('table').first().getByRole('row');
    await rows.first().waitFor();
    await part.getByText(reruns.outcomes.changed).first().waitFor();
    const now = sumsBy(APRIL, KEYS[question]);
    for (const [name, was] of sumsBy(MARCH, KEYS[question])) {
      const text = (await rows.filter({ hasText: name }).innerText()).replaceAll(/\s+/g, ' ');
      expect(text).toContain(`${written(was, words)} ${written(now.get(name) ?? 0, words)}`);
    }
  }
}

describe.each(shellsForFile())('a report run again $name', needs(CHROMIUM), ({ start }) => {
  it.each([
    ['English', 'en-US', english, 'light'],
    ['German', 'de-DE', german, 'dark'],
  ] as const)(
    'on next month’s file that is dropped on it, in %s, and by keys',
    { timeout: LONGEST_MS },
    async (_, locale, words, scheme) => {
      const { reports, reruns } = words.ui;
      const page = await (await start(tempFolder())).open({ locale, scheme });
      await pinned(page, words);

      await drop(page, 'sales-april.csv', strangersFiles['a renamed column'] ?? '');
      await page.getByRole('heading', { name: reruns.title }).waitFor();
      await page.getByText(reruns.weights.asks).waitFor();
      const run = page.getByRole('button', { name: reruns.start, exact: true });
      expect(await run.isDisabled()).toBe(true);
      await expectAccessible(page);
      await page.getByLabel(reruns.accept).check();
      await run.click();
      await page.getByText(words.rerun.status.completed()).waitFor();
      await expectDifferences(page, words);
      await expectAccessible(page);

      expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0);

      await page.getByRole('button', { name: reruns.openReport }).click();
      await page
        .getByText(written(sumsBy(APRIL, KEYS[QUESTIONS[0]]).get('North') ?? 0, words))
        .first()
        .waitFor();
      await expect.poll(() => page.locator('li[data-block]').count()).toBe(QUESTIONS.length);

      // From the report of April back to March's file, by keys alone.
      await page.getByRole('button', { name: reruns.menu }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: reruns.another }).focus();
      await page.keyboard.press('Enter');
      const file = page.getByLabel(reruns.standsFor('sales-april.csv'), { exact: true });
      await file.focus();
      await file.selectOption({ label: 'sales-march.csv' });
      await page.getByLabel(reruns.accept).focus();
      await page.keyboard.press('Space');
      await run.focus();
      await page.keyboard.press('Enter');
      await page.getByText(words.rerun.status.completed()).waitFor();
      await page.getByLabel(reruns.onlyChanged).focus();
      await page.keyboard.press('Space');
      await page.getByRole('region', { name: reports.named(reports.kind.answer, QUESTIONS[0]) }).waitFor();
    },
  );
});
