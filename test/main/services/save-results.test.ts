import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { CallId, ResultId } from '../../../src/preload/contract';
import { resultRequests } from '../../../src/preload/contract/results';
import { addData, openTestApp } from '../../support/app';
import { needs, OFFICE, WHOLE } from '../../support/needs';
import { tempFolder, tempFolderForAll } from '../../support/temp-folder';

const ORDERS = `order_id,ordered_on,at,amount,paid,rate,note
100234,2024-11-03,2024-11-03 10:30:00,"€1,234.50",yes,0.25,=SUM(A1:A9)
100235,2025-01-05,2025-01-05 23:59:59,"€0.10",no,0.125,"+1 ""quoted"", line"
100236,1850-01-05,2025-01-05 00:00:00,"€7.00",no,,_x0041_東京
`;

let app: App;
let callId: CallId;
let saved: { name: string; bytes: Uint8Array } | null = null;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll(), {
    save: async (file) => {
      saved = { name: file.name, bytes: 'bytes' in file ? file.bytes : new Uint8Array() };
      return { kind: 'saved', name: file.name };
    },
  });
  const { id } = await addData(app, 'orders.csv', ORDERS);
  const query = { from: { table: 'orders' }, rows: { fields: FIELDS } };
  callId = (await app.services.queries.ask({ threadId: null, datasetIds: [id], query })).callId;
});
afterAll(() => app.close());

const FIELDS = ['order_id', 'ordered_on', 'at', 'amount', 'paid', 'rate', 'note'];

async function resultOf(sql: string): Promise<ResultId> {
  const { id } = app.services.runs.runCode({ callId, code: sql });
  const call = await app.services.runs.local.finished(id);
  if (!call.result) throw new Error(call.output ?? 'there is no result');
  return call.result.id;
}

function asked(): ResultId {
  const [thread] = app.services.threads.list({ archived: false, limit: 1 }).threads;
  const calls = app.services.runs
    .ofThread({ threadId: thread!.id })
    .flatMap(({ steps }) => steps.flatMap((s) => s.calls));
  return calls.find(({ id }) => id === callId)!.result!.id;
}

async function save(resultId: ResultId, format: 'csv' | 'xlsx', titles: string[], more: object = {}) {
  saved = null;
  const columns = titles.map((title, column) => ({ column, title }));
  await app.services.results.save(
    resultRequests.save.input.parse({ resultId, format, name: 'My: orders', columns, ...more }),
  );
  if (saved === null) throw new Error('nothing was saved');
  return saved as { name: string; bytes: Uint8Array };
}

const sheetOf = (book: WorkBook) => book.Sheets[book.SheetNames[0] ?? '']!;

describe('a result saved as a workbook', () => {
  it('has dates, numbers, money and yes or no as what they are, and texts that no spreadsheet runs', async () => {
    const { name, bytes } = await save(asked(), 'xlsx', [
      'Order',
      'Ordered on',
      'At',
      'Amount',
      'Paid',
      'Rate',
      'Note',
    ]);
    expect(name).toBe('My orders.xlsx');
    const sheet = sheetOf(read(bytes, { cellDates: true, cellNF: true, UTC: true } as never));
    const cell = (at: string) => sheet[at];
    expect(cell('A1')).toMatchObject({ t: 's', v: 'Order' });
    expect(cell('A2')).toMatchObject({ t: 'n', v: 100_234, z: '0' });
    expect(cell('B2')).toMatchObject({ t: 'd', z: 'yyyy-mm-dd' });
    expect(cell('B2').v.toISOString()).toBe('2024-11-03T00:00:00.000Z');
    expect(cell('C3').v.toISOString()).toBe('2025-01-05T23:59:59.000Z');
    expect(cell('D2')).toMatchObject({ t: 'n', v: 1234.5, z: '"€\u00a0"#,##0.00' });
    expect(cell('E2')).toMatchObject({ t: 'b', v: true });
    expect(cell('F3')).toMatchObject({ t: 'n', v: 0.125 });
    expect(cell('G2')).toMatchObject({ t: 's', v: '=SUM(A1:A9)' });
    expect(Object.values(sheet).some((value) => typeof value === 'object' && value !== null && 'f' in value)).toBe(
      false,
    );
    // Spreadsheets know no such day.
    expect(cell('B4')).toMatchObject({ t: 's', v: '1850-01-05' });
    expect(cell('G4')).toMatchObject({ t: 's', v: '_x0041_東京' });
    expect(cell('F4')).toBeUndefined();
  });

  it('has numbers of more digits than a spreadsheet counts with as text, digit by digit', async () => {
    const resultId = await resultOf(
      `SELECT CAST('12345678901234567.89' AS DECIMAL(30, 2)) AS money, 90071992547409931 AS id`,
    );
    const sheet = sheetOf(read((await save(resultId, 'xlsx', ['Money', 'Id'])).bytes));
    expect(sheet.A2).toMatchObject({ t: 's', v: '12345678901234567.89' });
    expect(sheet.B2).toMatchObject({ t: 's', v: '90071992547409931' });
  });

  it('holds the columns and the rows that are shown, in their order', async () => {
    const resultId = await resultOf('SELECT order_id, note FROM orders');
    const { bytes } = await save(resultId, 'xlsx', ['Order'], {
      sort: [{ column: 0, descending: true }],
      filters: [{ type: 'range', column: 0, from: 100_235, to: null }],
    });
    expect(utils.sheet_to_json(sheetOf(read(bytes)), { header: 1 })).toEqual([['Order'], [100_236], [100_235]]);
  });

  it('is read by LibreOffice with the same figures', needs(OFFICE, WHOLE), async () => {
    const folder = tempFolder();
    const { bytes } = await save(asked(), 'xlsx', ['Order', 'Ordered on', 'At', 'Amount', 'Paid', 'Rate', 'Note']);
    const path = join(folder, 'orders.xlsx');
    writeFileSync(path, bytes);
    execFileSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1',
      '--outdir',
      folder,
      path,
    ]);
    const [, first] = readFileSync(join(folder, 'orders.csv'), 'utf8').split('\n');
    expect(first).toBe('100234,2024-11-03,2024-11-03 10:30:00,"€\u00a01,234.50",TRUE,0.250,"=SUM(A1:A9)"');
  });
});

describe('a result saved as CSV', () => {
  it('has all rows of the query, also those that are not kept, and no formulas', async () => {
    const resultId = await resultOf(`SELECT range AS n, '=1+' || range AS text FROM range(150000)`);
    const { name, bytes } = await save(resultId, 'csv', ['n', 'Text, quoted']);
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).trimEnd().split('\r\n');
    expect(name).toBe('My orders.csv');
    expect([lines.length, lines[0], lines[1], lines.at(-1)]).toEqual([
      150_001,
      '\uFEFFn,"Text, quoted"',
      "0,'=1+0",
      "149999,'=1+149999",
    ]);
  });
});
