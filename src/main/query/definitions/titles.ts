import { plainWords, writtenOut } from './abbreviations';
import { unitInName } from './units';
import { nameWords } from './words';

const UPPER = new Set([
  'id',
  'gdp',
  'iso',
  'sku',
  'url',
  'vat',
  'upc',
  'nps',
  'roi',
  'mpg',
  'msrp',
  'iban',
  'bmi',
  'usd',
  'eur',
  'gbp',
  'uk',
  'us',
  'eu',
  'api',
  'ip',
]);
const AT_MOST = 1_000;
/** Dates that are names stay as they are. */
const ONLY_FIGURES = /^\d+(?:[-./]\d+)+$/;

/** Whether a person wrote the name for persons: `Order Date`, and not `order_date`, `orderDate` or `Pclass`. */
function isWritten(name: string): boolean {
  if (!/^[\p{Lu}\p{N}]/u.test(name) || !/\p{Ll}/u.test(name) || name.includes('_')) return false;
  if (!/[\s-]/.test(name.trim()) && /\p{Ll}\p{Lu}/u.test(name)) return false;
  return nameWords(name).join(' ') === plainWords(name).join(' ');
}

/** A column's name for people: short forms written out, its unit taken off: `dep_delay` is `Departure delay`. */
export function titleOf(name: string): string {
  const { rest } = unitInName(name);
  const text = isWritten(rest) || ONLY_FIGURES.test(rest) ? rest.trim() : fromWords(writtenOut(rest));
  return (text || name.trim() || name).slice(0, AT_MOST);
}

function fromWords(words: readonly string[]): string {
  const text = words
    .map((word, at) => {
      if (word === 'no' && at > 0 && at === words.length - 1) return 'number';
      return UPPER.has(word) ? word.toUpperCase() : word;
    })
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
