import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import type { Cell, Table, TableColumn } from '#contract';
import { columnType, toCell } from './cells';

export interface Limits {
  memory: string;
  threads: number;
  temp: string;
}

/** An instance of its own in memory, which may spill to `temp`. */
export async function openMemory(limits: Limits): Promise<{ connection: DuckDBConnection; close(): void }> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: limits.memory,
    threads: String(limits.threads),
    temp_directory: limits.temp,
    max_temp_directory_size: '20GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Runs our own SQL and reads all of the answer. */
export async function readTable(connection: DuckDBConnection, sql: string): Promise<Table> {
  const result = await connection.run(sql);
  const { columns, toRow } = shapeOf(result);
  return { columns, rows: (await result.getRowsJson()).map(toRow) };
}

/** The columns of a result, and how its rows become cells of them. */
export function shapeOf(result: DuckDBResult): { columns: TableColumn[]; toRow(values: readonly unknown[]): Cell[] } {
  const columns = result
    .deduplicatedColumnNames()
    .map((name, index) => ({ name, type: columnType(result.columnType(index)) }));
  return { columns, toRow: (values) => values.map((value, index) => toCell(value, columns[index]?.type ?? 'text')) };
}
