import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { english, german, type Words } from '../../src/preload/words';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { cents, MARCH, plainFile, sumsBy } from '../support/reruns/file-pairs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const LONGEST_MS = 600_000;
/** Where pictures go for somebody to look at; none are taken otherwise. */
const PICTURES = process.env.PICTURES;

const written = (sum: number, words: Words): string => {
  const [whole = '', fraction = ''] = cents(sum).split('.');
  const grouped = whole.replace(/(\d)(\d{3})$/, words === german ? '$1.$2' : '$1,$2');
  return `${grouped}${words === german ? ',' : '.'}${fraction}`;
};

const answers = (page: Page, { ui }: Words): Locator =>
  page.getByRole('article', { name: ui.conversation.answer, exact: true });

async function ask(page: Page, question: string, words: Words, at: number): Promise<void> {
  const { conversation } = words.ui;
  await page.getByRole('textbox', { name: conversation.yourQuestion }).fill(question);
  await page.keyboard.press('Enter');
  await answers(page, words)
    .nth(at)
    .getByRole('button', { name: conversation.copyAnswer })
    .waitFor({ state: 'attached' });
}

async function pictures(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`) });
    await page.getByRole('region', { name: /figures|Zahlen/i }).evaluate('(part) => part.scrollIntoView()');
    await page.screenshot({ path: join(PICTURES, `${name}-${width}-below.png`) });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Each region with its sum of all products, its sum of desks, and what lies between. */
async function expectDifferences(page: Page, words: Words): Promise<void> {
  const figures = page.getByRole('region', { name: words.ui.comparisons.kinds.data });
  const rows = figures.getByRole('table').getByRole('row');
  const desks = sumsBy(
    MARCH.filter(({ product }) => product === 'Desk'),
    ({ region }) => region,
  );
  for (const [region, all] of sumsBy(MARCH, ({ region: name }) => name)) {
    const of = desks.get(region);
    const text = (await rows.filter({ hasText: region }).innerText()).replaceAll(/\s+/g, ' ');
    if (of !== undefined) expect(text).toContain(`${written(all, words)} ${written(of, words)}`);
    else expect(text).toContain(words.ui.comparisons.states.gone);
  }
}

describe.each(shellsForFile())('two answers compared $name', needs(CHROMIUM), ({ start }) => {
  it.each([
    ['English', 'en-US', english, 'light'],
    ['German', 'de-DE', german, 'dark'],
  ] as const)(
    'in %s, by the button of an answer and by the palette',
    { timeout: LONGEST_MS },
    async (_, locale, words, scheme) => {
      const { comparisons, reruns } = words.ui;
      const page = await (await start(tempFolder())).open({ locale, scheme });
      await page.getByText(words.ui.app.invitation).waitFor();
      await drop(page, 'sales-march.csv', plainFile(MARCH));
      await page.getByRole('article', { name: words.ui.datasets.profileOf('sales-march.csv') }).waitFor();
      await ask(page, 'total amount by region', words, 0);
      const withOther = answers(page, words).last().getByRole('button', { name: comparisons.with });
      // One answer alone has nothing to be compared with.
      expect(await withOther.count()).toBe(0);
      await ask(page, 'total amount for Desk by region', words, 1);

      await withOther.click();
      await page.getByRole('heading', { name: comparisons.title }).waitFor();
      const [first, second] = [comparisons.first, comparisons.second].map((name) =>
        page.getByRole('combobox', { name }),
      ) as [Locator, Locator];
      await expectDifferences(page, words);
      const facts = page.getByRole('region', { name: comparisons.facts });
      const reading = facts.getByRole('row').filter({ hasText: comparisons.fact.reading });
      await reading.getByText('Desk').waitFor();
      await reading.getByText(comparisons.differing).waitFor();
      await page.locator('ins').filter({ hasText: 'Desk' }).first().waitFor();
      await expectAccessible(page);
      await pictures(page, `compare-${locale}`);

      // By keys: swapped, then one and the same, then another one again.
      const before = await first.inputValue();
      await page.getByRole('button', { name: comparisons.swap }).press('Enter');
      await expect.poll(() => second.inputValue()).toBe(before);
      await page.locator('del').filter({ hasText: 'Desk' }).first().waitFor();
      await first.focus();
      await page.keyboard.press('ArrowDown');
      await page.getByText(comparisons.same).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('ArrowUp');
      await page.getByText(comparisons.same).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: comparisons.openSecond }).press('Enter');
      await answers(page, words).last().waitFor();

      await page.keyboard.press('Control+k');
      await page.keyboard.type(comparisons.action.replace('…', ''));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: comparisons.title }).waitFor();
      await expectDifferences(page, words);
      expect(await page.getByText(reruns.before, { exact: true }).count()).toBe(0);
    },
  );
});
