import { join } from 'node:path';
import { CURRENCY_CODES, CURRENCY_SIGNS } from '#contract/currencies';
import {
  CACHE_NAME,
  COPY_NAME,
  EMPTY_TEXT,
  EMPTY_WORDS,
  type How,
  type NumberHow,
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

/** The dataset as it is queried: every column under its name with its type. */
export function typedSelect(from: string, columns: readonly RecipeColumn[]): string {
  const fields = columns.map((column) => `${typedValue(column)} AS ${quoteName(column.name)}`);
  return `SELECT ${fields.join(', ')} FROM ${from}`;
}

/** What a column's text is as a value; NULL where it is none of its type. `raw` is the text as SQL. */
export const typedValue = (column: RecipeColumn, raw = quoteName(column.raw)): string => convert(raw, column.how);

export function sqlType(to: NumberHow['to']): string {
  if (to.type === 'decimal') return `DECIMAL(${to.width}, ${to.scale})`;
  return to.type === 'integer' ? 'BIGINT' : 'DOUBLE';
}

const NO_TEXT = `(?i)\\s*(${EMPTY_TEXT.join('|')})\\s*`;

/** True where a text stands for no value. */
export const isEmptyWord = (raw: string): string => `lower(trim(${raw})) IN (${list(EMPTY_WORDS)})`;

function convert(raw: string, how: How): string {
  switch (how.as) {
    case 'native':
      return how.type === 'text' ? `CAST(${raw} AS VARCHAR)` : raw;
    case 'text':
      // Every text of the file passes here: most are told by their length.
      return `CASE WHEN strlen(${raw}) <= 4 AND regexp_full_match(${raw}, ${quoteText(NO_TEXT)}) THEN NULL ELSE ${raw} END`;
    case 'number':
      return toNumber(raw, how);
    case 'date':
      return how.formats.length === 1 && how.formats[0] === '%Y-%m-%d'
        ? written(`TRY_CAST(${raw} AS DATE)`, raw, '\\d{4}-\\d{1,2}-\\d{1,2}')
        : `CAST(try_strptime(trim(${raw}), [${list(how.formats)}]) AS DATE)`;
    case 'timestamp':
      return toTimestamp(raw, how);
    case 'time':
      return written(`TRY_CAST(${raw} AS TIME)`, raw, '\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?');
    case 'boolean':
      return `CASE WHEN lower(trim(${raw})) IN (${list(how.yes)}) THEN true WHEN lower(trim(${raw})) IN (${list(how.no)}) THEN false END`;
  }
}

/**
 * A value only where its text is written as `pattern` says, blanks around it aside. Casts take much besides, such as 0x1F for
 * 31, and make 13 of 12.7. Most text is what the value itself is written as, which is quick to see.
 */
const written = (value: string, raw: string, pattern: string): string =>
  `CASE WHEN CAST(${value} AS VARCHAR) = ${raw} THEN ${value} WHEN regexp_full_match(${raw}, ${quoteText(`\\s*${pattern}\\s*`)}) THEN ${value} END`;

function toTimestamp(raw: string, how: Extract<How, { as: 'timestamp' }>): string {
  const cast = how.zoned ? `TRY_CAST(${raw} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'` : `TRY_CAST(${raw} AS TIMESTAMP)`;
  const iso = finite(cast);
  return how.formats.length === 0 ? iso : `coalesce(${iso}, try_strptime(trim(${raw}), [${list(how.formats)}]))`;
}

/** Written as SQL itself writes numbers. */
export const isPlain = (how: NumberHow): boolean => !how.dressed && how.group === null && how.decimal === '.';

/** The digits of a number as SQL text with a decimal point, or NULL when it is not a number as `how` writes them. */
export function plainNumber(raw: string, how: NumberHow): string {
  if (isPlain(how)) return `trim(${raw})`;
  const group = how.group === null ? '' : how.group === ' ' ? '[ \u00a0\u202f]' : `[${how.group}]`;
  const whole = group ? `(\\d{1,3}(${group}\\d{3})+|\\d+)` : '\\d+';
  const signs = how.percent || !how.strict ? `${CURRENCY_SIGNS}%` : CURRENCY_SIGNS;
  const dress = how.dressed ? `(${CURRENCY_CODES.join('|')}|[${signs}])?` : '';
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
const finite = (value: string): string => `CASE WHEN isfinite(${value}) THEN ${value} END`;

function toNumber(raw: string, how: NumberHow): string {
  const { to, percent, strict } = how;
  const digits = plainNumber(raw, how);
  // A cast takes blanks off by itself.
  const text = isPlain(how) ? raw : digits;
  const scale = to.type === 'decimal' ? Math.max(0, to.scale - (percent ? 2 : 0)) : 0;
  if (to.type === 'float') {
    const value = finite(`TRY_CAST(${text} AS DOUBLE)`);
    const plain = strict ? `CASE WHEN NOT contains(${text}, '_') THEN ${value} END` : value;
    return percent ? `${plain} / 100` : plain;
  }
  const exact = (type: string): string => {
    const value = `TRY_CAST(${text} AS ${type})`;
    return strict ? written(value, text, pattern(scale)) : value;
  };
  if (!percent) return exact(sqlType(to));
  if (to.type !== 'decimal') return `${finite(`TRY_CAST(${digits} AS DOUBLE)`)} / 100`;
  return `CAST(${exact(sqlType({ ...to, scale }))} * 0.01 AS ${sqlType(to)})`;
}

/** Digits with at most so many behind the point; zeros at the very end say nothing about precision. */
function pattern(scale: number): string {
  const whole = `(0|[1-9]\\d*)(\\.\\d{0,${scale}}0*)?`;
  return scale === 0 ? `[-+]?${whole}` : `[-+]?(${whole}|\\.\\d{1,${scale}}0*)`;
}
