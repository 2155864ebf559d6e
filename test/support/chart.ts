import type { ChartSpec, Table } from '../../src/preload/contract';

export const number = { style: 'number' } as const;
export const euro = { style: 'currency', currency: 'EUR' } as const;

/** Rows under columns given as name and type. */
export function table(columns: [string, Table['columns'][number]['type']][], rows: Table['rows']): Table {
  return { columns: columns.map(([name, type]) => ({ name, type })), rows };
}
export const bar = (changes: Partial<ChartSpec> = {}): ChartSpec => ({
  kind: 'bar',
  title: 'T',
  x: { column: 'c', type: 'category' },
  y: [{ column: 'n' }],
  format: number,
  ...changes,
});
