import { deedAt } from '../language/deeds';
import { oppositesOf } from '../language/opposites';
import type { PieceBody } from '../language/pieces';
import type { Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Filter } from '../question/plan';
import { type Rule, word } from './rule';

/** "unpaid", "inactive": every row but those of the value `Paid` or `Active`, or those without the date of the deed. */
export const oppositeRule: Rule = (scope, tokens, at) => {
  const said = word(tokens, at);
  if (scope.columns.at(tokens, at) || scope.values.at(tokens, at) || scope.flags.at(tokens, at)) return null;
  for (const affirmed of oppositesOf(said)) {
    const found = conditionsFor(scope, tokens, at, affirmed);
    const [first, ...others] = found;
    if (!first) continue;
    if (others.length === 0 || sameRows(scope, found)) return { pieces: [filterPiece(first)], length: 1 };
    const ask: PieceBody = { kind: 'ask', ask: { about: 'conditions', text: tokens[at]?.text ?? '', filters: found } };
    return { pieces: [ask], length: 1 };
  }
  return null;
};

/** Every way in which rows can be said not to be `affirmed`. */
function conditionsFor(scope: Scope, tokens: readonly Token[], at: number, affirmed: string): Filter[] {
  const token: Token = { kind: 'word', text: affirmed, word: affirmed };
  const instead = [...tokens.slice(0, at), token, ...tokens.slice(at + 1)];
  const hit = scope.values.at(instead, at);
  const values = hit?.length === 1 ? hit.hits : [];
  const deed = deedAt(scope, token);
  return [
    ...values.map(({ column, value }): Filter => ({ kind: 'values', column, values: [value], not: true })),
    ...(deed && deed.nulls > 0 ? [{ kind: 'empty' as const, column: deed, not: false }] : []),
  ];
}

/** `Status` other than Paid and no `Paid Date` on as many rows: the two say the same. */
function sameRows(scope: Scope, filters: readonly Filter[]): boolean {
  const counts = new Set(
    filters.map((filter) => {
      if (filter.kind === 'empty') return filter.column.nulls;
      const [value] = filter.kind === 'values' ? filter.values : [];
      const known = filter.column.top.find((one) => one.value === value);
      return known ? scope.dataset.rows - known.count : Number.NaN;
    }),
  );
  return counts.size === 1;
}

const filterPiece = (filter: Filter): PieceBody => ({ kind: 'filter', filter, versus: false, lead: null });
