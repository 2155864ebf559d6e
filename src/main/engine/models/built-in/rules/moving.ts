import { wholeNumber } from '../language/numerals';
import { GRAINS } from '../language/phrases';
import type { Token } from '../language/tokens';
import { type Rule, skip, word } from './rule';

const MOST_PERIODS = 1_000;
const OF = new Set(['of', 'the', 'for']);

/** "3-month moving average", "7 day rolling total", "rolling average over 12 weeks" */
export const movingRule: Rule = (_scope, tokens, at) => {
  const before = windowAt(tokens, at);
  const start = before ? before.next : at;
  if (!/^(?:moving|rolling|trailing)$/.test(word(tokens, start))) return null;
  const inside = before ? null : windowAt(tokens, start + 1);
  const kind = inside ? inside.next : start + 1;
  const statistic = STATISTICS.get(word(tokens, kind));
  if (!statistic) return null;
  const lead = skip(tokens, kind + 1, OVER);
  const after = before || inside || lead === kind + 1 ? null : windowAt(tokens, lead);
  const window = before ?? inside ?? after;
  const next = skip(tokens, after ? after.next : kind + 1, OF);
  if (!window || window.count < 2 || window.count > MOST_PERIODS) return null;
  return { pieces: [{ kind: 'moving', count: window.count, grain: window.grain, statistic }], length: next - at };
};

const STATISTICS = new Map<string, 'average' | 'sum'>([
  ['average', 'average'],
  ['avg', 'average'],
  ['mean', 'average'],
  ['total', 'sum'],
  ['sum', 'sum'],
]);
const OVER = new Set(['over', 'of', 'the', 'last', 'across', 'with', 'a']);

/** "3 months", "7-day" */
function windowAt(tokens: readonly Token[], at: number) {
  const count = wholeNumber(tokens[at]);
  const grain = count === null ? null : GRAINS.at(tokens, at + 1);
  return count === null || !grain ? null : { count, grain: grain.meaning, next: at + 1 + grain.length };
}
