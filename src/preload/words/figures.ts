import { currencyPrefix } from '#contract/currencies';
import type { FigureShow, Headline, HeadlineFigure } from '#contract/headline';
import type { Cell } from '#contract/tables';
import type { FigureWords, HeadlineSentence, HeadlineWriter } from './headline-words';
import { exactNumber, momentText, moneyText } from './locale';

const MINUS = '−';
const SPACE = '\u00a0';

/** A plain decimal number with so many digits after the point, halves away from zero, without floating-point detours. */
export function rounded(value: string, decimals: number): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const digits = BigInt(`${whole}${fraction.padEnd(decimals, '0').slice(0, decimals)}`);
  const up = Number(fraction[decimals] ?? '0') >= 5 ? 1n : 0n;
  const text = String(digits + up).padStart(decimals + 1, '0');
  const result = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  return /[1-9]/.test(result) ? `${sign}${result}` : result;
}

/** A number without an exponent; null for what is none. */
export function plainNumber(cell: Cell): string | null {
  if (typeof cell === 'string') return /^-?\d+(?:\.\d+)?$/.test(cell) ? cell : null;
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return null;
  const text = String(cell);
  if (!text.includes('e')) return text;
  return Math.abs(cell) < 1 ? cell.toFixed(20).replace(/0+$/, '') : BigInt(cell).toString();
}

/** A cell as an answer writes it. */
export function writtenCell(cell: Cell, show: FigureShow, words: FigureWords): string {
  if (cell === null) return '–';
  if (typeof cell === 'boolean') return cell ? words.yes : words.no;
  if (show.as === 'time') return typeof cell === 'string' ? words.period(cell, show.grain) : String(cell);
  const value = plainNumber(cell);
  if (show.as === 'part') return value === null ? String(cell) : words.part(show.part, Number(value));
  if (show.as === 'bin') return value === null ? String(cell) : binText(value, show.width, words);
  if (show.as === 'text' || value === null) return momentOf(String(cell));
  switch (show.as) {
    case 'percent':
      return `${percentOf(value, show.decimals)}${SPACE}%`;
    case 'points':
      return `${percentOf(value, show.decimals)}${SPACE}${words.points}`;
    case 'currency':
      return moneyText(signed(exactNumber(rounded(value, show.decimals))), show.code, currencyPrefix(show.code));
    default: {
      const digits = rounded(value, show.decimals ?? fitting(value)).replace(
        /(\.\d*?)0+$/,
        keepDecimals(show.decimals),
      );
      return `${signed(exactNumber(digits))}${show.unit === null ? '' : `${SPACE}${show.unit}`}`;
    }
  }
}

/** A difference, with its sign. */
export function writtenChange(cell: Cell, show: FigureShow, words: FigureWords): string {
  const text = writtenCell(cell, show, words);
  return text.startsWith(MINUS) || !/[1-9]/.test(text) ? text : `+${text}`;
}

const percentOf = (value: string, decimals = 1): string =>
  signed(exactNumber(rounded(times100(value), decimals).replace(/\.0$/, '')));

/** A timestamp as people write it; a "T" in any other text stays where it is. */
const momentOf = (text: string): string =>
  /^-?\d{4,6}-\d\d-\d\dT\d\d:/.test(text)
    ? momentText(text.replace(/T00:00:00(?:\.0+)?$/, '').replace('T', ' '))
    : momentText(text);

/** Whole when it is meant to be; numbers of no fixed scale lose their closing zeros. */
const keepDecimals = (decimals: number | null) => (match: string, kept: string) =>
  decimals === null ? kept.replace(/\.$/, '') : match;

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

/** "10 to 15": the lower end belongs to it, the upper one does not. */
function binText(low: string, width: string, words: FigureWords): string {
  const digits = Math.max(...[low, width].map((edge) => (edge.split('.')[1] ?? '').replace(/0+$/, '').length));
  const text = (value: number) => signed(exactNumber(rounded(plainNumber(value) ?? '0', Math.min(digits, 6))));
  return words.range(text(Number(low)), text(Number(low) + Number(width)));
}

/** A group's name; rows without one are a group too. */
export const groupText = ({ cell, show }: HeadlineFigure, words: FigureWords): string =>
  cell === null ? words.empty : writtenCell(cell, show, words);

/** A headline as plain text; columns are called as the query calls them. */
export function headlineText(headline: Headline, sentence: HeadlineSentence, words: FigureWords): string {
  const write: HeadlineWriter = {
    output: (name) => name.replaceAll('_', ' '),
    value: ({ cell, show }) => writtenCell(cell, show, words),
    change: ({ cell, show }) => writtenChange(cell, show, words),
    group: (figures) => figures.map((figure) => groupText(figure, words)).join(', '),
  };
  return sentence(headline, write);
}

/** Of a day or a weekday something is "on" it, of anything else "in" it. */
export const isDay = ([first]: readonly HeadlineFigure[]): boolean =>
  (first?.show.as === 'time' && first.show.grain === 'day') ||
  (first?.show.as === 'part' && first.show.part === 'weekday');
