import type { ProfileNote } from '#contract/profile-facts';
import { numberText } from '../locale';
import type { ProfileWords } from '../words';
import { counted, listed, number } from './grammar';

const were = (count: number): string => (count === 1 ? 'was' : 'were');

type SheetsNotRead = Extract<ProfileNote, { code: 'sheets_not_read' }>;
const SHEETS_NAMED = 5;

function sheetNames(names: readonly string[]): string {
  const shown = names.slice(0, SHEETS_NAMED).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${counted(more, 'more sheet')}`;
  return `The ${names.length === 1 ? 'sheet' : 'sheets'} ${listed(shown, 'and')}`;
}

const SHEETS: Record<SheetsNotRead['reason'], (isSingle: boolean, limit: number) => string> = {
  hidden: (isSingle) =>
    isSingle
      ? 'is hidden in the workbook and was not read. Unhide it to read it as well.'
      : 'are hidden in the workbook and were not read. Unhide them to read them as well.',
  no_table: (isSingle) =>
    isSingle
      ? 'holds no table and was not read; search its text to find what it says.'
      : 'hold no tables and were not read; search their text to find what they say.',
  beyond_limit: (isSingle, limit) =>
    `${isSingle ? 'was' : 'were'} not read: ${limit} sheets are read at most. Drop ${isSingle ? 'it' : 'them'} in a workbook of ${isSingle ? 'its' : 'their'} own.`,
  empty: (isSingle) => (isSingle ? 'is empty.' : 'are empty.'),
};

function columnNames(names: readonly string[]): string {
  const more = names.length - SHEETS_NAMED;
  return more > 0
    ? `${names.slice(0, SHEETS_NAMED).join(', ')} and ${counted(more, 'more column')}`
    : listed([...names], 'and');
}

const DIFFER = { blanks: 'blanks', case: 'upper and lower case', both: 'blanks or case' } as const;

const note: ProfileWords['note'] = {
  encoding: ({ encoding, guessed }) =>
    guessed ? `The text is not UTF-8; it was read as ${encoding} (Latin-1).` : `The text is ${encoding}.`,
  lines_above_header: ({ count }) =>
    `${counted(count, 'line')} above the header ${count === 1 ? 'is' : 'are'} not data.`,
  no_header: () => 'The file has no header, so the columns are numbered.',
  header_guessed: () => 'The first line was taken for the header, although nothing but its place says so.',
  blank_lines: ({ count }) => `${counted(count, 'blank line')} left out.`,
  short_lines: ({ count }) =>
    `${counted(count, 'line has', 'lines have')} fewer fields than the header; the missing ones were read as empty.`,
  header_repeated: ({ count }) =>
    `${counted(count, 'line repeats', 'lines repeat')} the header: ${count === 1 ? 'it counts' : 'they count'} as rejected and ${count === 1 ? 'is' : 'are'} in no row.`,
  read_as_empty: ({ column, words }) =>
    `${words.map((word) => `"${word}"`).join(', ')} in ${column} ${were(1)} read as empty.`,
  rows_differ: ({ counted: seen, rows }) =>
    `${counted(seen, 'row was', 'rows were')} counted, but ${number(rows)} could be read. Check the file before relying on totals.`,
  index_column: ({ column }) =>
    `The first column has no name and numbers the rows, as R and pandas write it; it is called ${column} here.`,
  cumulative: ({ column, along, within }) =>
    `${column} holds the total so far at each ${along}${within === null ? '' : ` of each ${within}`}: the last value of a period counts, and they are not added up.`,
  blanks_trimmed: ({ columns }) =>
    `Blanks around values of ${columnNames(columns)} were taken off; values that differed in nothing else are the same.`,
  spelling_variants: ({ column, differ, kinds, rows, examples }) => {
    const shown = examples.map((variants) =>
      variants.map((variant) => `"${variant.value}" (${number(variant.count)})`).join(', '),
    );
    return `${column} has ${counted(kinds, 'value')} written in several ways that differ only in ${DIFFER[differ]}, in ${counted(rows, 'row')}; they count as different: ${shown.join('; ')}.`;
  },
  nested_json: ({ paths, more }) => {
    const shown = paths.map(({ path, kind, inside }) => `${path} (${[kind, ...inside].join(', ')})`);
    return `Inside the records are lists or objects, which stay text and cannot be asked about: ${listed(more > 0 ? [...shown, `${number(more)} more`] : shown, 'and')}.`;
  },
  sheets_not_read: ({ reason, names, limit }) => `${sheetNames(names)} ${SHEETS[reason](names.length === 1, limit)}`,
  cell_errors: ({ count, example }) =>
    `${counted(count, 'cell shows an error', 'cells show an error')}, such as ${example.error} in ${example.cell}, and ${were(count)} read as empty.`,
  formulas_without_result: ({ count }) =>
    `${counted(count, 'formula was saved without its result and was', 'formulas were saved without their results and were')} read as empty. Open the workbook in Excel, save it, and drop it again.`,
  merged_texts: ({ count }) =>
    `${counted(count, 'merged cell')}: what stands in ${count === 1 ? 'it' : 'each'} was read for every row it covers.`,
  merged_numbers: ({ count }) =>
    `${counted(count, 'number stands', 'numbers stand')} in merged cells and ${were(count)} read once, for the first of the rows.`,
  hidden_rows: ({ count }) => `${counted(count, 'hidden row')} read as well.`,
  legacy: ({ text }) => text,
};

export const profile: ProfileWords = {
  note,
  reject: {
    field_count: ({ fields, expected }) => `${counted(fields, 'field')} where ${number(expected)} are expected.`,
    text_after_quote: () => 'The line has text after a closing quote.',
    unclosed_quote: () => 'The line has a quote that is never closed.',
    total: () => 'It is a total of the rows above.',
    repeated_header: () => 'It repeats the header.',
    footnote: () => 'It is a remark below the table.',
    no_object: ({ unit }) => `The ${unit} is no object with fields.`,
    no_json: ({ unit }) => `The ${unit} is no valid JSON.`,
    legacy: ({ text }) => text,
  },
  readAs: {
    day_first: () => 'day first',
    month_first: () => 'month first',
    date_formats: ({ count }) => `${number(count)} ways of writing dates`,
    converted_to_utc: () => 'times converted to UTC',
    decimal_comma: () => 'decimal comma',
    thousands_separator: ({ mark }) => `"${mark}" between thousands`,
    currency_removed: ({ currency }) => `${currency} sign taken off`,
    percent_as_fraction: () => `percent as a fraction (12 % is ${numberText(0.12)})`,
    parentheses_as_minus: () => 'parentheses as minus',
    unit_removed: ({ unit }) => `in ${unit}, taken off`,
    multiples: () => `50k read as ${number(50_000)}`,
    mixed_units: ({ units }) => `text, as its numbers are in ${listed(units, 'and')}, which do not add up`,
    month_as_first_day: () => 'months as their first day',
    quarter_as_first_day: () => 'quarters as their first day',
    two_digit_years: ({ from, to }) => `two-digit years from ${from} to ${to}`,
    legacy: ({ text }) => text,
  },
  stage: {
    waiting: () => 'Waiting',
    unpacking: () => 'Unpacking',
    opening_workbook: () => 'Opening the workbook',
    reading_records: () => 'Reading the records',
    decoding: () => 'Converting the text',
    counting_lines: () => 'Counting lines',
    checking_values: () => 'Checking every value',
    counting_values: () => 'Counting values',
  },
};
