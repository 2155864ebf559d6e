import { leveledTables } from './leveled';
import { least, medianOf, most, segmentsOf } from './lines';
import { meshesOf } from './meshes';
import { regionsOf } from './regions';
import { type Extent, type FoundTable, isInside, type PlacedTable, ruledTable, textOfRow } from './ruled';
import type { DrawnLine } from './rules';
import { RUNS_AT_MOST, turnsOf } from './runs';
import { cellsIn, cellsOf } from './tables';
import type { PageContent, Row, TextRun } from './types';

/** Fewer rows stand under each other by chance. */
const ROWS_AT_LEAST = 3;
/** Rows of which most cells are empty, one after the other. */
const SPARSE_AT_MOST = 2;
/** Pages with more were made to keep readers busy. */
const COLUMNS_AT_MOST = 200;
/** In distances of the table's lines: a row further away is none of it. */
const APART = 1.6;

/** Rows of cells, all of one length; what is empty on the page is an empty text. */
export type PageTable = string[][];

/**
 * The tables of a page, in reading order: those whose cells are parted by lines, and those whose cells stand under each
 * other. One whose cells cannot be told apart is left out, rather than given with values in columns that are not theirs.
 */
export const tablesOf = (content: PageContent, rules: readonly DrawnLine[] = []): PageTable[] =>
  placedTables(content, rules)
    .filter(({ rows }) => rows.length > 1)
    .map(({ rows }) => rows);

/** The same with their places. */
export function placedTables(content: PageContent, rules: readonly DrawnLine[]): PlacedTable[] {
  return turnsOf(content)
    .filter(({ runs }) => runs.length <= RUNS_AT_MOST)
    .flatMap(({ turn, runs }) => {
      const ruled = meshesOf(rules, turn).flatMap((mesh) =>
        mesh.uprights.length > 0 ? (ruledTable(mesh, runs) ?? []) : leveledTables(mesh, runs),
      );
      const others = runs.filter((run) => !ruled.some((table) => isInside(run, table)));
      return [...ruled, ...alignedTables(others)]
        .toSorted((a, b) => a.top - b.top || a.left - b.left)
        .map((table) => withSurroundings(table, runs));
    });
}

const alignedTables = (runs: TextRun[]): FoundTable[] =>
  regionsOf(segmentsOf(runs))
    .filter(({ rows }) => rows.every(({ segments }) => segments.length <= COLUMNS_AT_MOST))
    .flatMap(({ rows }) => spansOf(rows).map((span) => gridOf(rows, span)))
    .filter((grid) => grid !== null);

/** Lines and letters that a header or a footer has at most. */
const MARGIN_ROWS = 2;
const MARGIN_LETTERS = 150;

function withSurroundings(table: FoundTable, runs: readonly TextRun[]): PlacedTable {
  const isMargin = (beyond: readonly TextRun[]): boolean =>
    new Set(beyond.map(({ baseline }) => Math.round(baseline))).size <= MARGIN_ROWS &&
    beyond.reduce((sum, { text }) => sum + text.length, 0) <= MARGIN_LETTERS;
  return {
    ...table,
    beginsPage: isMargin(runs.filter(({ baseline }) => baseline < table.top)),
    endsPage: isMargin(runs.filter(({ baseline, size }) => baseline - size * 0.3 > table.bottom)),
  };
}

/** The rows from `first` on, up to `end`. */
interface Span {
  first: number;
  end: number;
}

/** Where rows of cells follow each other, but for a few in which most are empty. */
function spansOf(rows: readonly Row[]): Span[] {
  const spans: Span[] = [];
  for (const [index, cells] of cellsOf(rows).entries()) {
    if (!cells) continue;
    const last = spans.at(-1);
    if (last && index - last.end <= SPARSE_AT_MOST && areNear(rows.slice(last.end - 1, index + 1)))
      last.end = index + 1;
    else spans.push({ first: index, end: index + 1 });
  }
  return spans;
}

const areNear = (rows: readonly Row[]): boolean =>
  pitchesOf(rows).every((pitch, index) => pitch <= 2 * (rows[index]?.size ?? 0));

const pitchesOf = (rows: readonly Row[]): number[] =>
  rows.slice(1).map(({ baseline }, index) => baseline - (rows[index]?.baseline ?? 0));

/** Null where cells cannot be told to be of one column each. */
function gridOf(rows: readonly Row[], span: Span): FoundTable | null {
  const columns = columnsOf(rows.slice(span.first, span.end));
  if (!columns) return null;
  const { first, end } = extended(rows, span, columns);
  const grid = rows.slice(first, end).map((row) => placed(row, columns));
  // What stands over several columns heads them, or is no part of the table.
  const begin = grid.findIndex((texts) => texts !== null);
  const body = grid.slice(begin, grid.findLastIndex((texts) => texts !== null) + 1);
  const whole = body.filter((texts) => texts !== null);
  if (whole.length !== body.length || whole.length < ROWS_AT_LEAST) return null;
  const [top, bottom] = [rows[first + begin], rows[first + begin + body.length - 1]];
  return {
    rows: whole,
    columns,
    left: columns[0]?.left ?? 0,
    right: columns.at(-1)?.right ?? 0,
    top: top ? top.baseline - top.size : 0,
    bottom: bottom?.baseline ?? 0,
  };
}

/** The same and the rows above and below with cells of its columns, as far as to one with several. */
function extended(rows: readonly Row[], { first, end }: Span, columns: readonly Extent[]): Span {
  const pitch = medianOf(pitchesOf(rows.slice(first, end))) * APART;
  const reach = (from: number, step: 1 | -1): number => {
    let last = from;
    for (let at = from + step; Math.abs(at - last) <= SPARSE_AT_MOST + 1; at += step) {
      const [row, beside] = [rows[at], rows[at - step]];
      if (!row || !beside || Math.abs(row.baseline - beside.baseline) > pitch || !placed(row, columns)) break;
      if (cellsIn(row).length > 1) last = at;
    }
    return last;
  };
  return { first: reach(first, -1), end: reach(end - 1, 1) + 1 };
}

/** What the fullest rows have under each other. */
function columnsOf(rows: readonly Row[]): Extent[] | null {
  const all = rows.map(cellsIn);
  const count = most(all.map(({ length }) => length));
  const full = all.filter(({ length }) => length === count);
  if (full.length < 2) return null;
  const columns = Array.from({ length: count }, (_, index): Extent => {
    const own = full.flatMap((cells) => cells[index] ?? []);
    return { left: least(own.map(({ left }) => left)), right: most(own.map(({ right }) => right)) };
  });
  const isParted = columns.every(({ left }, index) => left > (columns[index - 1]?.right ?? Number.NEGATIVE_INFINITY));
  return isParted ? columns : null;
}

/** The texts of a row by column; null where a cell is of none, of several, or of one that has a text already. */
function placed(row: Row, columns: readonly Extent[]): string[] | null {
  const texts = columns.map(() => '');
  for (const cell of cellsIn(row)) {
    const own = columns.flatMap(({ left, right }, index) => (left <= cell.right && cell.left <= right ? [index] : []));
    const [column] = own;
    if (column === undefined || own.length > 1 || texts[column] !== '') return null;
    texts[column] = textOfRow({ ...row, segments: [cell] });
  }
  return texts;
}
