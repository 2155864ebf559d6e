import { describe, expect, it } from 'vitest';
import { askedTables } from '../../support/query/asked';

const data = askedTables();
const orders = [
  'id,customer_id,ordered_on,amount,region',
  '1,1,2024-01-05,10.50,West',
  '2,1,2024-02-06,20.00,East',
  '3,2,2025-01-07,5.25,West',
  '4,,2025-03-01,7.00,',
  '5,9,2025-03-02,,West',
].join('\n');
const customers = 'id,name,industry\n1,Ann,Tech\n2,Bob,Food\n3,Cy,Food\n';
const sales = { measure: 'sum', of: 'amount', as: 'sales' };

describe('a query over orders', () => {
  it('adds up exactly, and says which rows have nothing to add', async () => {
    const { ask } = await data.tables({ orders });
    const { rows, facts } = await ask({ from: { table: 'orders' }, compute: [sales] });
    expect(rows).toEqual([['42.75']]);
    expect(facts).toEqual([
      { code: 'rows_used', used: 5, of: 5 },
      { code: 'rows_without', field: 'amount', count: 1, outputs: ['sales'] },
    ]);
  });

  it('reads as an analyst would write it', async () => {
    const { ask } = await data.tables({ orders });
    const { sql } = await ask({
      from: { table: 'orders' },
      where: [{ op: 'during', field: 'ordered_on', period: { kind: 'year', year: 2025 } }],
      by: [{ field: 'region', as: 'region' }],
      compute: [sales, { window: 'share', of: 'sales', as: 'share' }],
    });
    expect(sql).toBe(
      [
        'WITH "grouped" AS (',
        '  SELECT',
        '    "region",',
        '    sum("amount") AS "sales"',
        '  FROM "orders"',
        `  WHERE ("ordered_on" >= DATE '2025-01-01' AND "ordered_on" < DATE '2026-01-01')`,
        '  GROUP BY 1',
        '),',
        '"compared" AS (',
        '  SELECT *,',
        '    CAST("sales" AS DOUBLE) / nullif(sum("sales") OVER (), 0) AS "share"',
        '  FROM "grouped"',
        ')',
        'SELECT "region", "sales", "share"',
        'FROM "compared"',
        'ORDER BY "sales" DESC NULLS LAST, "region" NULLS LAST',
      ].join('\n'),
    );
  });

  it('adds each order once where customers have several', async () => {
    const { ask } = await data.tables({ orders, customers });
    const { rows, facts, repeated } = await ask({
      from: { table: 'customers', joins: [{ table: 'orders', on: [['id', 'customer_id']] }] },
      by: [{ field: 'industry', as: 'industry' }],
      compute: [
        { measure: 'count', as: 'customers' },
        { measure: 'sum', of: 'orders.amount', as: 'sales' },
      ],
    });
    expect(rows).toEqual([
      ['Food', 2, '5.25'],
      ['Tech', 1, '30.50'],
    ]);
    expect(repeated).toEqual([]);
    expect(facts).toContainEqual({ code: 'orphans', table: 'orders', count: 2 });
  });
});
