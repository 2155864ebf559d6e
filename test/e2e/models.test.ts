import { describe, expect, it, onTestFinished } from 'vitest';
import { browserForFile, CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { askQuestion, chooseModel, connectModel, JOURNEY_KEY } from '../support/model-journey';
import { needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { listeningUpstream } from '../support/upstream';

const CSV = 'region,amount\nWest,30\nEast,12\nNorth,8\n';
const open = browserForFile();

async function start(scheme: 'light' | 'dark' = 'light') {
  const { upstream, baseUrl } = await listeningUpstream({ key: JOURNEY_KEY, models: ['scripted', 'other'] });
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  return { upstream, baseUrl, app, page: await open(app.url, { scheme }) };
}

const QUERY = { calls: [{ name: 'query_data', arguments: { sql: 'SELECT sum(amount) AS total FROM sales' } }] };

describe('a connected model', needs(CHROMIUM), () => {
  it.each(['light', 'dark'] as const)(
    'is added, verified and asked, with all that was sent to read, in %s',
    async (scheme) => {
      const { upstream, baseUrl, page } = await start(scheme);
      await connectModel(page, baseUrl);
      await page.getByText(/^2 models · answered in/).waitFor();
      await expectAccessible(page);

      await page.getByRole('button', { name: 'New thread' }).click();
      await chooseModel(page, 'scripted');
      await drop(page, 'sales.csv', CSV);
      await page.getByText('3 rows').waitFor();
      upstream.script(QUERY, { text: 'In all **50** were sold.', usage: { input: 900, cached: 200, output: 40 } });
      await askQuestion(page, 'How much was sold?');
      await page.getByText('Completed in').waitFor();
      const answer = page.getByRole('article', { name: 'Answer' });
      await answer.getByText('In all 50 were sold.').waitFor();
      await expectAccessible(page);

      await page
        .getByRole('button', { name: / sent$/ })
        .first()
        .click();
      const panel = page.getByRole('tabpanel', { name: 'Sent' });
      await expect.poll(() => panel.getByRole('listitem').count()).toBe(upstream.turns.length);
      await panel.locator('summary').first().click();
      await expectAccessible(page);
      await panel
        .getByRole('button', { name: /^Read the request of/ })
        .last()
        .click();
      const dialog = page.getByRole('dialog', { name: /^Sent to 127\.0\.0\.1/ });
      await dialog.getByText('How much was sold?').waitFor();
      await expectAccessible(page);
      expect(await page.content()).not.toContain(JOURNEY_KEY);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: /^Model: / }).press('Enter');
      await page.getByRole('option', { name: 'other' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      for (const place of ['Usage', 'Assistants']) {
        await page.getByRole('navigation').getByRole('button', { name: place }).click();
        await page.getByRole('heading', { name: place }).waitFor();
        await expect.poll(() => page.getByRole('status', { name: /^Loading/ }).count()).toBe(0);
        await expectAccessible(page);
      }
      await page.getByRole('button', { name: 'New assistant' }).click();
      await page.getByRole('form', { name: 'New assistant' }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Control+,');
      await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Models' }).click();
      await page.getByRole('button', { name: 'Change what is known of other' }).click();
      await expectAccessible(page);
    },
  );

  it('that refuses its key ends with a reason, and the built-in analyst answers at a click', async () => {
    const { upstream, baseUrl, page } = await start();
    await connectModel(page, baseUrl);
    await page.getByRole('button', { name: 'New thread' }).click();
    await chooseModel(page, 'scripted');
    await drop(page, 'sales.csv', CSV);
    await page.getByText('3 rows').waitFor();
    upstream.always = { status: 401, error: { error: { message: 'Incorrect API key', code: 'invalid_api_key' } } };
    await askQuestion(page, 'Total amount');
    await page.getByRole('alert').getByRole('button', { name: 'Open Connections' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Answer with the built-in analyst' }).click();
    await page.getByRole('article', { name: 'Answer' }).getByText('50').first().waitFor();
  });

  it('is compared with another: the numbers that differ are marked', async () => {
    const { upstream, baseUrl, page } = await start();
    await connectModel(page, baseUrl);
    await page.getByRole('button', { name: 'New thread' }).click();
    await chooseModel(page, 'scripted');
    upstream.script({ text: 'It was 50 in all.' }, { text: 'It was 51 in all.' });
    await askQuestion(page, 'Was it 50 or 51?');
    const answer = page.getByRole('article', { name: 'Answer' });
    await answer.getByText('It was 50 in all.').waitFor();
    await answer.getByRole('button', { name: 'Ask again, with this or another model' }).press('Enter');
    await page.getByLabel('Search models').fill('other');
    await page.getByRole('option', { name: 'other' }).waitFor();
    await page.keyboard.press('Enter');
    const both = page.getByRole('region', { name: '2 answers side by side' });
    await both.getByRole('region', { name: 'Answer of other' }).locator('mark', { hasText: '51' }).waitFor();
    await both.getByRole('region', { name: 'Answer of scripted' }).locator('mark', { hasText: '50' }).waitFor();
    await expectAccessible(page);
  });
});
