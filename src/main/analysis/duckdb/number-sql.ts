import { CURRENCY_CODES, CURRENCY_SIGNS } from '#contract/currencies';
import type { NumberHow } from './recipe';
import { quoteText } from './sql';
import { finite, literal, written } from './sql-text';

export function sqlType(to: NumberHow['to']): string {
  if (to.type === 'decimal') return `DECIMAL(${to.width}, ${to.scale})`;
  return to.type === 'integer' ? 'BIGINT' : 'DOUBLE';
}

/** Written as SQL itself writes numbers. */
export const isPlain = (how: NumberHow): boolean => !how.dressed && how.group === null && how.decimal === '.';

/** The digits of a number as SQL text with a decimal point, or NULL when it is not a number as `how` writes them. */
export function plainNumber(raw: string, how: NumberHow): string {
  if (isPlain(how)) return `trim(${raw})`;
  if (how.marks !== undefined) return markedNumber(raw, how, how.marks);
  const group = how.group === null ? '' : how.group === ' ' ? '[ \u00a0\u202f]' : `[${how.group}]`;
  const whole = group ? `(\\d{1,3}(${group}\\d{3})+|\\d+)` : '\\d+';
  const signs = how.percent || !how.strict ? `${CURRENCY_SIGNS}%` : CURRENCY_SIGNS;
  const dress = how.dressed ? `(${CURRENCY_CODES.join('|')}|[${signs}])?` : '';
  const space = how.dressed ? '[\\s\u00a0\u202f]*' : '\\s*';
  const number = `${space}${dress}${space}[-+−]?${space}${dress}${space}(${whole}([${how.decimal}]\\d*)?|[${how.decimal}]\\d+)${space}${dress}${space}`;
  const pattern = how.dressed ? `^(${number}|\\(${number}\\)|${number}-)\\s*$` : `^${number}$`;
  const kept =
    how.decimal === ','
      ? `replace(regexp_replace(${raw}, '[^0-9,]', '', 'g'), ',', '.')`
      : `regexp_replace(${raw}, '[^0-9.]', '', 'g')`;
  const negative = how.dressed ? `regexp_matches(${raw}, '[-−(]')` : `regexp_matches(${raw}, '[-−]')`;
  return `CASE WHEN regexp_matches(${raw}, ${quoteText(pattern)}) THEN (CASE WHEN ${negative} THEN '-' ELSE '' END) || ${kept} END`;
}

const MULTIPLES: readonly (readonly [words: string, power: number])[] = [
  ['k|thousand|tsd\\.?', 3],
  ['m|mn|mm|mio\\.?|mill\\.?|million|millions|millionen', 6],
  ['b|bn|billion|billions|mrd\\.?|milliarden?', 9],
  ['t|tn|trillion|trillions', 12],
];
const MULTIPLE = MULTIPLES.map(([words]) => words).join('|');

/** A number with a currency, a unit or a word for thousands beside it; the first group is the digits, the second that word. */
function markedPattern(how: NumberHow, marks: readonly string[]): string {
  const space = '[\\s\u00a0\u202f]*';
  const mark = marks.length === 0 ? '' : `(?:${marks.map(literal).join('|')})?`;
  const group = how.group === null ? '' : how.group === ' ' ? '[ \u00a0\u202f]' : `[${how.group}]`;
  const whole = group ? `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)` : '\\d+';
  const digits = `(${whole}(?:[${how.decimal}]\\d*)?|[${how.decimal}]\\d+)`;
  const multiple = how.multiples ? `(${MULTIPLE})?` : '()';
  return `(?i)^${space}\\(?${space}${mark}${space}[-+−]?${space}${mark}${space}${digits}${space}${multiple}${space}${mark}${space}\\)?${space}-?${space}$`;
}

function markedNumber(raw: string, how: NumberHow, marks: readonly string[]): string {
  const pattern = quoteText(markedPattern(how, marks));
  const body = `regexp_extract(${raw}, ${pattern}, 1)`;
  const kept =
    how.decimal === ','
      ? `replace(regexp_replace(${body}, '[^0-9,]', '', 'g'), ',', '.')`
      : `regexp_replace(${body}, '[^0-9.]', '', 'g')`;
  const negative = `regexp_matches(${raw}, '^[^0-9]*[-−(]|-\\s*$')`;
  return `CASE WHEN regexp_matches(${raw}, ${pattern}) AND contains(${raw}, '(') = contains(${raw}, ')') THEN (CASE WHEN ${negative} THEN '-' ELSE '' END) || ${kept} END`;
}

/** Exact: what has more digits behind the point than the type has is none of it. */
function toMultiple(raw: string, how: NumberHow): string {
  const word = `lower(regexp_extract(${raw}, ${quoteText(markedPattern(how, how.marks ?? []))}, 2))`;
  const times = MULTIPLES.map(
    ([words, power]) => `WHEN regexp_full_match(${word}, '${words}') THEN 1${'0'.repeat(power)}`,
  );
  const value = `TRY_CAST(${plainNumber(raw, how)} AS DECIMAL(20, 6)) * CAST(CASE ${times.join(' ')} ELSE 1 END AS DECIMAL(13, 0))`;
  const typed = `TRY_CAST(${value} AS ${sqlType(how.to)})`;
  return `CASE WHEN ${typed} = ${value} THEN ${typed} END`;
}

export function toNumber(raw: string, how: NumberHow): string {
  const { to, percent, strict } = how;
  if (how.multiples) return toMultiple(raw, how);
  const digits = plainNumber(raw, how);
  // A cast takes blanks off by itself.
  const text = isPlain(how) ? raw : digits;
  const scale = to.type === 'decimal' ? Math.max(0, to.scale - (percent ? 2 : 0)) : 0;
  if (to.type === 'float') {
    const value = finite(`TRY_CAST(${text} AS DOUBLE)`);
    const plain = strict ? `CASE WHEN NOT contains(${text}, '_') THEN ${value} END` : value;
    return percent ? `${plain} / 100` : plain;
  }
  const exact = (type: string): string => {
    const value = `TRY_CAST(${text} AS ${type})`;
    return strict ? written(value, text, pattern(scale)) : value;
  };
  if (!percent) return exact(sqlType(to));
  if (to.type !== 'decimal') return `${finite(`TRY_CAST(${digits} AS DOUBLE)`)} / 100`;
  return `CAST(${exact(sqlType({ ...to, scale }))} * 0.01 AS ${sqlType(to)})`;
}

/** Digits with at most so many behind the point; zeros at the very end say nothing about precision. */
function pattern(scale: number): string {
  const whole = `(0|[1-9]\\d*)(\\.\\d{0,${scale}}0*)?`;
  return scale === 0 ? `[-+]?${whole}` : `[-+]?(${whole}|\\.\\d{1,${scale}}0*)`;
}
