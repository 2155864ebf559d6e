import type { Grouping, Query } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import { binWidth, plainWidth } from '../bins';
import { timeKind } from '../calendar';
import { digitsOf } from '../columns';
import { type ConditionContext, partSql, placeSql } from './conditions';
import type { SqlDialect } from './dialect';

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

/** The value that tells groups apart, before it is put into ranges. */
export function keySql(
  { field, grain, part }: Pick<Grouping, 'field' | 'grain' | 'part'>,
  context: ConditionContext,
): string {
  const { dialect, scope, ref } = context;
  const definition = scope.field(field)?.definition;
  const value = ref(field);
  if (!definition) return value;
  if (part !== undefined) return partSql(part, value, definition, dialect);
  const kind = timeKind(definition);
  return grain !== undefined && (kind === 'date' || kind === 'timestamp') ? dialect.truncate(grain, value) : value;
}

/** `measured` is the amount that the grouping is by, where it is by one. */
export function groupSql(
  grouping: Grouping,
  column: QueryColumn,
  query: Query,
  context: ConditionContext,
  measured: string,
): GroupSql {
  const { dialect, scope, ref } = context;
  const definition = scope.field(grouping.field)?.definition;
  const value = ref(grouping.field);
  if (grouping.measured) return measuredGroup(grouping, measured, dialect);
  const base = { name: grouping.as, needs: value, place: null, ordered: true };
  if (!definition) return { ...base, value, needs: null };
  if (grouping.part !== undefined) return { ...base, value: keySql(grouping, context) };
  if (grouping.bin !== undefined)
    return { ...base, value: binSql(value, binWidth(grouping.bin, definition, query.where ?? []), dialect) };
  const kind = timeKind(definition);
  if (kind === 'date' || kind === 'timestamp') return { ...base, value: keySql(grouping, context) };
  const place = placeSql(value, definition, dialect);
  if (place !== null) return { ...base, value, place: (group) => placeSql(group, definition, dialect) ?? group };
  const ordered = kind !== null || ['integer', 'decimal', 'float'].includes(definition.type);
  return { ...base, value, needs: column.role === 'time' ? value : null, ordered };
}

function measuredGroup({ as: name, bin }: Grouping, measured: string, dialect: SqlDialect): GroupSql {
  const base = { name, needs: measured, place: null, ordered: true };
  if (!bin || !('width' in bin)) return { ...base, value: measured };
  return { ...base, value: binSql(measured, plainWidth(String(bin.width)), dialect) };
}

/** The lower end of the range that a value lies in. */
function binSql(value: string, width: string, dialect: SqlDialect): string {
  // Divisions of doubles miss the edges by a hair.
  const lower = `floor(round(${dialect.double(value)} / ${width}, 9)) * ${width}`;
  return dialect.decimal(lower, digitsOf(width));
}
