import type { Filter, Group, Measurement, Target } from '../terms';
import type { Parts } from './parts';

/** The tables that a question speaks of: those of its measures first, then of what is listed, groups and conditions. */
export function tablesIn(parts: Parts): string[] {
  const rank = parts.rank;
  const measures = [
    ...parts.measures,
    ...(rank?.by ? [rank.by] : []),
    ...(parts.shared?.of ? [parts.shared.of] : []),
    ...parts.having.flatMap((one) => one.measure ?? []),
  ];
  const compared = parts.comparing;
  const all = [
    ...measures.flatMap(ofMeasure),
    ...parts.naming.map(({ table }) => table),
    ...(parts.listing?.table ? [parts.listing.table] : []),
    ...[parts.asked, rank?.target ?? null].flatMap(ofTarget),
    ...parts.groups.flatMap(ofTarget),
    ...(parts.shared?.each ? ofTarget(parts.shared.each) : []),
    ...(parts.shared?.where ? ofFilter(parts.shared.where) : []),
    ...parts.filters.flatMap((one) => ofFilter(one.filter)),
    ...(compared?.kind === 'values' ? compared.values.map((one) => one.table) : []),
    ...(compared?.kind === 'measures' ? compared.measures.flatMap(ofMeasure) : []),
    ...(parts.special && 'of' in parts.special && parts.special.kind !== 'spread' ? [parts.special.of.table] : []),
    ...(parts.special?.kind === 'spread' ? [...ofMeasure(parts.special.of), parts.special.each.table] : []),
    ...(parts.special?.kind === 'repeated' ? parts.special.fields.map((one) => one.table) : []),
  ];
  return [...new Set(all)];
}

function ofMeasure(measure: Measurement): string[] {
  switch (measure.kind) {
    case 'rows':
      return [...(measure.table === null ? [] : [measure.table]), ...(measure.where ? ofFilter(measure.where) : [])];
    case 'column':
      return ['calculate' in measure.of ? measure.of.left.table : measure.of.table];
    case 'own':
      return [measure.table];
    case 'part':
      return ofFilter(measure.condition);
    case 'each':
      return [...ofMeasure(measure.of), ...measure.by.flatMap(ofTarget)];
    case 'calculation':
      return [...ofMeasure(measure.left), ...ofMeasure(measure.right)];
  }
}

function ofTarget(target: Target | Group | null): string[] {
  if (!target || target.kind === 'time') return [];
  if (target.kind === 'rows') return [target.table];
  return target.field ? [target.field.table] : [];
}

function ofFilter(filter: Filter): string[] {
  if (filter.kind === 'condition') return [filter.table];
  if (filter.kind === 'related') return [];
  if (filter.kind === 'beyond') return [filter.of.table];
  return filter.field ? [filter.field.table] : [];
}
