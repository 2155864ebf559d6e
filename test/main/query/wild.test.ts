import { beforeAll, expect, it } from 'vitest';
import { check, explain, normal } from '../../../src/main/query';
import { Query } from '../../../src/preload/contract/query';
import { english, readingLine } from '../../../src/preload/words';
import { type AskedTables, askedTables } from '../../support/query/asked';
import { csvOf, orderRows } from '../../support/query/orders';
import { wildQuery } from '../../support/query/wild-query';
import { randomFrom } from '../../support/random';
import { sweep } from '../../support/sweep';

const data = askedTables();
let tables: AskedTables;
beforeAll(async () => {
  const own = {
    measures: [
      {
        id: 'margin',
        title: 'Margin',
        synonyms: [],
        unit: null,
        compute: [
          { measure: 'sum' as const, of: 'amount', as: 'sales' },
          { measure: 'sum' as const, of: 'qty', as: 'pieces' },
          { calculate: 'divide' as const, left: 'sales', right: 'pieces', as: 'margin' },
        ],
      },
    ],
    conditions: [
      { id: 'big', title: 'Big', synonyms: [], where: [{ op: '>' as const, field: 'amount', value: '50' }] },
    ],
    fields: { amount: { addsUp: 'always' as const }, qty: { addsUp: 'always' as const } },
  };
  const customers = 'id,name,joined\n1,Ann,2024-01-01\n2,Bob,2024-02-01\n3,Cy,\n';
  tables = await data.tables({ orders: csvOf(orderRows(40)), customers }, { orders: own });
});

const wild = (seed: number, count: number): Query[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => Query.parse(wildQuery(random)));
};

it('every question in which nothing is found wrong can be computed, explained and brought into form', async () => {
  let computed = 0;
  for (const query of sweep(wild(5, 2_000), 2)) {
    if (check(query, tables.definitions).length > 0) continue;
    const { columns, rows } = await tables.ask(query).catch((error: unknown) => {
      throw new Error(`${JSON.stringify(query)}: ${String(error)}`);
    });
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(readingLine(english, explain(query, tables.definitions))).not.toBe('');
    computed += 1;
  }
  expect(computed).toBeGreaterThan(25);
});

it('forms stay as they are when they are made again, and ask the same', async () => {
  for (const query of wild(6, 1_000)) {
    const form = normal(query);
    expect(normal(form)).toEqual(form);
    expect(Query.parse(form)).toEqual(form);
    if (check(query, tables.definitions).length === 0) expect(check(form, tables.definitions)).toEqual([]);
  }
});
