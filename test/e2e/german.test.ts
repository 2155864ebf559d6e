import { describe, expect, it } from 'vitest';
import { german } from '../../src/preload/words';
import { CHROMIUM, expectAccessible } from '../support/chromium';
import { askInGerman, germanAnswer } from '../support/german';
import { needs } from '../support/needs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const { ui } = german;

describe.each(shellsForFile())('a window in German $name', needs(CHROMIUM), ({ start }) => {
  it('reads, answers, draws and is set in German, as the system is, and in English once that is chosen', async () => {
    const app = await start(tempFolder());
    const page = await app.open({ locale: 'de-DE' });
    await askInGerman(page, 'total amount by month');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');

    const answer = germanAnswer(page);
    const highest = answer.getByText(/am höchsten: Dezember 2025 mit/);
    await highest.waitFor();
    expect((await highest.innerText()).replaceAll(/\s/g, ' ')).toContain('5.570,25 €');
    const chips = answer.getByRole('toolbar', { name: ui.query.readAs('').trim() });
    await chips.getByText('Monat', { exact: true }).waitFor();
    await answer.getByText('5.000', { exact: true }).waitFor();
    await answer.locator('figcaption b').getByText('Amount nach Monat').waitFor();
    await answer.getByText(/^Januar 2025 ist nicht vollständig/).waitFor();

    await expectAccessible(page);

    // A figure of the sentence leads to its cell.
    await highest.getByRole('button', { name: /5\.570,25/ }).click();
    await page.locator('td').filter({ hasText: '5.570,25' }).first().waitFor();

    await chips.getByText('Monat', { exact: true }).click();
    await page.getByRole('option', { name: 'Quartal', exact: true }).click();
    await germanAnswer(page).locator('td').getByText('Q4 2025').waitFor();

    await page.keyboard.press('Control+,');
    const language = page.getByRole('combobox', { name: german.locale.language() });
    await language.waitFor();
    await expectAccessible(page);
    await language.selectOption({ label: 'English' });
    await page.getByRole('combobox', { name: 'Language of the window' }).waitFor();
    await page.goBack();
    await page.getByRole('toolbar', { name: /^How this was read: .* by quarter/ }).waitFor();
  });
});
