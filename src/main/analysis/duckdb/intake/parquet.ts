import type { DatasetProfile } from '#contract';
import { AppError } from '#contract/result';
import { onlyValue, readTable } from '../connection';
import { isDiskFull, isInterrupt, isOutOfMemory } from '../duckdb-errors';
import type { IntakeColumn } from '../infer/types';
import { profileRows } from '../profile';
import { asCount, onlyRow } from '../profile/cells';
import { inParts } from '../profile/parts';
import type { Recipe } from '../recipe';
import { quoteName, quoteText, rawTable } from '../sql';
import { typedSelect } from '../typed-value';
import { columnNames } from './dialect';
import { COLUMNS_AT_MOST } from './limits';
import { hashesOf } from './load';
import type { IntakeContext, IntakeOutcome, IntakeRequest } from './types';

/** A Parquet file says itself what is in it. */
export async function takeInParquet(request: IntakeRequest, context: IntakeContext): Promise<IntakeOutcome> {
  const draft: Recipe = { version: 1, file: 'source', csv: null, columns: [] };
  const from = rawTable(request.path, draft);
  const table = await readTable(context.connection, `SELECT * FROM ${from} LIMIT 0`).catch((error: unknown) => {
    throw damaged('its description of itself cannot be read', error);
  });
  if (table.columns.length > COLUMNS_AT_MOST)
    throw new AppError('too_large', `The file has ${table.columns.length} columns; ${COLUMNS_AT_MOST} can be read.`, {
      reason: { code: 'too_many_columns', count: table.columns.length, most: COLUMNS_AT_MOST },
    });
  const names = columnNames(table.columns.map((column) => column.name));
  const columns = table.columns.map(
    (column, i): IntakeColumn => ({
      name: names[i] ?? column.name,
      raw: column.name,
      how: { as: 'native', type: column.type },
      unit: null,
      readAs: [],
      guessed: false,
      sampled: null,
    }),
  );
  const { rows, profiled } = await profileFile(from, columns, context).catch((error: unknown) => {
    if (error instanceof AppError || isInterrupt(error) || isOutOfMemory(error) || isDiskFull(error)) throw error;
    throw damaged('what is in it is not what it says', error);
  });
  const rowsStated = Number(
    await onlyValue(context.connection, `SELECT sum(num_rows) FROM parquet_file_metadata(${quoteText(request.path)})`),
  );
  if (rowsStated !== rows)
    throw damaged(
      `it says that it has ${rowsStated.toLocaleString('en-US')} rows, and has ${rows.toLocaleString('en-US')}`,
      null,
    );
  if (rows === 0)
    throw new AppError('unreadable_file', 'The file has no rows, only a description of its columns.', {
      reason: { code: 'only_header' },
    });
  const profile: DatasetProfile = {
    format: 'parquet',
    encoding: null,
    delimiter: null,
    records: rows,
    rows,
    rejected: 0,
    rejects: [],
    duplicates: profiled.duplicates,
    columns: profiled.columns,
    notes: profiled.notes,
    repeatedKeys: profiled.repeatedKeys,
  };
  return { profile, recipe: { ...draft, columns: columns.map(({ name, raw, how }) => ({ name, raw, how })) } };
}

async function profileFile(from: string, columns: readonly IntakeColumn[], { connection, progress }: IntakeContext) {
  progress(0.1, { code: 'checking_values' });
  const table = { from: `(${typedSelect(from, columns)})`, row: null, unread: () => 'NULL', anyUnread: 'false' };
  const names = columns.map(({ name }) => name);
  const typed = { columns, stored: true, tableOf: () => table, hashes: hashesOf(table.from, names) };
  let rows = 0;
  // Counted as they are read: the file's description of itself may say another number.
  await inParts(columns, async (some) => {
    const counts = some.map(({ name }) => `count(${quoteName(name)})`);
    rows = asCount((await onlyRow(connection, `SELECT count(*), ${counts.join(', ')} FROM ${table.from}`))[0]);
  });
  progress(0.55, { code: 'counting_values' });
  return { rows, profiled: await profileRows(connection, typed, rows, new Map()) };
}

const damaged = (how: string, cause: unknown): AppError =>
  new AppError('unreadable_file', `The Parquet file is damaged: ${how}. Export or download it again.`, {
    reason: { code: 'parquet_damaged' },
    cause,
  });
