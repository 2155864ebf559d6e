import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Call, CallId, ChartLook, DatasetId, ThreadId } from '../../../src/preload/contract';
import type { Query } from '../../../src/preload/contract/query';
import { palettes } from '../../../src/renderer/ui/chart/palette';
import { addData, openTestApp } from '../../support/app';
import { menusOf, type Place, queriesOf, rowsOf } from '../../support/query/menus';
import { tempFolderForAll } from '../../support/temp-folder';

const ORDERS = `order_id,ordered_on,region,industry,amount,is_return
1,2024-11-03,West,Retail,100.50,no
2,2024-12-10,East,Retail,200.00,no
3,2025-01-05,West,Energy,300.00,no
4,2025-01-20,East,Energy,50.25,yes
5,2025-02-11,West,Retail,400.00,no
6,2025-02-15,North,Retail,25.00,no
`;

let app: App;
let place: Place;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
  const { id } = await addData(app, 'orders.csv', ORDERS);
  place = { threadId: null, datasetIds: [id] };
});
afterAll(() => app.close());

const menus = () => menusOf(app);
const begin = (): Promise<Query> => queriesOf(app).begin(place);
const callOf = (threadId: ThreadId, id: CallId): Call => {
  const call = app.services.runs
    .ofThread({ threadId })
    .flatMap(({ steps }) => steps.flatMap(({ calls }) => calls))
    .find((known) => known.id === id);
  if (!call) throw new Error('the call is not kept');
  return call;
};
const asked = async (query: Query, of: Place = place) => {
  const { thread, callId, message } = await queriesOf(app).ask({ ...of, query });
  return { threadId: thread.id, call: callOf(thread.id, callId), message };
};
const changed = async (threadId: ThreadId, callId: CallId, query: Query) => {
  const { id } = await queriesOf(app).compute({ callId, query });
  return app.services.runs.local.finished(id).then(() => callOf(threadId, id));
};
async function built(...steps: [slot: string, ...path: string[]][]): Promise<Query> {
  let query = await begin();
  for (const [slot, ...path] of steps) query = await menus().choose(place, query, slot, ...path);
  return query;
}

describe('a question that is put together by hand', () => {
  it('gives the figures of the file, in a message that is kept', async () => {
    const query = await built(['new', 'Measure', 'Total amount'], ['new', 'Group by', 'Region']);
    expect(await menus().line(place, query)).toBe('Amount by region · highest amount first');
    const { threadId, call, message } = await asked(query);
    expect(rowsOf(app, call)).toEqual([
      ['West', '800.50'],
      ['East', '250.25'],
      ['North', '25.00'],
    ]);
    expect(call.query?.columns.map(({ role }) => role)).toEqual(['group', 'measure']);
    expect(call.code?.text).toMatch(/sum/i);
    expect(call.chartId).not.toBeNull();
    expect(app.services.threads.messages({ threadId, limit: 10 }).messages).toEqual([message]);
    expect(app.services.threads.get({ threadId }).title).toBe('Amount by region');
  });

  it('takes conditions by value, by number and by period, and turns them round', async () => {
    const query = await built(
      ['new', 'Measure', 'Total amount'],
      ['new', 'Condition', 'Region', 'West'],
      ['where.0', 'East'],
      ['new', 'Condition', 'Ordered on', '2025'],
      ['new', 'Condition', 'Is return', 'no'],
      ['where.0', 'The other way round'],
    );
    expect(await menus().line(place, query)).toBe('Amount · Region: not West or East · 2025 · without returns');
    expect(rowsOf(app, (await asked(query)).call)).toEqual([['25.00']]);
    const big = await menus().choose(
      place,
      await built(['new', 'Measure', 'Number of orders']),
      'where.new:amount',
      '200|Amount ≥ 200',
    );
    expect(rowsOf(app, (await asked(big)).call)).toEqual([[3]]);
  });

  it('groups by steps of time, and sets each beside the one before', async () => {
    const query = await built(
      ['new', 'Measure', 'Total amount'],
      ['new', 'Group by', 'Ordered on'],
      ['by.0', 'Month'],
      ['compute.0', 'Change of amount'],
    );
    const { call } = await asked(query);
    expect(rowsOf(app, call)).toEqual([
      ['2024-11-01', '100.50', null],
      ['2024-12-01', '200.00', '99.50'],
      ['2025-01-01', '350.25', '150.25'],
      ['2025-02-01', '425.00', '74.75'],
    ]);
  });

  it('takes the average of months, and groups things by how many rows they have', async () => {
    const monthly = await built(
      ['new', 'Measure', 'Total amount'],
      ['compute.0', 'Average total amount per month with orders'],
    );
    expect(await menus().line(place, monthly)).toBe('Average total amount per month with orders');
    const { call } = await asked(monthly);
    expect(rowsOf(app, call)).toEqual([[(100.5 + 200 + 350.25 + 425) / 4]]);
    const least = await menus().choose(place, monthly, 'compute.0', 'Lowest total amount per month with orders');
    expect(rowsOf(app, (await asked(least)).call)).toEqual([['100.50']]);
    const whole = await menus().choose(place, least, 'compute.0', 'Amount of all rows');
    expect(rowsOf(app, (await asked(whole)).call)).toEqual([['1075.75']]);
    const spread = await built(['new', 'Group by', 'region|Orders per region']);
    expect(await menus().line(place, spread)).toBe('Orders by orders per region');
    expect(rowsOf(app, (await asked(spread)).call)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('says what is wrong with it and keeps nothing, where it cannot be computed', async () => {
    const before = app.services.threads.list({ archived: false, limit: 100 }).threads.length;
    const query: Query = { from: { table: 'orders' }, compute: [{ measure: 'sum', of: 'no_such', as: 'x' }] };
    const { problems } = await queriesOf(app).read({ ...place, query });
    expect(problems).toMatchObject([{ code: 'unknown_field', field: 'no_such' }]);
    await expect(queriesOf(app).ask({ ...place, query })).rejects.toThrow(
      /query_refused: There is no field called “no_such”/,
    );
    expect(app.services.threads.list({ archived: false, limit: 100 }).threads).toHaveLength(before);
  });
});

describe('another version of an answer', () => {
  it('stands beside the first one, with its own rows, chart and query', async () => {
    const { threadId, call } = await asked(
      await built(['new', 'Measure', 'Total amount'], ['new', 'Group by', 'Region']),
    );
    const own: Place = { threadId, datasetIds: [] };
    const query = await menus().choose(own, call.query!.query, 'compute.0', 'Average amount');
    const version = await changed(threadId, call.id, query);
    expect(version).toMatchObject({ status: 'completed', localOf: call.id, name: 'analyze' });
    expect(version.query?.query).toEqual(query);
    expect(Number(rowsOf(app, version)[0]?.[1])).toBeCloseTo(800.5 / 3);
    expect(version.chartId).not.toBe(call.chartId);
    expect(callOf(threadId, call.id)).toEqual(call);
    const third = await changed(threadId, version.id, await menus().choose(own, query, 'by.0', 'Industry'));
    expect(third.localOf).toBe(call.id);
    expect(rowsOf(app, third)).toHaveLength(2);
  });

  it('that cannot be computed ends with why, and leaves the others', async () => {
    const { threadId, call } = await asked(await built(['new', 'Measure', 'Total amount']));
    const version = await changed(threadId, call.id, {
      from: { table: 'gone' },
      compute: [{ measure: 'count', as: 'n' }],
    });
    expect(version.status).toBe('failed');
    expect(version.output).toMatch(/There is no table called “gone”/);
    expect(callOf(threadId, call.id)).toEqual(call);
  });
});

describe('a chart that was changed, when its question changes', () => {
  const chartOf = (chartId: Call['chartId']) => {
    if (!chartId) throw new Error('there is no chart');
    return app.services.charts.get({ chartId });
  };
  const lookOf = ({ chartId }: Call) => chartOf(chartId).chart.spec.look;
  const drawn = async (look: ChartLook, ...steps: Parameters<typeof built>) => {
    const { threadId, call } = await asked(await built(...steps));
    const version = app.services.charts.change({ chartId: chartOf(call.chartId).chart.id, look });
    return { threadId, call, version, own: { threadId, datasetIds: [] }, query: call.query!.query };
  };
  const BY_MONTH_AND_REGION: Parameters<typeof built> = [
    ['new', 'Measure', 'Total amount'],
    ['new', 'Group by', 'Ordered on'],
    ['by.0', 'Month'],
    ['new', 'Group by', 'Region'],
  ];
  const colors = [
    { name: 'West', color: 3 },
    { name: 'East', color: 5 },
  ];

  it('keeps what still fits of its look, and the rest falls back', async () => {
    const look: ChartLook = { kind: 'area', stack: 'share', colors, labels: true, top: 2, title: 'Where it came from' };
    const { threadId, call, own, query } = await drawn(look, ...BY_MONTH_AND_REGION);
    const counted = await changed(threadId, call.id, await menus().choose(own, query, 'compute.0', 'Number of orders'));
    expect(lookOf(counted)).toEqual({ kind: 'area', stack: 'share', colors, labels: true, top: 2 });
    const averages = await menus().choose(own, query, 'compute.0', 'Average amount');
    const averaged = await changed(threadId, counted.id, averages);
    expect(lookOf(averaged)).toEqual({ kind: 'area', colors, labels: true, top: 2 });
    const byIndustry = await menus().choose(own, averages, 'by.1', 'Industry');
    expect(lookOf(await changed(threadId, averaged.id, byIndustry))).toEqual({ kind: 'area', labels: true });
  });

  it('is drawn with it in its kept picture as well', async () => {
    const { threadId, call, own, query } = await drawn({ colors }, ...BY_MONTH_AND_REGION);
    const version = await changed(threadId, call.id, await menus().choose(own, query, 'compute.0', 'Number of orders'));
    const { id } = chartOf(version.chartId).chart;
    const { path } = await app.services.charts.picture({ chartId: id, format: 'svg', theme: 'light' });
    expect(readFileSync(path, 'utf8')).toContain(palettes.light.series[5]);
  });

  it('falls back to a kind that can show it, and keeps the rest over a question without a chart', async () => {
    const { threadId, call, own, query } = await drawn(
      { kind: 'pie', labels: false },
      ['new', 'Measure', 'Total amount'],
      ['new', 'Group by', 'Region'],
    );
    const split = await changed(threadId, call.id, await menus().choose(own, query, 'new', 'Group by', 'Industry'));
    expect(lookOf(split)).toEqual({ labels: false });
    const single = await changed(threadId, call.id, await menus().choose(own, query, 'by.0', 'Remove'));
    expect(single.chartId).toBeNull();
    expect(lookOf(await changed(threadId, single.id, query))).toEqual({ labels: false });
  });

  it('is drawn as the question says, where that says how, or in which order', async () => {
    const { threadId, call, query } = await drawn(
      { kind: 'line', sort: 'name', labels: false },
      ['new', 'Measure', 'Total amount'],
      ['new', 'Group by', 'Region'],
    );
    const version = await changed(threadId, call.id, {
      ...query,
      order: [{ value: call.query?.columns[0]?.name ?? '', direction: 'descending' }],
      show: { chart: 'bar' },
    });
    expect(lookOf(version)).toEqual({ labels: false });
  });

  it('goes by the chart that is shown, where its changes were taken back', async () => {
    const { threadId, call, own, query } = await drawn({ labels: true }, ...BY_MONTH_AND_REGION);
    const next = await menus().choose(own, query, 'compute.0', 'Number of orders');
    const { id } = await queriesOf(app).compute({
      callId: call.id,
      query: next,
      shownCharts: call.chartId ? [call.chartId] : [],
    });
    await app.services.runs.local.finished(id);
    expect(lookOf(callOf(threadId, id))).toBeUndefined();
  });
});

describe('data of several files', () => {
  it('puts files of one shape together, and keeps to the chosen one otherwise', async () => {
    const more = await addData(app, 'orders_2026.csv', `${ORDERS.split('\n')[0]}\n7,2026-01-05,West,Energy,10.00,no\n`);
    const both: Place = { threadId: null, datasetIds: [...place.datasetIds, more.id as DatasetId] };
    const query: Query = { from: { table: 'orders' }, compute: [{ measure: 'sum', of: 'amount', as: 'amount' }] };
    const together = await menus().choose(both, query, 'from', 'Together with orders_2026.csv');
    expect(rowsOf(app, (await asked(together, both)).call)).toEqual([['1085.75']]);
    const [only] = rowsOf(app, (await asked(query, both)).call);
    expect(only).toEqual(['1075.75']);
  });
});
