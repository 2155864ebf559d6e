import { describe, expect, it } from 'vitest';
import { check, withRelated } from '../../../src/main/query';
import type { Query } from '../../../src/preload/contract/query';
import { askedTables } from '../../support/query/asked';

const data = askedTables();
const orders = [
  { id: 1, customer_id: 1, month: '2024-01-05', amount: 1050 },
  { id: 2, customer_id: 1, month: '2024-02-06', amount: 2000 },
  { id: 3, customer_id: 2, month: '2024-02-07', amount: 525 },
  { id: 4, customer_id: null, month: '2024-03-01', amount: 700 },
  { id: 5, customer_id: 9, month: '2024-03-02', amount: null },
  { id: 6, customer_id: 2, month: '2024-03-03', amount: 1 },
];
const customers = [
  { id: 1, name: 'Ann', industry: 'Tech', credit: 100 },
  { id: 2, name: 'Bob', industry: 'Food', credit: 50 },
  { id: 3, name: 'Cy', industry: 'Food', credit: 25 },
  { id: 4, name: 'Di', industry: null, credit: null },
];
const cents = (amount: number | null): string => (amount === null ? '' : (amount / 100).toFixed(2));
const contents = {
  orders: `id,customer_id,ordered_on,amount\n${orders.map(({ id, customer_id, month, amount }) => `${id},${customer_id ?? ''},${month},${cents(amount)}`).join('\n')}\n`,
  customers: `id,name,industry,credit\n${customers.map(({ id, name, industry, credit }) => `${id},${name},${industry ?? ''},${credit ?? ''}`).join('\n')}\n`,
};
const toOrders = { from: { table: 'customers', joins: [{ table: 'orders', on: [['id', 'customer_id']] }] } };
const toCustomers = { from: { table: 'orders', joins: [{ table: 'customers', on: [['customer_id', 'id']] }] } };
const sum = (list: readonly (typeof orders)[number][]): string | null =>
  list.some(({ amount }) => amount !== null)
    ? cents(list.reduce((total, { amount }) => total + (amount ?? 0), 0))
    : null;
const ordersOf = (industry: string | null) =>
  orders.filter(({ customer_id }) => customers.some(({ id, industry: own }) => id === customer_id && own === industry));

describe('two tables', () => {
  it('give each order the industry of its customer, and say which have none', async () => {
    const { ask } = await data.tables(contents);
    const { records, facts, repeated } = await ask({
      ...toCustomers,
      by: [{ field: 'customers.industry', as: 'industry' }],
      compute: [
        { measure: 'sum', of: 'amount', as: 'sales' },
        { measure: 'count', as: 'orders' },
      ],
      order: [{ value: 'industry', direction: 'ascending' }],
    });
    const without = orders.filter(({ customer_id }) => customer_id === null || customer_id === 9);
    expect(records()).toEqual([
      { industry: 'Food', sales: sum(ordersOf('Food')), orders: ordersOf('Food').length },
      { industry: 'Tech', sales: sum(ordersOf('Tech')), orders: ordersOf('Tech').length },
      { industry: null, sales: sum(without), orders: without.length },
    ]);
    expect(repeated).toEqual([]);
    expect(facts).toContainEqual({ code: 'unmatched', table: 'customers', count: 2, kept: true });
  });

  it('leave out what has no match where that is asked for', async () => {
    const { ask } = await data.tables(contents);
    const joins = [{ table: 'customers', on: [['customer_id', 'id']], unmatched: 'drop' }];
    const total = await ask({
      from: { table: 'orders', joins },
      compute: [{ measure: 'sum', of: 'amount', as: 'sales' }],
    });
    expect(total.rows).toEqual([[sum(orders.filter(({ customer_id }) => customer_id === 1 || customer_id === 2))]]);
    expect(total.facts).toContainEqual({ code: 'unmatched', table: 'customers', count: 2, kept: false });
  });

  it('count customers once, and add up their orders once, side by side', async () => {
    const { ask } = await data.tables(contents);
    const { records } = await ask({
      ...toOrders,
      by: [{ field: 'industry', as: 'industry' }],
      compute: [
        { measure: 'count', as: 'customers' },
        { measure: 'sum', of: 'credit', as: 'credit' },
        { measure: 'sum', of: 'orders.amount', as: 'sales' },
        { measure: 'median', of: 'orders.amount', as: 'middle' },
        { calculate: 'divide', left: 'sales', right: 'customers', as: 'each' },
        { window: 'share', of: 'sales', as: 'share' },
      ],
      order: [{ value: 'industry', direction: 'ascending' }],
    });
    const total = Number(sum([...ordersOf('Food'), ...ordersOf('Tech')]));
    const row = (industry: string, n: number, credit: number) => {
      const own = ordersOf(industry)
        .map(({ amount }) => (amount ?? 0) / 100)
        .toSorted((a, b) => a - b);
      const sales = sum(ordersOf(industry));
      return {
        industry,
        customers: n,
        credit,
        sales,
        middle: (own[0]! + own.at(-1)!) / 2,
        each: Number(sales) / n,
        share: expect.closeTo(Number(sales) / total, 9),
      };
    };
    expect(records()).toEqual([
      row('Food', 2, 75),
      row('Tech', 1, 100),
      { industry: null, customers: 1, credit: null, sales: null, middle: null, each: null, share: null },
    ]);
  });

  it('find who has, and who has no, row in the other', async () => {
    const { ask } = await data.tables(contents);
    const names = async (op: string, where?: unknown[]) => {
      const condition = { op, table: 'orders', on: [['id', 'customer_id']], ...(where ? { where } : {}) };
      const { rows } = await ask({ from: { table: 'customers' }, where: [condition], rows: { fields: ['name'] } });
      return rows.flat();
    };
    expect(await names('has')).toEqual(['Ann', 'Bob']);
    expect(await names('has_no')).toEqual(['Cy', 'Di']);
    expect(await names('has', [{ op: '>', field: 'amount', value: '10' }])).toEqual(['Ann']);
    expect(await names('has_no', [{ op: '>', field: 'amount', value: '10' }])).toEqual(['Bob', 'Cy', 'Di']);
    const unknown = { op: 'has_no', table: 'customers', on: [['customer_id', 'id']] };
    expect((await ask({ from: { table: 'orders' }, where: [unknown], rows: { fields: ['id'] } })).rows).toEqual([
      [4],
      [5],
    ]);
  });

  it('are not joined where rows would count twice, and the question is offered the other way round', async () => {
    const { ask, definitions } = await data.tables(contents);
    const query = {
      ...toOrders,
      by: [{ field: 'orders.ordered_on', grain: 'month', as: 'month' }],
      compute: [{ measure: 'sum', of: 'orders.amount', as: 'sales' }],
    } as Query;
    const [problem, ...others] = check(query, definitions);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'fan_out', table: 'orders', path: 'by.0.field' });
    const [offer] = problem?.code === 'fan_out' ? problem.alternatives : [];
    expect(check(offer!, definitions)).toEqual([]);
    const { rows } = await ask(offer);
    expect(rows).toEqual([
      ['2024-01-01', sum(orders.slice(0, 1))],
      ['2024-02-01', sum(orders.slice(1, 3))],
      ['2024-03-01', sum(orders.slice(3))],
    ]);
  });

  it('that nothing is known to connect are told so, and joined by themselves where one relation is known', async () => {
    const { definitions } = await data.tables(contents);
    const query = { from: { table: 'orders' }, by: [{ field: 'customers.industry', as: 'industry' }] } as Query;
    expect(check(query, definitions)).toEqual([
      { code: 'not_joined', path: 'by.0.field', table: 'customers', field: 'customers.industry' },
    ]);
    const relation = { to: 'customers', on: [['customer_id', 'id']], cardinality: 'one', by: 'evidence' };
    const related = definitions.map((entry) =>
      entry.table === 'orders' ? ({ ...entry, relations: [relation] } as typeof entry) : entry,
    );
    expect(withRelated(query, related)).toEqual({ ...query, from: toCustomers.from });
    expect(check(withRelated(query, related), related)).toEqual([]);
  });

  it('do not add up credit once for every order of a customer', async () => {
    const { definitions } = await data.tables(contents);
    const query = { ...toCustomers, compute: [{ measure: 'sum', of: 'customers.credit', as: 'credit' }] } as Query;
    expect(check(query, definitions)).toMatchObject([{ code: 'fan_out', table: 'customers' }]);
  });

  it('are refused when keys turn out to be repeated on the side that must have each once', async () => {
    const doubled = { ...contents, customers: `${contents.customers}1,Ann again,Toys,1\n` };
    const told = { customers: { fields: { id: { distinct: 5, missing: 0 } } } };
    const { ask } = await data.tables(doubled, told);
    const { repeated } = await ask({
      ...toCustomers,
      by: [{ field: 'customers.industry', as: 'i' }],
      compute: [{ measure: 'count', as: 'n' }],
    });
    expect(repeated).toEqual(['customers']);
  });
});

describe('files of one shape', () => {
  const year = (amounts: number[], from: string) =>
    `day,amount\n${amounts.map((amount, at) => `${from}-0${at + 1}-01,${amount}`).join('\n')}\n`;
  const files = { sales_2023: year([1, 2, 3], '2023'), sales_2024: year([10, 20], '2024') };
  const from = { table: 'sales_2023', union: ['sales_2024'] };

  it('are one table, in which each row knows its file', async () => {
    const { ask } = await data.tables(files);
    const compute = [{ measure: 'sum', of: 'amount', as: 'sales' }];
    expect((await ask({ from, compute })).rows).toEqual([[36]]);
    const byFile = await ask({ from, by: [{ field: 'file', as: 'file' }], compute });
    expect(byFile.records()).toEqual([
      { file: 'sales_2024.csv', sales: 30 },
      { file: 'sales_2023.csv', sales: 6 },
    ]);
    const [name] = ['sales_2023.csv'];
    expect((await ask({ from, where: [{ op: 'is', field: 'file', values: [name] }], compute })).rows).toEqual([[6]]);
    const last = { op: 'during', field: 'day', period: { kind: 'last', n: 1, unit: 'month' } };
    expect((await ask({ from, where: [last], compute })).rows).toEqual([[20]]);
  });

  it('are listed below each other', async () => {
    const { ask } = await data.tables(files);
    const { records } = await ask({
      from,
      rows: {},
      where: [{ op: '>', field: 'amount', value: '2' }],
      order: [{ value: 'amount', direction: 'ascending' }],
    });
    expect(records()).toEqual([
      { day: '2023-03-01', amount: 3, file: 'sales_2023.csv' },
      { day: '2024-01-01', amount: 10, file: 'sales_2024.csv' },
      { day: '2024-02-01', amount: 20, file: 'sales_2024.csv' },
    ]);
  });

  it('must have the fields that are asked about', async () => {
    const { definitions } = await data.tables({ ...files, sales_2024: 'day,total\n2024-01-01,1\n' });
    const query = { from, compute: [{ measure: 'sum', of: 'amount', as: 'sales' }] } as Query;
    expect(check(query, definitions)).toEqual([
      { code: 'not_alike', path: 'compute.0.of', table: 'sales_2024', field: 'amount' },
    ]);
  });
});
