import type { Cell } from '#contract/tables';
import { plainNumber, wordsIn, writtenCell } from '#words';
import type { Show } from '../../../../query';

const SPACE = '\u00a0';
export const emptyName = (): string => wordsIn().locale.cell.empty;

/** A cell as the answer writes it. */
export const written = (cell: Cell, show: Show): string => writtenCell(cell, show, wordsIn().figure);

export const numberOf = (cell: Cell): number | null => {
  const value = plainNumber(cell);
  return value === null ? null : Number(value);
};

/** Text of the data in markdown: one line, and nothing in it means anything. */
export function safe(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/gu, (space) => (space === SPACE ? SPACE : ' '))
    .trim();
  return escaped(line.length > 80 ? `${line.slice(0, 79)}…` : line);
}

/** A line of text in markdown: nothing in it means anything. */
export function escaped(line: string): string {
  return line
    .replaceAll(/[\\`*[\]<>|~#$]/g, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/&(?=#?\w+;)/g, '\\&');
}
