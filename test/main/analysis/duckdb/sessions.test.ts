import { expect, test } from 'vitest';
import { queryError } from '../../../../src/main/analysis/duckdb/query/errors';
import { SessionPool } from '../../../../src/main/analysis/duckdb/query/pool';

test('a session is used again, until DuckDB itself has failed in it', async () => {
  let opened = 0;
  const closed: number[] = [];
  const pool = new SessionPool(async () => {
    opened += 1;
    const number = opened;
    return { number, spent: false as boolean, close: () => void closed.push(number) };
  });
  const use = (spent: boolean) =>
    pool.use([], async (session) => {
      session.spent = spent;
      return session.number;
    });
  expect([await use(false), await use(true), await use(false)]).toEqual([1, 1, 2]);
  expect(closed).toEqual([1]);
});

test.each([
  ['IO Error: Could not write file "/tmp/spill/duckdb_temp_0.tmp": No space left on device', 'no_space'],
  ['Binder Error: Referenced column "disk full" not found in FROM clause!', 'query_failed'],
])('%j is told as %s', (said, code) => {
  expect(queryError(new Error(said), new Map())).toMatchObject({ code });
});
