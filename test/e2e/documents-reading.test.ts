import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { pdf } from '../support/documents/make';
import { lines, placedPdf } from '../support/documents/placed-pdf';
import { needs } from '../support/needs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const filler = Array.from({ length: 30 }, (_, n) => `Line ${n} of this page is about the weather at sea.`).join('\n');
const HANDBOOK = pdf([
  'The lighthouse handbook\n\nStorks are mentioned here, and storks again.',
  `${filler}\nStorks nest on the\nlighthouse in spring.\n${filler.slice(0, 400)}`,
  'Boats\n\nThe ferry leaves at noon.',
  'An index\n\nstorks, page 2',
]);

const CATCH = placedPdf([
  {
    placed: [
      ...lines(['The catch of the year, in tons, as the keepers of the lighthouse wrote it down.'], { x: 60, y: 740 }),
      ...lines(['Fish', 'Cod', 'Herring', 'Plaice'], { x: 60, y: 700 }),
      ...lines(['Spring', '41', '', '112'], { x: 200, y: 700 }),
      ...lines(['Autumn', '3', '4', '5'], { x: 320, y: 700 }),
    ],
  },
  { placed: lines(['The keepers of the lighthouse count all fish twice.', 'Nobody counts gulls.'], { x: 60, y: 700 }) },
]);

async function attach(page: Page, name: string, content: string | Buffer): Promise<void> {
  await drop(page, name, content);
  await page
    .getByRole('article', { name: `Document ${name}` })
    .getByText('Ready')
    .waitFor();
}

async function openAtQuote(page: Page): Promise<void> {
  await attach(page, 'handbook.pdf', HANDBOOK);
  await page.getByLabel('Your question').fill('Where do storks nest?');
  await page.keyboard.press('Enter');
  await page.getByText('Completed in').waitFor();
  await chip(page).click();
  await page.locator('aside [data-page="2"] mark').first().waitFor();
}

const chip = (page: Page) => page.getByRole('article', { name: 'Answer' }).getByRole('button', { name: /^Source 1/ });
const pane = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const field = (page: Page) => pane(page).getByRole('searchbox', { name: 'Search in this document' });
const marked = async (page: Page) => (await pane(page).locator('mark').allTextContents()).join(' ');

/** Whether the first mark can be seen without scrolling, both ways. */
const isMarkInView = (page: Page): Promise<boolean> =>
  page.evaluate(`(() => {
    const box = document.querySelector('aside mark')?.getBoundingClientRect();
    const frame = document.querySelector('aside section[aria-label^="Page"]')?.getBoundingClientRect();
    return Boolean(box && frame && box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left - 1 && box.left < frame.right);
  })()`);
const letterSize = (page: Page): Promise<number> =>
  page.evaluate(`parseFloat(getComputedStyle(document.querySelector('aside [data-page] span')).fontSize)`);
/** A match is drawn with its page. */
const expectMatch = async (page: Page, number: number, words: string, place: string) => {
  await pane(page).locator(`[data-page="${number}"] mark`).first().waitFor();
  await expect.poll(() => marked(page)).toBe(words);
  await pane(page).getByText(place, { exact: true }).waitFor();
  await expect.poll(() => isMarkInView(page)).toBe(true);
};

describe.each(shellsForFile())('a PDF that is read $name', needs(CHROMIUM), ({ start }) => {
  it.each(['light', 'dark'] as const)(
    'opens at its mark in a size that can be read, and is searched by mouse, in %s',
    async (scheme) => {
      const app = await start(tempFolder());
      const page = await app.open({ scheme });
      await openAtQuote(page);
      await expect.poll(() => isMarkInView(page)).toBe(true);
      const first = await letterSize(page);
      expect(first).toBeGreaterThanOrEqual(10.5);
      await pane(page).getByRole('button', { name: 'Larger' }).click();
      await expect.poll(() => letterSize(page)).toBeGreaterThan(first * 1.2);
      await expect.poll(() => isMarkInView(page)).toBe(true);

      await field(page).click();
      await page.keyboard.type('STORKS');
      await expectMatch(page, 1, 'Storks', '1 of 4');
      await expectAccessible(page);
      await pane(page).getByRole('button', { name: 'Next place' }).click();
      await expectMatch(page, 1, 'storks', '2 of 4');
      for (const _ of [3, 4]) await pane(page).getByRole('button', { name: 'Next place' }).click();
      await expectMatch(page, 4, 'storks', '4 of 4');
      await field(page).fill('nest on the lighthouse');
      await expectMatch(page, 2, 'nest on the lighthouse', '1 of 1');
      await field(page).fill('pelican');
      await pane(page).getByText('Not found').waitFor();
      await expectAccessible(page);

      await field(page).fill('ferry');
      await expectMatch(page, 3, 'ferry', '1 of 1');
      await chip(page).click();
      await pane(page).locator('[data-page="2"] mark').first().waitFor();
    },
  );

  it('is searched, turned and made larger by keyboard alone', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    await openAtQuote(page);
    await pane(page)
      .getByRole('region', { name: /^Page 2/ })
      .focus();
    const first = await letterSize(page);
    await page.keyboard.press('+');
    await expect.poll(() => letterSize(page)).toBeGreaterThan(first * 1.2);
    await page.keyboard.press('0');
    await expect.poll(() => letterSize(page)).toBeCloseTo(first, 1);
    await page.keyboard.press('-');
    await expect.poll(() => letterSize(page)).toBeLessThan(first);

    await page.keyboard.press('Control+f');
    await page.keyboard.type('storks');
    await expectMatch(page, 1, 'Storks', '1 of 4');
    await page.keyboard.press('Enter');
    await expectMatch(page, 1, 'storks', '2 of 4');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await expectMatch(page, 4, 'storks', '4 of 4');
  });

  it.each(['light', 'dark'] as const)(
    'gives the table of a page as data, and says where there is none, in %s (by mouse in light, by keyboard in dark)',
    async (scheme) => {
      const press = async (button: Locator): Promise<void> => {
        if (scheme === 'light') return button.click();
        await button.focus();
        await button.page().keyboard.press('Enter');
      };
      const app = await start(tempFolder());
      const page = await app.open({ scheme });
      await attach(page, 'catch.pdf', CATCH);
      await page.getByLabel('Your question').fill('Who count all fish twice?');
      await page.keyboard.press('Enter');
      await page.getByText('Completed in').waitFor();
      await chip(page).click();
      const tables = pane(page).getByRole('button', { name: 'Tables on this page' });
      await pane(page).locator('[data-page="2"] mark').first().waitFor();
      await press(tables);
      const none = page.getByRole('dialog', { name: 'Tables of catch.pdf, page 2' });
      await none.getByText(/No table was recognised on this page/).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await none.waitFor({ state: 'hidden' });

      await press(pane(page).getByRole('button', { name: 'Previous page' }));
      await pane(page).locator('[data-page="1"]').first().waitFor();
      await press(tables);
      const dialog = page.getByRole('dialog', { name: 'Tables of catch.pdf, page 1' });
      const table = dialog.getByRole('region', { name: 'Table 1' });
      await table.getByRole('columnheader', { name: 'Autumn' }).first().waitFor();
      await expectAccessible(page);
      await press(dialog.getByRole('button', { name: 'Use as data' }));
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('article', { name: 'Profile of catch, page 1, table 1.csv' }).getByText('3 rows').waitFor();
      await page.getByLabel('Your question').fill('total Autumn');
      await page.keyboard.press('Enter');
      await page.getByRole('article', { name: 'Answer' }).last().getByText('12', { exact: true }).first().waitFor();
    },
  );
});
