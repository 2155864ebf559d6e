import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Chart, ChartLook, Locale } from '../../../src/preload/contract';
import { prepare } from '../../../src/renderer/ui/chart/series';
import { addData, ask, openTestApp } from '../../support/app';
import { queriesOf } from '../../support/query/menus';
import { tempFolder } from '../../support/temp-folder';

async function charted(question: string, csv = 'region,amount\nWest,3\nEast,4\nNorth,5\n') {
  const app = await openTestApp(tempFolder());
  const { id } = await addData(app, 'sales.csv', csv);
  const { thread_id } = await ask(app, question, { datasetIds: [id] });
  const [chart] = await app.services.charts.list({ limit: 10 });
  if (!chart) throw new Error('there is no chart');
  return { app, chart, threadId: thread_id };
}

const changed = (app: App, { id }: Chart, look: ChartLook): Chart => app.services.charts.change({ chartId: id, look });

it('a list of charts tells the answer that each stands in', async () => {
  const { app, chart, threadId } = await charted('total amount by region');
  const { messages } = app.services.threads.messages({ threadId: threadId as never, limit: 10 });
  expect(chart.messageId).toBe(messages.at(-1)?.id);
  expect(chart.messageId).toBeTruthy();
  const version = changed(app, chart, { kind: 'line' });
  const listed = await app.services.charts.list({ limit: 10 });
  expect(listed.map(({ id, messageId }) => [id, messageId])).toEqual([[version.id, chart.messageId]]);
  await app.close();
});

it('a chart is called by how its question was read, in the language of the window', async () => {
  const { app, chart } = await charted('total amount by region');
  expect(chart).toMatchObject({ spec: { title: 'Amount by region' }, reading: { parts: expect.any(Array) } });
  expect(await app.dispatch('charts.reading', { chartId: chart.id })).toMatchObject({ ok: true, value: chart.reading });
  const drawn = async (as: { locale?: Locale } = {}) => {
    const key = { chartId: chart.id, format: 'svg', theme: 'light', ...as } as const;
    return readFileSync((await app.services.charts.picture(key)).path, 'utf8');
  };
  expect(await drawn()).toContain('Amount by region');
  expect(await drawn({ locale: { language: 'de', numbers: 'de-DE' } })).toContain('Amount nach Region');
  app.services.settings.speak({ languages: ['de-AT'] });
  expect(await drawn()).toContain('Amount nach Region');
  const named = changed(app, chart, { title: 'Wo verkauft wird' });
  expect(await app.services.charts.worded(named)).toMatchObject({ look: { title: 'Wo verkauft wird' } });
  await app.close();
});

it('a changed chart is a version beside the earlier ones, of the same rows, with a picture of its own', async () => {
  const { app, chart } = await charted('total amount by region');
  const second = changed(app, chart, { kind: 'line', title: 'Where it came from' });
  const third = changed(app, second, { top: 1 });
  const { versions, table } = app.services.charts.get({ chartId: chart.id });
  expect(versions.map(({ id }) => id)).toEqual([chart.id, second.id, third.id]);
  expect(versions.map(({ spec }) => spec.look)).toEqual([
    undefined,
    { kind: 'line', title: 'Where it came from' },
    { top: 1 },
  ]);
  expect(third.versionOf).toBe(chart.id);
  expect(table.rows).toHaveLength(3);
  const svg = async ({ id }: Chart) =>
    readFileSync((await app.services.charts.picture({ chartId: id, format: 'svg', theme: 'light' })).path, 'utf8');
  expect(await svg(second)).toContain('Where it came from');
  expect(await svg(third)).toContain('Others');
  expect(await svg(chart)).not.toMatch(/Others|Where it came from/);
  const calls = app.services.runs
    .ofThread({ threadId: chart.threadId })
    .flatMap(({ steps }) => steps.flatMap((s) => s.calls));
  expect(calls.map(({ chartId }) => chartId).filter((id) => id !== null)).toEqual([chart.id]);
  await app.close();
});

it('the look of the chart in an answer stays where it fits when a chip of the answer changes the question', async () => {
  const { app, chart, threadId } = await charted('total amount by region');
  changed(app, chart, { kind: 'line', labels: false, title: 'Where it came from' });
  const calls = () =>
    app.services.runs.ofThread({ threadId: threadId as never }).flatMap(({ steps }) => steps.flatMap((s) => s.calls));
  const answered = calls().find(({ query }) => query !== undefined);
  if (!answered?.query) throw new Error('nothing was computed');
  const { query } = answered.query;
  const compute = [{ measure: 'mean' as const, of: 'amount', as: 'mean_amount' }];
  const changedQuery = { from: query.from, by: query.by, compute };
  const { id } = await queriesOf(app).compute({ callId: answered.id, query: changedQuery });
  await app.services.runs.local.finished(id);
  const { chartId } = calls().find((call) => call.id === id) ?? {};
  if (!chartId) throw new Error('there is no chart');
  expect(app.services.charts.get({ chartId }).chart.spec).toMatchObject({ look: { kind: 'line', labels: false } });
  expect(app.services.charts.get({ chartId }).chart.spec.look).not.toHaveProperty('title');
  await app.close();
});

it('a month of which the data holds only a part is known to the chart, and so is what adds up', async () => {
  const days = Array.from({ length: 100 }, (_, at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10));
  const { app, chart } = await charted(
    'total amount by month',
    `ordered_on,amount\n${days.map((day, at) => `${day},${at}.50`).join('\n')}\n`,
  );
  expect(chart.spec.x.unfinished).toEqual([{ at: '2025-04-01', data: 'ends' }]);
  expect(chart.spec.y[0]?.adds).toBe(true);
  await app.close();
});

it('the spread of values with a few far out is shown in bins that tell them apart, the far ones in one', async () => {
  const amounts = Array.from({ length: 400 }, (_, at) => (at % 100 === 99 ? 90_000 + at * 10 : (at * 7) % 95));
  const { app, chart } = await charted(
    'distribution of amount',
    `order_id,amount\n${amounts.map((amount, at) => `${at + 1},${amount}.50`).join('\n')}\n`,
  );
  expect(chart.spec.kind).toBe('histogram');
  const { points, notes } = prepare(chart.spec, app.services.charts.get({ chartId: chart.id }).table);
  const counts = points.map(({ values }) => values[0] ?? 0);
  expect(Math.max(...counts)).toBeLessThan(300);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(400);
  expect(notes.map(({ code }) => code)).toEqual(['tail']);
  await app.close();
});

it('pictures of charts are in the language that is chosen, with its way of writing numbers', async () => {
  const { app, chart } = await charted('total amount by region', 'region,amount\nWest,1234567.5\nEast,2500000\n');
  const drawn = async () =>
    readFileSync(
      (await app.services.charts.picture({ chartId: chart.id, format: 'svg', theme: 'light' })).path,
      'utf8',
    );
  expect(await drawn()).toMatch(/1\.23M/);
  app.services.settings.change({ language: 'de' });
  expect(await drawn()).toMatch(/1,23\s?Mio\./);
  app.services.settings.change({ language: 'en', numbers: 'language' });
  expect(await drawn()).toMatch(/1\.23M/);
  await app.close();
});
