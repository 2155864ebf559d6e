import { describe, expect, it } from 'vitest';
import { tableInText } from '../../../src/renderer/features/runs/table-in-text';

const rowsOf = (text: string) => tableInText(text)?.rows;
const namesOf = (text: string) => tableInText(text)?.columns.map((column) => column.name);

/** Each as pandas 2 prints it. */
describe('a table in printed text', () => {
  it('is read with its index, its numbers and its words', () => {
    const text =
      'Totals:\n       region   amount  n\n0  North West  1234.50  1\n1       South   -20.25  2\n2        East     3.00  3\n\ndone';
    expect(tableInText(text)).toEqual({
      columns: [
        { name: '', type: 'decimal' },
        { name: 'region', type: 'text' },
        { name: 'amount', type: 'decimal' },
        { name: 'n', type: 'decimal' },
      ],
      rows: [
        ['0', 'North West', '1234.50', '1'],
        ['1', 'South', '-20.25', '2'],
        ['2', 'East', '3.00', '3'],
      ],
    });
  });

  it('has a named index under its name', () => {
    const text =
      '             amount  n\nregion                \nNorth West  1234.50  1\nSouth        -20.25  2\nEast           3.00  3';
    expect(namesOf(text)).toEqual(['region', 'amount', 'n']);
    expect(rowsOf(text)?.[0]).toEqual(['North West', '1234.50', '1']);
  });

  it('keeps words of one name or value together, and knows what is empty', () => {
    const text = '   a b    c    d\n0    1  x y  NaN\n1   -2  foo    q';
    expect(namesOf(text)).toEqual(['', 'a b', 'c', 'd']);
    expect(rowsOf(text)).toEqual([
      ['0', '1', 'x y', null],
      ['1', '-2', 'foo', 'q'],
    ]);
    expect(rowsOf('       region  amount  n\n0  North West  1234.5  1')).toEqual([['0', 'North West', '1234.5', '1']]);
  });

  it('tells columns apart that have one space between them', () => {
    const text = '        when  neg  neg2\n0 2024-01-01   -1 -3.50\n1 2024-02-01   -2 -4.25';
    expect(rowsOf(text)).toEqual([
      ['0', '2024-01-01', '-1', '-3.50'],
      ['1', '2024-02-01', '-2', '-4.25'],
    ]);
  });

  it('shows where rows were left out', () => {
    const text = '     x\n0    0\n1    1\n..  ..\n98  98\n99  99';
    expect(tableInText(text)?.columns[1]).toEqual({ name: 'x', type: 'decimal' });
    expect(rowsOf(text)?.[2]).toEqual(['..', '..']);
  });

  it.each([
    'just words',
    'one line\ntwo line',
    '0    1234.50\n1     -20.25\n2       3.00\nName: amount, dtype: float64',
    'Traceback (most recent call last):\n  File "<cell 1>", line 1, in <module>\nValueError: x',
    "{'a': 1}\n{'a': 2}",
    '   \n   \n',
    'Empty DataFrame\nColumns: []\nIndex: []',
  ])('is not seen in %j', (text) => {
    expect(tableInText(text)).toBeNull();
  });
});
