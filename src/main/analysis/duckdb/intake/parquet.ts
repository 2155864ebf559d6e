import type { DatasetProfile } from '#contract';
import { AppError } from '#contract/result';
import { onlyValue, readTable } from '../connection';
import { isDiskFull, isInterrupt, isOutOfMemory } from '../duckdb-errors';
import { profileTable, type ReadColumn } from '../profile';
import type { Recipe } from '../recipe';
import { quoteText, rawTable } from '../sql';
import type { ReadContext, ReadOutcome, ReadRequest } from './context';
import { columnNames } from './dialect';
import { COLUMNS_AT_MOST } from './limits';

/** A Parquet file says itself what is in it. */
export async function readParquet(request: ReadRequest, context: ReadContext): Promise<ReadOutcome> {
  const draft: Recipe = { version: 1, file: 'source', csv: null, columns: [] };
  const from = rawTable(request.path, draft);
  const table = await readTable(context.connection, `SELECT * FROM ${from} LIMIT 0`).catch((error: unknown) => {
    throw damaged('its description of itself cannot be read', error);
  });
  if (table.columns.length > COLUMNS_AT_MOST)
    throw new AppError('too_large', `The file has ${table.columns.length} columns; ${COLUMNS_AT_MOST} can be read.`);
  const names = columnNames(table.columns.map((column) => column.name));
  const columns = table.columns.map(
    (column, i): ReadColumn => ({
      name: names[i] ?? column.name,
      raw: column.name,
      how: { as: 'native', type: column.type },
      unit: null,
      readAs: [],
      guessed: false,
    }),
  );
  let share = 0.1;
  const profiled = await profileTable(
    context.connection,
    () => from,
    columns,
    (doing) => {
      context.progress(share, doing);
      share += 0.45;
    },
  ).catch((error: unknown) => {
    if (error instanceof AppError || isInterrupt(error) || isOutOfMemory(error) || isDiskFull(error)) throw error;
    throw damaged('what is in it is not what it says', error);
  });
  const told = Number(
    await onlyValue(context.connection, `SELECT sum(num_rows) FROM parquet_file_metadata(${quoteText(request.path)})`),
  );
  if (told !== profiled.rows)
    throw damaged(
      `it says that it has ${told.toLocaleString('en-US')} rows, and has ${profiled.rows.toLocaleString('en-US')}`,
      null,
    );
  if (profiled.rows === 0)
    throw new AppError('unreadable_file', 'The file has no rows, only a description of its columns.');
  const profile: DatasetProfile = {
    format: 'parquet',
    encoding: null,
    delimiter: null,
    records: profiled.rows,
    rows: profiled.rows,
    rejected: 0,
    rejects: [],
    duplicates: profiled.duplicates,
    columns: profiled.columns,
    notes: [],
  };
  return { profile, recipe: { ...draft, columns: profiled.recipe } };
}

const damaged = (how: string, cause: unknown): AppError =>
  new AppError('unreadable_file', `The Parquet file is damaged: ${how}. Export or download it again.`, { cause });
