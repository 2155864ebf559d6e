import { describe, expect, it } from 'vitest';
import type { QueryFact } from '../../../src/preload/contract/query-results';
import { askedTables, type Changes } from '../../support/query/asked';

const data = askedTables();
const additive = (...names: string[]): Changes => ({
  t: { fields: Object.fromEntries(names.map((name) => [name, { addsUp: 'always' }])) },
});
const total = { measure: 'sum', of: 'n', as: 'total' };
const g = { field: 'g', as: 'g' };
const top = [{ value: 'total', direction: 'descending' }];

/** The facts of a code that a query over the lines has. */
async function factsOf(code: QueryFact['code'], lines: string, query: object): Promise<QueryFact[]> {
  const { ask } = await data.tables({ t: lines }, additive('n'));
  const { facts } = await ask({ from: { table: 't' }, ...query });
  return facts.filter((fact) => fact.code === code);
}

describe('what figures leave out is told', () => {
  it('rows outside of the conditions', async () => {
    const where = [{ op: 'is', field: 'g', values: ['a'] }];
    expect(await factsOf('rows_used', 'g,n\na,1\nb,2\na,3\n', { where, compute: [total] })).toEqual([
      { code: 'rows_used', used: 2, of: 3 },
    ]);
  });

  it('rows without a value, for each measure that leaves them out, among the rows that are used', async () => {
    const lines = 'g,n,m\na,1,\na,,2\nb,,\n';
    const where = [{ op: 'is', field: 'g', values: ['a'] }];
    const compute = [
      total,
      { measure: 'mean', of: 'n', as: 'mean' },
      { measure: 'mean', of: 'm', as: 'other' },
      { measure: 'count', as: 'rows' },
    ];
    expect(await factsOf('rows_without', lines, { where, compute })).toEqual([
      { code: 'rows_without', field: 'n', count: 1, outputs: ['total', 'mean'] },
      { code: 'rows_without', field: 'm', count: 1, outputs: ['other'] },
    ]);
  });

  it('rows without a date, which are in no period', async () => {
    const by = [{ field: 'd', grain: 'month', as: 'month' }];
    expect(await factsOf('rows_without', 'd,n\n2024-01-01,1\n,2\n2024-01-31,\n', { by, compute: [total] })).toEqual([
      { code: 'rows_without', field: 'd', count: 1, outputs: [] },
      { code: 'rows_without', field: 'n', count: 1, outputs: ['total'] },
    ]);
  });

  it('groups that share the last place', async () => {
    const lines = 'g,n\na,5\nb,3\nc,3\nd,3\ne,1\n';
    const ties = async (limit: object) => factsOf('ties', lines, { by: [g], compute: [total], order: top, limit });
    expect(await ties({ n: 2 })).toEqual([{ code: 'ties', output: 'total', at: 3, count: 3, shown: 1 }]);
    expect(await ties({ n: 4 })).toEqual([]);
    expect(await ties({ n: 1 })).toEqual([]);
    expect(await ties({ n: 1, skip: 2 })).toEqual([{ code: 'ties', output: 'total', at: 3, count: 3, shown: 1 }]);
  });

  it('single rows that share it', async () => {
    const query = { rows: { fields: ['g'] }, order: [{ value: 'n', direction: 'ascending' }], limit: { n: 1 } };
    expect(await factsOf('ties', 'g,n\na,1\nb,1\nc,2\n', query)).toEqual([
      { code: 'ties', output: 'n', at: 1, count: 2, shown: 1 },
    ]);
  });

  it('groups of which each has a shared last place', async () => {
    const lines = 'h,g,n\nx,a,1\nx,b,1\ny,a,1\ny,b,2\n';
    const query = { by: [{ field: 'h', as: 'h' }, g], compute: [total], order: top, limit: { n: 1, within: ['h'] } };
    expect(await factsOf('ties_within', lines, query)).toEqual([{ code: 'ties_within', output: 'total', count: 1 }]);
  });

  it('groups that might have been among those which lead', async () => {
    const lines = 'h,g,n\nx,a,1\ny,a,1\nx,b,2\n';
    const query = { by: [{ field: 'h', as: 'h' }, g], compute: [total], order: top, limit: { n: 1, of: 'g' } };
    expect(await factsOf('ties', lines, query)).toEqual([{ code: 'ties', output: 'total', at: 2, count: 2, shown: 1 }]);
  });

  it('periods that the data begins or ends in', async () => {
    const lines = 'd,n\n2024-01-20,1\n2024-02-10,2\n2024-03-10,3\n';
    const by = [{ field: 'd', grain: 'month', as: 'month' }];
    const begins = {
      code: 'period_incomplete',
      output: 'month',
      grain: 'month',
      period: '2024-01-01',
      data: 'begins',
      at: '2024-01-20',
    };
    const ends = {
      code: 'period_incomplete',
      output: 'month',
      grain: 'month',
      period: '2024-03-01',
      data: 'ends',
      at: '2024-03-10',
    };
    expect(await factsOf('period_incomplete', lines, { by, compute: [total] })).toEqual([begins, ends]);
    const where = [{ op: 'during', field: 'd', period: { kind: 'range', to: '2024-02-29' } }];
    expect(await factsOf('period_incomplete', lines, { where, by, compute: [total] })).toEqual([begins]);
    const years = [{ field: 'd', grain: 'year', as: 'month' }];
    expect(await factsOf('period_incomplete', lines, { by: years, compute: [total] })).toEqual([
      { ...begins, grain: 'year', period: 2024 },
      { ...ends, grain: 'year', period: 2024 },
    ]);
  });

  it('periods of conditions that the data does not cover', async () => {
    const lines = 'd,n\n2023-01-02,1\n2024-02-10,2\n2025-03-10,3\n';
    const during = (year: number) => [{ op: 'during', field: 'd', period: { kind: 'year', year } }];
    const of = (year: number, as: string) => ({ ...total, where: during(year), as });
    const ends = { code: 'period_incomplete', period: 2025, grain: 'year', data: 'ends', at: '2025-03-10' };
    expect(await factsOf('period_incomplete', lines, { compute: [of(2023, 'a'), of(2025, 'b')] })).toEqual([ends]);
    expect(await factsOf('period_incomplete', lines, { where: during(2025), compute: [total] })).toEqual([ends]);
    expect(await factsOf('period_incomplete', lines, { where: during(2024), compute: [total] })).toEqual([]);
  });

  it('periods without rows', async () => {
    const by = [{ field: 'd', grain: 'month', as: 'month' }];
    expect(await factsOf('gaps', 'd,n\n2023-11-01,1\n2024-02-10,2\n2024-03-10,3\n', { by, compute: [total] })).toEqual([
      { code: 'gaps', output: 'month', count: 2, of: 5 },
    ]);
  });

  it('parts below zero of a whole', async () => {
    const compute = [total, { window: 'share', of: 'total', as: 'share' }];
    expect(await factsOf('negative_parts', 'g,n\na,3\nb,-1\n', { by: [g], compute })).toEqual([
      { code: 'negative_parts', output: 'share', count: 1 },
    ]);
  });

  it('last moments with several rows', async () => {
    const last = { measure: 'last', of: 'n', with: 'd', as: 'last' };
    const lines = 'g,d,n\na,2024-01-01,9\na,2024-01-02,4\na,2024-01-02,3\nb,2024-01-02,1\n';
    expect(await factsOf('several_at_moment', lines, { by: [g], compute: [last] })).toEqual([
      { code: 'several_at_moment', output: 'last', count: 1 },
    ]);
  });

  it('values of another table that count for each row they are joined to', async () => {
    const { ask } = await data.tables({ t: 'id,p\n1,1\n2,1\n', people: 'id,age\n1,30\n2,40\n' });
    const joins = [{ table: 'people', on: [['p', 'id']] }];
    const { facts } = await ask({
      from: { table: 't', joins },
      compute: [{ measure: 'mean', of: 'people.age', as: 'age' }],
    });
    expect(facts).toContainEqual({ code: 'repeated_by_join', output: 'age', table: 'people' });
  });
});
