import type { Cell, ColumnProfile, TableColumn } from '#contract';
import { isIdentifier } from '#contract/conventions';
import { bytesText, dateText, exactNumber, momentText, numberText, wordsIn } from '#words';

export const formatCount = (value: number): string => numberText(value, { maximumFractionDigits: 0 });

export const formatBytes = bytesText;

/** A duration as the eye takes it in: 84 ms, 1.2 s, 2 min 5 s. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.max(1, Math.round(ms))} ms`;
  if (ms < 60_000) return `${numberText(ms / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** As answers and charts write it. */
const MINUS = '−';

const NUMERIC = new Set(['integer', 'decimal', 'float']);
export const isNumeric = (column: Pick<TableColumn, 'type'>): boolean => NUMERIC.has(column.type);

/** A cell as tables show it: thousands separated, unless the column's name says that it is no amount; every digit the data has, no more. */
export function formatCell(cell: Cell, type: TableColumn['type'], name = ''): string {
  if (cell === null) return '';
  switch (type) {
    case 'integer':
      return isIdentifier(name) ? String(cell).replace('-', MINUS) : signed(exactNumber(String(cell)));
    case 'decimal':
      return signed(exactNumber(String(cell)));
    case 'float':
      return typeof cell === 'number' ? signed(numberText(cell, { maximumSignificantDigits: 10 })) : String(cell);
    case 'boolean':
      return wordsIn().locale.cell[cell === true ? 'yes' : 'no'];
    case 'timestamp':
      return momentText(plainMoment(cell));
    case 'date':
      return momentText(String(cell));
    default:
      return String(cell);
  }
}

const signed = (text: string): string => text.replace('-', MINUS);

/** A moment as data has it, for people: `2025-03-01 12:00:00`. */
export const plainMoment = (cell: Cell): string => String(cell).replace('T', ' ').replace(/\.0+$/, '');

/** A share as it was written: 0.14 is 14 %. */
export function formatShare(cell: Cell): string {
  if (cell === null) return '';
  return `${signed(numberText(Number(cell) * 100, { maximumFractionDigits: 6 }))} %`;
}

/** The smallest and largest value of a column, in a few words. */
export function rangeOf(column: ColumnProfile): string {
  if (column.role === 'dimension' || column.role === 'flag' || column.type === 'boolean') {
    const values = column.top
      .slice(0, 4)
      .map((one) => formatCell(one.value, column.type, column.name) || wordsIn().locale.cell.empty);
    return column.distinct > values.length ? `${values.join(', ')} …` : values.join(', ');
  }
  if (column.min === null || column.max === null) return '';
  if (column.type === 'text') return '';
  if (column.unit?.kind === 'percent') return wordsIn().chart.range(formatShare(column.min), formatShare(column.max));
  const isNumbering = column.role === 'id' && column.type === 'integer';
  const written = (cell: Cell) => (isNumbering ? String(cell) : formatCell(cell, column.type, column.name));
  return wordsIn().chart.range(written(column.min), written(column.max));
}

/** The time of day to the second: 14:03:09. */
export const formatClock = (at: number): string => dateText(at, { timeStyle: 'medium', hourCycle: 'h23' });
export const formatTime = (at: number): string => dateText(at, { timeStyle: 'short' });
export const formatInstant = (at: number): string => dateText(at, { dateStyle: 'medium', timeStyle: 'short' });
export const formatDay = (at: number): string => dateText(at, { dateStyle: 'medium' });
