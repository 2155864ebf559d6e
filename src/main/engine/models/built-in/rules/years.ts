import { yearAt } from '../language/periods';
import { isNumeric, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column, Comparison, Filter } from '../question/plan';
import { type Match, type Rule, skip, word } from './rule';

const LEADS = new Set(['in', 'for', 'of', 'during', 'from', 'the', 'year', 'only']);
const JOINERS = new Set([',', 'and', 'or', 'vs', 'versus', 'against', 'to', 'with', 'in']);
const VERSUS = /^(?:vs|versus|against)$/;

/** "in 2023", "2022 vs 2024", in data whose only notion of time is a column of years. */
export const yearRule: Rule = (scope, tokens, at) => {
  const column = yearColumn(scope);
  if (!column) return null;
  const range = rangeAt(tokens, at, column);
  if (range) return range;
  const values: number[] = [];
  let next = skip(tokens, at, LEADS);
  let end = next;
  let versus = false;
  for (let year = yearAt(tokens[next]); year !== null; year = yearAt(tokens[next])) {
    values.push(year);
    end = next + 1;
    next = skip(tokens, end, JOINERS);
    versus ||= values.length > 0 && yearAt(tokens[next]) !== null && joinedBy(tokens, end, next);
  }
  if (values.length === 0) return null;
  const filter = { kind: 'values' as const, column, values, not: false };
  return { pieces: [{ kind: 'filter', filter, versus, lead: null }], length: end - at };
};

const OPEN = new Map<string, Comparison>([
  ['since', '>='],
  ['before', '<'],
  ['until', '<='],
  ['till', '<='],
  ['after', '>'],
]);

/** "since 2022", "before 2023", "between 2021 and 2023", "from 2021 to 2023" */
function rangeAt(tokens: readonly Token[], at: number, column: Column): Match | null {
  const lead = word(tokens, at);
  const first = yearAt(tokens[at + 1]);
  if (first === null) return null;
  const op = OPEN.get(lead);
  const match = (filter: Filter, length: number): Match => ({
    pieces: [{ kind: 'filter', filter, versus: false, lead: null }],
    length,
  });
  if (op) return match({ kind: 'compare', column, op, value: String(first) }, 2);
  const last = yearAt(tokens[at + 3]);
  const joint = word(tokens, at + 2);
  const closed =
    (lead === 'between' && joint === 'and') || (lead === 'from' && /^(?:to|until|till|through|-)$/.test(joint));
  if (!closed || last === null) return null;
  return match({ kind: 'between', column, low: String(first), high: String(last), not: false }, 4);
}

const joinedBy = (tokens: readonly Token[], from: number, until: number): boolean =>
  tokens.slice(from, until).some((_, offset) => VERSUS.test(word(tokens, from + offset)));

export function yearColumn(scope: Scope): Column | null {
  if (scope.times.all.length > 0) return null;
  const found = scope.columns.all.filter(
    (column) =>
      isNumeric(column) &&
      scope.columns.stems(column).has('year') &&
      Number(column.min) >= 1_900 &&
      Number(column.max) < 2_200,
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
