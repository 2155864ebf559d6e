import type { AnswerFact } from '#contract/facts';
import type { QueryColumn } from '#contract/query-results';
import type { Cell } from '#contract/tables';
import { type Show, showOf } from '../../../../query';
import { emptyName, safe, written } from './format';
import { type AnswerPiece, factPiece, textPiece } from './pieces';
import type { AnalyzedResult } from './result';

const ROWS_SHOWN = 12;
const COLUMNS_SHOWN = 10;
const SIDE_BY_SIDE = 6;

interface Head {
  name: string;
  show: Show;
}

/** The first rows as a markdown table, and how many there are when that is not all; null where there are none. */
export function tableOf(result: AnalyzedResult, nameOf: (column: QueryColumn) => string): AnswerPiece[] | null {
  if (result.rows.length === 0) return null;
  const asNamed = result.columns.every((column) => column.role === 'field');
  const beside = pivoted(result, nameOf);
  const shown = shownColumns(result);
  const columns = beside?.columns ?? shown.map((column) => headOf(result, column, asNamed ? null : nameOf));
  const places = shown.map((column) => result.columns.indexOf(column));
  const rows = beside?.rows ?? result.rows.map((row) => places.map((place) => row[place] ?? null));
  const table = [
    `| ${columns.map((column) => safe(column.name)).join(' | ')} |`,
    `|${columns.map(({ show }) => (isNumber(show) ? '---:' : '---')).join('|')}|`,
    ...rows
      .slice(0, ROWS_SHOWN)
      .map((row) => `| ${columns.map((column, index) => cellText(row[index] ?? null, column.show)).join(' | ')} |`),
  ].join('\n');
  const rest = restOf(
    rows.length,
    beside ? rows.length : result.output.row_count,
    beside ? columns.length : result.columns.length,
  );
  return [textPiece(table), ...(rest === null ? [] : [factPiece(rest)])];
}

/** The first ones, and those that were asked about wherever they stand, in their order. */
function shownColumns({ columns, output }: AnalyzedResult): QueryColumn[] {
  const asked = JSON.stringify([output.query.order ?? [], output.query.where ?? []]);
  const isAsked = ({ name, field = name, role }: QueryColumn) =>
    role !== 'field' || [name, field].some((word) => asked.includes(JSON.stringify(word)));
  const first = columns.filter(isAsked).slice(0, COLUMNS_SHOWN);
  const others = columns.filter((column) => !first.includes(column)).slice(0, COLUMNS_SHOWN - first.length);
  return columns.filter((column) => first.includes(column) || others.includes(column));
}

const isNumber = (show: Show): boolean =>
  show.as === 'number' || show.as === 'currency' || show.as === 'percent' || show.as === 'points';

function cellText(cell: Cell, show: Show): string {
  if (cell === null) return isNumber(show) ? '–' : emptyName();
  return safe(written(cell, show));
}

/** Columns of the file itself are written as they are. */
function headOf(result: AnalyzedResult, column: QueryColumn, nameOf: ((column: QueryColumn) => string) | null): Head {
  const name = nameOf?.(column);
  return {
    name: name === undefined ? column.name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    show: result.show(column),
  };
}

function restOf(shown: number, all: number, columns: number): AnswerFact | null {
  const rows = Math.max(shown, all);
  if (rows <= ROWS_SHOWN && columns <= COLUMNS_SHOWN) return null;
  return {
    code: 'rows_shown',
    rows: rows > ROWS_SHOWN ? { shown: ROWS_SHOWN, of: rows } : null,
    columns: columns > COLUMNS_SHOWN ? { shown: COLUMNS_SHOWN, of: columns } : null,
  };
}

/** Two groupings side by side, where the second one has few values: a row per month, a column per region. */
function pivoted(
  result: AnalyzedResult,
  nameOf: (column: QueryColumn) => string,
): { columns: Head[]; rows: Cell[][] } | null {
  const [first, second, ...more] = result.groups;
  const [value, ...others] = result.values;
  if (!first || !second || !value || more.length > 0 || others.length > 0) return null;
  const at = (row: readonly Cell[], column: QueryColumn) => row[result.columns.indexOf(column)] ?? null;
  const names = [...new Set(result.rows.map((row) => at(row, second)))];
  if (names.length > SIDE_BY_SIDE || result.output.row_count > result.rows.length || result.output.query.limit)
    return null;
  const rows = new Map<Cell, Cell[]>();
  for (const row of result.rows) {
    const key = at(row, first);
    const cells = rows.get(key) ?? [key, ...names.map(() => null)];
    cells[names.indexOf(at(row, second)) + 1] = at(row, value);
    rows.set(key, cells);
  }
  const columns = names.map((name) => ({
    name: name === null ? emptyName() : written(name, showOf(second)),
    show: result.show(value),
  }));
  return { columns: [headOf(result, first, nameOf), ...columns], rows: [...rows.values()] };
}
