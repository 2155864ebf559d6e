import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserForFile, CHROMIUM, expectAccessible } from '../support/chromium';
import { askQuestion, chooseModel, connectModel, JOURNEY_KEY, openWindowApp } from '../support/model-journey';
import { needs } from '../support/needs';
import { type Answer, listeningUpstream } from '../support/upstream';

const open = browserForFile();
const IDLE_MS = 600;
const answers = (page: Page) => page.getByRole('article', { name: 'Answer' });

async function start() {
  const { upstream, baseUrl } = await listeningUpstream({ key: JOURNEY_KEY, models: ['scripted'] });
  const app = await openWindowApp({ modelIdleMs: IDLE_MS });
  const page = await open(app.url);
  await connectModel(page, baseUrl);
  await page.getByRole('button', { name: 'New thread' }).click();
  await chooseModel(page, 'scripted');
  return { upstream, page };
}

const refusal = (status: number, code: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  error: { error: { message: 'Scripted.', type: 'error', param: null, code } },
});
const SOON = { 'retry-after': '0.02' };
const TEXT = 'Revenue rose in the spring, and';
/** Behind the head of the answer and the first pieces of its text. */
const WITHIN_TEXT = 7;

interface Row {
  what: string;
  answer: Answer;
  /** What the window says: what happened, and what to do. */
  says: RegExp;
  /** Requests that were made before it was given up. */
  tries: number;
  /** The button that does it. */
  remedy: 'Open Connections' | 'Run again';
  keepsText?: true;
}

const ROWS: Row[] = [
  {
    what: 'a refused key',
    answer: refusal(401, 'invalid_api_key'),
    says: /“127\.0\.0\.1:\d+” did not accept the key\. Check it in Settings → Connections\./,
    tries: 1,
    remedy: 'Open Connections',
  },
  {
    what: 'a model that the key may not use',
    answer: refusal(403, 'permission_denied'),
    says: /The key for “127\.0\.0\.1:\d+” may not use this model\. Choose another model, or have it allowed\./,
    tries: 1,
    remedy: 'Open Connections',
  },
  {
    what: 'too many requests, also after it has waited as it was told to',
    answer: refusal(429, 'rate_limit_exceeded', SOON),
    says: /takes no more requests for now\. Run it again in a while\./,
    tries: 4,
    remedy: 'Run again',
  },
  {
    what: 'a server that fails',
    answer: refusal(500, 'server_error', SOON),
    says: /could not answer\. It said: Scripted\. Run it again\./,
    tries: 4,
    remedy: 'Run again',
  },
  {
    what: 'a server that says nothing at all',
    answer: { text: TEXT, stallAfterEvents: 0 },
    says: /said nothing for too long\. Run it again, or see whether it is still running\./,
    tries: 1,
    remedy: 'Run again',
  },
  {
    what: 'a server that falls silent in the middle',
    answer: { text: TEXT, stallAfterEvents: WITHIN_TEXT },
    says: /said nothing for too long\. Run it again, or see whether it is still running\./,
    tries: 1,
    remedy: 'Run again',
    keepsText: true,
  },
  {
    what: 'a connection that breaks in the middle',
    answer: { text: TEXT, cutAfterBytes: 1_500 },
    says: /broke off in the middle\. Run it again\./,
    tries: 1,
    remedy: 'Run again',
    keepsText: true,
  },
  {
    what: 'a stream that ends too early',
    answer: { text: TEXT, endAfterEvents: WITHIN_TEXT },
    says: /broke off in the middle\. Run it again\./,
    tries: 1,
    remedy: 'Run again',
    keepsText: true,
  },
  {
    what: 'a failure within the stream',
    answer: { text: TEXT, end: { failed: { code: 'server_error', message: 'It hurts.' } } },
    says: /could not answer\. It said: It hurts\. Run it again\./,
    tries: 1,
    remedy: 'Run again',
    keepsText: true,
  },
  {
    what: 'a page in place of an answer',
    answer: { status: 200, body: '<html><body>Please sign in to the network</body></html>' },
    says: /What answers for “127\.0\.0\.1:\d+” does not speak this API\. Check the address in Settings → Connections\./,
    tries: 1,
    remedy: 'Open Connections',
  },
];

async function expectEnding(page: Page, { says, remedy }: Pick<Row, 'says' | 'remedy'>): Promise<void> {
  const alert = page.getByRole('alert');
  await alert.getByText(says).waitFor();
  expect(await alert.count()).toBe(1);
  expect(await page.getByRole('button', { name: remedy }).count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
}

describe('a model that cannot answer', needs(CHROMIUM), () => {
  it.each(ROWS)('for $what says so with one thing to do, and is asked again at a click', async (row) => {
    const { upstream, page } = await start();
    upstream.always = row.answer;
    await askQuestion(page, 'Why did revenue rise?');
    await expectEnding(page, row);
    expect(upstream.turns).toHaveLength(row.tries);
    if (row.keepsText)
      await answers(page)
        .getByText(/^Revenue/)
        .waitFor();
    await expectAccessible(page);
    await page.reload();
    await expectEnding(page, row);
    if (row.keepsText)
      await answers(page)
        .getByText(/^Revenue/)
        .waitFor();

    upstream.always = { text: 'It was the tulips.' };
    await page.getByRole('button', { name: 'Run again' }).click();
    await answers(page).getByText('It was the tulips.').waitFor();
    await page.getByText('Completed in').waitFor();
  });

  it('as its key is revoked between two questions keeps the first answer, and takes a new key', async () => {
    const { upstream, page } = await start();
    upstream.script({ text: 'Fine so far.' });
    await askQuestion(page, 'How are things?');
    await answers(page).getByText('Fine so far.').waitFor();
    await page.getByText('Completed in').waitFor();

    upstream.options = { ...upstream.options, key: 'sk-test-the-next-key-of-all' };
    await askQuestion(page, 'And now?');
    await expectEnding(page, { says: /did not accept the key/, remedy: 'Open Connections' });
    await answers(page).getByText('Fine so far.').waitFor();

    await page.getByRole('button', { name: 'Open Connections' }).click();
    await page.getByRole('button', { name: 'New key…' }).click();
    await page.getByLabel(/^New key for/).fill('sk-test-the-next-key-of-all');
    await page.keyboard.press('Enter');
    await page.getByText(/^1 model · answered in/).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    upstream.script({ text: 'Fine again.' });
    await page.getByRole('button', { name: 'Run again' }).click();
    await answers(page).getByText('Fine again.').waitFor();
  });
});
