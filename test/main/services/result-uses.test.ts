import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Call, Chart, Dataset, Run, ThreadId } from '../../../src/preload/contract';
import { german, inLocale, wordedSpec } from '../../../src/preload/words';
import { addData, ask, openTestApp } from '../../support/app';
import { tempFolderForAll } from '../../support/temp-folder';

const SALES = [
  'region,code,sold_on,amount',
  'West,007,2025-01-31,12.50',
  '"North, upper",010,2025-02-28,7.25',
  'East,,2025-03-31,3.00',
].join('\n');

let app: App;
let folder: string;
beforeAll(async () => {
  folder = tempFolderForAll();
  app = await openTestApp(folder);
});
afterAll(() => app.close());

async function value<T>(name: Parameters<App['dispatch']>[0], input: unknown): Promise<T> {
  const result = await app.dispatch(name, input);
  if (!result.ok) throw new Error(result.error.message);
  return result.value as T;
}

/** A thread, and what came of a query in the place of the one that its answer was computed by. */
async function edited(sql: string): Promise<{ threadId: ThreadId; run: Run; local: Call }> {
  const { id } = await addData(app, 'sales.csv', SALES);
  const { thread_id } = await ask(app, 'total amount by region', { datasetIds: [id] });
  const threadId = thread_id as ThreadId;
  const run = app.services.runs.ofThread({ threadId })[0]!;
  const origin = run.steps.flatMap(({ calls }) => calls).find(({ name }) => name === 'analyze')!;
  const begun = await value<Call>('runs.runCode', { callId: origin.id, code: sql });
  return { threadId, run, local: await app.services.runs.local.finished(begun.id) };
}

describe('the result of an edited query', () => {
  it('becomes data of the thread, row for row, that can be queried and says what it was made of', async () => {
    const sql = "SELECT region, code, sold_on, amount FROM sales WHERE region <> 'Nowhere' ORDER BY amount";
    const { threadId, local } = await edited(sql);
    const made = await value<Dataset>('results.takeAsData', { resultId: local.result?.id, name: 'Result' });
    await app.services.datasets.settled(made.id);
    const [, dataset] = await value<Dataset[]>('datasets.ofThread', { threadId });
    expect(dataset).toMatchObject({ id: made.id, status: 'ready', origin: { threadId, callId: local.id, sql } });
    expect(dataset?.profile?.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'region text',
      'code text',
      'sold_on date',
      'amount decimal',
    ]);
    const { rows } = await app.services.datasets.rows({ datasetId: made.id, offset: 0, limit: 10 });
    expect(rows).toEqual([
      ['East', null, '2025-03-31', '3.00'],
      ['North, upper', '010', '2025-02-28', '7.25'],
      ['West', '007', '2025-01-31', '12.50'],
    ]);
    const asked = await ask(app, `how many rows in ${made.table}`, { threadId });
    expect(JSON.stringify(asked)).toContain('3');
  });

  it('is drawn as a chart that suits it, once, and kept with its run', async () => {
    const { threadId, local } = await edited(
      'SELECT sold_on, sum(amount) AS total_amount FROM sales GROUP BY 1 ORDER BY 1',
    );
    const chart = await value<Chart>('results.chart', { resultId: local.result?.id });
    expect(chart).toMatchObject({
      callId: local.id,
      spec: {
        kind: 'line',
        x: { column: 'sold_on', type: 'time' },
        y: [{ column: 'total_amount' }],
        title: 'Total amount by sold on',
      },
    });
    const inGerman = { language: 'de', numbers: 'de-DE' } as const;
    expect(inLocale(inGerman, () => wordedSpec(chart.spec, null, german).title)).toBe('Total amount nach sold on');
    expect((await value<Chart>('results.chart', { resultId: local.result?.id })).id).toBe(chart.id);
    const calls = app.services.runs.ofThread({ threadId }).flatMap(({ steps }) => steps.flatMap((step) => step.calls));
    expect(calls.find(({ id }) => id === local.id)?.chartId).toBe(chart.id);
  });

  it('is not drawn where a chart would say nothing, and says what one takes', async () => {
    const { local } = await edited('SELECT region, code FROM sales');
    expect(await app.dispatch('results.chart', { resultId: local.result?.id })).toMatchObject({
      error: { code: 'invalid_input', message: expect.stringContaining('a column of numbers') },
    });
  });

  it('stands in the place of the answer until the first one is taken back, and only with its own run', async () => {
    const { threadId, run, local } = await edited('SELECT count(*) AS n FROM sales');
    const adopted = () => app.services.runs.ofThread({ threadId })[0]?.adopted;
    expect(await value<Run>('results.makeAnswer', { runId: run.id, callId: local.id })).toMatchObject({
      adopted: local.id,
    });
    expect(adopted()).toBe(local.id);
    await value<Run>('results.makeAnswer', { runId: run.id, callId: null });
    expect(adopted()).toBeUndefined();
    const other = await edited('SELECT 1 FROM sales');
    expect(await app.dispatch('results.makeAnswer', { runId: run.id, callId: other.local.id })).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });
});
