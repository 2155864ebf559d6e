import { AppError } from '#contract/result';
import {
  isDiskFull,
  isForbidden,
  isInterrupt,
  isOutOfMemory,
  isSpillFull,
  NO_ROOM_LEFT,
  offsetOf,
  textOf,
} from '../duckdb-errors';
import type { SpillLimit } from '../spill';
import { rangeAt } from './code-range';

/** A query needs more memory than it had. */
export class OutOfMemory extends AppError {
  constructor(options?: ErrorOptions) {
    super(
      'too_large',
      'The query needs more memory than there is for it. Filter the data first, group by fewer different values, or select fewer columns.',
      { ...options, reason: { code: 'query_memory' } },
    );
  }
}

export interface ErrorContext {
  /** Names of tables by the paths of their files. */
  tables: ReadonlyMap<string, string>;
  spill: SpillLimit;
  /** What was asked. */
  sql?: string | null;
}

/** DuckDB's own words where they help, without the places of files on this computer. */
export function queryError(error: unknown, { tables, spill, sql }: ErrorContext): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const cause = { cause: error };
  if (isForbidden(error))
    return new AppError(
      'query_refused',
      'A query reads the tables of this thread and nothing else: no files, no network, no settings.',
      { ...cause, reason: { code: 'query_outside' } },
    );
  if (isInterrupt(error)) return new AppError('cancelled', 'The query was stopped.', cause);
  if (isOutOfMemory(error)) return isSpillFull(error) ? spillError(spill, cause) : new OutOfMemory(cause);
  if (isDiskFull(error)) return new AppError('no_space', NO_ROOM_LEFT, { ...cause, reason: { code: 'disk_full' } });
  return new AppError('query_failed', withoutPaths(textOf(error), tables), {
    ...cause,
    at: sql == null ? undefined : rangeAt(sql, offsetOf(error)),
  });
}

function spillError({ megabytes, byDisk }: SpillLimit, cause: ErrorOptions): AppError {
  const less = 'filter the data first, group by fewer different values, or select fewer columns';
  if (byDisk)
    return new AppError(
      'no_space',
      `What the query sorts and groups does not fit into memory, and the disk has too little room for it. Free some space on the disk, or ${less}.`,
      { ...cause, reason: { code: 'query_disk' } },
    );
  return new AppError(
    'too_large',
    `What the query sorts and groups takes more than ${(megabytes / 1000).toLocaleString('en-US')} GB on the disk, which is the most it may take. Please ${less}.`,
    { ...cause, reason: { code: 'query_spill', gigabytes: megabytes / 1000 } },
  );
}

function withoutPaths(message: string, tables: ReadonlyMap<string, string>): string {
  let text = message;
  for (const [path, table] of tables) text = text.replaceAll(path, table);
  // What is left of paths and of our own view's text is nobody's business.
  text = text
    .replace(/read_(csv|parquet)\([^\n]*/g, 'the file')
    .replace(/(?:[A-Za-z]:)?[\\/](?:[\w.@+-]+[\\/])+[\w.@+-]*/g, 'a file');
  return text
    .split('\n')
    .filter((line) => !/^\s*file ?=/.test(line))
    .slice(0, 12)
    .join('\n')
    .slice(0, 1_500);
}
