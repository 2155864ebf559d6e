import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/main/query';
import type { Query } from '../../../src/preload/contract/query';

describe('what a model nearly says is taken as it is meant', () => {
  const parsed = (query: unknown): Query => {
    const result = parseQuery(query);
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    return result.query;
  };
  const base = { from: { table: 't' }, compute: [{ measure: 'count', as: 'count' }] };

  it.each<[string, object, Partial<Query>]>([
    ['a table as a text', { from: 't' }, { from: { table: 't' } }],
    ['nulls', { where: null, by: null, limit: null }, {}],
    [
      'a computation as a text',
      { compute: 'sum(amount)' },
      { compute: [{ measure: 'sum', of: 'amount', as: 'sum of amount' }] },
    ],
    [
      'computations as texts',
      { compute: ['average of price', 'count'] },
      {
        compute: [
          { measure: 'mean', of: 'price', as: 'mean of price' },
          { measure: 'count', as: 'count' },
        ],
      },
    ],
    [
      'names of other tools',
      {
        compute: [
          { function: 'AVG', column: 'price', alias: 'p' },
          { agg: 'count_distinct', field: 'c', name: 'n' },
        ],
      },
      {
        compute: [
          { measure: 'mean', of: 'price', as: 'p' },
          { measure: 'distinct', of: 'c', as: 'n' },
        ],
      },
    ],
    [
      'a share that is asked for like an aggregate',
      {
        by: ['g'],
        compute: [
          { measure: 'sum', of: 'a', as: 's' },
          { measure: 'percent_of_total', of: 's', as: 'x' },
        ],
      },
      {
        by: [{ field: 'g', as: 'g' }],
        compute: [
          { measure: 'sum', of: 'a', as: 's' },
          { window: 'share', of: 's', as: 'x' },
        ],
      },
    ],
    ['groupings as texts', { by: 'region' }, { by: [{ field: 'region', as: 'region' }] }],
    [
      'a grain under another name',
      { group_by: [{ column: 'd', granularity: 'monthly' }] },
      { by: [{ field: 'd', grain: 'month', as: 'monthly' }] },
    ],
    [
      'conditions as a map',
      { where: { region: 'West', n: [1, 2] } },
      {
        where: [
          { op: 'is', field: 'region', values: ['West'] },
          { op: 'is', field: 'n', values: ['1', '2'] },
        ],
      },
    ],
    [
      'operators of SQL',
      {
        where: [
          { field: 'a', op: '=', value: 5 },
          { field: 'b', op: 'NOT IN', value: ['x'] },
          { field: 'c', op: 'like', value: '%ab%' },
          { field: 'd', op: 'is null' },
          { field: 'e', op: 'between', value: [1, 2] },
        ],
      },
      {
        where: [
          { op: 'is', field: 'a', values: ['5'] },
          { op: 'is_not', field: 'b', values: ['x'] },
          { op: 'contains', field: 'c', text: 'ab' },
          { op: 'missing', field: 'd' },
          { op: 'between', field: 'e', from: '1', to: '2' },
        ],
      },
    ],
    [
      'periods as they are written',
      {
        where: [
          { op: 'during', field: 'd', period: '2024-Q1' },
          { op: 'during', field: 'd', period: { year: '2024', month: '3' } },
          { field: 'd', during: 2023 },
        ],
      },
      {
        where: [
          { op: 'during', field: 'd', period: { kind: 'quarter', year: 2024, quarter: 1 } },
          { op: 'during', field: 'd', period: { kind: 'month', year: 2024, month: 3 } },
          { op: 'during', field: 'd', period: { kind: 'year', year: 2023 } },
        ],
      },
    ],
    [
      'a mean over groups as a list of their fields',
      { compute: [{ fn: 'sum', column: 'a', each: ['d', { field: 'e', grain: 'monthly' }], as: 'x' }] },
      {
        compute: [
          {
            measure: 'sum',
            of: 'a',
            each: { by: [{ field: 'd' }, { field: 'e', grain: 'month' }], aggregate: 'mean' },
            as: 'x',
          },
        ],
      },
    ],
    [
      'groups by how much things have',
      { by: [{ field: 'd', measured: { aggregate: 'total', field: 'a' }, as: 'x' }] },
      { by: [{ field: 'd', measured: { measure: 'sum', of: 'a' }, as: 'x' }] },
    ],
    [
      'how far two fields are apart',
      { where: [{ op: 'compare', left: 'd', comparison: '>', right: 'e', plus: 3 }] },
      { where: [{ op: 'compare', left: 'd', comparison: '>', right: 'e', plus: '3' }] },
    ],
    ['an order as a text', { order: 'sales desc' }, { order: [{ value: 'sales', direction: 'descending' }] }],
    [
      'an order of other tools',
      { order_by: [{ field: 'sales', dir: 'DESC' }] },
      { order: [{ value: 'sales', direction: 'descending' }] },
    ],
    ['a limit as a number or a text', { limit: '5' }, { limit: { n: 5 } }],
    ['rows as a list', { compute: null, rows: ['a', 'b'] }, { rows: { fields: ['a', 'b'] } }],
    [
      'keys of a join as a text',
      { from: { table: 't', joins: { table: 'u', on: 'a = b', type: 'inner' } } },
      { from: { table: 't', joins: [{ table: 'u', on: [['a', 'b']], unmatched: 'drop' }] } },
    ],
    [
      'a percentile as a share',
      { compute: [{ measure: 'percentile', of: 'a', percentile: 0.9, as: 'p' }] },
      { compute: [{ measure: 'percentile', of: 'a', percentile: '90', as: 'p' }] },
    ],
    [
      'a condition on the result that names a field',
      { having: [{ field: 'count', op: 'gt', value: 3 }] },
      { having: [{ value: 'count', op: '>', than: '3' }] },
    ],
  ])('%s', (_, given, meant) => {
    const { compute, ...rest } = { ...base, ...given };
    const expected = { ...base, ...meant } as Query;
    if (compute === null) delete expected.compute;
    expect(parsed({ ...rest, compute })).toEqual(expected);
  });

  it.each<[string, object]>([
    ['2024', { kind: 'year', year: 2024 }],
    ['2024-Q3', { kind: 'quarter', year: 2024, quarter: 3 }],
    ['2024-07', { kind: 'month', year: 2024, month: 7 }],
    ['2024-01-31..2024-02-29', { kind: 'range', from: '2024-01-31', to: '2024-02-29' }],
    ['from 2024-01-31 to 2024-02-29', { kind: 'range', from: '2024-01-31', to: '2024-02-29' }],
    ['2024-01-31..', { kind: 'range', from: '2024-01-31' }],
    ['..2024-02-29', { kind: 'range', to: '2024-02-29' }],
    ['last 3 months', { kind: 'last', n: 3, unit: 'month' }],
    ['the last week', { kind: 'last', n: 1, unit: 'week' }],
    ['weekday 6, 7', { kind: 'part', part: 'weekday', values: [6, 7] }],
  ])('a period written as %s', (period, meant) => {
    expect(parsed({ ...base, where: [{ op: 'during', field: 'd', period }] }).where).toEqual([
      { op: 'during', field: 'd', period: meant },
    ]);
  });

  it('as JSON in a text, or one level too deep', () => {
    expect(parsed(JSON.stringify(base))).toEqual(base);
    expect(parsed({ query: base })).toEqual(base);
  });

  it('but what is not plain is a problem at its place', () => {
    expect(parseQuery({ ...base, compute: [{ measure: 'wobble', of: 'a', as: 'x' }] })).toMatchObject({
      problems: [{ code: 'malformed', path: 'compute.0.measure' }],
    });
    expect(parseQuery({ ...base, qualify: 'x' })).toMatchObject({
      problems: [{ code: 'malformed', message: expect.stringContaining('qualify') }],
    });
    expect(parseQuery('SELECT 1')).toMatchObject({ problems: [{ code: 'malformed' }] });
  });
});
