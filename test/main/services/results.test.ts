import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Cell, ResultId } from '../../../src/preload/contract';
import { resultRequests } from '../../../src/preload/contract/results';
import { addData, openTestApp } from '../../support/app';
import { tempFolderForAll } from '../../support/temp-folder';

const PEOPLE = `name,paid,since,member,note
Émile,10.50,2024-03-01,yes,=1+1
anna,9.99,2023-12-31,no,
Zoe,100.00,2025-01-15,yes,"a,b"
Bob,,2024-03-01,no,hello
`;

let app: App;
let callId: Parameters<App['services']['runs']['runCode']>[0]['callId'];
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
  const { id } = await addData(app, 'people.csv', PEOPLE);
  const asked = await app.services.queries.ask({
    threadId: null,
    datasetIds: [id],
    query: { from: { table: 'people' }, rows: { fields: ['name'] } },
  });
  callId = asked.callId;
});
afterAll(() => app.close());

/** The result of SQL over the thread's data. */
async function resultOf(sql: string): Promise<ResultId> {
  const { id } = app.services.runs.runCode({ callId, code: sql });
  const call = await app.services.runs.local.finished(id);
  if (!call.result) throw new Error(call.output ?? 'there is no result');
  return call.result.id;
}
const page = (input: object) =>
  app.services.results.page(resultRequests.page.input.parse({ offset: 0, limit: 100, ...input }));
const first = (rows: Cell[][]) => rows.map(([cell]) => cell);

describe('rows of a result', () => {
  it('come in the order of the query, and with all their cells as they were kept', async () => {
    const resultId = await resultOf('SELECT name, paid, since, member FROM people');
    const { rows, matching, of, places, complete } = await page({ resultId });
    expect(rows[0]).toEqual(['Émile', '10.50', '2024-03-01', true]);
    expect({ matching, of, places, complete }).toEqual({ matching: 4, of: 4, places: [0, 1, 2, 3], complete: true });
  });

  it('are sorted as people order words, numbers and dates, with empty cells last', async () => {
    const resultId = await resultOf('SELECT name, paid, since FROM people');
    const sorted = async (column: number, descending: boolean) =>
      first((await page({ resultId, sort: [{ column, descending }] })).rows);
    expect(await sorted(0, false)).toEqual(['anna', 'Bob', 'Émile', 'Zoe']);
    expect(await sorted(1, true)).toEqual(['Zoe', 'Émile', 'anna', 'Bob']);
    expect(await sorted(1, false)).toEqual(['anna', 'Émile', 'Zoe', 'Bob']);
    expect(await sorted(2, false)).toEqual(['anna', 'Émile', 'Bob', 'Zoe']);
  });

  it('are filtered by what a column holds, and keep their cells and places', async () => {
    const resultId = await resultOf('SELECT name, paid, since, member FROM people');
    const filtered = async (...filters: object[]) => first((await page({ resultId, filters })).rows);
    expect(await filtered({ type: 'contains', column: 0, text: 'EM' })).toEqual(['Émile']);
    expect(await filtered({ type: 'range', column: 1, from: '10', to: 100 })).toEqual(['Émile', 'Zoe']);
    expect(await filtered({ type: 'range', column: 2, from: '2024-01-01', to: null })).toEqual(['Émile', 'Zoe', 'Bob']);
    expect(await filtered({ type: 'empty', column: 1, empty: true })).toEqual(['Bob']);
    expect(await filtered({ type: 'in', column: 3, values: [true] })).toEqual(['Émile', 'Zoe']);
    expect(await filtered({ type: 'in', column: 1, values: ['10.50', null] })).toEqual(['Émile', 'Bob']);
    const { rows, places, matching, of } = await page({
      resultId,
      filters: [{ type: 'in', column: 2, values: ['2024-03-01'] }],
      sort: [{ column: 0, descending: false }],
    });
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['Bob', null],
      ['Émile', '10.50'],
    ]);
    expect({ places, matching, of }).toEqual({ places: [3, 0], matching: 2, of: 4 });
  });

  it('say what is in a column', async () => {
    const resultId = await resultOf('SELECT name, paid, since, member FROM people');
    const column = (at: number) =>
      app.services.results.column(resultRequests.column.input.parse({ resultId, column: at }));
    const paid = await column(1);
    expect(paid).toMatchObject({ rows: 4, empty: 1, distinct: 3, min: '9.99', max: '100', median: 10.5 });
    expect(paid.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect((await column(2)).top[0]).toEqual({ value: '2024-03-01', count: 2 });
    expect((await column(0)).histogram).toEqual([]);
  });

  it('of a query with more rows than are kept are all looked at, page by page', async () => {
    const resultId = await resultOf('SELECT range AS n, range % 7 AS rest FROM range(250000)');
    expect((await page({ resultId })).of).toBe(100_000);
    const sort = [
      { column: 1, descending: true },
      { column: 0, descending: true },
    ];
    const top = await page({ resultId, sort, limit: 2 });
    expect(top).toMatchObject({ of: 250_000, matching: 250_000, complete: true });
    expect(top.rows).toEqual([
      [249_997, 6],
      [249_990, 6],
    ]);
    const later = await page({ resultId, sort, offset: 249_998, limit: 5 });
    expect(later.rows).toEqual([
      [7, 0],
      [0, 0],
    ]);
    expect((await page({ resultId, whole: true, offset: 200_000, limit: 1 })).rows).toEqual([[200_000, 200_000 % 7]]);
    expect((await page({ resultId, filters: [{ type: 'range', column: 0, from: 249_999, to: null }] })).matching).toBe(
      1,
    );
  });

  it('stand side by side where two groupings are asked for so', async () => {
    const resultId = await resultOf(
      `SELECT * FROM (VALUES ('Jan', 'West', 1), ('Jan', 'East', 2), ('Feb', 'East', 3)) AS t(month, region, amount)`,
    );
    const pivot = { along: 0, across: 1, value: 2 };
    const { columns, rows } = await page({ resultId, pivot, sort: [{ column: 2, descending: true }] });
    expect(columns.map(({ name }) => name)).toEqual(['month', 'West', 'East']);
    expect(rows).toEqual([
      ['Feb', null, 3],
      ['Jan', 1, 2],
    ]);
  });

  it('cannot be made to read anything else', async () => {
    const resultId = await resultOf('SELECT name FROM people');
    await page({ resultId, sort: [{ column: 0, descending: true }] });
    const call = app.services.runs.runCode({ callId, code: 'SELECT * FROM kept_results.result_1' });
    expect((await app.services.runs.local.finished(call.id)).status).toBe('failed');
    const quoted = await page({ resultId, filters: [{ type: 'contains', column: 0, text: `' OR 1=1 --` }] });
    expect(quoted.matching).toBe(0);
  });
});
