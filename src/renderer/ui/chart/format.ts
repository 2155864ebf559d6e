import type { Cell, NumberFormat, TableColumn } from '#contract';
import { decimalMark, moneyText, numberText, type Words, wordsIn } from '#words';

/** Signs that stand close to the number; other currencies are set apart by a space. */
const CLOSE_SIGNS = new Set(['$', '£', '¥']);

/** Exact values, as tooltips and tables show them. `percent` values are fractions. */
export function formatValue(value: number, format: NumberFormat): string {
  const decimals = format.decimals ?? defaultDecimals(value, format);
  const number = dressed(value, format, {
    minimumFractionDigits: fixedDecimals(format, decimals),
    maximumFractionDigits: decimals,
  });
  return `${number}${unitBehind(format)}`;
}

const unitBehind = ({ style, unit }: NumberFormat): string =>
  style === 'number' && unit !== undefined ? `\u00a0${unit}` : '';

/** Exact values that stand below each other: each with as many decimals as the one that has most. */
export function formatAlike(values: readonly number[], format: NumberFormat): string[] {
  if (format.style !== 'number') return values.map((value) => formatValue(value, format));
  const { unit: _, ...bare } = format;
  const texts = values.map((value) => formatValue(value, bare));
  const decimals = Math.max(0, ...texts.map((text) => text.split(decimalMark())[1]?.length ?? 0));
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return values.map((value) => `${plain(value, digits)}${unitBehind(format)}`);
}

/** Short values for axes: 200k, 1.2M, 25 %. `step` says how fine the axis is, so that ticks differ. */
export function formatTick(value: number, format: NumberFormat, step: number): string {
  if (format.style === 'percent') {
    const decimals = decimalsOf(step * 100, 4);
    return `${plain(value * 100, { maximumFractionDigits: decimals })} %`;
  }
  const [divisor, suffix] = unitFor(Math.abs(value), step, wordsIn().chart.large);
  const decimals = decimalsOf(step / divisor, 12);
  return `${plain(value / divisor, { maximumFractionDigits: decimals })}${suffix}`;
}

/** As many as it takes to write the step out: 2 for 0.25, so that no two ticks read alike or wrongly. */
function decimalsOf(step: number, most: number): number {
  for (let decimals = 0; decimals < most; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (scaled > 0.5 && Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return most;
}

/**
 * A value in about three digits, to stand at its bar: 412k, 1.25M, 14 %. Of those beside it, the longest says how many digits,
 * and the one with most decimals how many of these.
 */
export function formatShort(value: number, format: NumberFormat, beside: readonly number[] = [value]): string {
  if (format.style === 'percent') {
    const shares = beside.map((share) => share * 100);
    return `${plain(value * 100, alike(shares, 1))} %`;
  }
  const size = Math.abs(value);
  const short = beside.some((other) => Math.abs(other) >= 1e4);
  const { large } = wordsIn().chart;
  const [divisor, suffix] =
    size >= 1e12
      ? [1e12, large.trillion]
      : size >= 1e9
        ? [1e9, large.billion]
        : size >= 1e6
          ? [1e6, large.million]
          : size >= 1e3 && short
            ? [1e3, large.thousand]
            : [1, ''];
  return `${plain(value / divisor, short || size < 1 ? { maximumSignificantDigits: 3 } : alike(beside, 2))}${suffix}`;
}

/** As many decimals as any of the values has, at most so many. */
function alike(values: readonly number[], most: number): Intl.NumberFormatOptions {
  const decimals = Math.max(
    0,
    ...values.map((value) => String(Number(value.toFixed(most))).split('.')[1]?.length ?? 0),
  );
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

/** What an axis counts in, said once: "EUR", "°C", or nothing. */
export function unitName({ style, currency, unit }: NumberFormat): string | null {
  if (style === 'percent') return null;
  return (style === 'currency' ? currency : unit) ?? null;
}

/** A cell as text, for labels. */
export function cellText(cell: Cell): string {
  const words = wordsIn().locale.cell;
  if (cell === null) return words.empty;
  if (typeof cell === 'boolean') return cell ? words.yes : words.no;
  return String(cell);
}

/** A cell as a number; null when it is none. Decimals and long integers arrive as text. */
export function cellNumber(cell: Cell, column: TableColumn | undefined): number | null {
  if (cell === null || typeof cell === 'boolean' || column === undefined) return null;
  const value =
    typeof cell === 'number' ? cell : column.type === 'text' && cell.trim() === '' ? Number.NaN : Number(cell);
  return Number.isFinite(value) ? value : null;
}

function dressed(value: number, format: NumberFormat, digits: Intl.NumberFormatOptions): string {
  if (format.style === 'percent') {
    const shown = { minimumFractionDigits: 0, maximumFractionDigits: format.decimals ?? 1 };
    return `${plain(value * 100, shown)} %`;
  }
  if (format.style !== 'currency' || !format.currency) return plain(value, digits);
  const sign = currencySign(format.currency);
  return moneyText(plain(value, digits), format.currency, `${sign}${CLOSE_SIGNS.has(sign) ? '' : '\u00a0'}`);
}

function plain(value: number, digits: Intl.NumberFormatOptions): string {
  return numberText(value, digits).replace('-', '−');
}

function currencySign(code: string): string {
  const parts = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? code;
}

function fixedDecimals(format: NumberFormat, decimals: number): number {
  return format.style === 'currency' ? Math.min(2, decimals) : 0;
}

function defaultDecimals(value: number, format: NumberFormat): number {
  if (format.style === 'currency') return 2;
  const size = Math.abs(value);
  return size >= 1000 || Number.isInteger(value) ? 2 : size >= 1 ? 3 : 6;
}

function unitFor(size: number, step: number, large: Words['chart']['large']): [divisor: number, suffix: string] {
  if (size >= 1e12 && step >= 1e9) return [1e12, large.trillion];
  if (size >= 1e9 && step >= 1e6) return [1e9, large.billion];
  if (size >= 1e6 && step >= 1e4) return [1e6, large.million];
  if (size >= 1e4 || (size >= 1e3 && step >= 500)) return step >= 10 ? [1e3, large.thousand] : [1, ''];
  return [1, ''];
}
