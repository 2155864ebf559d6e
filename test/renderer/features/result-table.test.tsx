import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { convertToHtml } from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Cell, QueryColumn } from '../../../src/preload/contract';
import { english } from '../../../src/preload/words';
import { copiedPart } from '../../../src/renderer/features/tables/copying';
import { afterKey, allOf, type Selection, selectionAt } from '../../../src/renderer/features/tables/selection';
import { hiddenAtFirst, pivotOf, shownColumns } from '../../../src/renderer/features/tables/shown-columns';
import { formatCell, tabbed, tableHtml } from '../../../src/renderer/ui';
import { needs, OFFICE, WORD_PROCESSOR } from '../../support/needs';
import { tempFolder } from '../../support/temp-folder';

const column = (name: string, more: Partial<QueryColumn> = {}): QueryColumn => ({
  name,
  role: 'field',
  type: 'text',
  unit: null,
  decimals: null,
  ...more,
});
const shown = (columns: QueryColumn[], rows: Cell[][]) =>
  shownColumns({ columns, about: columns, titles: columns.map(({ name }) => name), pivot: null, rows, words: english });

const MONEY = column('Amount', { type: 'decimal', unit: { kind: 'currency', code: 'EUR' }, decimals: 2 });
const ROWS: Cell[][] = [
  ['=1+1', '1234.50', 7, '2025-01-31'],
  ['a\tb\n"c" <d>', '-0.10', null, '2025-02-28'],
];
const TABLE = {
  columns: shown([column('Text'), MONEY, column('Id', { type: 'integer' }), column('Day', { type: 'date' })], ROWS),
  rows: ROWS,
  titles: true,
};

it('the head of a column says the unit that its cells do not say', () => {
  const weight = column('Weight', { type: 'decimal', unit: { kind: 'named', name: 'kg' }, decimals: 1 });
  const code = column('Batch', { type: 'integer', unit: { kind: 'named', name: 'kg' }, decimals: null });
  const titles = shown([weight, MONEY, code, { ...weight, name: 'Weight (kg)' }], []).map(({ title }) => title);
  expect(titles).toEqual(['Weight (kg)', 'Amount', 'Batch', 'Weight (kg)']);
});

describe('a copied table', () => {
  it('lands in a spreadsheet as a table, with numbers as numbers and no formulas', () => {
    const book = read(tableHtml(TABLE), { type: 'string' });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1, blankrows: true });
    expect(rows.map((row) => row.length)).toEqual([4, 4, 4]);
    expect([rows[1]?.[0], rows[1]?.[2], rows[2]?.[0]]).toEqual(["'=1+1", 7, 'a b "c" <d>']);
    expect(Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(false);
  });

  it('is taken by LibreOffice with money as numbers', needs(OFFICE), () => {
    const folder = tempFolder();
    const path = join(folder, 'pasted.html');
    writeFileSync(path, `<html><body>${tableHtml(TABLE)}</body></html>`);
    const office = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--infilter=HTML (StarCalc)'];
    // Cells as they are, not as they are shown.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false';
    execFileSync('soffice', [...office, '--convert-to', filter, '--outdir', folder, path]);
    const lines = readFileSync(join(folder, 'pasted.csv'), 'utf8').trim().split('\n');
    expect(lines[1]).toBe(`'=1+1,1234.5,7,2025-01-31`);
  });

  it("is a table in LibreOffice's Writer, its signs as they are", needs(WORD_PROCESSOR), async () => {
    const folder = tempFolder();
    const path = join(folder, 'pasted.html');
    writeFileSync(path, `<html><body>${tableHtml(TABLE)}</body></html>`);
    const office = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--infilter=HTML (StarWriter)'];
    execFileSync('soffice', [...office, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, path]);
    const { value } = await convertToHtml({ path: join(folder, 'pasted.docx') });
    const page = new DOMParser().parseFromString(value, 'text/html');
    const rows = [...page.querySelectorAll('table tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent?.replaceAll(/\s/g, '')),
    );
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual(["'=1+1", '€1,234.50', '7', '2025-01-31']);
  });

  it('is read in documents as it is read here', () => {
    const page = new DOMParser().parseFromString(tableHtml(TABLE), 'text/html');
    const cells = [...page.querySelectorAll('tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(cells[1]).toEqual(["'=1+1", '€1,234.50', '7', '2025-01-31']);
    expect(page.querySelectorAll('d, script').length).toBe(0);
  });

  it('is also plain text by tabs, a line for each row, with every digit', () => {
    expect(tabbed(TABLE)).toBe(
      `Text\tAmount\tId\tDay\n'=1+1\t1234.50\t7\t2025-01-31\na b "c" <d>\t-0.10\t\t2025-02-28`,
    );
  });

  it('keeps numbers with more digits than a spreadsheet counts with as texts', () => {
    const columns = shown([column('n', { type: 'integer' })], []);
    const html = tableHtml({ columns, rows: [['12345678901234567']], titles: false });
    expect(html).toContain("mso-number-format:'\\@'");
    expect(html).not.toContain('x:num');
  });

  it('has its titles with it when whole columns are copied, and not when some cells are', () => {
    const all = { columns: TABLE.columns, count: 2 };
    expect(copiedPart({ ...all, selection: null })).toMatchObject({ first: 0, last: 1, titles: true });
    const some: Selection = { anchor: { row: 1, column: 2 }, focus: { row: 1, column: 1 } };
    const part = copiedPart({ ...all, selection: some });
    expect(part).toMatchObject({ first: 1, last: 1, titles: false });
    expect(part.columns.map(({ title }) => title)).toEqual(['Amount', 'Id']);
  });
});

describe('cells', () => {
  it('of a column whose values would all read the same have the digits that tell them apart', () => {
    const rows: Cell[][] = [0.0412, 0.0398, 0.0421, 0.0405, 0.0389, 0.0431].map((value) => [value]);
    const [rate] = shown([column('rate', { role: 'measure', type: 'float', decimals: 2 })], rows);
    expect(rows.map(([cell]) => rate?.text(cell ?? null))).toEqual([
      '0.041',
      '0.040',
      '0.042',
      '0.041',
      '0.039',
      '0.043',
    ]);
    const [plain] = shown([column('sum', { role: 'measure', type: 'float', decimals: 2 })], [[1.5], [2.25]]);
    expect(plain?.text(1.5)).toBe('1.50');
  });

  it('of ids and codes have no thousands separators', () => {
    const [id] = shown([column('customer_id', { type: 'integer' })], [[80331]]);
    expect(id?.text(80331)).toBe('80331');
    for (const name of ['customer_id', 'id', 'orderId', 'ZIP', 'Fiscal Year', 'order-no', 'SKU'])
      expect(formatCell(80331, 'integer', name)).toBe('80331');
    for (const name of ['paid', 'amount', 'avoid', 'Covid', 'decode rate', 'number'])
      expect(formatCell(80331, 'integer', name)).toBe('80,331');
  });
});

describe('columns', () => {
  it('that were asked about are shown among the first ones, whatever their place', () => {
    const columns = Array.from({ length: 30 }, (_, at) => column(`f${at}`));
    const query = {
      from: { table: 't' },
      rows: {},
      order: [{ by: 'f25', direction: 'desc' as const }],
      where: [{ field: 'f20', op: 'is' as const, values: ['x'] }],
    };
    const hidden = hiddenAtFirst(30, columns, query as never);
    expect(hidden.size).toBe(18);
    expect([hidden.has(25), hidden.has(20), hidden.has(0), hidden.has(29)]).toEqual([false, false, false, true]);
  });

  it('of two groupings stand side by side, unless there are more measures', () => {
    const groups = [column('month', { role: 'time' }), column('region', { role: 'group' })];
    const query = { from: { table: 't' } };
    expect(pivotOf([...groups, column('sum', { role: 'measure' })], query)).toEqual({ along: 0, across: 1, value: 2 });
    expect(pivotOf([...groups, column('a', { role: 'measure' }), column('b', { role: 'measure' })], query)).toBeNull();
  });
});

describe('keys in a table', () => {
  const size = { rows: 100, columns: 3 };
  const press = (selection: Selection | null, key: string, more: { shiftKey?: boolean; command?: boolean } = {}) =>
    afterKey(selection, { key, shiftKey: false, command: false, ...more }, size, 10);

  it('walk from cell to cell and stop at the edges', () => {
    expect(press(null, 'ArrowDown')).toEqual(selectionAt({ row: 0, column: 0 }));
    expect(press(selectionAt({ row: 0, column: 2 }), 'ArrowRight')).toEqual(selectionAt({ row: 0, column: 2 }));
    expect(press(selectionAt({ row: 5, column: 1 }), 'PageDown')).toEqual(selectionAt({ row: 15, column: 1 }));
    expect(press(selectionAt({ row: 5, column: 1 }), 'End', { command: true })).toEqual(
      selectionAt({ row: 99, column: 2 }),
    );
  });

  it('mark a rectangle, a row, a column, and all', () => {
    const from = selectionAt({ row: 5, column: 1 });
    expect(press(from, 'ArrowDown', { shiftKey: true })).toEqual({ anchor: from.anchor, focus: { row: 6, column: 1 } });
    expect(press(from, ' ', { shiftKey: true })).toEqual({
      anchor: { row: 5, column: 0 },
      focus: { row: 5, column: 2 },
    });
    expect(press(from, ' ', { command: true })).toEqual({
      anchor: { row: 0, column: 1 },
      focus: { row: 99, column: 1 },
    });
    expect(press(from, 'a', { command: true })).toEqual(allOf(size));
    expect(press(from, 'a')).toBeNull();
  });
});
