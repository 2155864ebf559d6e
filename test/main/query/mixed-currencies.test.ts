import { describe, expect, it } from 'vitest';
import { check } from '../../../src/main/query';
import { derive } from '../../../src/main/query/definitions';
import type { Query } from '../../../src/preload/contract/query';
import { dataEngine } from '../../support/data-engine';

const data = dataEngine();

async function problemsOf(query: Omit<Query, 'from'>): Promise<unknown[]> {
  const { profile } = await data.read('amount,currency,shop\n10,EUR,A\n20,USD,A\n30,EUR,B\n');
  return check({ from: { table: 'data' }, ...query }, [derive({ profile, table: 'data', source: 'data.csv' })]);
}

describe('amounts in several currencies', () => {
  it.each(['sum', 'mean', 'max'] as const)('have no %s', async (measure) => {
    expect(
      await problemsOf({ compute: [{ measure, of: 'amount', as: 'x' }], by: [{ field: 'shop', as: 'shop' }] }),
    ).toMatchObject([{ code: 'mixed_units', path: 'compute.0.of', units: ['EUR', 'USD'] }]);
  });

  it.each<[string, Omit<Query, 'from'>]>([
    [
      'by currency',
      { by: [{ field: 'currency', as: 'currency' }], compute: [{ measure: 'sum', of: 'amount', as: 'x' }] },
    ],
    [
      'of one currency',
      {
        where: [{ op: 'is', field: 'currency', values: ['EUR'] }],
        compute: [{ measure: 'sum', of: 'amount', as: 'x' }],
      },
    ],
    ['as a count', { compute: [{ measure: 'count', of: 'amount', as: 'x' }] }],
  ])('can be computed %s', async (_how, query) => {
    expect(await problemsOf(query)).toEqual([]);
  });
});
