import type { Query } from '#contract/query';
import { isMeasure, isNumeric, ownFields } from '../tables';
import { type AssemblyContext, NoReading } from './context';
import { conditionsOf } from './draft';
import type { Parts } from './parts';
import { spread } from './spread';

const BINS = 12;

/** Distributions, outliers, repeated rows, what is missing. */
export function specialQuery(context: AssemblyContext, parts: Parts): Partial<Query> | null {
  const { special } = parts;
  const others =
    parts.measures.some((one) => one.kind !== 'rows' || one.explicit) ||
    parts.rank ||
    parts.moving ||
    parts.shared ||
    parts.comparing ||
    parts.having.length > 0 ||
    parts.groups.length > 0 ||
    parts.asked;
  if (others) throw new NoReading();
  const where = conditionsOf(
    context,
    parts.filters.map((one) => one.filter),
  );
  const kept = where.length > 0 ? { where } : {};
  switch (special?.kind) {
    case 'distribution':
      return distribution(context, special.of, special.width, kept);
    case 'spread':
      return spread(context, special, kept);
    case 'outliers':
      return { where: [...where, { op: 'outlier', field: context.name(special.of) }], rows: {} };
    case 'repeated': {
      const fields =
        special.fields.length > 0
          ? special.fields.map((one) => context.name(one))
          : ownFields(context.base).map((one) => one.id);
      const repeated = [...where, { op: 'repeated' as const, fields }];
      if (special.count)
        return { where: repeated, compute: [{ measure: 'count', as: context.output('repeated rows') }] };
      return {
        where: repeated,
        rows: {},
        order: fields.slice(0, 3).map((value) => ({ value, direction: 'ascending' })),
      };
    }
    case 'missing': {
      const fields = ownFields(context.base).filter((field) => !field.hidden);
      return {
        ...kept,
        compute: fields.map((field) => ({
          measure: 'missing',
          of: field.id,
          as: context.output(`missing ${field.id}`),
        })),
      };
    }
    default:
      return null;
  }
}

function distribution(
  context: AssemblyContext,
  of: { table: string; field: string },
  width: string | null,
  kept: Partial<Query>,
): Partial<Query> {
  const field = context.field(of);
  const as = context.output(of.field);
  const rows = context.output('rows');
  const few = field.distinct <= BINS * 2 && field.type === 'integer';
  const numeric = isNumeric(field) && (isMeasure(field) || field.distinct > BINS * 2) && (!few || width !== null);
  const bin = width === null ? { count: BINS } : { width };
  return {
    ...kept,
    by: [{ field: context.name(of), ...(numeric ? { bin } : {}), as }],
    compute: [{ measure: 'count', as: rows }],
    order:
      numeric || isNumeric(field)
        ? [{ value: as, direction: 'ascending' }]
        : [{ value: rows, direction: 'descending' }],
  };
}
