import { describe, expect, it } from 'vitest';
import { findNumbers, numberSources } from '../../../src/main/services/runs/numbers';
import type { Table } from '../../../src/preload/contract';
import { ResultId } from '../../../src/preload/contract/ids';

const total: Table = {
  columns: [
    { name: 'total', type: 'decimal' },
    { name: 'share', type: 'float' },
    { name: 'orders', type: 'integer' },
  ],
  rows: [['4318902.40', 0.38099, 5214]],
};
const months: Table = {
  columns: [
    { name: 'month', type: 'date' },
    { name: 'amount', type: 'decimal' },
  ],
  rows: [
    ['2025-10-01', '427444.90'],
    ['2025-11-01', '-512440.10'],
  ],
};
const results = [
  { id: ResultId.parse('months'), table: months },
  { id: ResultId.parse('total'), table: total },
];
const linked = (text: string) =>
  numberSources([{ type: 'text', text }], results).map((one) => [
    text.slice(one.start, one.end),
    one.resultId,
    one.row,
    one.column,
  ]);

describe('the numbers of an answer', () => {
  it('lead to their cells also where the sign of dollars is written so that markdown leaves it alone', () => {
    expect(linked('Sales came to \\$4,318,902.40.').map((one) => one.slice(1))).toEqual([['total', 0, 0]]);
  });

  it('lead to the cells they were read from, at the digits they are written with', () => {
    expect(linked('Sales came to € 4,318,902.40 in 5,214 orders; West made 38.1 % of it.')).toEqual([
      ['€ 4,318,902.40', 'total', 0, 0],
      ['5,214', 'total', 0, 2],
      ['38.1 %', 'total', 0, 1],
    ]);
  });

  it('lead to losses that are told as such', () => {
    expect(linked('November lost 512,440.10.')).toEqual([['512,440.10', 'months', 1, 1]]);
    expect(linked('November: -€ 512,440.10.')).toEqual([['-€ 512,440.10', 'months', 1, 1]]);
  });

  it('lead nowhere when no result holds them', () => {
    expect(linked('About 4,318,903.40, or 39.1 %.')).toEqual([]);
  });

  it('are not looked for in dates, names, tables and caveats', () => {
    expect(findNumbers('2025-11-01 x5214 v1.2.3 file_5214\n| 5,214 |\n> 5,214 lines')).toEqual([]);
  });
});
