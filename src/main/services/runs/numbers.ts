import type { Cell, MessagePart, NumberSource, ResultId, Table } from '#contract';
import { type FigureReading, figuresIn, type NumberFigure } from '../../engine/figures';

/** A result whose cells may stand behind numbers of an answer. */
export interface KnownResult {
  id: ResultId;
  table: Table;
}

type CellPlace = Omit<NumberSource, 'part' | 'start' | 'end'>;

/**
 * Ties each number of an answer to the cell it shows: one whose value, rounded to the digits written, is that number.
 * Percentages are looked for as fractions. Smaller results are looked through first, as they hold the headline figures.
 */
export function numberSources(parts: readonly MessagePart[], results: readonly KnownResult[]): NumberSource[] {
  const bySize = [...results].sort((a, b) => a.table.rows.length - b.table.rows.length);
  const indexes = new Map<number, Map<string, CellPlace>>();
  const indexFor = (places: number) => {
    const known = indexes.get(places) ?? indexCells(bySize, places);
    indexes.set(places, known);
    return known;
  };
  return parts.flatMap((part, index) => {
    if (part.type !== 'text') return [];
    return findNumbers(part.text).flatMap(({ start, end, sign, readings }) => {
      const source = readings
        .filter(({ as }) => as !== 'percent' && as !== 'unscaled')
        .map(({ value, places }) => indexFor(places).get(rounded(sign === '-' ? -value : value, places)))
        .find((cell) => cell !== undefined);
      return source ? [{ part: index, start, end, ...source }] : [];
    });
  });
}

/** Numbers in prose; those in tables speak for themselves and are left out. */
export function findNumbers(text: string): NumberFigure[] {
  const figures = figuresIn(text).filter((figure) => figure.kind === 'number');
  return figures.filter(({ start }) => !/^\s*[|>]/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start + 1)));
}

function indexCells(results: readonly KnownResult[], places: number) {
  const index = new Map<string, CellPlace>();
  for (const { id, table } of results) {
    for (const [row, cells] of table.rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const value = numeric(cell, table.columns[column]?.type);
        if (value === null) continue;
        for (const key of new Set([rounded(value, places), rounded(-value, places)])) {
          if (!index.has(key)) index.set(key, { resultId: id, row, column });
        }
      }
    }
  }
  return index;
}

/** `places` as readings have them: negative where millions are shown with a few digits. */
function rounded(value: number, places: FigureReading['places']): string {
  return places < 0 ? (value * 10 ** places).toFixed(0) : value.toFixed(Math.min(places, 20));
}

function numeric(cell: Cell, type: string | undefined): number | null {
  if (type !== 'integer' && type !== 'decimal' && type !== 'float') return null;
  const value = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
