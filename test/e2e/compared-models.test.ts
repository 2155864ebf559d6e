import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { english } from '../../src/preload/words';
import { browserForFile, CHROMIUM, expectAccessible } from '../support/chromium';
import { askQuestion, chooseModel, connectModel, dropData, JOURNEY_KEY } from '../support/model-journey';
import { needs } from '../support/needs';
import { type RunningApp, startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { type Asked, listeningUpstream, type Script } from '../support/upstream';

const CSV = 'region,amount\nWest,30\nEast,12\nNorth,8\n';
const { comparisons: words } = english.ui;
const open = browserForFile();
/** US dollars for a million tokens. */
const PRICE = { input: 200, cached: 200, output: 800 };

/** What a model does: it queries, draws what came of that, and says it. */
function answering(where: string, said: string, usage: { input: number; cached: number; output: number }): Script[] {
  const sql = `SELECT region, sum(amount) AS total FROM sales ${where} GROUP BY 1 ORDER BY 1`;
  const drawing = ({ json }: Asked) => {
    const items = json.input as { type?: string; output?: string }[];
    const output = items.findLast(({ type }) => type === 'function_call_output')?.output;
    const id = /res_\w+/.exec(output ?? '')?.[0];
    const spec = {
      result_id: id,
      kind: 'bar',
      title: 'Amount',
      x: { column: 'region', type: 'category' },
      y: [{ column: 'total' }],
      format: { style: 'number' },
    };
    return { calls: [{ name: 'make_chart', arguments: spec }], usage };
  };
  return [{ calls: [{ name: 'query_data', arguments: { sql } }], usage }, drawing, { text: said, usage }];
}

async function priced(app: RunningApp): Promise<void> {
  const models = await app.api.models.list({});
  for (const { answerer, name } of models)
    if (name === 'scripted' || name === 'other') await app.api.models.edit({ answerer, abilities: { price: PRICE } });
}

const answer = (page: Page) => page.getByRole('article', { name: english.ui.conversation.answer, exact: true });

describe('one question to two models', needs(CHROMIUM), () => {
  it('is compared by numbers, charts, code, tokens and money', async () => {
    const { upstream, baseUrl } = await listeningUpstream({ key: JOURNEY_KEY, models: ['scripted', 'other'] });
    const app = await startApp(tempFolder());
    onTestFinished(() => app.stop());
    const page = await open(app.url);
    await connectModel(page, baseUrl);
    await page.getByText(/^2 models · answered in/).waitFor();
    await priced(app);
    await page.getByRole('button', { name: 'New thread' }).click();
    await chooseModel(page, 'scripted');
    await dropData(page, 'sales.csv', CSV);
    upstream.script(
      ...answering('', 'North sold 8.', { input: 20_000, cached: 0, output: 100 }),
      ...answering("WHERE region <> 'North'", 'West sold 30.', { input: 10_000, cached: 0, output: 50 }),
    );
    await askQuestion(page, 'How much was sold?');
    await answer(page).getByText('North sold 8.').waitFor();
    await answer(page).getByRole('button', { name: 'Ask again, with this or another model' }).press('Enter');
    await page.getByLabel('Search models').fill('other');
    await page.getByRole('option', { name: 'other' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Answer of other' }).getByText('West sold').waitFor();

    await page.getByRole('button', { name: words.with }).last().click();
    await page.getByRole('heading', { name: words.title }).waitFor();
    const fact = (name: string) =>
      page.getByRole('region', { name: words.facts }).getByRole('row').filter({ hasText: name });
    const told = async (name: string) => (await fact(name).innerText()).replaceAll(/\s+/g, ' ');
    await fact(words.fact.model).getByText('scripted').waitFor();
    expect(await told(words.fact.model)).toMatch(/scripted.*other/);
    expect(await told(words.fact.tokens)).toMatch(/60,300.*30,150/);
    expect(await told(words.fact.money)).toMatch(/12\.24.*6\.12/);

    const rows = page.getByRole('region', { name: words.kinds.data }).getByRole('table').getByRole('row');
    await rows.filter({ hasText: 'North' }).getByText(words.states.gone).waitFor();
    expect((await rows.filter({ hasText: 'West' }).innerText()).replaceAll(/\s+/g, ' ')).toContain('30 30');
    await page.locator('ins').filter({ hasText: "WHERE region <> 'North'" }).first().waitFor();
    const drawn = page.getByRole('region', { name: words.kinds.chart });
    const charts = drawn.locator('svg.recharts-surface');
    // They are drawn where they are looked at.
    await drawn.scrollIntoViewIfNeeded();
    await expect.poll(() => charts.count()).toBe(2);
    const said = page.getByRole('region', { name: words.words });
    await said.getByText('North sold').waitFor();
    await said.getByText('West sold').waitFor();
    await expectAccessible(page);
  });
});
