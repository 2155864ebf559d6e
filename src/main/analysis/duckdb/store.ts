import { open, rename, rm } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isDiskFull } from './duckdb-errors';
import { cacheOf, type Place, quoteText } from './sql';

/**
 * Writes the columnar copy that makes queries quick, under another name until it is whole and on disk; returns it as a
 * table. Null where there is no room for it: queries work without it.
 */
export async function storeTable(connection: DuckDBConnection, place: Place, select: string): Promise<string | null> {
  const path = cacheOf(place);
  const partial = `${path}.partial`;
  try {
    await connection.run(`COPY (${select}) TO ${quoteText(partial)} (FORMAT parquet, COMPRESSION zstd)`);
    const file = await open(partial, 'r');
    await file.sync().finally(() => file.close());
    await rename(partial, path);
    return `read_parquet(${quoteText(path)})`;
  } catch (error) {
    if (isDiskFull(error)) {
      // An older copy may hold other rows.
      await rm(path, { force: true });
      return null;
    }
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
}
