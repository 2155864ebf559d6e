import { describe, expect, it } from 'vitest';
import { explain, normal, sameQuestion } from '../../../src/main/query';
import type { Query } from '../../../src/preload/contract/query';
import { english, readingLine, readingTitle } from '../../../src/preload/words';
import { handMade } from '../../support/query/hand-made';

const orders = handMade(
  'orders',
  {
    ordered_on: { type: 'date', role: 'time', title: 'Ordered on', min: '2023-01-04', max: '2025-03-09' },
    region: { values: ['West', 'East', 'North'], title: 'Region' },
    product: { values: ['Lamp', 'Desk'], title: 'Product' },
    returned: { type: 'boolean', role: 'flag', title: 'Returned', values: [true, false] },
    amount: { type: 'decimal', role: 'measure', scale: 2, title: 'Amount', unit: { kind: 'currency', code: 'USD' } },
    price: { type: 'decimal', role: 'measure', scale: 2, title: 'Price', addsUp: 'never' },
    customer_id: { type: 'integer', role: 'id', title: 'Customer', addsUp: 'never' },
  },
  { entity: ['order'], rows: 1_000 },
);
const sales: Query = {
  from: { table: 'orders' },
  where: [
    { op: 'during', field: 'ordered_on', period: { kind: 'year', year: 2025 } },
    { op: 'is', field: 'returned', values: [false] },
  ],
  by: [
    { field: 'ordered_on', grain: 'month', as: 'month' },
    { field: 'region', as: 'region' },
  ],
  compute: [{ measure: 'sum', of: 'amount', as: 'sales' }],
};
const lineOf = (query: Query): string => readingLine(english, explain(query, [orders]));

describe('a question in one line', () => {
  it('says what, by what, and under which conditions', () => {
    expect(lineOf(sales)).toBe('Amount by month and region · 2025 · Returned: no');
    expect(readingTitle(english, explain(sales, [orders]))).toBe('Amount by month and region · 2025 · Returned: no');
  });

  const from = { table: 'orders' };
  it.each<[string, Omit<Query, 'from'>]>([
    ['Orders', { compute: [{ measure: 'count', as: 'n' }] }],
    [
      'Average price by weekday',
      { by: [{ field: 'ordered_on', part: 'weekday', as: 'd' }], compute: [{ measure: 'mean', of: 'price', as: 'p' }] },
    ],
    [
      'Share of orders (Returned: yes) by region · highest share first',
      {
        by: [{ field: 'region', as: 'region' }],
        compute: [
          { measure: 'count', where: [{ op: 'is', field: 'returned', values: [true] }], as: 'some' },
          { measure: 'count', where: [{ op: 'present', field: 'returned' }], as: 'all' },
          { calculate: 'divide', left: 'some', right: 'all', percent: true, as: 'share' },
        ],
        order: [{ value: 'share', direction: 'descending' }],
      },
    ],
    [
      'Share of amount (Product: Lamp) among Region: West',
      {
        compute: [
          {
            measure: 'sum',
            of: 'amount',
            where: [
              { op: 'is', field: 'product', values: ['Lamp'] },
              { op: 'is', field: 'region', values: ['West'] },
            ],
            as: 'some',
          },
          { measure: 'sum', of: 'amount', where: [{ op: 'is', field: 'region', values: ['West'] }], as: 'all' },
          { calculate: 'divide', left: 'some', right: 'all', percent: true, as: 'share' },
        ],
      },
    ],
    [
      'Amount (Product: Lamp), amount (Product: Desk) and amount (Product: Lamp) − amount (Product: Desk)',
      {
        compute: [
          { measure: 'sum', of: 'amount', where: [{ op: 'is', field: 'product', values: ['Lamp'] }], as: 'a' },
          { measure: 'sum', of: 'amount', where: [{ op: 'is', field: 'product', values: ['Desk'] }], as: 'b' },
          { calculate: 'subtract', left: 'a', right: 'b', as: 'more' },
        ],
      },
    ],
    [
      'Average total amount per day with orders',
      {
        compute: [
          {
            measure: 'sum',
            of: 'amount',
            each: { by: [{ field: 'ordered_on', grain: 'day' }], aggregate: 'mean' },
            as: 'x',
          },
        ],
      },
    ],
    [
      'Median orders per customer by region',
      {
        by: [{ field: 'region', as: 'region' }],
        compute: [{ measure: 'count', each: { by: [{ field: 'customer_id' }], aggregate: 'median' }, as: 'x' }],
      },
    ],
    [
      'Customers by orders per customer',
      {
        by: [{ field: 'customer_id', measured: { measure: 'count' }, as: 'orders' }],
        compute: [{ measure: 'count', each: { by: [{ field: 'customer_id' }], aggregate: 'count' }, as: 'x' }],
      },
    ],
    [
      'Orders · Price > amount + 500 · Ordered on < ordered on − 3 days',
      {
        compute: [{ measure: 'count', as: 'n' }],
        where: [
          { op: 'compare', left: 'price', comparison: '>', right: 'amount', plus: '500' },
          { op: 'compare', left: 'ordered_on', comparison: '<', right: 'ordered_on', plus: '-3' },
        ],
      },
    ],
    ['Different values of customer', { compute: [{ measure: 'distinct', of: 'customer_id', as: 'c' }] }],
    ['90th percentile of amount', { compute: [{ measure: 'percentile', of: 'amount', percentile: '90', as: 'p' }] }],
    [
      'Price × amount',
      { compute: [{ measure: 'sum', of: { calculate: 'multiply', left: 'price', right: 'amount' }, as: 'x' }] },
    ],
    [
      'Amount and share of amount by region',
      {
        by: [{ field: 'region', as: 'region' }],
        compute: [
          { measure: 'sum', of: 'amount', as: 'sales' },
          { window: 'share', of: 'sales', as: 'share' },
        ],
      },
    ],
    [
      'Amount by product · highest amount first · top 5',
      {
        by: [{ field: 'product', as: 'product' }],
        compute: [{ measure: 'sum', of: 'amount', as: 'sales' }],
        order: [{ value: 'sales', direction: 'descending' }],
        limit: { n: 5 },
      },
    ],
    [
      'Orders · Region: West or East · Amount > 25,000',
      {
        rows: {},
        where: [
          { op: 'is', field: 'region', values: ['West', 'East'] },
          { op: '>', field: 'amount', value: '25000' },
        ],
      },
    ],
    ['Orders · Region: 0007 or 10115', { rows: {}, where: [{ op: 'is', field: 'region', values: ['0007', '10115'] }] }],
    [
      'Different orders: region · without product',
      { rows: { fields: ['region'], distinct: true }, where: [{ op: 'missing', field: 'product' }] },
    ],
    [
      'Orders · March 2024',
      {
        compute: [{ measure: 'count', as: 'n' }],
        where: [{ op: 'during', field: 'ordered_on', period: { kind: 'month', year: 2024, month: 3 } }],
      },
    ],
    [
      'Orders · last 3 months',
      {
        compute: [{ measure: 'count', as: 'n' }],
        where: [{ op: 'during', field: 'ordered_on', period: { kind: 'last', n: 3, unit: 'month' } }],
      },
    ],
  ])('%s', (line, query) => {
    expect(lineOf({ from, ...query })).toBe(line);
  });
});

describe('equal questions', () => {
  it('have one form, whatever the order of their conditions and the names of their outputs', () => {
    const other: Query = {
      version: 1,
      from: { table: 'orders', joins: [] },
      where: [
        { op: 'is', field: 'returned', values: [false, false] },
        { op: 'during', field: 'ordered_on', period: { kind: 'range', from: '2025-01-01', to: '2025-12-31' } },
      ],
      by: sales.by,
      compute: [{ measure: 'sum', of: 'amount', where: [], as: 'total' }],
      having: [],
    };
    expect(sameQuestion(other, sales)).toBe(true);
    expect(sameQuestion({ ...other, where: [] }, sales)).toBe(false);
  });

  it('are the same after being brought into form twice', () => {
    expect(normal(normal(sales))).toEqual(normal(sales));
  });
});
