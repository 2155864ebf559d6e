import type { Cell } from '../../../src/preload/contract';
import type { QueryColumn } from '../../../src/preload/contract/query-results';

/** What the bank says is right: see its README. */
export interface Expected {
  value?: number | string;
  measure?: number;
  unit?: string;
  tolerance?: number;
  table?: { keys: string[]; rows: Record<string, number>; subset?: boolean };
  rows?: string[];
  ordered?: boolean;
  histogram?: { count: number };
  decline?: boolean;
  either?: Expected[];
}

export interface BankQuestion {
  id: string;
  files: string[];
  before: string[];
  question: string;
  reading: string;
  expect: Expected;
  kind: string;
  language: 'en' | 'de';
  set: 'open' | 'sealed';
  ambiguous?: boolean;
}

/** What came back: a result, or questions put back, or a word that nothing is known of. */
export type Given =
  /** `bounded`: only groups whose figure fulfils a bound; the answer says first how many they are. */
  | { kind: 'result'; columns: QueryColumn[]; rows: readonly (readonly Cell[])[]; bounded?: boolean }
  | { kind: 'declined' }
  | { kind: 'asked' };

export type Verdict = 'right' | 'declined' | 'wrong';

export function judge({ expect, ambiguous }: BankQuestion, given: Given): Verdict {
  if (given.kind !== 'result') {
    if (expect.decline || (given.kind === 'asked' && ambiguous)) return 'right';
    return 'declined';
  }
  const readings = expect.either ?? [expect];
  return readings.some((one) => holds(one, given)) ? 'right' : 'wrong';
}

type Result = Extract<Given, { kind: 'result' }>;

function holds(expected: Expected, given: Result): boolean {
  if (expected.decline) return false;
  if (expected.table) return tableHolds(expected, given);
  if (expected.rows) return rowsHold(expected.rows, expected.ordered ?? false, given);
  if (expected.histogram) return histogramHolds(expected.histogram.count, given);
  return valueHolds(expected, given);
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** All the ways in which a cell may be called. */
function labels(cell: Cell, column: QueryColumn): string[] {
  if (cell === null) return [''];
  if (typeof cell === 'boolean') return cell ? ['true', 'yes', 'Yes'] : ['false', 'no', 'No'];
  const text = String(cell).trim();
  const plain = [text, text.toLowerCase()];
  if (column.part === 'weekday') return [...plain, WEEKDAYS[Number(text) - 1] ?? ''];
  if (column.part === 'month_of_year') return [...plain, MONTHS[Number(text) - 1] ?? ''];
  const date = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?/.exec(text);
  if (date) {
    const [, year = '', month = '', day = '', time] = date;
    const quarter = `${year}-Q${Math.ceil(Number(month) / 3)}`;
    const byGrain: Partial<Record<string, string[]>> = {
      year: [year],
      quarter: [quarter],
      month: [
        `${year}-${month}`,
        lastDay(Number(year), Number(month)),
        String(Number(month)),
        MONTHS[Number(month) - 1] ?? '',
      ],
    };
    return [
      ...plain,
      `${year}-${month}-${day}`,
      ...(time ? [`${year}-${month}-${day} ${time}`] : []),
      ...(byGrain[column.grain ?? ''] ?? []),
    ];
  }
  const decade = column.role === 'bin' ? [`${text}s`] : [];
  return Number.isNaN(Number(text)) || text === '' ? plain : [...plain, String(Number(text)), ...decade];
}

const lastDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

const isFigure = (column: QueryColumn): boolean => !['group', 'time', 'part', 'bin'].includes(column.role);

function near(
  cell: Cell | undefined,
  wanted: number,
  {
    unit,
    tolerance,
    decimals,
  }: { unit?: string | undefined; tolerance?: number | undefined; decimals?: number | null },
): boolean {
  if (cell === null || cell === undefined || cell === '' || typeof cell === 'boolean') return false;
  const value = Number(cell);
  const close = (a: number, b: number) =>
    Math.abs(a - b) <=
    Math.max(
      Math.abs(b) * 1e-6,
      tolerance ?? 0,
      decimals === null || decimals === undefined || decimals < 2 ? 1e-9 : 0.5 * 10 ** -decimals,
    );
  return close(value, wanted) || (unit !== undefined && close(value * 100, wanted)) || close(value * 100, wanted);
}

function tableHolds({ table, unit, tolerance }: Expected, { columns, rows }: Result): boolean {
  if (!table) return false;
  const figures = columns.flatMap((column, index) => (isFigure(column) || column.role === 'group' ? [index] : []));
  const keys = columns.flatMap((column, index) => (isFigure(column) && column.role !== 'field' ? [] : [index]));
  return figures.some((figure) => {
    const used = new Set<number>();
    const others = keys.filter((index) => index !== figure);
    const all = Object.entries(table.rows).every(([key, wanted]) => {
      const at = rows.findIndex(
        (row, index) =>
          !used.has(index) && called(key, row, others, columns) && near(row[figure], wanted, { unit, tolerance }),
      );
      if (at >= 0) used.add(at);
      return at >= 0 || wanted === 0;
    });
    const left = rows.filter(
      (row, index) => !used.has(index) && others.every((key) => row[key] !== null) && Number(row[figure] ?? 0) !== 0,
    );
    return all && (table.subset === true || left.length === 0);
  });
}

/** Whether a row is that of a key, in whatever order its parts stand; `2000-01` may be a year and a month apart. */
function called(
  key: string,
  row: readonly Cell[],
  indices: readonly number[],
  columns: readonly QueryColumn[],
): boolean {
  // A single key may have the sign within it.
  const parts = indices.length === 1 ? [key] : key.split('|');
  const cells = indices.map((index) => {
    const column = columns[index];
    return column ? labels(row[index] ?? null, column) : [];
  });
  if (parts.every((part) => cells.some((names) => names.includes(part) || names.includes(part.toLowerCase()))))
    return true;
  const month = /^(\d{4})-(\d\d)$/.exec(key);
  if (
    parts.every((part) =>
      cells.some(
        (names) => names.includes(part) || (/^\d{4}-\d\d$/.test(part) && names.includes(String(Number(part.slice(5))))),
      ),
    )
  )
    return true;
  return (
    month !== null &&
    parts.length === 1 &&
    cells.some((names) => names.includes(month[1] ?? '')) &&
    cells.some((names) => names.includes(MONTHS[Number(month[2]) - 1] ?? ''))
  );
}

function rowsHold(expected: readonly string[], ordered: boolean, { columns, rows: all }: Result): boolean {
  const figures = columns.flatMap((column, index) => (isFigure(column) && column.role !== 'field' ? [index] : []));
  const groups = columns.flatMap(({ role }, index) => (role === 'group' ? [index] : []));
  // A group without a figure may be shown or not, and so may one without a name.
  const rows = all
    .filter((row) => figures.length === 0 || figures.some((index) => Number(row[index] ?? 0) !== 0))
    .filter((row) => groups.length === 0 || groups.some((index) => row[index] !== null));
  return columns.some((column, index) => {
    const cells = rows.map((row) => labels(row[index] ?? null, column));
    if (cells.length !== expected.length) return false;
    if (ordered) return expected.every((key, at) => cells[at]?.includes(key));
    const left = [...cells];
    return expected.every((key) => {
      const at = left.findIndex((names) => names.includes(key));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  });
}

function histogramHolds(count: number, { columns, rows }: Result): boolean {
  return (
    rows.length > 1 &&
    columns.some(
      (column, index) =>
        isFigure(column) &&
        rows.reduce((sum, row) => sum + (row.includes(null) ? 0 : Number(row[index] ?? 0)), 0) === count,
    )
  );
}

function valueHolds({ value, unit, tolerance, measure }: Expected, { columns, rows, bounded }: Result): boolean {
  if (bounded && value === rows.length) return true;
  const [row] = rows;
  // A list of nothing is none.
  if (!row) return value === 0;
  if (value === undefined) return false;
  if (typeof value === 'string') {
    const named = columns.some((column, index) => labels(row[index] ?? null, column).includes(value));
    const alone = rows.length === 1 || (measure !== undefined && row.some((cell) => near(cell, measure, {})));
    if (named && alone) return true;
    return (
      columns.some((column) => column.role === 'time') &&
      rows.length === 1 &&
      columns.every(() => true) &&
      [`${row[0]}-${String(MONTHS.indexOf(String(row[1])) + 1).padStart(2, '0')}`].includes(value)
    );
  }
  if (rows.length === 1)
    return row.some((cell, index) =>
      near(cell, value, { unit, tolerance, decimals: columns[index]?.decimals ?? null }),
    );
  // A change between two periods stands with the later one.
  return (
    rows.length === 2 &&
    columns.some(
      (column, index) =>
        ['difference', 'growth'].includes(column.role) &&
        rows.some(
          (one) => near(one[index], value, { unit, tolerance }) || near(one[index], -value, { unit, tolerance }),
        ),
    )
  );
}
