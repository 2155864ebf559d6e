import { currencyPrefix } from '#contract/currencies';
import type { Cell } from '#contract/tables';
import { partLabel, periodLabel } from './labels';
import type { Show } from './show';

const MINUS = '−';
const SPACE = '\u00a0';
export const EMPTY = '(empty)';

/** Thousands separators for a plain decimal number, which keeps every digit: `1234.50` is `1,234.50`. */
export function grouped(value: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(value) ?? [];
  return whole === '' ? value : `${sign}${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}${rest}`;
}

/** A plain decimal number with so many digits after the point, halves away from zero, without floating-point detours. */
export function rounded(value: string, decimals: number): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const digits = BigInt(`${whole}${fraction.padEnd(decimals, '0').slice(0, decimals)}`);
  const up = Number(fraction[decimals] ?? '0') >= 5 ? 1n : 0n;
  const text = String(digits + up).padStart(decimals + 1, '0');
  const result = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  return /[1-9]/.test(result) ? `${sign}${result}` : result;
}

/** A cell as the answer writes it. */
export function written(cell: Cell, show: Show): string {
  if (cell === null) return '–';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (show.as === 'time') return typeof cell === 'string' ? periodLabel(cell, show.grain) : String(cell);
  const value = plainNumber(cell);
  if (show.as === 'part') return value === null ? String(cell) : partLabel(Number(value), show.part);
  if (show.as === 'bin') return value === null ? String(cell) : binText(value, show.width);
  if (show.as === 'text' || value === null) return momentOf(String(cell));
  switch (show.as) {
    case 'percent':
      return `${signed(grouped(rounded(times100(value), show.decimals ?? 1).replace(/\.0$/, '')))}${SPACE}%`;
    case 'points':
      return `${signed(grouped(rounded(times100(value), show.decimals ?? 1).replace(/\.0$/, '')))}${SPACE}percentage points`;
    case 'currency':
      return inCurrency(rounded(value, show.decimals), show.code);
    default:
      return `${signed(
        grouped(rounded(value, show.decimals ?? fitting(value)).replace(/(\.\d*?)0+$/, keepDecimals(show.decimals))),
      )}${show.unit === null ? '' : `${SPACE}${show.unit}`}`;
  }
}

/** A timestamp as people write it; a "T" in any other text stays where it is. */
const momentOf = (text: string): string =>
  /^-?\d{4,6}-\d\d-\d\dT\d\d:/.test(text) ? text.replace(/T00:00:00(?:\.0+)?$/, '').replace('T', ' ') : text;

/** Whole when it is meant to be; numbers of no fixed scale lose their closing zeros. */
const keepDecimals = (decimals: number | null) => (match: string, kept: string) =>
  decimals === null ? kept.replace(/\.$/, '') : match;

/** A difference, with its sign. */
export function difference(cell: Cell, show: Show): string {
  const text = written(cell, show);
  return text.startsWith(MINUS) || !/[1-9]/.test(text) ? text : `+${text}`;
}

export const numberOf = (cell: Cell): number | null => {
  const value = plainNumber(cell);
  return value === null ? null : Number(value);
};

/** A number without an exponent; null for what is none. */
function plainNumber(cell: Cell): string | null {
  if (typeof cell === 'string') return /^-?\d+(?:\.\d+)?$/.test(cell) ? cell : null;
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return null;
  const text = String(cell);
  if (!text.includes('e')) return text;
  return Math.abs(cell) < 1 ? cell.toFixed(20).replace(/0+$/, '') : BigInt(cell).toString();
}

function times100(value: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const moved = fraction.padEnd(2, '0');
  return `${sign}${`${whole}${moved.slice(0, 2)}`.replace(/^0+(?=\d)/, '')}.${moved.slice(2) || '0'}`;
}

/** Two digits after the point, or three that say something for small numbers. */
function fitting(value: string): number {
  const size = Math.abs(Number(value));
  if (size === 0 || size >= 1) return 2;
  return Math.min(12, 2 - Math.floor(Math.log10(size)));
}

const signed = (text: string): string => text.replace(/^-/, MINUS);

function inCurrency(value: string, code: string): string {
  const sign = currencyPrefix(code);
  return value.startsWith('-') ? `${MINUS}${sign}${grouped(value.slice(1))}` : `${sign}${grouped(value)}`;
}

/** "10 to 15": the lower end belongs to it, the upper one does not. */
function binText(low: string, width: string): string {
  const digits = Math.max(...[low, width].map((one) => (one.split('.')[1] ?? '').replace(/0+$/, '').length));
  const text = (value: number) => signed(grouped(rounded(plainNumber(value) ?? '0', Math.min(digits, 6))));
  return `${text(Number(low))} to ${text(Number(low) + Number(width))}`;
}

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
