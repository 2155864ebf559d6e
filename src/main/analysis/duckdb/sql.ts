import { join } from 'node:path';
import {
  CACHE_NAME,
  COPY_NAME,
  CURRENCY_CODES,
  EMPTY_TEXT,
  EMPTY_WORDS,
  type How,
  type Recipe,
  type RecipeColumn,
} from './recipe';

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (texts: readonly string[]): string => texts.map(quoteText).join(', ');

export interface Place {
  path: string;
  folder: string;
}

/** The file a dataset is read from. */
export const fileOf = (place: Place, recipe: Recipe): string =>
  recipe.file === 'copy' ? join(place.folder, COPY_NAME) : place.path;
export const cacheOf = (place: Place): string => join(place.folder, CACHE_NAME);

/** The file as a table of its raw columns: text in CSV, but for those that DuckDB reads directly. */
export function rawTable(path: string, recipe: Recipe): string {
  if (!recipe.csv) return `read_parquet(${quoteText(path)})`;
  const { delimiter, header, longest, newline } = recipe.csv;
  const typeOf = (column: RecipeColumn) => (column.direct && directType(column.how)) || 'VARCHAR';
  const columns = recipe.columns.map((column) => `${quoteText(column.raw)}: '${typeOf(column)}'`).join(', ');
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
  return `read_csv(${quoteText(path)}, ${options.join(', ')})`;
}

/** The dataset as it is queried: every column under its name with its type. */
export function typedSelect(from: string, columns: readonly RecipeColumn[]): string {
  const fields = columns.map((column) => `${typedValue(column)} AS ${quoteName(column.name)}`);
  return `SELECT ${fields.join(', ')} FROM ${from}`;
}

export function typedValue(column: RecipeColumn): string {
  return column.direct ? quoteName(column.raw) : convert(quoteName(column.raw), column.how);
}

/** What DuckDB is told a column holds, where its own way of reading that type is ours as well; otherwise null. */
export function directType(how: How): string | null {
  switch (how.as) {
    case 'text':
      return 'VARCHAR';
    case 'number':
      return how.dressed || how.percent || how.group !== null || how.decimal !== '.' ? null : sqlType(how.to);
    case 'date':
      return how.formats.length === 1 && how.formats[0] === '%Y-%m-%d' ? 'DATE' : null;
    case 'timestamp':
      return how.zoned || how.formats.length > 0 ? null : 'TIMESTAMP';
    case 'time':
      return 'TIME';
    case 'native':
    case 'boolean':
      return null;
  }
}

function sqlType(to: NumberHow['to']): string {
  if (to.type === 'decimal') return `DECIMAL(${to.width}, ${to.scale})`;
  return to.type === 'integer' ? 'BIGINT' : 'DOUBLE';
}

/** True where `value`, what was read of a text, is nothing because the text says nothing. */
export function isEmpty(column: RecipeColumn, value: string): string {
  const raw = quoteName(column.raw);
  return `(CASE WHEN ${value} IS NULL THEN ${raw} IS NULL OR lower(trim(${raw})) IN (${list(EMPTY_WORDS)}) ELSE false END)`;
}

/** True for text with blanks around it, of which the reader of files would make something else than a cast does. */
export function hasBlanks(column: RecipeColumn): string {
  const raw = quoteName(column.raw);
  return `(starts_with(${raw}, ' ') OR suffix(${raw}, ' '))`;
}

function convert(raw: string, how: How): string {
  switch (how.as) {
    case 'native':
      return how.type === 'text' ? `CAST(${raw} AS VARCHAR)` : raw;
    case 'text':
      return `CASE WHEN length(${raw}) <= 4 AND lower(trim(${raw})) IN (${list(EMPTY_TEXT)}) THEN NULL ELSE ${raw} END`;
    case 'number':
      return toNumber(raw, how);
    case 'date':
      return how.formats.length === 1 && how.formats[0] === '%Y-%m-%d'
        ? `CASE WHEN length(trim(${raw})) BETWEEN 8 AND 10 THEN TRY_CAST(${raw} AS DATE) END`
        : `CAST(try_strptime(trim(${raw}), [${list(how.formats)}]) AS DATE)`;
    case 'timestamp':
      return toTimestamp(raw, how);
    case 'time':
      return `TRY_CAST(${raw} AS TIME)`;
    case 'boolean':
      return `CASE WHEN lower(trim(${raw})) IN (${list(how.yes)}) THEN true WHEN lower(trim(${raw})) IN (${list(how.no)}) THEN false END`;
  }
}

function toTimestamp(raw: string, how: Extract<How, { as: 'timestamp' }>): string {
  const iso = how.zoned ? `TRY_CAST(${raw} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'` : `TRY_CAST(${raw} AS TIMESTAMP)`;
  return how.formats.length === 0 ? iso : `coalesce(${iso}, try_strptime(trim(${raw}), [${list(how.formats)}]))`;
}

/** Written as SQL itself writes numbers. */
export const isPlain = (how: NumberHow): boolean => !how.dressed && how.group === null && how.decimal === '.';

export type NumberHow = Extract<How, { as: 'number' }>;

/** The digits of a number as SQL text with a decimal point, or NULL when it is not a number as `how` writes them. */
export function plainNumber(raw: string, how: NumberHow): string {
  if (isPlain(how)) return `trim(${raw})`;
  const group = how.group === null ? '' : how.group === ' ' ? '[ \u00a0\u202f]' : `[${how.group}]`;
  const whole = group ? `(\\d{1,3}(${group}\\d{3})+|\\d+)` : '\\d+';
  const dress = how.dressed ? `(${CURRENCY_CODES.join('|')}|[€$£¥%])?` : '';
  const space = how.dressed ? '[\\s\u00a0\u202f]*' : '\\s*';
  const number = `${space}${dress}${space}[-+−]?${space}${dress}${space}(${whole}([${how.decimal}]\\d*)?|[${how.decimal}]\\d+)${space}${dress}${space}`;
  const pattern = how.dressed ? `^(${number}|\\(${number}\\)|${number}-)\\s*$` : `^${number}$`;
  const kept =
    how.decimal === ','
      ? `replace(regexp_replace(${raw}, '[^0-9,]', '', 'g'), ',', '.')`
      : `regexp_replace(${raw}, '[^0-9.]', '', 'g')`;
  const negative = how.dressed ? `regexp_matches(${raw}, '[-−(]')` : `regexp_matches(${raw}, '[-−]')`;
  return `CASE WHEN regexp_matches(${raw}, ${quoteText(pattern)}) THEN (CASE WHEN ${negative} THEN '-' ELSE '' END) || ${kept} END`;
}

/** Words such as NaN and numbers beyond a float's range are no amounts, though a float could hold them: they make every sum one. */
const finite = (double: string): string => `CASE WHEN isfinite(${double}) THEN ${double} END`;

function toNumber(raw: string, how: NumberHow): string {
  const digits = plainNumber(raw, how);
  const { to } = how;
  // A cast takes blanks off by itself.
  const text = isPlain(how) ? raw : digits;
  if (!how.percent && to.type === 'float') return finite(`TRY_CAST(${text} AS DOUBLE)`);
  if (!how.percent) return `TRY_CAST(${text} AS ${sqlType(to)})`;
  if (to.type !== 'decimal') return `${finite(`TRY_CAST(${digits} AS DOUBLE)`)} / 100`;
  const whole = sqlType({ ...to, scale: Math.max(0, to.scale - 2) });
  return `CAST(TRY_CAST(${digits} AS ${whole}) * 0.01 AS ${sqlType(to)})`;
}
