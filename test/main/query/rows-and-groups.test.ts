import { describe, it } from 'vitest';
import { rightAnswers } from '../../support/query/right';

const expectRight = rightAnswers();

const from = { table: 'orders' };
const n = { measure: 'count', as: 'n' };
const sales = { measure: 'sum', of: 'amount', as: 'sales' };
const month = { field: 'ordered_on', grain: 'month', as: 'month' };
const region = { field: 'region', as: 'region' };
const product = { field: 'product', as: 'product' };

const conditions: [string, unknown][] = [
  ['is', { op: 'is', field: 'region', values: ['West'] }],
  ['is one of several', { op: 'is', field: 'region', values: ['Nörd', 'say "hi"', 'constructor'] }],
  ['is a name with an apostrophe', { op: 'is', field: 'product', values: ["O'Neill", '__proto__'] }],
  ['is not, which keeps what has no value', { op: 'is_not', field: 'region', values: ['West'] }],
  ['is true', { op: 'is', field: 'returned', values: [true] }],
  ['is a number', { op: 'is', field: 'qty', values: ['2', '5'] }],
  ['is an amount', { op: 'is', field: 'amount', values: ['10.50'] }],
  [
    'is a day of a moment',
    { op: 'during', field: 'placed_at', period: { kind: 'range', from: '2024-10-27', to: '2024-10-27' } },
  ],
  ['more than', { op: '>', field: 'amount', value: '20.25' }],
  ['at least', { op: '>=', field: 'amount', value: '20.25' }],
  ['less than below zero', { op: '<', field: 'amount', value: '-1' }],
  ['from one text on', { op: '>=', field: 'product', value: 'Lamp' }],
  ['between, both ends included', { op: 'between', field: 'amount', from: '10.50', to: '20.25' }],
  ['between two days', { op: 'between', field: 'ordered_on', from: '2023-01-01', to: '2024-02-29' }],
  ['contains, whatever its case', { op: 'contains', field: 'product', text: 'CHAIR' }],
  ['does not contain', { op: 'not_contains', field: 'region', text: 'est' }],
  ['begins with', { op: 'starts_with', field: 'product', text: 'l' }],
  ['ends with', { op: 'ends_with', field: 'region', text: '"' }],
  ['missing', { op: 'missing', field: 'amount' }],
  ['present', { op: 'present', field: 'region' }],
  ['during a year', { op: 'during', field: 'ordered_on', period: { kind: 'year', year: 2023 } }],
  ['not during a year', { op: 'not_during', field: 'ordered_on', period: { kind: 'year', year: 2023 } }],
  ['during a quarter', { op: 'during', field: 'ordered_on', period: { kind: 'quarter', year: 2024, quarter: 1 } }],
  ['during a leap month', { op: 'during', field: 'ordered_on', period: { kind: 'month', year: 2024, month: 2 } }],
  ['from a day on', { op: 'during', field: 'ordered_on', period: { kind: 'range', from: '2024-02-29' } }],
  [
    'during the last three months',
    { op: 'during', field: 'ordered_on', period: { kind: 'last', n: 3, unit: 'month' } },
  ],
  ['during the last two weeks', { op: 'during', field: 'ordered_on', period: { kind: 'last', n: 2, unit: 'week' } }],
  ['on weekends', { op: 'during', field: 'ordered_on', period: { kind: 'part', part: 'weekday', values: [6, 7] } }],
  ['at night', { op: 'during', field: 'placed_at', period: { kind: 'part', part: 'hour_of_day', values: [2, 23] } }],
  ['two fields of a row', { op: 'compare', left: 'shipped_on', comparison: '>', right: 'ordered_on' }],
  ['repeated', { op: 'repeated', fields: ['amount', 'product'] }],
  ['repeated nothing', { op: 'repeated', fields: ['region', 'qty'] }],
  ['outliers', { op: 'outlier', field: 'amount' }],
  ['far outliers', { op: 'outlier', field: 'amount', factor: '3' }],
  [
    'any',
    {
      op: 'any',
      conditions: [
        { op: 'missing', field: 'region' },
        { op: '>', field: 'amount', value: '500' },
      ],
    },
  ],
  [
    'none',
    {
      op: 'none',
      conditions: [
        { op: 'is', field: 'region', values: ['West'] },
        { op: '>', field: 'amount', value: '500' },
      ],
    },
  ],
];

describe('a condition', () => {
  it.each(conditions)('%s', async (_, condition) => {
    await expectRight({ from, where: [condition], rows: { fields: ['id'] } });
    await expectRight({ from, where: [condition], by: [region], compute: [n, sales] });
  });

  it('that looks around sees the rows which the others leave', async () => {
    const where = [
      { op: 'is', field: 'region', values: ['West'] },
      { op: 'repeated', fields: ['amount'] },
      { op: 'outlier', field: 'amount' },
    ];
    await expectRight({
      from,
      where,
      rows: { fields: ['id', 'amount'] },
      order: [{ value: 'id', direction: 'ascending' }],
    });
  });
});

const measures: [string, object][] = [
  ['rows', n],
  ['values', { measure: 'count', of: 'amount', as: 'x' }],
  ['different values', { measure: 'distinct', of: 'region', as: 'x' }],
  ['missing values', { measure: 'missing', of: 'amount', as: 'x' }],
  ['sum', sales],
  ['sum of whole numbers', { measure: 'sum', of: 'qty', as: 'x' }],
  ['sum of yes', { measure: 'sum', of: 'returned', as: 'x' }],
  ['mean', { measure: 'mean', of: 'amount', as: 'x' }],
  ['share of yes', { measure: 'mean', of: 'returned', as: 'x' }],
  ['weighted mean', { measure: 'mean', of: 'amount', with: 'qty', as: 'x' }],
  ['median', { measure: 'median', of: 'amount', as: 'x' }],
  ['percentile', { measure: 'percentile', of: 'amount', percentile: 90, as: 'x' }],
  ['most frequent', { measure: 'mode', of: 'product', as: 'x' }],
  ['lowest', { measure: 'min', of: 'amount', as: 'x' }],
  ['first day', { measure: 'min', of: 'ordered_on', as: 'x' }],
  ['highest', { measure: 'max', of: 'amount', as: 'x' }],
  ['range', { measure: 'range', of: 'amount', as: 'x' }],
  ['standard deviation', { measure: 'standard_deviation', of: 'amount', as: 'x' }],
  ['variance', { measure: 'variance', of: 'qty', as: 'x' }],
  ['first', { measure: 'first', of: 'amount', with: 'ordered_on', as: 'x' }],
  ['last', { measure: 'last', of: 'amount', with: 'placed_at', as: 'x' }],
  ['correlation', { measure: 'correlation', of: 'amount', with: 'qty', as: 'x' }],
  ['product of two fields', { measure: 'sum', of: { calculate: 'multiply', left: 'amount', right: 'qty' }, as: 'x' }],
  ['mean ratio of two fields', { measure: 'mean', of: { calculate: 'divide', left: 'amount', right: 'qty' }, as: 'x' }],
  ['of some rows', { measure: 'sum', of: 'amount', where: [{ op: 'is', field: 'returned', values: [true] }], as: 'x' }],
  [
    'rows of some',
    {
      measure: 'count',
      where: [
        { op: '>', field: 'amount', value: '20' },
        { op: 'present', field: 'qty' },
      ],
      as: 'x',
    },
  ],
];

describe('a measure', () => {
  it.each(measures)('%s', async (_, measure) => {
    await expectRight({ from, compute: [measure] });
    await expectRight({ from, by: [region], compute: [measure] });
    await expectRight({ from, by: [month, product], compute: [measure] });
  });

  it('of no rows is none, and empty', async () => {
    const where = [{ op: 'is', field: 'region', values: ['nowhere'] }];
    await expectRight({ from, where, compute: [n, sales, { measure: 'mean', of: 'amount', as: 'mean' }] });
    await expectRight({ from, where, by: [product], compute: [n] });
  });
});

const groupings: [string, object][] = [
  ['a text', product],
  ['yes and no', { field: 'returned', as: 'returned' }],
  ['a whole number', { field: 'qty', as: 'qty' }],
  ['years', { field: 'ordered_on', grain: 'year', as: 'x' }],
  ['quarters', { field: 'ordered_on', grain: 'quarter', as: 'x' }],
  ['months', month],
  ['weeks over the turn of a year', { field: 'ordered_on', grain: 'week', as: 'x' }],
  ['days', { field: 'ordered_on', grain: 'day', as: 'x' }],
  ['days of moments', { field: 'placed_at', grain: 'day', as: 'x' }],
  ['hours where clocks change', { field: 'placed_at', grain: 'hour', as: 'x' }],
  ['minutes', { field: 'placed_at', grain: 'minute', as: 'x' }],
  ['quarters of any year', { field: 'ordered_on', part: 'quarter_of_year', as: 'x' }],
  ['months of any year', { field: 'ordered_on', part: 'month_of_year', as: 'x' }],
  ['days of any month', { field: 'ordered_on', part: 'day_of_month', as: 'x' }],
  ['weekdays', { field: 'ordered_on', part: 'weekday', as: 'x' }],
  ['hours of any day', { field: 'placed_at', part: 'hour_of_day', as: 'x' }],
  ['bins of ten', { field: 'amount', bin: { width: 10 }, as: 'x' }],
  ['bins of a tenth', { field: 'amount', bin: { width: '0.1' }, as: 'x' }],
  ['bins of a quarter', { field: 'amount', bin: { width: '0.25' }, as: 'x' }],
];

describe('groups by', () => {
  it.each(groupings)('%s', async (_, grouping) => {
    await expectRight({ from, by: [grouping], compute: [n, sales] });
    await expectRight({ from, by: [grouping, { field: 'region', as: 'other' }] });
  });
});
