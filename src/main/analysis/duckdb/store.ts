import { open, rename, rm } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isDiskFull } from './duckdb-errors';
import { cacheOf, type Place, quoteText } from './sql';

/**
 * Writes the columnar copy that makes queries quick, and returns it as a table. Null where there is no room for it: queries
 * work without it.
 */
export async function storeTable(connection: DuckDBConnection, place: Place, select: string): Promise<string | null> {
  const path = cacheOf(place);
  try {
    await writeParquet(connection, { path, select, options: 'COMPRESSION zstd' });
    return `read_parquet(${quoteText(path)})`;
  } catch (error) {
    if (isDiskFull(error)) {
      // An older copy may hold other rows.
      await rm(path, { force: true });
      return null;
    }
    throw error;
  }
}

/** Writes rows as Parquet, under another name until they are whole and on disk. */
export async function writeParquet(
  connection: DuckDBConnection,
  { path, select, options }: { path: string; select: string; options: string },
): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await connection.run(`COPY (${select}) TO ${quoteText(partial)} (FORMAT parquet, ${options})`);
    const file = await open(partial, 'r');
    await file.sync().finally(() => file.close());
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}
