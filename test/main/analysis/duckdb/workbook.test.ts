import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { xlsx } from '../../../support/documents/make';

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

  it('of several sheets says which one was read, and which were not', async () => {
    const book = xlsx({
      About: [['Made by hand']],
      Stock: [
        ['fruit', 'n'],
        ['Apple', 3],
        ['Pear', 5],
      ],
      Empty: [],
    });
    const { profile, query } = await data.read(book, 'stock.xlsx');
    expect(profile.notes).toEqual([
      expect.stringContaining('The sheet "Stock" was read, as it holds the most; "About" was not.'),
    ]);
    expect(await query('SELECT sum(n) FROM data')).toEqual([[8]]);
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
      Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 9 })),
      'too_large',
    ],
  ])('%s is refused with advice', async (_what, content, code) => {
    await expect(data.read(content, 'x.xlsx')).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/workbook/),
    });
  });
});
