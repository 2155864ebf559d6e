import { toNumber } from './number-sql';
import { EMPTY_BYTES, EMPTY_TEXT, EMPTY_WORDS, type How, type RecipeColumn } from './recipe';
import { list, quoteName, quoteText } from './sql';
import { finite, literal, written } from './sql-text';

/** The dataset as it is queried: every column under its name with its type. */
export function typedSelect(from: string, columns: readonly RecipeColumn[]): string {
  const fields = columns.map((column) => `${typedValue(column)} AS ${quoteName(column.name)}`);
  return `SELECT ${fields.join(', ')} FROM ${from}`;
}

/** What a column's text is as a value; NULL where it is none of its type. `raw` is the text as SQL. */
export const typedValue = (column: RecipeColumn, raw = quoteName(column.raw)): string => convert(raw, column.how);

/** True where a text stands for no value. */
export const isEmptyWord = (raw: string): string => `lower(trim(${raw})) IN (${list(EMPTY_WORDS)})`;

function convert(raw: string, how: How): string {
  switch (how.as) {
    case 'native':
      return how.type === 'text' ? `CAST(${raw} AS VARCHAR)` : raw;
    case 'text':
      return toText(raw, how);
    case 'number':
      return toNumber(raw, how);
    case 'date':
      return how.formats.length === 1 && how.formats[0] === '%Y-%m-%d'
        ? written(`TRY_CAST(${raw} AS DATE)`, raw, '\\d{4}-\\d{1,2}-\\d{1,2}')
        : toDate(raw, how);
    case 'quarter':
      return toQuarter(raw);
    case 'timestamp':
      return toTimestamp(raw, how);
    case 'duration':
      return toDuration(raw, how.unit);
    case 'time':
      return written(`TRY_CAST(${raw} AS TIME)`, raw, '\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?');
    case 'boolean':
      return `CASE WHEN lower(trim(${raw})) IN (${list(how.yes)}) THEN true WHEN lower(trim(${raw})) IN (${list(how.no)}) THEN false END`;
  }
}

const BLANKS = ' \t\u00a0';

function toText(raw: string, { empty = [...EMPTY_TEXT], trimmed = false }: Extract<How, { as: 'text' }>): string {
  const none = quoteText(`(?i)\\s*(${empty.map(literal).join('|')})\\s*`);
  // Every text of the file passes here: most are told by their length and by their ends.
  const isNone = `strlen(${raw}) <= ${EMPTY_BYTES} AND regexp_full_match(${raw}, ${none})`;
  if (!trimmed) return `CASE WHEN ${isNone} THEN NULL ELSE ${raw} END`;
  const framed = `ascii(${raw}) <= 32 OR ascii(${raw}) = 160 OR ends_with(${raw}, ' ') OR ends_with(${raw}, '\t') OR ends_with(${raw}, '\u00a0')`;
  const inner = `trim(${raw}, ${quoteText(BLANKS)})`;
  return `CASE WHEN ${isNone} THEN NULL WHEN ${framed} THEN (CASE WHEN regexp_full_match(${inner}, ${none}) THEN NULL ELSE ${inner} END) ELSE ${raw} END`;
}

const MONTHS =
  '(jan|jän|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)(?:tember|ember|ober|ruary|ruar|uary|uar|ner|ust|ch|il|z|t|e|i|y)?\\.?';

function toDate(raw: string, { formats, words, lastYear }: Extract<How, { as: 'date' }>): string {
  const short = `regexp_replace(lower(trim(${raw})), ${quoteText(MONTHS)}, '\\1')`;
  const english = ['jän jan', 'mär mar', 'mrz mar', 'mai may', 'okt oct', 'dez dec'].reduce((text, pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return `replace(${text}, '${from}', '${to}')`;
  }, short);
  const text = words ? `regexp_replace(${english}, '[\\s.,]+', ' ', 'g')` : `trim(${raw})`;
  const value = `CAST(try_strptime(${text}, [${list(formats)}]) AS DATE)`;
  if (lastYear === undefined) return value;
  const century = `CASE WHEN year(${value}) > ${lastYear} THEN 100 WHEN year(${value}) <= ${lastYear - 100} THEN -100 ELSE 0 END`;
  return `CAST(${value} - to_years(${century}) AS DATE)`;
}

/** The ways in which a quarter of a year is written. */
export const QUARTER =
  '(\\d{4})\\s?[-/]?\\s?[Qq]([1-4])|[Qq]([1-4])\\s?[-/]?\\s?(\\d{4})|([1-4])\\.?\\s?(?:[Qq]|[Qq]uartal)\\s?[-/]?\\s?(\\d{4})';

function toQuarter(raw: string): string {
  const whole = quoteText(`\\s*(${QUARTER})\\s*`);
  const year = `regexp_extract(${raw}, '\\d{4}')`;
  const quarter = `regexp_extract(regexp_replace(${raw}, '\\d{4}', ''), '[1-4]')`;
  return `CASE WHEN regexp_full_match(${raw}, ${whole}) THEN make_date(CAST(${year} AS INTEGER), CAST(${quarter} AS INTEGER) * 3 - 2, 1) END`;
}

/** The ways in which hours, minutes and seconds are written one behind the other; each is a group. */
export const DURATION =
  '(?:(\\d+)\\s*(?:h|hr|hrs|hours?|std\\.?|stunden?))?\\s*(?:(\\d+)\\s*(?:m|min|mins|minutes?|minuten?)\\.?)?\\s*(?:(\\d+)\\s*(?:s|sec|secs|seconds?|sek|sekunden?)\\.?)?';

function toDuration(raw: string, unit: 'min' | 's'): string {
  const whole = `(?i)\\s*${DURATION}\\s*`;
  const part = (group: number) =>
    `coalesce(TRY_CAST(regexp_extract(${raw}, ${quoteText(`^${whole}$`)}, ${group}) AS BIGINT), 0)`;
  const minutes = `${part(1)} * 60 + ${part(2)}`;
  const value = unit === 'min' ? minutes : `(${minutes}) * 60 + ${part(3)}`;
  // Minutes hold no seconds.
  const fits = unit === 'min' ? ` AND ${part(3)} = 0` : '';
  return `CASE WHEN regexp_full_match(${raw}, ${quoteText(whole)}) AND regexp_matches(${raw}, '\\d')${fits} THEN ${value} END`;
}

function toTimestamp(raw: string, how: Extract<How, { as: 'timestamp' }>): string {
  // Shops write a blank before the offset, which no cast takes.
  const joined = `regexp_replace(${raw}, '\\s+([+-]\\d{2}:?\\d{2})\\s*$', '\\1')`;
  const cast = how.zoned ? `TRY_CAST(${joined} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'` : `TRY_CAST(${raw} AS TIMESTAMP)`;
  const iso = finite(cast);
  return how.formats.length === 0 ? iso : `coalesce(${iso}, try_strptime(trim(${raw}), [${list(how.formats)}]))`;
}
