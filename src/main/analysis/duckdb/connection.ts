import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import type { Cell, Table, TableColumn } from '#contract';
import { columnType, toCell } from './cells';
import { type SpillLimit, spillLimit } from './spill';

export interface DatabaseLimits {
  memoryMb: number;
  threads: number;
  /** A folder of this process alone. */
  temp: string;
}

export interface MemoryDatabase {
  connection: DuckDBConnection;
  spill: SpillLimit;
  /** Ends what runs, and takes with it what was spilled. */
  close(): void;
  /** The same instance under another connection: what was temporary in this one is gone. */
  reconnect(): Promise<MemoryDatabase>;
}

let opened = 0;

/** An instance of its own in memory. It spills into a folder of its own: DuckDB names the files alike in every instance. */
export async function openMemory({ memoryMb, threads, temp }: DatabaseLimits): Promise<MemoryDatabase> {
  opened += 1;
  mkdirSync(temp, { recursive: true, mode: 0o700 });
  // DuckDB makes it when there is something to spill.
  const folder = join(temp, `spill-${opened}`);
  const spill = await spillLimit(temp);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMb}MB`,
    threads: String(threads),
    temp_directory: folder,
    max_temp_directory_size: `${spill.megabytes}MB`,
    // What files hold is cached by the system; here it would take the memory of the sessions that wait.
    enable_external_file_cache: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  return connected(instance, folder, spill);
}

async function connected(instance: DuckDBInstance, folder: string, spill: SpillLimit): Promise<MemoryDatabase> {
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  return {
    connection,
    spill,
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
    reconnect: () => {
      connection.closeSync();
      return connected(instance, folder, spill);
    },
  };
}

/** Runs our own SQL and reads all of the answer. */
export async function readTable(connection: DuckDBConnection, sql: string): Promise<Table> {
  const result = await connection.run(sql);
  const columns = columnsOf(result);
  const toRow = (values: readonly unknown[]): Cell[] =>
    values.map((value, index) => toCell(value, columns[index]?.type ?? 'text'));
  return { columns, rows: (await result.getRowsJson()).map(toRow) };
}

export async function onlyValue(connection: DuckDBConnection, sql: string): Promise<Cell> {
  return (await readTable(connection, sql)).rows[0]?.[0] ?? null;
}

/** The columns of a result; no two have the same name. */
export function columnsOf(result: DuckDBResult): TableColumn[] {
  const taken = new Set<string>();
  return result.columnNames().map((given, index) => {
    let name = given;
    for (let n = 1; taken.has(name); n += 1) name = `${given}:${n}`;
    taken.add(name);
    return { name, type: columnType(result.columnType(index)) };
  });
}
