import type { AnswerFact } from '#contract/facts';
import type { Cell } from '#contract/tables';
import type { OutColumn } from '../sql/query';
import { EMPTY, safe, written } from './format';
import { type AnswerPiece, factPiece, textPiece } from './pieces';
import type { QueryResult } from './result';

const ROWS_SHOWN = 12;
const COLUMNS_SHOWN = 10;
const SIDE_BY_SIDE = 6;

/**
 * The first rows as a markdown table, and how many there are when that is not all; null where there are none. `asNamed`: the
 * columns are those of the data, and keep their names.
 */
export function tableOf(result: QueryResult, groups: number, asNamed: boolean): AnswerPiece[] | null {
  if (result.rows.length === 0) return null;
  const beside = groups === 2 && result.query.columns.length === 3 ? pivoted(result) : null;
  const columns = beside?.columns ?? result.query.columns.slice(0, COLUMNS_SHOWN);
  const rows = beside?.rows ?? result.rows;
  const table = [
    `| ${columns.map((column, index) => safe(asNamed || (beside && index > 0) ? column.name : headOf(column.name))).join(' | ')} |`,
    `|${columns.map((column) => (isNumber(column) ? '---:' : '---')).join('|')}|`,
    ...rows
      .slice(0, ROWS_SHOWN)
      .map((row) => `| ${columns.map((column, index) => cellText(row[index] ?? null, column)).join(' | ')} |`),
  ].join('\n');
  const rest = restOf(rows.length, beside ? rows.length : result.output.row_count, result.query.columns.length);
  return [textPiece(table), ...(rest === null ? [] : [factPiece(rest)])];
}

const isNumber = (column: OutColumn): boolean => column.show.as !== 'text' && column.show.as !== 'time';

function cellText(cell: Cell, column: OutColumn): string {
  if (cell === null) return isNumber(column) ? '–' : EMPTY;
  return safe(written(cell, column.show));
}

const headOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function restOf(shown: number, all: number, columns: number): AnswerFact | null {
  const rows = Math.max(shown, all);
  if (rows <= ROWS_SHOWN && columns <= COLUMNS_SHOWN) return null;
  return {
    code: 'rows_shown',
    rows: rows > ROWS_SHOWN ? { shown: ROWS_SHOWN, of: rows } : null,
    columns: columns > COLUMNS_SHOWN ? { shown: COLUMNS_SHOWN, of: columns } : null,
  };
}

/** Two groups side by side, when the second one has few values: a row per month, a column per region. */
function pivoted(result: QueryResult): { columns: OutColumn[]; rows: Cell[][] } | null {
  const names = [...new Set(result.rows.map((row) => row[1] ?? null))];
  if (names.length > SIDE_BY_SIDE || result.output.row_count > result.rows.length) return null;
  const rows = new Map<Cell, Cell[]>();
  for (const [key = null, name = null, value = null] of result.rows) {
    const row = rows.get(key) ?? [key, ...names.map(() => null)];
    row[names.indexOf(name) + 1] = value;
    rows.set(key, row);
  }
  const value = result.column(2);
  const split = result.column(1);
  const columns = names.map((name) => ({ name: name === null ? EMPTY : written(name, split.show), show: value.show }));
  return { columns: [result.column(0), ...columns], rows: [...rows.values()] };
}
