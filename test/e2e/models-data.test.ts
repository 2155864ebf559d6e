import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ThreadId } from '../../src/preload/contract/ids';
import { browserForFile, CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { pdf } from '../support/documents/make';
import { askQuestion, chooseModel, connectModel, dropData, JOURNEY_KEY } from '../support/model-journey';
import { needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { type Asked, listeningUpstream, type Speech } from '../support/upstream';

const open = browserForFile();
const answerOf = (page: Page) => page.getByRole('article', { name: 'Answer' }).last();

async function start() {
  const { upstream, baseUrl } = await listeningUpstream({ key: JOURNEY_KEY, models: ['scripted'] });
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  const page = await open(app.url);
  await connectModel(page, baseUrl);
  await page.getByText(/^1 model · answered in/).waitFor();
  await page.getByRole('button', { name: 'New thread' }).click();
  await chooseModel(page, 'scripted');
  return { upstream, app, page };
}

const INDUSTRIES = ['Aquaculture', 'Bookbinding', 'Clockmaking'];
const CUSTOMERS = Array.from({ length: 90 }, (_, n) => `Quillfeather ${String.fromCharCode(65 + (n % 26))}${n + 100}`);
const customersCsv = `customer,industry\n${CUSTOMERS.map((name, n) => `${name},${INDUSTRIES[n % 3]}\n`).join('')}`;
const amountOf = (n: number) => (1_000 + n * 37.11).toFixed(2);
const ordersCsv = `order,customer,amount,remark\n${CUSTOMERS.map((name, n) => `${n + 1},${name},${amountOf(n)},whispered ${n * 7 + 5_003}\n`).join('')}`;
const totalOf = (industry: number) =>
  CUSTOMERS.reduce((sum, _, n) => (n % 3 === industry ? sum + Number(amountOf(n)) : sum), 0).toFixed(2);
/** What only rows hold: names, remarks, and amounts but for the least and the greatest, which are the column's range. */
const ROWS = [...CUSTOMERS, 'whispered', ...CUSTOMERS.slice(1, -1).map((_, n) => amountOf(n + 1))];

const JOIN =
  'SELECT c.industry, sum(o.amount) AS revenue FROM orders o JOIN customers c ON o.customer = c.customer GROUP BY 1 ORDER BY 1';
const join: Speech = { calls: [{ name: 'query_data', arguments: { sql: JOIN } }] };
const describeData: Speech = { calls: [{ name: 'describe_data', arguments: {} }] };
const draw = ({ text }: Asked): Speech => {
  const [resultId] = /res_[A-Za-z0-9]+/.exec(text) ?? [''];
  const spec = {
    kind: 'bar',
    title: 'Revenue by industry',
    x: { column: 'industry', type: 'category' },
    y: [{ column: 'revenue' }],
    format: { style: 'number' },
  };
  return { calls: [{ name: 'make_chart', arguments: { result_id: resultId, ...spec } }] };
};

/** What the ledger holds of the newest thread, oldest first, as the window reads it. */
async function ledgerOf(app: Awaited<ReturnType<typeof startApp>>): Promise<string[]> {
  const [thread] = (await app.api.threads.list({})).threads;
  const threadId = ThreadId.parse(thread?.id);
  const { transmissions } = await app.api.ledger.ofThread({ threadId, limit: 50 });
  const bodies = transmissions.map(({ id: transmissionId }) =>
    app.api.ledger.request({ transmissionId, offset: 0, limit: 1_000_000 }),
  );
  return (await Promise.all(bodies)).map(({ text }) => text).toReversed();
}

/** Reads the newest request in the window. */
async function newestRequest(page: Page, count: number): Promise<string> {
  await page
    .getByRole('button', { name: / sent$/ })
    .first()
    .click();
  const panel = page.getByRole('tabpanel', { name: 'Sent' });
  await expect.poll(() => panel.getByRole('listitem').count()).toBe(count);
  await panel
    .getByRole('button', { name: /^Read the request of/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: /^Sent to 127\.0\.0\.1/ });
  await dialog.getByText('function_call_output').first().waitFor();
  const text = await dialog.innerText();
  await page.keyboard.press('Escape');
  return text;
}

describe('a connected model in the window', needs(CHROMIUM), () => {
  it.each([
    ['schema and results', null],
    ['the schema only', 'Schema only'],
  ])('joins two files and draws, given %s, and nothing beyond that leaves', async (_, boundary) => {
    const { upstream, app, page } = await start();
    await dropData(page, 'customers.csv', customersCsv);
    await dropData(page, 'orders.csv', ordersCsv);
    if (boundary) {
      await page.getByRole('button', { name: /^Data: / }).click();
      await page.getByRole('menuitemradio', { name: new RegExp(`^${boundary}`) }).click();
      await page.getByRole('menu').waitFor({ state: 'hidden' });
    }
    const told = boundary
      ? 'The query shows the revenue of each industry.'
      : `Revenue of ${INDUSTRIES[0]} was ${totalOf(0)}, of ${INDUSTRIES[1]} ${totalOf(1)}, of ${INDUSTRIES[2]} ${totalOf(2)}.`;
    upstream.script(describeData, join, draw, { text: told });
    await askQuestion(page, 'Revenue by industry, as a chart?');
    await page.getByText('Completed in').waitFor();
    const answer = answerOf(page);
    await answer.getByText(told).waitFor();
    const chart = answer.getByRole('figure', { name: 'Chart: Revenue by industry' });
    await chart.locator('svg.recharts-surface').first().waitFor();
    for (const industry of INDUSTRIES) await chart.getByText(industry).first().waitFor();
    expect(await answer.getByText('not computed').count()).toBe(0);
    await expectAccessible(page);

    const bodies = upstream.turns.map(({ text }) => text);
    expect(bodies).toHaveLength(4);
    expect(await ledgerOf(app)).toEqual(bodies);
    const shown = await newestRequest(page, 4);
    const sent = [...bodies, shown].join('\n');
    const held = [...ROWS, ...(boundary ? [...INDUSTRIES, totalOf(0), totalOf(1), totalOf(2)] : [])];
    expect(held.filter((value) => sent.includes(value))).toEqual([]);
    const results = boundary ? ['row_count', 'revenue'] : [totalOf(0), totalOf(1), totalOf(2), ...INDUSTRIES];
    for (const value of results) expect(shown).toContain(value);
  });

  it('runs code in a container that expires in between: another is filled, and what was made is shown and saved', async () => {
    const { upstream, app, page } = await start();
    const [connection] = await app.api.connections.list({});
    await app.api.connections.update({ connectionId: connection!.id, hostedCode: true });
    await app.api.assistants.create({ name: 'Away', code: 'hosted' });
    await page.reload();
    await chooseModel(page, 'scripted');
    await page.getByRole('button', { name: 'Assistant: Data analyst' }).click();
    await page.getByRole('menuitemradio', { name: /^Away/ }).click();
    await dropData(page, 'customers.csv', customersCsv);
    const made = (sum: string) => ({
      code: { code: 'print(90)', logs: '90\n', files: [{ name: 'count.csv', bytes: Buffer.from(`count\n${sum}\n`) }] },
      text: 'There are 90: [count.csv](sandbox:/mnt/data/count.csv).',
    });
    upstream.script(made('90'));
    await askQuestion(page, 'How many customers are there?');
    await page.getByText('Completed in').waitFor();
    const [container] = [...upstream.containers.all.values()];
    expect(container?.files.map(({ name }) => name.replace(/^.{33}/, ''))).toContain('customers.csv');

    upstream.containers.expire(container!.id);
    upstream.script(made('ninety'));
    const before = upstream.turns.length;
    await askQuestion(page, 'Count them once more, in words.');
    await expect.poll(() => page.getByRole('article', { name: 'Answer' }).count()).toBe(2);
    const answer = answerOf(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      answer.getByRole('button', { name: 'Save count.csv' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toBe('count\nninety\n');
    await page.getByRole('list', { name: 'Steps' }).getByText('Ran Python').waitFor();
    await expectAccessible(page);
    // The request that the expired container refused, and the one that was made once more.
    expect(upstream.turns.length - before).toBe(2);
    const [, fresh] = [...upstream.containers.all.values()];
    expect(upstream.containers.all.size).toBe(2);
    expect(
      fresh?.files.filter(({ source }) => source === 'user').map(({ bytes }) => Buffer.from(bytes).toString()),
    ).toEqual(expect.arrayContaining([customersCsv]));
  });

  it('answers from a PDF with citations, which open the page at the words it rests on', async () => {
    const { upstream, page } = await start();
    const pages = ['The lighthouse handbook', 'Storks nest on the lighthouse in spring.', 'The ferry leaves at noon.'];
    await drop(page, 'handbook.pdf', pdf(pages));
    await page.getByRole('article', { name: 'Document handbook.pdf' }).getByText('Ready').waitFor();
    upstream.script({ calls: [{ name: 'file_search', arguments: { queries: ['storks nest'] } }] }, ({ text }) => ({
      text: `In spring they nest on the lighthouse ${/(【[^】]+】) handbook\.pdf, page 2/.exec(text)?.[1] ?? 'nowhere'}.`,
    }));
    await askQuestion(page, 'Where do storks nest?');
    await page.getByText('Completed in').waitFor();
    expect(await page.getByText('†source').count()).toBe(0);
    const chip = answerOf(page).getByRole('button', { name: /^Source 1/ });
    expect(await chip.getAttribute('aria-label')).toBe('Source 1: handbook.pdf, page 2');
    await chip.click();
    await page.getByRole('tab', { name: 'Sources', selected: true }).waitFor();
    await page.locator('[data-page="2"] mark').first().waitFor();
    expect((await page.locator('aside mark').allTextContents()).join(' ')).toContain('Storks nest on the lighthouse');
    await expectAccessible(page);
  });
});
