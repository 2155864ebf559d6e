import { describe, expect, it } from 'vitest';
import { AnalyzedResult } from '../../../src/main/engine/models/built-in/answer/result';
import { tableOf } from '../../../src/main/engine/models/built-in/answer/table';
import type { Cell, QueryColumn } from '../../../src/preload/contract';

const column = (name: string, more: Partial<QueryColumn> = {}): QueryColumn => ({
  name,
  role: 'field',
  type: 'text',
  unit: null,
  decimals: null,
  ...more,
});

/** The table of an answer, row by row. */
function written(columns: QueryColumn[], rows: Cell[][], query: object = {}): string[][] {
  const output = {
    ...{ result_id: 'res_1', query: { from: { table: 't' }, ...query }, sql: '', columns, rows, facts: [] },
    ...{ row_count: rows.length, truncated: false },
  };
  const [table] = tableOf(new AnalyzedResult(output), ({ name }) => name.replaceAll('_', ' ')) ?? [];
  const lines = table?.type === 'text' ? table.text.split('\n') : [];
  return lines.map((line) => line.slice(2, -2).split(' | '));
}

describe('the table of an answer', () => {
  it('has the columns that were asked about among those it shows', () => {
    const columns = Array.from({ length: 20 }, (_, at) => column(`f${at}`));
    const rows = [columns.map((_, at) => `v${at}`)];
    const query = {
      rows: {},
      order: [{ by: 'f17', direction: 'desc' }],
      where: [{ field: 'f15', op: 'is', values: ['x'] }],
    };
    const [head, , first] = written(columns, rows, query);
    expect(head).toEqual(['f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f15', 'f17']);
    expect(first).toEqual(['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v15', 'v17']);
  });

  it('never writes figures that differ so that all of them read the same', () => {
    const group = column('product', { role: 'group' });
    const values = [0.0412, 0.0398, 0.0421, 0.0405, 0.0389, 0.0431];
    const rows = values.map((value, at): Cell[] => [`p${at}`, value]);
    const price = column('price', {
      ...{ role: 'measure', type: 'float', aggregate: 'mean', unit: { kind: 'currency', code: 'USD' }, decimals: 2 },
    });
    const share = column('share', { role: 'share', type: 'float', unit: { kind: 'percent' }, decimals: 1 });
    for (const measure of [price, share])
      expect(
        new Set(
          written([group, measure], rows)
            .slice(2)
            .map(([, figure]) => figure),
        ).size,
      ).toBeGreaterThan(3);
  });

  it('writes money with two digits where those tell it apart', () => {
    const columns = [
      column('region', { role: 'group' }),
      column('sum', { role: 'measure', type: 'decimal', unit: { kind: 'currency', code: 'USD' }, decimals: 4 }),
    ];
    const rows = written(columns, [
      ['West', '10.5000'],
      ['East', '7.2500'],
    ]);
    expect(rows.slice(2).map(([, figure]) => figure)).toEqual(['\\$10.50', '\\$7.25']);
  });
});
