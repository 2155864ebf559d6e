import type { Grouping, Query } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import { binWidth } from '../bins';
import { timeKind } from '../calendar';
import { digitsOf } from '../columns';
import { type ConditionContext, partSql, placeSql } from './conditions';

export interface GroupSql {
  name: string;
  value: string;
  /** Rows without a value belong to no period and no bin. */
  needs: string | null;
  /** What the groups' own order goes by, from the group's value; null where its value is it. */
  place: ((value: string) => string) | null;
  /** They have an order of their own: times, parts, bins and numbers. */
  ordered: boolean;
}

export function groupSql(grouping: Grouping, column: QueryColumn, query: Query, context: ConditionContext): GroupSql {
  const { dialect, scope, ref } = context;
  const definition = scope.field(grouping.field)?.definition;
  const value = ref(grouping.field);
  const base = { name: grouping.as, needs: value, place: null, ordered: true };
  if (!definition) return { ...base, value, needs: null };
  if (grouping.part !== undefined) return { ...base, value: partSql(grouping.part, value, definition, dialect) };
  if (grouping.bin !== undefined) {
    const width = binWidth(grouping.bin, definition, query.where ?? []);
    // Divisions of doubles miss the edges by a hair.
    const lower = `floor(round(${dialect.double(value)} / ${width}, 9)) * ${width}`;
    return { ...base, value: dialect.decimal(lower, digitsOf(width)) };
  }
  const kind = timeKind(definition);
  if (kind === 'date' || kind === 'timestamp')
    return { ...base, value: grouping.grain === undefined ? value : dialect.truncate(grouping.grain, value) };
  const place = placeSql(value, definition, dialect);
  if (place !== null) return { ...base, value, place: (group) => placeSql(group, definition, dialect) ?? group };
  const ordered = kind !== null || ['integer', 'decimal', 'float'].includes(definition.type);
  return { ...base, value, needs: column.role === 'time' ? value : null, ordered };
}
