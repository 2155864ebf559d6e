import type { Page } from 'playwright-core';
import type { Words } from '../../src/preload/words';
import { drop } from './chromium';
import { MARCH, plainFile } from './reruns/file-pairs';

/** Drops the sales of March, asks questions about them and pins each answer, the first into a new report and the others beside it. */
export async function askAndPin(page: Page, { ui }: Words, questions: readonly string[]): Promise<void> {
  await page.getByText(ui.app.invitation).waitFor();
  await drop(page, 'sales-march.csv', plainFile(MARCH));
  await page.getByRole('article', { name: ui.datasets.profileOf('sales-march.csv') }).waitFor();
  const answers = page.getByRole('article', { name: ui.conversation.answer, exact: true });
  const items = page.getByRole('menuitem');
  for (const [at, question] of questions.entries()) {
    await page.getByRole('textbox', { name: ui.conversation.yourQuestion }).fill(question);
    await page.keyboard.press('Enter');
    await answers.nth(at).getByRole('button', { name: ui.conversation.pinAnswer }).click();
    const report =
      at === 0 ? items.filter({ hasText: ui.reports.newReport }) : items.filter({ hasNotText: ui.reports.newReport });
    await report.first().click();
    await report.first().waitFor({ state: 'detached' });
  }
}
