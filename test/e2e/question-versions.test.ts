import type { Locator, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserForFile, CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

const open = browserForFile();
const SALES = 'ordered_on,region,amount\n2025-01-05,West,300\n2025-01-20,East,50\n2025-02-11,West,400\n';

const answers = (page: Page) => page.getByRole('article', { name: 'Answer' });
const questions = (page: Page) => page.getByRole('article', { name: 'You asked' });
const answered = async (page: Page, text: string) => {
  await answers(page).last().getByText(text).first().waitFor();
  await page.getByRole('button', { name: 'Send' }).waitFor();
};

describe('a question in other words', needs(CHROMIUM), () => {
  it.each([
    ['light', 'mouse'],
    ['dark', 'keyboard'],
  ] as const)('is asked, stepped through, laid side by side and asked again, in %s by %s', async (scheme, by) => {
    const press = (button: Locator): Promise<void> => (by === 'mouse' ? button.click() : button.press('Enter'));
    const app = await startApp(tempFolder());
    onTestFinished(() => app.stop());
    const page = await open(app.url, { scheme });
    await drop(page, 'sales.csv', SALES);
    await page.getByText('3 rows').waitFor();
    const field = page.getByLabel('Your question');
    await field.fill('total amount by region');
    await field.press('Enter');
    await answered(page, 'West');
    await field.fill('and the average');
    await field.press('Enter');
    await expect.poll(() => answers(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Send' }).waitFor();
    await field.press('ArrowUp');
    expect(await field.inputValue()).toBe('and the average');
    await field.press('ArrowDown');

    await questions(page).first().hover();
    await press(questions(page).first().getByRole('button', { name: 'Ask in other words' }));
    const edit = page.getByLabel('The question in other words');
    await expectAccessible(page);
    await edit.fill('total amount by month');
    if (by === 'mouse') await page.getByRole('button', { name: 'Ask', exact: true }).click();
    else await edit.press('Enter');
    await questions(page).getByText('Version 2 of 2').waitFor();
    await expect.poll(() => answers(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Send' }).waitFor();
    await expectAccessible(page);

    await press(page.getByRole('button', { name: 'Earlier version' }));
    await questions(page).getByText('and the average').waitFor();
    await press(page.getByRole('button', { name: 'Show the versions side by side' }));
    const both = page.getByRole('region', { name: '2 versions side by side' });
    await both.getByRole('region', { name: 'Version 2 of 2' }).getByText('total amount by month').waitFor();
    await expectAccessible(page);
    await press(page.getByRole('button', { name: 'Show one version again' }));
    await both.waitFor({ state: 'detached' });
    await answers(page).first().hover();
    await press(answers(page).first().getByRole('button', { name: 'Go on from here in a new branch' }));
    await page.getByText('The next question goes on from here.').waitFor();
    await expectAccessible(page);
    await press(page.getByRole('button', { name: 'Back to the newest' }));
    await answers(page).last().hover();
    await press(answers(page).last().getByRole('button', { name: 'Ask again, with this or another model' }));
    // Where the models are known and there is one, it is asked at once.
    const model = page.getByRole('option', { name: /^Built-in analyst/ });
    const again = page.getByRole('region', { name: '2 answers side by side' });
    await model.or(again).first().waitFor();
    if (await model.isVisible()) await (by === 'mouse' ? model.click() : page.keyboard.press('Enter'));
    await again.getByText('The numbers of these answers agree.').waitFor();
    await expectAccessible(page);
  });
});
