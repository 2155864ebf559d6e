import { existsSync, writeFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { cacheOf } from '../../../../src/main/analysis/duckdb/sql';
import { storeTable } from '../../../../src/main/analysis/duckdb/store';
import { tempFolder } from '../../../support/temp-folder';

it('leaves no older copy where there is no room for another', async () => {
  const place = { path: 'none.csv', folder: tempFolder() };
  writeFileSync(cacheOf(place), 'the rows as they were read before');
  const run = async () => Promise.reject(new Error('IO Error: No space left on device'));
  const full = { run } as unknown as DuckDBConnection;
  expect(await storeTable(full, place, 'SELECT 1')).toBeNull();
  expect(existsSync(cacheOf(place))).toBe(false);
});
