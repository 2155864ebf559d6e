import type { Operand } from '../language/pieces';
import { conceptAt, isNumeric, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column } from '../question/plan';
import { type Rule, textOf } from './rule';

export interface OperandMatch {
  columns: Column[];
  how: Operand['how'];
  length: number;
}

/** A column as the analyst names it, or a business word that stands for one. */
export function operandAt(scope: Scope, tokens: readonly Token[], at: number): OperandMatch | null {
  const hit = scope.columns.at(tokens, at);
  if (hit?.how === 'name') return hit;
  const concept = conceptAt(scope, tokens[at]);
  const named = hit?.columns.filter((column) => concept.includes(column)) ?? [];
  if (hit && (concept.length === 0 || hit.length > 1)) return hit;
  if (named.length > 0 && hit) return { ...hit, columns: named };
  return concept.length > 0 ? { columns: concept, how: 'concept', length: 1 } : hit;
}

export const numericOnly = (match: OperandMatch | null): OperandMatch | null => {
  const columns = match?.columns.filter((column) => isNumeric(column) && column.role !== 'id') ?? [];
  return match && columns.length > 0 ? { ...match, columns } : null;
};

export const operandRule: Rule = (scope, tokens, at) => {
  const match = operandAt(scope, tokens, at);
  if (!match) return null;
  const text = textOf(tokens, at, at + match.length);
  const piece: Operand = {
    kind: 'operand',
    columns: match.columns,
    how: match.how,
    text,
    plural: /[^s]s$/i.test(text),
  };
  return { pieces: [piece], length: match.length };
};
