import type { Condition, PlainCondition } from '#contract/query';
import type { Scope } from './scope';

/** Conditions that look at more than their own row. */
export const looksAround = ({ op }: Condition): boolean => op === 'repeated' || op === 'outlier';

/** The parts of `any` and `none`, or the condition itself. */
export function plainParts(condition: Condition): PlainCondition[] {
  switch (condition.op) {
    case 'any':
    case 'none':
      return condition.conditions;
    case 'has':
    case 'has_no':
      return [];
    default:
      return [condition];
  }
}

/** The fields of the query's own tables that a condition reads; own conditions are looked up. */
export function conditionFields(condition: Condition, scope: Scope): string[] {
  switch (condition.op) {
    case 'any':
    case 'none':
      return condition.conditions.flatMap((part) => conditionFields(part, scope));
    case 'has':
    case 'has_no':
      return condition.on.map(([own]) => own);
    case 'compare':
      return [condition.left, condition.right];
    case 'repeated':
      return condition.fields;
    case 'own':
    case 'not_own':
      return ownParts(condition.condition, scope).flatMap((part) => conditionFields(part, scope));
    default:
      return [condition.field];
  }
}

/** The parts of a condition of the analyst's own; those may not rest on further ones. */
export function ownParts(id: string, scope: Scope): PlainCondition[] {
  const own = scope.own.conditions.find((condition) => condition.id === id);
  return (own?.where ?? []).filter(({ op }) => op !== 'own' && op !== 'not_own');
}
