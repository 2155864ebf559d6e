import type {
  Calculation,
  Computation,
  Condition,
  Grouping,
  Measure,
  Period,
  PlainCondition,
  Query,
  WindowValue,
} from '#contract/query';
import { addDays, dateOf, startOf } from './calendar';
import { isCalculation, isMeasure, isWindow } from './outputs';

type GroupKey = Pick<Grouping, 'field' | 'grain' | 'part'>;

/** The one form of equal questions: what says nothing is left out, what has no order is sorted. Names of outputs stay. */
export function normal(query: Query): Query {
  const { from, where = [], by = [], compute = [], rows, having = [], order = [], limit, show } = query;
  const { joins = [], union = [] } = from;
  const conditions = sorted(where.map(normalCondition));
  const orders = order.filter(({ value }, at) => order.findIndex((entry) => entry.value === value) === at);
  return {
    from: {
      table: from.table,
      ...(joins.length > 0
        ? {
            joins: joins.map(({ table, on, unmatched }) => ({
              table,
              on: sorted(on),
              ...(unmatched === 'drop' ? { unmatched } : {}),
            })),
          }
        : {}),
      ...(union.length > 0 ? { union: [...new Set(union)] } : {}),
      ...(from.unpivot === undefined ? {} : { unpivot: from.unpivot }),
    },
    ...(conditions.length > 0 ? { where: conditions } : {}),
    ...(by.length > 0
      ? {
          by: by.map(({ bin, measured, as, ...key }) => ({
            ...normalKey(key),
            ...(bin === undefined ? {} : { bin }),
            ...(measured === undefined ? {} : { measured }),
            as,
          })),
        }
      : {}),
    ...(compute.length > 0 ? { compute: compute.map(normalComputation) } : {}),
    ...(rows
      ? {
          rows: {
            ...(rows.fields ? { fields: [...new Set(rows.fields)] } : {}),
            ...(rows.distinct ? { distinct: true } : {}),
          },
        }
      : {}),
    ...(having.length > 0 ? { having: sorted(having.map(({ value, op, than }) => ({ value, op, than }))) } : {}),
    ...(orders.length > 0 ? { order: orders.map(({ value, direction }) => ({ value, direction })) } : {}),
    ...(limit ? { limit: normalLimit(limit) } : {}),
    ...(show ? { show } : {}),
  };
}

const normalKey = ({ field, grain, part }: GroupKey): GroupKey => ({
  field,
  ...(grain === undefined ? {} : { grain }),
  ...(part === undefined ? {} : { part }),
});

/** Whether two queries ask the same, whatever their outputs are called. */
export const sameQuestion = (a: Query, b: Query): boolean =>
  JSON.stringify(withPlainNames(normal(a))) === JSON.stringify(withPlainNames(normal(b)));

/** Outputs called by their place. */
function withPlainNames(query: Query): Query {
  const outputs = [...(query.by ?? []), ...(query.compute ?? [])].map(({ as }) => as);
  const names = new Map(outputs.map((name, at) => [name, `${at + 1}`]));
  return normal(renameOutputs(query, (name) => names.get(name) ?? name));
}

/** The query with its outputs called as `rename` says. */
export function renameOutputs(query: Query, rename: (output: string) => string): Query {
  const { by, compute, having, order, limit, rows } = query;
  return {
    ...query,
    ...(by ? { by: by.map((entry) => ({ ...entry, as: rename(entry.as) })) } : {}),
    ...(compute ? { compute: compute.map((entry) => renameComputation(entry, rename)) } : {}),
    ...(having ? { having: having.map((entry) => ({ ...entry, value: rename(entry.value) })) } : {}),
    ...(order && !rows ? { order: order.map((entry) => ({ ...entry, value: rename(entry.value) })) } : {}),
    ...(limit && !rows
      ? {
          limit: {
            ...limit,
            ...(limit.within ? { within: limit.within.map(rename) } : {}),
            ...(limit.of === undefined ? {} : { of: rename(limit.of) }),
          },
        }
      : {}),
  };
}

function renameComputation(entry: Computation, rename: (output: string) => string): Computation {
  if (isCalculation(entry)) {
    const right = typeof entry.right === 'string' ? rename(entry.right) : entry.right;
    return { ...entry, left: rename(entry.left), right, as: rename(entry.as) };
  }
  if (isWindow(entry))
    return {
      ...entry,
      of: rename(entry.of),
      ...(entry.along === undefined ? {} : { along: rename(entry.along) }),
      ...(entry.within ? { within: entry.within.map(rename) } : {}),
      as: rename(entry.as),
    };
  return { ...entry, as: rename(entry.as) };
}

const sorted = <T>(items: readonly T[]): T[] => {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
};

export function normalCondition(condition: Condition): Condition {
  switch (condition.op) {
    case 'any':
    case 'none': {
      const conditions = sorted(condition.conditions.map(normalPlain));
      const [only] = conditions;
      return condition.op === 'any' && conditions.length === 1 && only ? only : { op: condition.op, conditions };
    }
    case 'has':
    case 'has_no': {
      const { op, table, on, where = [] } = condition;
      const inner = sorted(where.map(normalPlain));
      return { op, table, on: sorted(on), ...(inner.length > 0 ? { where: inner } : {}) };
    }
    default:
      return normalPlain(condition);
  }
}

const USUAL_FACTOR = '1.5';

function normalPlain(condition: PlainCondition): PlainCondition {
  switch (condition.op) {
    case 'is':
    case 'is_not':
      return { op: condition.op, field: condition.field, values: sorted(condition.values) };
    case 'during':
    case 'not_during':
      return { op: condition.op, field: condition.field, period: normalPeriod(condition.period) };
    case 'repeated':
      return { op: condition.op, fields: sorted(condition.fields) };
    case 'compare': {
      const { plus, ...compared } = condition;
      return plus === undefined || Number(plus) === 0 ? compared : condition;
    }
    case 'outlier': {
      const { op, field, factor } = condition;
      return { op, field, ...(factor === undefined || factor === USUAL_FACTOR ? {} : { factor }) };
    }
    default:
      return condition;
  }
}

/** A range that is a whole year, quarter or month is that. */
function normalPeriod(period: Period): Period {
  if (period.kind === 'part') return { ...period, values: [...new Set(period.values)].toSorted((a, b) => a - b) };
  if (period.kind !== 'range' || period.from === undefined || period.to === undefined) return period;
  const { from, to } = period;
  if (from.length > 10 || to.length > 10 || Number.isNaN(dateOf(from).getTime()) || Number.isNaN(dateOf(to).getTime()))
    return period;
  const next = addDays(to, 1);
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const months = (Number(next.slice(0, 4)) - year) * 12 + Number(next.slice(5, 7)) - month;
  if (startOf(from, 'month') !== from || startOf(next, 'month') !== next) return period;
  if (months === 12 && month === 1) return { kind: 'year', year };
  if (months === 3 && month % 3 === 1) return { kind: 'quarter', year, quarter: (month + 2) / 3 };
  return months === 1 ? { kind: 'month', year, month } : period;
}

function normalComputation(entry: Computation): Computation {
  if (isMeasure(entry)) return normalMeasure(entry);
  if (isCalculation(entry)) return normalCalculation(entry);
  return isWindow(entry) ? normalWindow(entry) : { own: entry.own, as: entry.as };
}

function normalMeasure({ measure, of, with: other, percentile, where = [], each, as }: Measure): Measure {
  const median = measure === 'percentile' && Number(percentile) === 50;
  const conditions = sorted(where.map(normalPlain));
  return {
    measure: median ? 'median' : measure,
    ...(of === undefined ? {} : { of }),
    ...(other === undefined ? {} : { with: other }),
    ...(percentile === undefined || median ? {} : { percentile }),
    ...(conditions.length > 0 ? { where: conditions } : {}),
    ...(each === undefined ? {} : { each: { by: sorted(each.by.map(normalKey)), aggregate: each.aggregate } }),
    as,
  };
}

const normalCalculation = ({ calculate, left: first, right, percent, as }: Calculation): Calculation => ({
  calculate,
  left: first,
  right,
  ...(percent ? { percent } : {}),
  as,
});

function normalWindow({ window, of, along, within, against, size, aggregate, as }: WindowValue): WindowValue {
  const walks = window !== 'share' && window !== 'rank';
  return {
    window,
    of,
    ...(along === undefined ? {} : { along }),
    ...(within === undefined || (within.length === 0 && !walks) ? {} : { within: sorted(within) }),
    ...(against === undefined || against === 'previous' ? {} : { against }),
    ...(size === undefined ? {} : { size }),
    ...(aggregate === undefined || aggregate === 'mean' ? {} : { aggregate }),
    as,
  };
}

function normalLimit({ n, within = [], of, skip = 0 }: NonNullable<Query['limit']>): NonNullable<Query['limit']> {
  return {
    n,
    ...(within.length > 0 ? { within: sorted(within) } : {}),
    ...(of === undefined ? {} : { of }),
    ...(skip > 0 ? { skip } : {}),
  };
}
