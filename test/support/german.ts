import type { Locator, Page } from 'playwright-core';
import { german } from '../../src/preload/words';
import { drop } from './chromium';

/** The window in German, as one uses it; names are those of the catalogue. */
const { ui } = german;

export const SALES = [
  'ordered_on,region,amount_eur',
  ...Array.from({ length: 36 }, (_, at) => {
    const month = String((at % 12) + 1).padStart(2, '0');
    return `2025-${month}-15,${['Nord', 'Süd', 'Ost'][Math.floor(at / 12)]},${(1_000 + at * 37.25).toFixed(2)}`;
  }),
].join('\n');

export const germanAnswer = (page: Page): Locator =>
  page.getByRole('article', { name: ui.conversation.answer, exact: true }).last();

/** Drops a file and asks; the answer is there to its end. */
export async function askInGerman(page: Page, question: string): Promise<void> {
  await page.getByText(ui.app.invitation).waitFor();
  await drop(page, 'sales.csv', SALES);
  await page.getByRole('article', { name: ui.datasets.profileOf('sales.csv') }).waitFor();
  await page.getByLabel(ui.conversation.yourQuestion).fill(question);
  await page.keyboard.press('Enter');
  await germanAnswer(page).getByRole('button', { name: ui.conversation.copyAnswer }).waitFor({ state: 'attached' });
}
