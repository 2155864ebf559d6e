import { yearAt } from '../language/periods';
import { isNumeric, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column } from '../question/plan';
import { type Rule, skip, word } from './rule';

const LEADS = new Set(['in', 'for', 'of', 'during', 'from', 'the', 'year', 'only']);
const JOINERS = new Set([',', 'and', 'or', 'vs', 'versus', 'against', 'to', 'with', 'in']);
const VERSUS = /^(?:vs|versus|against)$/;

/** "in 2023", "2022 vs 2024", in data whose only notion of time is a column of years. */
export const yearRule: Rule = (scope, tokens, at) => {
  const column = yearColumn(scope);
  if (!column) return null;
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

const joinedBy = (tokens: readonly Token[], from: number, until: number): boolean =>
  tokens.slice(from, until).some((_, offset) => VERSUS.test(word(tokens, from + offset)));

function yearColumn(scope: Scope): Column | null {
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
