import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Call, ThreadId } from '../../../src/preload/contract';
import { ask, openTestApp } from '../../support/app';
import { needs } from '../../support/needs';
import { DENO } from '../../support/python';
import { fenced } from '../../support/python-cells';
import { rowsOf } from '../../support/query/menus';
import { tempFolderForAll } from '../../support/temp-folder';

const ORDERS = `import datetime, decimal
orders = [
    {"region": "West", "day": datetime.date(2026, 1, 31), "amount": decimal.Decimal("100.50"), "count": 3},
    {"region": "East", "day": datetime.date(2026, 2, 28), "amount": decimal.Decimal("20"), "count": 2**60},
    {"region": "North", "day": None, "amount": None},
]
`;

let app: App;
let threadId: ThreadId;
let step: Call;
const callsOf = (): Call[] =>
  app.services.runs.ofThread({ threadId }).flatMap(({ steps }) => steps.flatMap((s) => s.calls));
const callOf = (id: Call['id']): Call => {
  const call = callsOf().find((known) => known.id === id);
  if (!call) throw new Error('the call is not kept');
  return call;
};
const ran = async (code: string): Promise<Call> => {
  const { id } = app.services.runs.runCode({ callId: step.id, code });
  await app.services.runs.local.finished(id);
  return callOf(id);
};

describe('a table that code shows', needs(DENO), () => {
  beforeAll(async () => {
    app = await openTestApp(tempFolderForAll());
    const { thread_id } = await ask(app, fenced(`${ORDERS}print(orders)`));
    threadId = thread_id as ThreadId;
    const call = callsOf().find(({ name }) => name === 'code_interpreter');
    if (!call) throw new Error('no code was run');
    step = call;
  });
  afterAll(() => app.close());

  it('is a table of the window with types, where a step of an answer has printed it', () => {
    expect(step.result).toMatchObject({ rowCount: 3, truncated: false });
    expect(step.result?.columns).toEqual([
      { name: 'region', type: 'text' },
      { name: 'day', type: 'date' },
      { name: 'amount', type: 'decimal' },
      { name: 'count', type: 'integer' },
    ]);
    expect(rowsOf(app, step)).toEqual([
      ['West', '2026-01-31', '100.50', 3],
      ['East', '2026-02-28', '20', '1152921504606846976'],
      ['North', null, null, null],
    ]);
    expect(step.outputs).toMatchObject([{ type: 'logs', text: expect.stringContaining("'region': 'West'") }]);
  });

  it('is sorted as the result of a query is', async () => {
    const resultId = step.result!.id;
    const view = { resultId, sort: [{ column: 2, descending: true }], filters: [], whole: false };
    const page = await app.services.results.page({ ...view, offset: 0, limit: 10 });
    expect(page.rows.map(([region]) => region)).toEqual(['West', 'East', 'North']);
    expect(page.complete).toBe(true);
  });

  it('can be drawn, used as data, and be the answer, where a local run has returned it', async () => {
    const local = await ran(
      '[{"region": name, "amount": size * 1.5} for name, size in (("West", 3), ("East", 4), ("North", 6))]',
    );
    expect(rowsOf(app, local)).toEqual([
      ['West', 4.5],
      ['East', 6],
      ['North', 9],
    ]);
    const resultId = local.result!.id;
    const chart = await app.services.results.chart({ resultId });
    expect(chart.spec).toMatchObject({ kind: 'bar', x: { column: 'region' }, y: [{ column: 'amount' }] });
    expect(callOf(local.id).chartId).toBe(chart.id);
    const { id } = await app.services.results.takeAsData({ resultId, name: 'Orders of code' });
    await app.services.datasets.settled(id);
    expect(app.services.datasets.get({ datasetId: id })).toMatchObject({ status: 'ready', profile: { rows: 3 } });
    const run = app.services.runs
      .ofThread({ threadId })
      .find(({ steps }) => steps.some(({ id: of }) => of === step.stepId))!;
    expect(app.services.results.makeAnswer({ runId: run.id, callId: local.id }).adopted).toBe(local.id);
  });

  it('is the last one of several, as it was when it was shown', async () => {
    const local = await ran(
      'first = [{"a": 1}]\nprint(first)\nlast = [{"b": 2}]\nprint("then", last)\nlast[0]["b"] = 3',
    );
    expect(local.result?.columns.map(({ name }) => name)).toEqual(['b']);
    expect(rowsOf(app, local)).toEqual([[2]]);
  });

  it('that has more rows than are kept says so, and its first ones are not taken for all of them', async () => {
    const local = await ran('[{"n": n} for n in range(60_000)]');
    expect(local.result).toMatchObject({ rowCount: 30_000, truncated: true });
    const resultId = local.result!.id;
    await expect(app.services.results.takeAsData({ resultId, name: 'Part' })).rejects.toMatchObject({
      code: 'too_large',
    });
    await expect(app.services.results.chart({ resultId })).rejects.toMatchObject({ code: 'too_large' });
  });

  it.each([
    ['text', 'print("a  b\\n1  2")'],
    ['a list of numbers', '[1, 2, 3]'],
    ['an empty list', 'print([])'],
    ['rows that were printed to a file', 'import sys\nprint([{"a": 1}], file=sys.stderr)'],
    ['a value that fails to be looked at', 'class Odd(dict):\n    def items(self): raise ValueError()\n\n[Odd()]'],
  ])('is not made of %s', async (_, code) => {
    const local = await ran(code);
    expect(local.status).toBe('completed');
    expect(local.result).toBeNull();
  });

  it('compares a step that is run again by all that it showed', async () => {
    expect((await ran(`${ORDERS}print(orders)`)).sameOutput).toBe(true);
    expect((await ran(`${ORDERS}print("other")\nprint(orders)`)).sameOutput).toBe(false);
  });
});
