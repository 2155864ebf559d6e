import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Call, ThreadId } from '../../../src/preload/contract';
import { addAllData, ask, openTestApp } from '../../support/app';
import { xlsx } from '../../support/documents/make';
import { sweep } from '../../support/sweep';
import { tempFolder, tempFolderForAll } from '../../support/temp-folder';

/** Names that every object of JavaScript has already, or that it takes for something. */
const NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'prototype', 'then', 'length'];
const HEADER = [...NAMES, 'amount'];
/** Each name is the value of each column twice. */
const ROWS = Array.from({ length: 2 * NAMES.length }, (_, n) => [
  ...NAMES.map((_name, column) => NAMES[(column + n) % NAMES.length] ?? ''),
  n + 1,
]);

const csv = () => `${[HEADER, ...ROWS].map((row) => row.join(',')).join('\n')}\n`;
/** Not by JSON.stringify, which would not write a field that no object can be given. */
const json = () =>
  ROWS.map((row) => `{${HEADER.map((name, n) => `"${name}":${JSON.stringify(row[n])}`).join(',')}}\n`).join('');
const workbook = () => xlsx(['__proto__', 'constructor'].map((name) => ({ name, rows: [HEADER, ...ROWS] })));

async function parquet(): Promise<Buffer> {
  const path = join(tempFolder(), 'names.parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = ROWS.map(
    (row) => `(${row.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(',')})`,
  );
  const columns = HEADER.map((name) => `"${name}"`).join(',');
  await connection.run(
    `COPY (SELECT * FROM (VALUES ${rows.join(',')}) AS t(${columns})) TO '${path}' (FORMAT parquet)`,
  );
  connection.closeSync();
  return readFileSync(path);
}

const saved: string[] = [];
let app: App;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll(), {
    save: async (file) => {
      saved.push('bytes' in file ? Buffer.from(file.bytes).toString() : readFileSync(file.path, 'utf8'));
      return { kind: 'saved', name: file.name };
    },
  });
});
afterAll(() => app.close());

const callsOf = (threadId: string | null): Call[] =>
  app.services.runs
    .ofThread({ threadId: threadId as ThreadId })
    .flatMap((run) => run.steps.flatMap((step) => step.calls));

async function exported(request: string, input: object): Promise<string> {
  expect(await app.dispatch(request, input)).toMatchObject({ ok: true });
  return saved.at(-1) ?? '';
}

const KINDS: [string, () => string | Buffer | Promise<Buffer>][] = [
  ['constructor.csv', csv],
  ['__proto__.json', json],
  ['toString.xlsx', workbook],
  ['hasOwnProperty.parquet', parquet],
];

describe.each(sweep(KINDS, 2))('columns, values and tables with names that JavaScript knows, in %s', (name, make) => {
  it('are taken in, described, queried, charted and exported', async () => {
    const [dataset] = await addAllData(app, name, await make());
    expect(dataset).toMatchObject({ status: 'ready', profile: { rows: 16, rejected: 0 } });
    expect(dataset?.profile?.columns.map((column) => column.name)).toEqual(HEADER);
    for (const column of dataset?.profile?.columns.slice(0, NAMES.length) ?? [])
      expect(column.top.map(({ value, count }) => [value, count])).toEqual(NAMES.toSorted().map((each) => [each, 2]));

    const about = { datasetIds: dataset ? [dataset.id] : [] };
    const described = await ask(app, 'what columns are there', about);
    for (const column of NAMES) expect(described.answer?.replaceAll('\\', '')).toContain(column);
    for (const [n, column] of NAMES.entries()) {
      const { answer } = await ask(app, `total amount where ${column} is ${NAMES[n]}`, about);
      // The first and the ninth row have each column's own name.
      expect(answer).toContain('10');
    }

    const { thread_id } = await ask(app, 'bar chart of total amount by __proto__', about);
    const chartId = callsOf(thread_id).find((call) => call.chartId !== null)?.chartId;
    const rows = (await exported('charts.save', { chartId, format: 'csv' })).split('\r\n');
    expect(rows[0]).toContain('__proto__,');
    for (const value of NAMES) expect(rows.some((row) => row.startsWith(`${value},`))).toBe(true);
    const picture = await exported('charts.save', { chartId, format: 'svg' });
    for (const value of NAMES) expect(picture).toContain(value);
    const notebook = await exported('exports.thread', { threadId: thread_id, format: 'notebook' });
    expect(JSON.parse(notebook).cells.length).toBeGreaterThan(1);
  });
});

it('sheets with such names are datasets of their own', async () => {
  const sheets = await addAllData(app, 'valueOf.xlsx', workbook());
  expect(sheets.map(({ sheet, status }) => [sheet, status])).toEqual([
    ['__proto__', 'ready'],
    ['constructor', 'ready'],
  ]);
});
