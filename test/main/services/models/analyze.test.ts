import { expect, it, onTestFinished } from 'vitest';
import type { DataBoundary } from '../../../../src/preload/contract';
import { addData, openTestApp } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { tempFolder } from '../../../support/temp-folder';
import { type Asked, listeningUpstream } from '../../../support/upstream';

const ORDERS =
  'Region,Amount,Ordered\nLisbon,10.50,2024-01-05\nTurin,20.25,2024-02-06\nLisbon,5.25,2024-03-07\nTurin,,2024-03-09\n';

type Message = { role?: string; content?: string };
const lastOutput = ({ json }: Asked): string =>
  (json.messages as Message[]).findLast(({ role }) => role === 'tool')?.content ?? '';

/** What a model is told that calls `analyze` with these arguments, and the step that is kept. */
async function analyzed(args: unknown, boundary: DataBoundary = 'results') {
  const { upstream, baseUrl } = await listeningUpstream();
  let output = '';
  upstream.script({ calls: [{ name: 'analyze', arguments: args as Record<string, unknown> }] }, (asked) => {
    output = lastOutput(asked);
    return { text: 'Done.' };
  });
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  await connect(app, baseUrl, { api: 'chat' });
  const { id } = await addData(app, 'orders.csv', ORDERS);
  const { run } = await app.services.runs.start({
    threadId: null,
    prompt: 'Sales by region?',
    datasetIds: [id],
    documentIds: [],
    boundary,
  });
  await app.services.runs.finished(run.id);
  const call = app.services.runs
    .ofThread({ threadId: run.threadId })
    .flatMap(({ steps }) => steps)
    .flatMap(({ calls }) => calls)
    .find(({ name }) => name === 'analyze');
  return { output: JSON.parse(output), call, app };
}

const byRegion = {
  from: { table: 'orders' },
  by: [{ field: 'Region', as: 'region' }],
  compute: [{ measure: 'sum', of: 'Amount', as: 'sales' }],
};

it('gives a model the rows of a question, and what they leave out', async () => {
  const { output } = await analyzed({ query: byRegion });
  expect(output).toMatchObject({
    columns: ['region (text)', 'sales (decimal)'],
    rows: [
      ['Turin', '20.25'],
      ['Lisbon', '15.75'],
    ],
  });
  expect(output.facts).toContainEqual({ code: 'rows_without', field: 'Amount', count: 1, outputs: ['sales'] });
});

it('keeps the question, its SQL and its result with the step', async () => {
  const { call, app } = await analyzed({ query: byRegion });
  expect(call?.query?.query).toEqual(byRegion);
  expect(call?.query?.columns.map(({ name, role }) => [name, role])).toEqual([
    ['region', 'group'],
    ['sales', 'measure'],
  ]);
  expect(call?.code).toEqual({ language: 'sql', text: expect.stringContaining('sum("Amount")') });
  const resultId = call!.result!.id;
  expect(app.services.runs.result({ resultId, offset: 0, limit: 10 }).rows).toEqual([
    ['Turin', '20.25'],
    ['Lisbon', '15.75'],
  ]);
});

it('takes what a weak model nearly says', async () => {
  const { output } = await analyzed({
    query: JSON.stringify({
      from: 'orders',
      where: { Region: 'Lisbon' },
      by: null,
      compute: ['average(Amount)', { aggregate: 'count', field: '*', name: 'orders' }],
      limit: '5',
    }),
  });
  expect(output.rows).toEqual([[7.875, 2]]);
});

it('tells a model what is wrong with its question, and names that are nearest', async () => {
  const { output, call } = await analyzed({
    query: { ...byRegion, compute: [{ measure: 'sum', of: 'Amonut', as: 'sales' }] },
  });
  expect(output.problems).toEqual([{ code: 'unknown_field', path: 'compute.0.of', field: 'Amonut', near: ['Amount'] }]);
  expect(call?.status).toBe('failed');
});

it('sends no value where only the schema may leave', async () => {
  const { output, call } = await analyzed({ query: byRegion }, 'schema');
  expect(JSON.stringify(output)).not.toMatch(/Lisbon|Turin|20\.25/);
  expect(output).toMatchObject({ row_count: 2, columns: ['region (text)', 'sales (decimal)'] });
  expect(call?.result?.rowCount).toBe(2);
});
