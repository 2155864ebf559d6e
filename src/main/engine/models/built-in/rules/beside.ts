import { AGGREGATES, COMPARISONS } from '../language/phrases';
import type { PieceBody } from '../language/pieces';
import { measures, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import { natureOf } from '../question/additivity';
import type { Column, Comparison } from '../question/plan';
import { numericOnly, operandAt } from './operands';
import { type Rule, skip, textOf, word } from './rule';

const LEADS = new Set(['where', 'whose', 'if', 'with', 'having', 'have', 'has', 'had']);
const ARTICLES = new Set(['the', 'their', 'its', 'our', 'a', 'own', 'than']);
const LINKS = new Set(['is', 'are', 'was', 'were', 'being', 'lies', 'fell', 'went', 'that']);

/** "stock below reorder level", "where actual exceeds the budget", "items below reorder level": two numbers of the same row. */
export const besideRule: Rule = (scope, tokens, at) => {
  const opened = skip(tokens, at, LEADS);
  const first = numberAt(scope, tokens, skip(tokens, opened, ARTICLES));
  const linked = skip(tokens, first?.next ?? opened, LINKS);
  const compared = COMPARISONS.at(tokens, linked);
  if (!compared || (!first && opened > at && linked === opened)) return null;
  if (opened === at && word(tokens, linked) === 'over') {
    // "revenue over cost" may as well ask for a ratio.
    if (first ? linked === first.next : isNumberBefore(scope, tokens, at)) return null;
  }
  const start = skip(tokens, linked + compared.length, ARTICLES);
  const second = AGGREGATES.at(tokens, start) ? null : numberAt(scope, tokens, start);
  const [other, ...others] = second?.columns ?? [];
  if (!second || !other || others.length > 0) return null;
  const columns = first ? first.columns.filter((one) => one !== other) : comparable(scope, other);
  if (columns.length === 0) return null;
  const text = textOf(tokens, at, second.next);
  return { pieces: [pieceOf(columns, compared.meaning, other, text)], length: second.next - at };
};

function pieceOf(columns: readonly Column[], op: Comparison, other: Column, text: string): PieceBody {
  const filters = columns.map((column) => ({ kind: 'beside' as const, column, other, op }));
  const [filter, ...others] = filters;
  return filter && others.length === 0
    ? { kind: 'filter', filter, versus: false, lead: null }
    : { kind: 'ask', ask: { about: 'conditions', text, filters } };
}

function numberAt(scope: Scope, tokens: readonly Token[], at: number): { columns: Column[]; next: number } | null {
  const match = numericOnly(operandAt(scope, tokens, at));
  const columns = match?.columns.filter((column) => column.role === 'measure') ?? [];
  return match && columns.length > 0 ? { columns, next: at + match.length } : null;
}

/** A number is named right before `at`, as in "clicks out of impressions". */
const isNumberBefore = (scope: Scope, tokens: readonly Token[], at: number): boolean =>
  tokens.some((_, index) => index < at && numberAt(scope, tokens, index)?.next === at);

/** What could be below a level that was named alone: numbers of its kind, and of those the ones that add up as it does. */
function comparable(scope: Scope, other: Column): Column[] {
  const alike = measures(scope.dataset).filter(
    (column) =>
      column !== other && column.type === other.type && JSON.stringify(column.unit) === JSON.stringify(other.unit),
  );
  const added = alike.filter((column) => natureOf(column) === natureOf(other));
  return added.length > 0 ? added : alike;
}

/** "out of stock" has none of it left. */
export const outOfRule: Rule = (scope, tokens, at) => {
  const start = skip(tokens, at, new Set(['is', 'are', 'was', 'were', 'that', 'which', 'currently']));
  if (word(tokens, start) !== 'out' || word(tokens, start + 1) !== 'of' || start - at > 2) return null;
  const match = numberAt(scope, tokens, start + 2);
  const [column, ...others] = match?.columns ?? [];
  if (!match || !column || others.length > 0 || isNumberBefore(scope, tokens, at)) return null;
  const filter = { kind: 'compare' as const, column, op: '=' as const, value: '0' };
  return { pieces: [{ kind: 'filter', filter, versus: false, lead: null }], length: match.next - at };
};
