import type { Cell, PinnedTable, QueryColumn } from '#contract';
import { tellingDecimals } from '#contract/telling-digits';
import { isCurrencyBehind, numberText as localNumber, moneyText, type Words } from '#words';
import { formatCell, isNumeric } from './format';

const MINUS = '−';

/** A value of a result as answers write it: with its unit, and with the digits that say something. */
export function figureText(column: QueryColumn, cell: Cell, words: Words): string {
  if (cell === null) return '';
  if (typeof cell !== 'boolean') {
    const name = words.chips.groupName(column, cell);
    if (name !== null) return name;
  }
  const { unit, decimals, type } = column;
  if (!isNumeric(column)) return formatCell(cell, type);
  // A name, such as a code or a year: its digits are no amount.
  if (decimals === null) return String(cell).replace(/^-/, MINUS);
  if (unit?.kind === 'percent') return `${numberText(Number(cell) * 100, 0, decimals)} %`;
  const number = numberText(cell, decimals, decimals);
  return unit?.kind === 'currency' ? inCurrency(number, unit.code) : number;
}

/** What the columns of a table are called: as the reading of its question has them, where it has one. */
export function titlesOf(
  { columns, about, names }: Pick<PinnedTable, 'columns' | 'about' | 'names'>,
  words: Words,
): string[] {
  const titles =
    about && names ? about.map((column) => words.chips.column(column, names)) : columns.map(({ name }) => name);
  return titles.map((title, at) => withUnit(title, about?.[at]));
}

/** A column's title with the unit that its cells do not say: money and percent they do. */
export function withUnit(title: string, column: QueryColumn | undefined): string {
  const unit = column && isNumeric(column) && column.decimals !== null ? column.unit : null;
  return unit?.kind === 'named' && !title.includes(`(${unit.name})`) ? `${title} (${unit.name})` : title;
}

/** The column with as many digits as tell its values apart. */
export function withTellingDigits(column: QueryColumn, cells: readonly Cell[]): QueryColumn {
  const { decimals, unit } = column;
  if (decimals === null || !isNumeric(column)) return column;
  const scale = unit?.kind === 'percent' ? 100 : 1;
  const values = cells.flatMap((cell) => (cell === null ? [] : [Number(cell) * scale]));
  return { ...column, decimals: tellingDecimals(values, decimals) };
}

/** Digits of money beyond what a number of the language holds stay as they are. */
function numberText(cell: string | number | boolean, least: number, most: number): string {
  // A decimal text is formatted as it is, digit by digit.
  const value = typeof cell === 'string' ? cell : Number(cell);
  return localNumber(value, { minimumFractionDigits: least, maximumFractionDigits: most }).replace('-', MINUS);
}

/** The sign before an amount, where it stands there. */
function inCurrency(number: string, code: string): string {
  const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency: code }).formatToParts(0);
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? code;
  const prefix = symbol.length > 1 ? `${symbol} ` : symbol;
  return isCurrencyBehind() ? moneyText(number, code, prefix) : `${prefix}${number}`;
}
