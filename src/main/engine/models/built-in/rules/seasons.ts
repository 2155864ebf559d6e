import { WEEKDAYS } from '../language/calendar';
import type { Token } from '../language/tokens';
import type { Filter } from '../question/plan';
import { type Rule, skip, word } from './rule';

const JOINERS = new Set([',', 'and', 'or', 'on', 'the']);
const WEEKEND = [6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];

/** "on Mondays", "at weekends", "on weekdays" */
export const seasonRule: Rule = (scope, tokens, at) => {
  const [column] = scope.times.all;
  if (!column) return null;
  const found = daysAt(tokens, at);
  if (!found) return null;
  const filter: Filter = { kind: 'season', column, part: 'weekday', values: found.values, not: false };
  return { pieces: [{ kind: 'filter', filter, versus: false, lead: null }], length: found.next - at };
};

export function daysAt(tokens: readonly Token[], at: number): { values: number[]; next: number } | null {
  const values: number[] = [];
  let next = skip(tokens, at, new Set(['on', 'at', 'during']));
  for (;;) {
    const days = dayAt(word(tokens, next), next > at);
    if (!days) break;
    values.push(...days);
    const joined = skip(tokens, next + 1, JOINERS);
    if (!dayAt(word(tokens, joined), true)) return { values: [...new Set(values)].sort(), next: next + 1 };
    next = joined;
  }
  return null;
}

function dayAt(text: string, led: boolean): number[] | null {
  if (/^weekends?$/.test(text)) return WEEKEND;
  if (led && /^(?:weekdays|workdays)$/.test(text)) return WORKDAYS;
  const index = WEEKDAYS.findIndex((day) => day.toLowerCase() === text || `${day.toLowerCase()}s` === text);
  return index < 0 ? null : [index + 1];
}
