import { yearOf } from '../language/calendar';
import { type Found, type Period, periodAt, withYear } from '../language/periods';
import { relativeAt } from '../language/relative';
import type { Token } from '../language/tokens';
import { skip } from './rule';

/** One period of a phrase, and whether it was counted back from the newest date. */
export interface Item {
  period: Period;
  length: number;
  relative: boolean;
}
/** `last` is the newest date of the data, from which relative periods are counted back. */
export function itemAt(tokens: readonly Token[], at: number, last: string | null): Item | null {
  const relative = last === null ? null : relativeAt(tokens, at, last);
  if (relative) return { period: { span: relative.value }, length: relative.length, relative: true };
  const found = periodAt(tokens, at);
  if (!found) return null;
  return partOfYear(tokens, at, found, last) ?? { period: found.value, length: found.length, relative: false };
}

/** "Q1 last year", "March of this year" */
function partOfYear(tokens: readonly Token[], at: number, found: Found<Period>, last: string | null): Item | null {
  if (last === null || !('part' in found.value)) return null;
  const next = skip(tokens, at + found.length, OF_YEAR);
  const year = relativeAt(tokens, next, last);
  if (year?.value.unit !== 'year' || year.value.from === null) return null;
  const span = withYear(found.value.part, yearOf(year.value.from));
  return span && { period: { span }, length: next + year.length - at, relative: true };
}

const OF_YEAR = new Set(['of', 'in', 'the']);

/** "Q1" in "Q1 vs Q1 last year" is that of this year, as far as the data goes. */
export function inYear(period: Period, last: string): Period {
  const span = 'part' in period ? withYear(period.part, yearOf(last)) : null;
  return span ? { span } : period;
}
