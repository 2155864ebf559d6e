import { AppError } from '#contract/result';
import { isDiskFull } from '../disk-full';

/** DuckDB's own words where they help, without the places of files on this computer. */
export function queryError(error: unknown, tables: ReadonlyMap<string, string>): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const said = error.message;
  const cause = { cause: error };
  if (
    /Permission Error|not allowed|disabled by configuration|configuration has been locked|Cannot (change|read|write|open|access).*lock/i.test(
      said,
    )
  ) {
    return new AppError(
      'query_refused',
      'A query reads the tables of this thread and nothing else: no files, no network, no settings.',
      cause,
    );
  }
  if (/^IO Error/.test(said) && isDiskFull(said))
    return new AppError('no_space', 'The disk is full. Free some space and try again.', cause);
  if (/INTERRUPT/i.test(said)) return new AppError('cancelled', 'The query was stopped.', cause);
  if (/Out of Memory|could not allocate|max_temp_directory_size/i.test(said)) {
    return new AppError(
      'too_large',
      'The query needs more memory than it may use. Group or filter the data first.',
      cause,
    );
  }
  return new AppError('query_failed', withoutPaths(said, tables), cause);
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
