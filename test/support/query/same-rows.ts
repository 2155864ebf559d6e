import { expect } from 'vitest';
import type { Cell } from '../../../src/preload/contract';

type Line = Record<string, Cell>;

/** Rows are those expected, to nine digits where they are numbers; in any order unless `inOrder`. */
export function expectRows(actual: readonly Line[], expected: readonly Line[], inOrder: boolean): void {
  const names = Object.keys(expected[0] ?? {});
  const plain = (rows: readonly Line[]) => {
    const lines = rows.map((row) => names.map((name) => rounded(row[name] ?? null)));
    return inOrder ? lines : lines.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  };
  expect(plain(actual)).toEqual(plain(expected));
}

/** Decimals travel as text, and sums of doubles differ in their last digits. */
function rounded(value: Cell): Cell {
  if (typeof value === 'number' || (typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(value))) {
    const number = Number(value);
    return Math.abs(number) < 1e-9 ? 0 : Number(number.toPrecision(9));
  }
  return value;
}
