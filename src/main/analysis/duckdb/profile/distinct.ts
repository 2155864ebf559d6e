import type { DuckDBConnection } from '@duckdb/node-api';
import { isOutOfMemory } from '../duckdb-errors';
import { asCount, onlyRow } from './cells';

/** DuckDB keeps the different values of one count in memory; so many mostly fit. */
const AT_A_TIME = 10_000_000;
const MORE_PARTS = 4;
const PARTS_AT_MOST = 256;

/** How many looks it takes to count the different values of so many. */
export const partsFor = (rows: number): number => Math.max(1, Math.ceil(rows / AT_A_TIME));

/**
 * How many different values there are, without the empty ones: counted in parts where there are many, each a look at all.
 * Fails as DuckDB does where even a small part has no room in memory.
 * @param value as SQL
 */
export async function countDistinct(
  connection: DuckDBConnection,
  { value, from, rows }: { value: string; from: string; rows: number },
): Promise<number> {
  for (let parts = partsFor(rows); ; parts *= MORE_PARTS) {
    try {
      let distinct = 0;
      for (let part = 0; part < parts; part += 1) {
        // Another hash than DuckDB's own of the value, by which it finds it again.
        const those = parts > 1 ? `WHERE hash(v, 0) % ${parts} = ${part}` : '';
        const [count] = await onlyRow(
          connection,
          `SELECT count(DISTINCT v) FROM (SELECT ${value} AS v FROM ${from}) ${those}`,
        );
        distinct += asCount(count);
      }
      return distinct;
    } catch (error) {
      if (!isOutOfMemory(error) || parts * MORE_PARTS > PARTS_AT_MOST) throw error;
    }
  }
}
