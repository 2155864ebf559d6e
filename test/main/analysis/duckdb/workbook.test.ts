import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { xlsx } from '../../../support/documents/make';
import { deflated, zipOf } from '../../../support/documents/zips';

const data = dataEngine();
const day = (text: string) => new Date(`${text}Z`);

describe('a workbook', () => {
  it('is read as the table it shows: dates, exact amounts, flags, gaps', async () => {
    const book = xlsx({
      Sales: [
        ['id', 'day', 'at', 'region', 'amount', 'ok'],
        [1, day('2024-01-05'), day('2024-01-05T10:30:00'), 'West, inner', 0.1 + 0.2, true],
        [2, day('2024-02-06'), day('2024-01-05T11:00:00'), 'He said "no"', -1234.5, false],
        [3, day('2024-02-07'), null, 'Line\nbreak', null, true],
      ],
    });
    const { profile, query } = await data.read(book, 'sales.xlsx');
    expect(profile).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null, rows: 3, rejected: 0, notes: [] });
    expect(profile.columns.map((one) => [one.name, one.type])).toEqual([
      ['id', 'integer'],
      ['day', 'date'],
      ['at', 'timestamp'],
      ['region', 'text'],
      ['amount', 'decimal'],
      ['ok', 'boolean'],
    ]);
    expect(await query('SELECT day, "at", region, amount, ok FROM data ORDER BY id')).toEqual([
      ['2024-01-05', '2024-01-05T10:30:00', 'West, inner', '0.3', true],
      ['2024-02-06', '2024-01-05T11:00:00', 'He said "no"', '-1234.5', false],
      ['2024-02-07', null, 'Line\nbreak', null, true],
    ]);
  });

  it('of several sheets gives each that holds a table, and says what of it is in none', async () => {
    const table = [
      ['fruit', 'n'],
      ['Apple', 3],
    ];
    const book = xlsx([
      { name: 'About', rows: [['Made by hand']] },
      { name: 'Stock', rows: table },
      { name: 'Secret', rows: table, state: 'hidden' },
      { name: 'Kept', rows: table, state: 'veryHidden' },
      { name: 'Empty', rows: [] },
      { name: 'stock', rows: [...table, ['Pear', 5]] },
    ]);
    expect(await data.sheets(book)).toEqual(['Stock', 'stock']);
    const first = await data.read(book, 'stock.xlsx', { at: 1, first: true });
    expect(first.profile.notes).toEqual([
      { code: 'sheets_not_read', reason: 'hidden', names: ['Secret', 'Kept'], limit: 20 },
      { code: 'sheets_not_read', reason: 'no_table', names: ['About'], limit: 20 },
      { code: 'sheets_not_read', reason: 'empty', names: ['Empty'], limit: 20 },
    ]);
    expect(await first.query('SELECT sum(n) FROM data')).toEqual([[3]]);
    const second = await data.read(book, 'stock.xlsx', { at: 5, first: false });
    expect(second.profile.notes).toEqual([]);
    expect(await second.query('SELECT sum(n) FROM data')).toEqual([[8]]);
  });

  it('with nothing but hidden tables, or one list of values, is read as that', async () => {
    const hidden = xlsx([
      {
        name: 'Data',
        rows: [
          ['a', 'b'],
          [1, 2],
        ],
        state: 'hidden',
      },
    ]);
    expect((await data.read(hidden)).profile.rows).toBe(1);
    expect((await data.read(xlsx({ Names: [['name'], ['Ann'], ['Bo']] }))).profile.rows).toBe(2);
  });

  it('of very many sheets has as many read as go with a question, and names the others', async () => {
    const rows = [
      ['a', 'b'],
      [1, 2],
    ];
    const book = xlsx(Array.from({ length: 23 }, (_, n) => ({ name: `Day ${n + 1}`, rows })));
    expect(await data.sheets(book)).toHaveLength(20);
    const { profile } = await data.read(book, 'days.xlsx', { at: 0, first: true });
    expect(profile.notes).toEqual([
      { code: 'sheets_not_read', reason: 'beyond_limit', names: ['Day 21', 'Day 22', 'Day 23'], limit: 20 },
    ]);
  });

  it('has errors and formulas without results read as empty, and says so', async () => {
    const book = xlsx({
      A: [
        ['x', 'y', 'z'],
        [1, { error: '#DIV/0!' }, { formula: 'A2*2', v: 2 }],
        [2, { error: '#N/A' }, { formula: 'A3*2' }],
        [3, 5, { formula: '"a"&"b"', v: '6' }],
      ],
    });
    const { profile, query } = await data.read(book);
    expect(profile.columns.map(({ type, nulls }) => [type, nulls])).toEqual([
      ['integer', 0],
      ['integer', 2],
      ['integer', 1],
    ]);
    expect(profile.notes).toEqual([
      { code: 'cell_errors', count: 2, example: { error: '#DIV/0!', cell: 'B2' } },
      { code: 'formulas_without_result', count: 1 },
    ]);
    expect(await query('SELECT z FROM data ORDER BY x')).toEqual([[2], [null], [6]]);
  });

  it('has merged cells read for each of their rows, but numbers once', async () => {
    const book = xlsx([
      {
        name: 'A',
        rows: [
          ['Sales', null, null],
          ['region', 'month', 'amount'],
          ['West', 'Jan', 10],
          [null, 'Feb', null],
          ['East', 'Jan', 5],
        ],
        merges: ['A1:C1', 'A3:A4', 'C3:C4'],
        hiddenRows: [5],
      },
    ]);
    const { profile, query } = await data.read(book);
    expect(await query('SELECT region, count(*), sum(amount) FROM data GROUP BY 1 ORDER BY 1')).toEqual([
      ['East', 1, 5],
      ['West', 2, 10],
    ]);
    expect(profile.notes).toEqual([
      { code: 'merged_texts', count: 1 },
      { code: 'merged_numbers', count: 1 },
      { code: 'hidden_rows', count: 1 },
      { code: 'lines_above_header', count: 1 },
    ]);
  });

  it.each([
    ['1900', false, 45_292],
    ['1904', true, 45_292 - 1_462],
  ])('counts its days from %s as it says itself', async (_from, from1904, day) => {
    const rows = [
      ['day', 'own', 'at', 'clock', 'took', 'share', 'mixed'],
      [
        { v: day, as: 'day' as const },
        { v: day + 1, as: 'ownDay' as const },
        { v: day + 0.4375, as: 'moment' as const },
        { v: 0.75, as: 'clock' as const },
        { v: 1.5, as: 'duration' as const },
        { v: 0.256, as: 'percent' as const },
        { v: 0.5, as: 'percent' as const },
      ],
      [
        { v: day, as: 'day' as const },
        null,
        null,
        null,
        { v: 0.5, as: 'duration' as const },
        { v: 1, as: 'percent' as const },
        0.25,
      ],
    ];
    const { profile, query } = await data.read(xlsx({ A: rows }, { from1904 }));
    expect(profile.columns.map(({ name, type, unit }) => [name, type, unit?.kind ?? null])).toEqual([
      ['day', 'date', null],
      ['own', 'date', null],
      ['at', 'timestamp', null],
      ['clock', 'time', null],
      ['took', 'text', null],
      ['share', 'decimal', 'percent'],
      ['mixed', 'decimal', null],
    ]);
    expect(await query('SELECT day, own, "at", clock, took, share::VARCHAR, mixed::VARCHAR FROM data LIMIT 1')).toEqual(
      [['2024-01-01', '2024-01-02', '2024-01-01T10:30:00', '18:00:00', '36:00:00', '0.256', '0.50']],
    );
  });

  it('written with prefixes, texts in pieces and characters that XML cannot hold is read the same', async () => {
    const xml = `<row><c t="inlineStr"><is><r><t>na</t></r><r><t xml:space="preserve">me</t></r><rPh><t>x</t></rPh></is></c><c t="inlineStr"><is><t>n</t></is></c></row>
      <row><c t="inlineStr"><is><t>a_x000A_b &amp; &#228;<![CDATA[<&1>]]></t></is></c><c><v>1</v></c></row>`;
    const { query } = await data.read(xlsx([{ name: 'A', rows: [], xml }], { prefix: 'x' }));
    expect(await query('SELECT name, n FROM data')).toEqual([['a\nb & ä<&1>', 1]]);
  });

  it('with cells far apart is no reason to run out of memory', async () => {
    const far = (column: string, row: number) => `<row r="${row}"><c r="${column}${row}"><v>1</v></c></row>`;
    const apart = `${far('A', 1)}${far('XFD', 1_048_576)}`;
    expect((await data.read(xlsx([{ name: 'A', rows: [], xml: apart }]))).profile.rows).toBeLessThan(3);
    const header = Array.from({ length: 2_100 }, (_, n) => `c${n}`);
    await expect(data.read(xlsx({ A: [header, header] }))).rejects.toMatchObject({
      code: 'too_large',
      message: 'The sheet has 2100 columns; 2000 can be read.',
    });
  });

  it('with a title above and empty columns beside the table is read without them', async () => {
    const book = xlsx({
      Report: [[null, 'Sales 2024'], [], [null, 'region', 'amount'], [null, 'West', 10.25], [null, 'East', 20]],
    });
    const { profile, query } = await data.read(book, 'report.xlsx');
    expect(profile.columns.map((one) => one.name)).toEqual(['region', 'amount']);
    expect(await query('SELECT sum(amount) FROM data')).toEqual([['30.25']]);
  });

  it.each([
    ['damaged', Buffer.concat([xlsx({ A: [['a'], [1]] }).subarray(0, 400), Buffer.alloc(100)]), 'unreadable_file'],
    ['without cells', xlsx({ A: [] }), 'unreadable_file'],
    [
      'that would unpack to far more than it looks',
      zipOf([{ name: 'xl/workbook.xml', packed: deflated(300), says: 1_000 }]),
      'too_large',
    ],
  ])('%s is refused with advice', async (_what, content, code) => {
    await expect(data.read(content, 'x.xlsx')).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/workbook/),
    });
  });
});
