import type { QueryColumn } from '#contract/query-results';
import type { Cell } from '#contract/tables';
import { difference, numberOf, safe, written } from './format';
import type { AnalyzedResult } from './result';

/** What the figures say, in a sentence or two. Every number in it is a cell of the result. */
export function headlineOf(result: AnalyzedResult): string {
  if (result.rows.length === 0) return 'No row of the data fits, so there is nothing to show.';
  if (result.columns.every((column) => column.role === 'field')) return rowsText(result);
  const { groups } = result;
  if (groups.length === 0) return figuresText(result);
  const value = asked(result);
  if (!value) return `There are ${result.rows.length} groups.`;
  const together = togetherText(result, value);
  if (together) return together;
  if (value.role === 'growth' || value.role === 'difference') return changeText(result, value);
  if (result.rows.length === 1) return `${namesOf(result, 0)}: ${nameOf(value)} ${result.text(0, value)}.`;
  return `${keptText(result)}${endsText(result, value)}`;
}

/** What the first few have of the whole, where that was asked. */
function togetherText(result: AnalyzedResult, value: QueryColumn): string | null {
  const { limit, order } = result.output.query;
  if (value.role !== 'share' || !limit || limit.within || result.rows.length < 2) return null;
  const parts = result.rows.map((_, row) => numberOf(result.cell(row, value)));
  if (parts.some((part) => part === null)) return null;
  const share = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const of = result.columns.find(({ name }) => name === value.of);
  const first = order?.[0]?.direction === 'ascending' ? 'bottom' : 'top';
  return `The ${first} ${result.rows.length} together have ${safe(written(share, result.show(value)))} of ${of ? nameOf(of) : 'all'}.`;
}

/** The value that was asked for: the last one that is not only part of another. */
function asked({ values }: AnalyzedResult): QueryColumn | undefined {
  const telling = values.filter(
    ({ role }) =>
      role === 'share' ||
      role === 'calculation' ||
      role === 'running' ||
      role === 'moving' ||
      role === 'growth' ||
      role === 'difference',
  );
  const change = telling.find(({ role }) => role === 'difference');
  return change ?? telling.at(-1) ?? values[0];
}

const plain = (name: string): string => safe(name.replaceAll('_', ' '));
const nameOf = (column: QueryColumn): string => plain(column.name);
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** "on" a day, "in" anything else. */
const placeOf = (result: AnalyzedResult, row: number): string => {
  const [first] = result.groups;
  return `${first?.grain === 'day' || first?.part === 'weekday' ? 'on' : 'in'} ${namesOf(result, row)}`;
};

const namesOf = (result: AnalyzedResult, row: number): string =>
  result.groups.map((column) => `**${result.name(row, column)}**`).join(', ');

function figuresText(result: AnalyzedResult): string {
  const value = asked(result);
  const shown = value && value.role !== 'measure' ? [value] : result.values;
  if (shown.every((column) => result.cell(0, column) === null))
    return 'No row has a value for this, so there is nothing to compute.';
  const parts = shown.slice(0, 6).map((column) => {
    const text = result.text(0, column);
    if (column.aggregate === 'count' || column.aggregate === 'distinct') return countText(column, text);
    return `${nameOf(column)} is ${text}`;
  });
  const rest = value && value.role !== 'measure' ? partsText(result, value) : '';
  return `${capital(parts.join(', '))}${rest}.`;
}

/** "12 of 110", where both are counted. */
function partsText(result: AnalyzedResult, value: QueryColumn): string {
  const [some, all] = result.values.filter((column) => column !== value);
  const made = result.output.query.compute?.find((one) => one.as === value.name);
  if (!made || !('calculate' in made) || made.calculate !== 'divide') return '';
  return some && all ? ` (${result.text(0, some)} of ${result.text(0, all)})` : '';
}

function countText(column: QueryColumn, text: string): string {
  const name = nameOf(column).replace(/^different /, 'different ');
  return text === '1'
    ? `there is 1 ${name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')}`
    : `there are ${text} ${plural(name)}`;
}

const plural = (name: string): string =>
  /s$|people$|staff$|personen$|leute$/.test(name) || /[^a-z ]/i.test(name) ? name : `${name.replace(/y$/, 'ie')}s`;

/** How many groups fulfil what was asked of them. */
function keptText({ output, groups }: AnalyzedResult): string {
  const [group] = groups;
  if (!group || groups.length > 1 || (output.query.having ?? []).length === 0 || output.query.limit) return '';
  return `${number(output.row_count)} ${plural(nameOf(group))} fit. `;
}

function extremes(result: AnalyzedResult, column: QueryColumn): { high: number; low: number } | null {
  const known = result.rows.flatMap((_, row) => {
    const cell = result.cell(row, column);
    const dated = column.type === 'date' || column.type === 'timestamp';
    const value = dated && typeof cell === 'string' ? Date.parse(cell) : numberOf(cell);
    return value === null ? [] : [{ row, value }];
  });
  const [first] = known;
  if (!first) return null;
  return {
    high: known.reduce((best, one) => (one.value > best.value ? one : best), first).row,
    low: known.reduce((best, one) => (one.value < best.value ? one : best), first).row,
  };
}

function endsText(result: AnalyzedResult, value: QueryColumn): string {
  const ends = extremes(result, value);
  const name = nameOf(value);
  if (!ends) return `There is no ${name} in any of them.`;
  if (
    result.rows.length === 2 &&
    ends.high === ends.low &&
    result.cell(0, value) !== null &&
    result.cell(0, value) === result.cell(1, value)
  )
    return `${namesOf(result, 0)} and ${namesOf(result, 1)} are equal in ${name}: ${result.text(0, value)}.`;
  const least = result.output.query.order?.[0]?.direction === 'ascending' && result.output.query.limit !== undefined;
  const [first, second] = least ? [ends.low, ends.high] : [ends.high, ends.low];
  const words = least ? ['lowest', 'highest'] : ['highest', 'lowest'];
  const counted = value.aggregate === 'count' || value.aggregate === 'distinct';
  if (counted && value.role === 'measure')
    return `${namesOf(result, first)} has the ${least ? 'fewest' : 'most'} ${plural(name)}: ${result.text(first, value)}${ends.high === ends.low || result.output.query.limit ? '' : `, ${namesOf(result, second)} the ${least ? 'most' : 'fewest'}: ${result.text(second, value)}`}.`;
  const other =
    ends.high === ends.low || result.output.query.limit
      ? ''
      : `, ${words[1]} ${placeOf(result, second)}: ${result.text(second, value)}`;
  return `${capital(name)} is ${words[0]} ${placeOf(result, first)}: ${result.text(first, value)}${other}.`;
}

function changeText(result: AnalyzedResult, value: QueryColumn): string {
  const { query } = result.output;
  const of = result.columns.find((column) => column.name === value.of);
  const growth = result.columns.find((column) => column.role === 'growth');
  const last = result.rows.findLastIndex((_, row) => result.cell(row, value) !== null);
  if (last === -1) return `No two of these can be compared.`;
  const percent =
    growth && growth !== value && result.cell(last, growth) !== null
      ? ` (${difference(result.cell(last, growth), result.show(growth))})`
      : '';
  const level = of ? `, at ${result.text(last, of)}` : '';
  const moved = difference(result.cell(last, value), result.show(value));
  const course = of ? courseText(result, value, of) : null;
  if (course) return course;
  return `${capital(of ? nameOf(of) : nameOf(value))} changed by ${moved}${percent} in ${namesOf(result, last)}${level}${query.by?.length === 1 && result.rows.length > 2 ? '; the others are below' : ''}.`;
}

const LONG = 4;

/** Where a long line of periods began and ended, and how often it went up and down; null for anything else. */
function courseText(result: AnalyzedResult, value: QueryColumn, of: QueryColumn): string | null {
  const [group, ...others] = result.groups;
  const last = result.rows.length - 1;
  if (group?.grain === undefined || others.length > 0 || result.output.truncated || last < LONG) return null;
  if (result.cell(0, of) === null || result.cell(last, of) === null) return null;
  const moves = result.rows.flatMap((_, row) => numberOf(result.cell(row, value)) ?? []);
  const [rose, fell] = [moves.filter((move) => move > 0).length, moves.filter((move) => move < 0).length];
  const ends = `${capital(nameOf(of))}: ${result.text(0, of)} ${placeOf(result, 0)}, ${result.text(last, of)} ${placeOf(result, last)}`;
  return `${ends}. Of ${moves.length} ${group.grain}s compared with the one before, ${rose} rose and ${fell} fell.`;
}

function rowsText(result: AnalyzedResult): string {
  const count = result.output.row_count;
  const { query } = result.output;
  const by = query.limit ? result.columns.find((column) => column.name === query.order?.[0]?.value) : undefined;
  const [label] = result.columns.filter((column) => column !== by);
  if (by && label && result.rows.length > 0)
    return `**${result.name(0, label)}** comes first, with ${plain(by.name)} ${result.text(0, by)}.`;
  if (query.rows?.distinct)
    return count === 1
      ? `It is **${result.name(0, result.columns[0] as QueryColumn)}**.`
      : `There are ${number(count)} of them.`;
  return count === 1 ? '1 row fits.' : `${number(count)} rows fit.`;
}

const number = (count: Cell): string => Number(count).toLocaleString('en-US');
