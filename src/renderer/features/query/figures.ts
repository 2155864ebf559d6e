import type { Cell, QueryColumn } from '#contract';
import type { Words } from '#words';
import { formatCell } from '../../ui';

const LOCALE = 'en-US';
const MINUS = '−';

/** A value of a result as answers write it: with its unit, and with the digits that say something. */
export function figureText(column: QueryColumn, cell: Cell, words: Words): string {
  if (cell === null) return '';
  if (typeof cell !== 'boolean') {
    const name = words.chips.groupName(column, cell);
    if (name !== null) return name;
  }
  const { unit, decimals, type } = column;
  if (decimals === null || !['integer', 'decimal', 'float'].includes(type)) return formatCell(cell, type);
  const number = numberText(cell, unit?.kind === 'percent' ? Number(cell) * 100 : null, decimals);
  if (unit?.kind === 'percent') return `${number} %`;
  if (unit?.kind === 'currency') return `${symbolOf(unit.code)}${number.startsWith(MINUS) ? number : number}`;
  return number;
}

/** Digits of money beyond what a number of the language holds stay as they are. */
function numberText(cell: Cell, scaled: number | null, decimals: number): string {
  const digits = {
    minimumFractionDigits: scaled === null ? decimals : 0,
    maximumFractionDigits: scaled === null ? decimals : 1,
  };
  const format = new Intl.NumberFormat(LOCALE, digits);
  // A decimal text is formatted as it is, digit by digit.
  const value = scaled ?? (typeof cell === 'string' ? (cell as Intl.StringNumericLiteral) : Number(cell));
  return format.format(value).replace('-', MINUS);
}

function symbolOf(code: string): string {
  const parts = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: code }).formatToParts(0);
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? code;
  return symbol.length > 1 ? `${symbol} ` : symbol;
}
