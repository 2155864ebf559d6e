import { describe, expect, it } from 'vitest';
import { check } from '../../../src/main/query';
import { Query } from '../../../src/preload/contract/query';
import { askedTables } from '../../support/query/asked';
import { rightAnswers } from '../../support/query/right';

const expectRight = rightAnswers();
const data = askedTables();

const from = { table: 'orders' };
const day = { field: 'ordered_on', grain: 'day' };
const month = { field: 'ordered_on', grain: 'month' };
const product = { field: 'product' };
const region = { field: 'region', as: 'region' };
const each = (by: object[], aggregate: string) => ({ each: { by, aggregate } });

const measures: [string, object][] = [
  ['average sales per day', { measure: 'sum', of: 'amount', ...each([day], 'mean') }],
  ['average number of orders per month', { measure: 'count', ...each([month], 'mean') }],
  ['median orders per product', { measure: 'count', ...each([product], 'median') }],
  ['the best month', { measure: 'sum', of: 'qty', ...each([month], 'max') }],
  ['the worst day', { measure: 'sum', of: 'amount', ...each([day], 'min') }],
  ['how many days have orders', { measure: 'count', ...each([day], 'count') }],
  [
    'products per region on average, those without a region left out',
    { measure: 'distinct', of: 'product', ...each([{ field: 'region' }], 'mean') },
  ],
  ['average of the medians of months', { measure: 'median', of: 'amount', ...each([month], 'mean') }],
  ['the spread of months', { measure: 'sum', of: 'amount', ...each([month], 'standard_deviation') }],
  [
    'per product and year',
    { measure: 'sum', of: 'qty', ...each([product, { field: 'ordered_on', grain: 'year' }], 'mean') },
  ],
  [
    'of some rows alone',
    { measure: 'sum', of: 'qty', where: [{ op: 'is', field: 'returned', values: [false] }], ...each([month], 'mean') },
  ],
];

describe('a value of groups within groups', () => {
  it.each(measures)('%s', async (_, measure) => {
    await expectRight({ from, compute: [{ ...measure, as: 'x' }] });
    await expectRight({
      from,
      where: [{ op: 'is', field: 'region', values: ['Mars'] }],
      compute: [{ ...measure, as: 'x' }],
    });
  });

  it.each(measures)('%s, by region', async (_, measure) => {
    await expectRight({ from, by: [region], compute: [{ ...measure, as: 'x' }] });
  });

  it('stands beside plain values, which it leaves as they are', async () => {
    await expectRight({
      from,
      by: [region],
      compute: [
        { measure: 'count', as: 'orders' },
        { measure: 'sum', of: 'amount', ...each([month], 'mean'), as: 'monthly' },
        { measure: 'count', ...each([product], 'mean'), as: 'per_product' },
        { calculate: 'divide', left: 'monthly', right: 'orders', as: 'ratio' },
      ],
      order: [{ value: 'monthly', direction: 'descending' }],
      having: [{ value: 'orders', op: '>', than: '3' }],
    });
  });

  it('ranks the groups that it is of', async () => {
    await expectRight({
      from,
      by: [region, { field: 'product', as: 'product' }],
      compute: [{ measure: 'sum', of: 'amount', ...each([month], 'mean'), as: 'monthly' }],
      order: [{ value: 'monthly', direction: 'descending' }],
      limit: { n: 2, of: 'region' },
    });
  });

  it('counts only days that have rows, and says how many have none', async () => {
    const { ask } = await data.tables({ visits: 'day,n\n2024-01-01,4\n2024-01-01,2\n2024-01-03,3\n2024-01-05,3\n' });
    const visits = { measure: 'sum', of: 'n', ...each([{ field: 'day', grain: 'day' }], 'mean'), as: 'visits' };
    const { records, facts } = await ask({ from: { table: 'visits' }, compute: [visits] });
    expect(records()).toEqual([{ visits: 4 }]);
    expect(facts).toContainEqual({ code: 'periods_without_rows', output: 'visits', grain: 'day', count: 2, of: 5 });
  });

  it('adds up to no whole: shares of it are refused', async () => {
    const { definitions } = await data.tables({ visits: 'day,shop,n\n2024-01-01,a,4\n2024-01-03,b,3\n' });
    const visits = { measure: 'sum', of: 'n', ...each([{ field: 'day', grain: 'day' }], 'mean'), as: 'visits' };
    const share = { window: 'share', of: 'visits', as: 'share' };
    const by = [{ field: 'shop', as: 'shop' }];
    const query = Query.parse({ from: { table: 'visits' }, by, compute: [visits, share] });
    expect(check(query, definitions)).toEqual([{ code: 'no_whole', path: 'compute.1', output: 'visits' }]);
  });

  it('names a field or a step that there is not', async () => {
    const { definitions } = await data.tables({ visits: 'day,shop,n\n2024-01-01,a,4\n2024-01-03,b,3\n' });
    const of = (key: object) =>
      check(
        Query.parse({ from: { table: 'visits' }, compute: [{ measure: 'count', ...each([key], 'mean'), as: 'x' }] }),
        definitions,
      ).map(({ code, path }) => `${code} ${path}`);
    expect(of({ field: 'nowhere' })).toEqual(['unknown_field compute.0.each.by.0.field']);
    expect(of({ field: 'shop', grain: 'day' })).toEqual(['type_mismatch compute.0.each.by.0']);
    expect(of({ field: 'day', grain: 'hour' })).toEqual(['too_coarse compute.0.each.by.0']);
  });
});

describe('groups by how much each thing has', () => {
  const perProduct = { measure: 'count', ...each([product], 'count'), as: 'products' };
  it.each<[string, object, object]>([
    ['products by their number of orders', { field: 'product', measured: { measure: 'count' } }, perProduct],
    [
      'days by their number of orders',
      { ...day, measured: { measure: 'count' } },
      { measure: 'count', ...each([day], 'count'), as: 'days' },
    ],
    [
      'sales of products by their number of regions',
      { field: 'product', measured: { measure: 'distinct', of: 'region' } },
      { measure: 'sum', of: 'amount', as: 'sales' },
    ],
    [
      'regions by their sales, in steps',
      { field: 'region', measured: { measure: 'sum', of: 'amount' }, bin: { width: '500' } },
      { measure: 'distinct', of: 'region', as: 'regions' },
    ],
  ])('%s', async (_, grouping, measure) => {
    await expectRight({
      from,
      by: [{ ...grouping, as: 'n' }],
      compute: [measure],
      order: [{ value: 'n', direction: 'ascending' }],
    });
    const where = [{ op: 'is', field: 'returned', values: [false] }];
    await expectRight({ from, where, by: [{ ...grouping, as: 'n' }, region], compute: [measure] });
  });
});

describe('a condition on how far two values of a row are apart', () => {
  it.each<[string, object]>([
    [
      'shipped more than 5 days after the order',
      { left: 'shipped_on', comparison: '>', right: 'ordered_on', plus: '5' },
    ],
    ['shipped at most 2 days after it', { left: 'shipped_on', comparison: '<=', right: 'ordered_on', plus: '2' }],
    ['an amount of at least 20 above the quantity', { left: 'amount', comparison: '>=', right: 'qty', plus: '20' }],
    ['below it by more than 1.5', { left: 'amount', comparison: '<', right: 'qty', plus: '-1.5' }],
  ])('%s', async (_, condition) => {
    await expectRight({ from, where: [{ op: 'compare', ...condition }], compute: [{ measure: 'count', as: 'n' }] });
    await expectRight({
      from,
      compute: [{ measure: 'sum', of: 'qty', where: [{ op: 'compare', ...condition }], as: 'n' }],
    });
  });

  it('is of numbers and times only', async () => {
    const { definitions } = await data.tables({ people: 'name,town,age\nAnn,Ulm,3\nBo,Bonn,4\n' });
    const where = [{ op: 'compare', left: 'name', comparison: '>', right: 'town', plus: '3' }];
    const query = Query.parse({ from: { table: 'people' }, where, compute: [{ measure: 'count', as: 'n' }] });
    expect(check(query, definitions).map(({ code }) => code)).toEqual(['type_mismatch']);
    const noNumber = { op: 'compare', left: 'age', comparison: '>', right: 'age', plus: 'much' };
    expect(check({ ...query, where: Query.parse({ ...query, where: [noNumber] }).where }, definitions)).toEqual([
      { code: 'needs', path: 'where.0.plus', what: 'number' },
    ]);
  });
});
