import { describe, expect, it } from 'vitest';
import { check } from '../../../src/main/query';
import type { Query } from '../../../src/preload/contract/query';
import type { QueryProblem } from '../../../src/preload/contract/query-results';
import { english, problemWords } from '../../../src/preload/words';
import { handMade } from '../../support/query/hand-made';

const number = { type: 'decimal', role: 'measure', scale: 2 } as const;
const cities = handMade('cities', {
  city: { values: ['Paris', 'Lyon'] },
  year: { type: 'integer', role: 'time', grain: 'year', min: 2019, max: 2023 },
  counted_on: { type: 'date', role: 'time', grain: 'month', min: '2019-01-01', max: '2023-12-01' },
  population: { ...number, addsUp: 'not_over_time' },
  cases: { ...number, cumulative: true, addsUp: 'not_over_time' },
  births: number,
  rate: { ...number, addsUp: 'never' },
  cost: { ...number, unit: { kind: 'currency', code: 'USD' } },
  price: { ...number, unit: { kind: 'currency', code: 'EUR' } },
});
const from = { table: 'cities' };
const problemsOf = (query: Omit<Query, 'from'> & Partial<Pick<Query, 'from'>>): QueryProblem[] =>
  check({ from, ...query }, [cities]);
const sum = (of: string) => ({ measure: 'sum' as const, of, as: 'x' });
const city = { field: 'city', as: 'city' };
const births = { ...sum('births'), as: 'births' };

describe('what cannot be computed is told, with what may be meant', () => {
  it.each<[string, Parameters<typeof problemsOf>[0], Partial<QueryProblem>]>([
    ['an unknown table', { from: { table: 'citys' }, compute: [births] }, { code: 'unknown_table', near: ['cities'] }],
    [
      'an unknown field',
      { compute: [sum('birth')] },
      { code: 'unknown_field', path: 'compute.0.of', near: ['births'] },
    ],
    [
      'an unknown output',
      { by: [city], compute: [births], order: [{ value: 'birth', direction: 'ascending' }] },
      { code: 'unknown_output', path: 'order.0.value', near: ['births'] },
    ],
    [
      'a name that is taken',
      { by: [city], compute: [{ ...births, as: 'City' }] },
      { code: 'name_taken', path: 'compute.0.as' },
    ],
    [
      'a mean of texts',
      { compute: [{ measure: 'mean', of: 'city', as: 'x' }] },
      { code: 'type_mismatch', needs: ['number', 'boolean'] },
    ],
    [
      'a number that is a text',
      { where: [{ op: '>', field: 'births', value: 'many' }], compute: [births] },
      { code: 'type_mismatch', value: 'many' },
    ],
    [
      'a day that there is not',
      { where: [{ op: 'is', field: 'counted_on', values: ['2023-02-29'] }], compute: [births] },
      { code: 'type_mismatch', needs: ['time'] },
    ],
    [
      'months of years',
      { by: [{ field: 'year', grain: 'month', as: 'm' }], compute: [births] },
      { code: 'too_coarse', field: 'year' },
    ],
    [
      'hours of days',
      { by: [{ field: 'counted_on', part: 'hour_of_day', as: 'h' }], compute: [births] },
      { code: 'too_coarse' },
    ],
    [
      'a window that walks along nothing',
      {
        by: [city, { field: 'rate', as: 'r' }, { field: 'births', as: 'b' }],
        compute: [
          { measure: 'count', as: 'n' },
          { window: 'growth', of: 'n', as: 'g' },
        ],
      },
      { code: 'needs', what: 'along' },
    ],
    [
      'a year before without a time',
      {
        by: [city],
        compute: [births, { window: 'growth', of: 'births', along: 'city', against: 'year_before', as: 'g' }],
      },
      { code: 'needs', what: 'time' },
    ],
    [
      'a share of one figure',
      { compute: [births, { window: 'share', of: 'births', as: 's' }] },
      { code: 'needs', what: 'groups' },
    ],
    [
      'a share of means',
      {
        by: [city],
        compute: [
          { measure: 'mean', of: 'rate', as: 'm' },
          { window: 'share', of: 'm', as: 's' },
        ],
      },
      { code: 'no_whole', output: 'm' },
    ],
    [
      'a total of two currencies',
      { compute: [{ measure: 'sum', of: { calculate: 'add', left: 'cost', right: 'price' }, as: 'x' }] },
      { code: 'mixed_units', units: ['USD', 'EUR'] },
    ],
    [
      'two totals in two currencies together',
      {
        compute: [
          { ...sum('cost'), as: 'a' },
          { ...sum('price'), as: 'b' },
          { calculate: 'add', left: 'a', right: 'b', as: 'c' },
        ],
      },
      { code: 'mixed_units' },
    ],
    [
      'values that rest on each other',
      {
        compute: [
          { calculate: 'add', left: 'b', right: 'b', as: 'a' },
          { calculate: 'add', left: 'a', right: 'a', as: 'b' },
        ],
      },
      { code: 'circular' },
    ],
    ['rows and groups', { rows: {}, by: [city] }, { code: 'not_here', what: 'rows_and_groups' }],
    ['nothing', {}, { code: 'needs', what: 'computation' }],
    [
      'a percentile of 200',
      { compute: [{ measure: 'percentile', of: 'births', percentile: '200', as: 'x' }] },
      { code: 'needs', what: 'percentile' },
    ],
    ['an own measure that there is not', { compute: [{ own: 'margin', as: 'x' }] }, { code: 'unknown_measure' }],
  ])('%s', (_, query, problem) => {
    const problems = problemsOf(query);
    expect(problems).toMatchObject([problem]);
    for (const entry of problems) expect(problemWords(english, entry)).toMatch(/^[\p{Lu}“\p{L}].*[.?]$/u);
  });
});

describe('what must not be added up', () => {
  const year = { field: 'year', as: 'year' };
  const refused = (query: Parameters<typeof problemsOf>[0]) =>
    problemsOf(query).map((problem) => problem.code === 'does_not_add_up' && problem.why);

  it('is refused, and its mean offered', () => {
    const [problem] = problemsOf({ by: [city], compute: [sum('rate')] });
    const offers = problem?.code === 'does_not_add_up' ? problem.alternatives : [];
    expect(offers.map(({ compute }) => compute?.[0])).toMatchObject([{ measure: 'mean' }, { measure: 'median' }]);
    for (const offer of offers) expect(check(offer, [cities])).toEqual([]);
  });

  it('over time may be added up at one moment of it', () => {
    expect(refused({ by: [city], compute: [sum('population')] })).toEqual(['not_over_time']);
    expect(refused({ compute: [sum('cases')] })).toEqual(['cumulative']);
    expect(refused({ by: [year], compute: [sum('population')] })).toEqual([]);
    expect(refused({ by: [{ field: 'counted_on', grain: 'month', as: 'm' }], compute: [sum('population')] })).toEqual(
      [],
    );
    expect(refused({ by: [{ field: 'counted_on', grain: 'quarter', as: 'q' }], compute: [sum('population')] })).toEqual(
      ['not_over_time'],
    );
    const during = (period: object) =>
      ({ where: [{ op: 'during', field: 'counted_on', period }], compute: [sum('population')] }) as Parameters<
        typeof problemsOf
      >[0];
    expect(refused(during({ kind: 'month', year: 2023, month: 5 }))).toEqual([]);
    expect(refused(during({ kind: 'quarter', year: 2023, quarter: 2 }))).toEqual(['not_over_time']);
  });

  it('over time is offered at its last moment', () => {
    const [problem] = problemsOf({ by: [city], compute: [sum('cases')] });
    const [offer] = problem?.code === 'does_not_add_up' ? problem.alternatives : [];
    expect(offer?.where).toEqual([{ op: 'during', field: 'year', period: { kind: 'last', n: 1, unit: 'year' } }]);
    expect(check(offer!, [cities])).toEqual([]);
  });

  it('may be when it is weighed', () => {
    const of = (calculate: 'multiply' | 'divide', right: string) => ({
      compute: [{ measure: 'sum' as const, of: { calculate, left: 'rate', right }, as: 'x' }],
    });
    expect(refused(of('multiply', 'births'))).toEqual([]);
    expect(refused(of('multiply', 'rate'))).toEqual(['never']);
    expect(refused(of('divide', 'births'))).toEqual(['never']);
  });
});
