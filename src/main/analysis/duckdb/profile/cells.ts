import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell } from '#contract';
import { readTable } from '../connection';

const SHOWN = 200;

export const asCount = (cell: Cell | undefined): number => Number(cell ?? 0);
/** As much of a text as a profile shows. */
export const short = (cell: Cell): Cell => (typeof cell === 'string' ? cell.slice(0, SHOWN) : cell);

export async function onlyRow(connection: DuckDBConnection, sql: string): Promise<readonly Cell[]> {
  const { rows } = await readTable(connection, sql);
  return rows[0] ?? [];
}
