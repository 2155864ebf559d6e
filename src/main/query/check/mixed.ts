import type { Condition, Measure, Query } from '#contract/query';
import { freeName, type MeasureNode } from '../outputs';
import type { CheckContext } from './context';

/** They say how many there are, whatever they are of. */
const COUNTS: ReadonlySet<Measure['measure']> = new Set(['count', 'distinct', 'missing', 'correlation']);
const UNITS_NAMED = 5;

/** Amounts whose currency stands in another column, aggregated over several of them. */
export function checkMixed({ query, scope, report }: CheckContext, { measure, path }: MeasureNode): void {
  const { of, where = [] } = measure;
  if (of === undefined || COUNTS.has(measure.measure)) return;
  for (const name of typeof of === 'string' ? [of] : [of.left, of.right]) {
    const field = scope.field(name);
    if (field?.definition.unitField === undefined) continue;
    const prefix = field.name.slice(0, field.name.length - field.definition.id.length);
    const unit = scope.field(`${prefix}${field.definition.unitField}`);
    if (!unit) continue;
    const isUnit = (candidate: string): boolean => scope.field(candidate)?.definition === unit.definition;
    const fixes = (condition: Condition): boolean =>
      condition.op === 'is' && isUnit(condition.field) && condition.values.length === 1;
    const grouped = query.by?.some((grouping) => isUnit(grouping.field)) ?? false;
    if (grouped || (query.where ?? []).some(fixes) || where.some(fixes)) continue;
    const units = unit.definition.values.list.map(({ value }) => String(value));
    const alternatives = apart(query, unit.name);
    report({ code: 'mixed_units', path: `${path}.of`, units: units.slice(0, UNITS_NAMED), alternatives });
    return;
  }
}

/** Each unit by itself. */
function apart(query: Query, unit: string): Query[] {
  if (query.limit?.of || query.having || query.compute?.some((value) => !('measure' in value))) return [];
  const as = freeName(unit.replaceAll('.', '_'), query);
  const { limit } = query;
  // The most of each: of all of them nobody can say.
  const within = limit && { limit: { ...limit, within: [...(limit.within ?? []), as] } };
  return [{ ...query, by: [...(query.by ?? []), { field: unit, as }], ...within }];
}
