import { beforeAll, expect } from 'vitest';
import { check } from '../../../src/main/query';
import { Query } from '../../../src/preload/contract/query';
import { type AskedTables, askedTables } from './asked';
import { csvOf, orderRows } from './orders';
import { answerOf } from './reference';
import { expectRows } from './same-rows';

/** Questions about one table of orders, held against the same questions worked out on its rows without SQL. */
export function rightAnswers(): (query: unknown) => Promise<void> {
  const data = askedTables();
  const rows = orderRows();
  let tables: AskedTables;
  beforeAll(async () => {
    const fields = {
      amount: { addsUp: 'always' as const },
      qty: { addsUp: 'always' as const, role: 'measure' as const },
    };
    tables = await data.tables({ orders: csvOf(rows) }, { orders: { fields } });
  });
  return async (given) => {
    const query = Query.parse(given);
    expect(check(query, tables.definitions)).toEqual([]);
    const { records, repeated } = await tables.ask(query);
    expect(repeated).toEqual([]);
    expectRows(
      records(),
      answerOf(query, rows), // Which values lead is an order of its own, and the rest comes as it comes.
      query.order !== undefined && query.limit?.of === undefined,
    );
  };
}
