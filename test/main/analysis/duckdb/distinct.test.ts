import { expect, it, onTestFinished } from 'vitest';
import { openMemory } from '../../../../src/main/analysis/duckdb/connection';
import { countDistinct } from '../../../../src/main/analysis/duckdb/profile/distinct';
import { needs, WHOLE } from '../../../support/needs';
import { tempFolder } from '../../../support/temp-folder';

it('different values are counted exactly where they are far more than there is memory', needs(WHOLE), async () => {
  const { connection, close } = await openMemory({ memoryMb: 16, threads: 2, temp: tempFolder() });
  onTestFinished(close);
  const rows = 1_000_000;
  // The first and the last are the same; one is empty.
  const value = `CASE WHEN n <> 7 THEN repeat('x', 100) || n % ${rows - 1} END`;
  const from = `range(${rows}) r(n)`;
  await expect(connection.run(`SELECT count(DISTINCT ${value}) FROM ${from}`)).rejects.toThrow(/^Out of Memory/);
  expect(await countDistinct(connection, { value, from, rows })).toBe(rows - 2);
});
