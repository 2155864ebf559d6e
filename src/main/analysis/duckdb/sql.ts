import { join } from 'node:path';
import { CACHE_NAME, COPY_NAME, type Recipe } from './recipe';

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** Texts of SQL, parted by commas. */
export const list = (texts: readonly string[]): string => texts.map(quoteText).join(', ');

export interface Place {
  path: string;
  folder: string;
}

/** The file a dataset is read from. */
export const fileOf = (place: Place, recipe: Recipe): string =>
  recipe.file === 'copy' ? join(place.folder, COPY_NAME) : place.path;
export const cacheOf = (place: Place): string => join(place.folder, CACHE_NAME);

/** The file as a table of its raw columns, which are text in CSV. */
export function rawTable(path: string, recipe: Recipe): string {
  if (!recipe.csv) return `read_parquet(${quoteText(path)})`;
  const { delimiter, header, longest, newline, rows } = recipe.csv;
  const columns = recipe.columns.map((column) => `${quoteText(column.raw)}: 'VARCHAR'`).join(', ');
  const line = Math.max(2 * 1024 * 1024, longest + 1024);
  const options = [
    'auto_detect = false',
    `delim = ${quoteText(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `header = ${header}`,
    `new_line = ${quoteText(newline === '\n' ? '\\n' : '\\r\\n')}`,
    `nullstr = ''`,
    `max_line_size = ${line}`,
    ...(line > 2 * 1024 * 1024 ? [`buffer_size = ${line * 4}`] : []),
    `columns = {${columns}}`,
  ];
  const table = `read_csv(${quoteText(path)}, ${options.join(', ')})`;
  return rows === undefined ? table : `(SELECT * FROM ${table} LIMIT ${rows})`;
}
