import type { Condition, PlainCondition, Query } from '#contract/query';
import { ownParts, plainParts } from '../conditions';
import type { Scope } from '../scope';
import type { ConditionContext } from './conditions';
import type { SqlDialect } from './dialect';
import type { Cte } from './text';

/** The rows that are grouped or listed: where they come from, and under what names their fields are there. */
export interface RowSource {
  ctes: Cte[];
  from: string;
  /** Conditions that are still to be set, as SQL. */
  where: string[];
  context: ConditionContext;
}

export interface Compilation {
  query: Query;
  scope: Scope;
  dialect: SqlDialect;
  /** A name for a step that no table and no other step has. */
  stepName(name: string): string;
}

/** A condition's plain parts, with own conditions taken apart. */
export function partsOf(condition: Condition, scope: Scope): PlainCondition[] {
  return plainParts(condition).flatMap((part) =>
    part.op === 'own' || part.op === 'not_own' ? ownParts(part.condition, scope) : [part],
  );
}
