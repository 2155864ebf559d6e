import type { Condition, Query } from '#contract/query';
import { thingOf } from '../lines';
import { isMeasure, isNumeric, isTime, ownFields } from '../tables';
import type { FieldRef, Group, Measurement, Rank, Target } from '../terms';
import { rowBound } from './bounds';
import { hintedFields, judged, mainMeasureOrNone } from './chosen-measures';
import { type AssemblyContext, NoReading } from './context';
import { isBoundOfSum } from './doubts';
import { conditionsOf } from './draft';
import { type Parts, saysMore } from './parts';

/** Single rows, or the different values of columns; null where the question wants figures of groups. */
export function rowsQuery(context: AssemblyContext, parts: Parts): Partial<Query> | null {
  if (parts.moving || parts.shared || parts.comparing || parts.groups.length > 0) return null;
  return parts.rank
    ? rankedRows(context, parts)
    : parts.asked ||
        parts.listing ||
        parts.lists ||
        parts.naming.length > 0 ||
        isBounded(parts) ||
        isOneRow(context, parts)
      ? listed(context, parts)
      : null;
}

/** "orders over 2400" are to be seen, not to be counted. */
const isBounded = ({ measures, filters, having, lists }: Parts): boolean =>
  lists ||
  (measures.length === 1 &&
    measures.every((one) => one.kind === 'rows' && !one.explicit && !one.where) &&
    (having.length > 0 ||
      filters.some(({ filter }) => filter.kind === 'condition' && BOUNDS.has(filter.condition.op))));
const BOUNDS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', 'between', 'compare']);

/** "results of precinct 0007": nothing is said of it but which row it is. */
const isOneRow = (context: AssemblyContext, { measures, filters, having }: Parts): boolean =>
  measures.length === 0 &&
  having.length === 0 &&
  filters.some(
    ({ filter }) =>
      filter.kind === 'condition' &&
      filter.condition.op === 'is' &&
      filter.table === context.base.table &&
      isName(context, { kind: 'field', field: { table: filter.table, field: filter.condition.field } }),
  );

const simple = (measure: Measurement | null): FieldRef | null =>
  measure?.kind === 'column' &&
  !('calculate' in measure.of) &&
  (measure.aggregate === null || measure.aggregate === 'max' || measure.aggregate === 'min')
    ? measure.of
    : null;

/** Every row has a value of its own here. */
const isName = (context: AssemblyContext, target: Target | null): boolean =>
  target?.kind === 'field' &&
  target.field.table === context.base.table &&
  !isMeasure(context.field(target.field)) &&
  !thingOf(context.base, target.field.field) &&
  context.field(target.field).distinct >= context.base.rows * 0.9;

/** "the 5 most expensive orders": rows by one of their columns. */
function rankedRows(context: AssemblyContext, parts: Parts): Partial<Query> | null {
  const rank = parts.rank;
  if (!rank || rank.counts) return null;
  const target = rank.target ?? parts.asked ?? (parts.when ? { kind: 'time' as const } : null);
  // "the cheapest tiguan", "fastest fire type"
  const isHinted = rank.hints !== null && !parts.measures.some(saysMore) && parts.filters.length > 0;
  const alone = target === null && (isHinted || (rank.by !== null && simple(rank.by) !== null));
  if (alone) context.cost += isHinted ? 0.3 : 0.1;
  // "which region sold the most apples" wants a region, whose rows are added up.
  const isOfGroups = rank.target?.kind === 'rows' && parts.asked?.kind === 'field' && !isName(context, parts.asked);
  if (isOfGroups && (!rank.hints || (rank.target?.kind === 'rows' && rank.target.noun === null))) return null;
  const ofRows =
    alone ||
    (target === null && parts.naming.length > 0) ||
    target?.kind === 'rows' ||
    isName(context, target) ||
    (target?.kind === 'time' && (rank.hints !== null || rank.by !== null));
  if (!ofRows || (target?.kind === 'rows' && target.table !== context.base.table)) return null;
  const [hinted] = rank.hints?.includes('date')
    ? [...context.times(), ...(context.calendar('year') ? [context.calendar('year') as FieldRef] : [])].slice(0, 1)
    : rank.hints
      ? [...hintedFields(context, rank.hints, isNumeric), ...bornAt(context, rank)]
      : [];
  const measure = rank.by ?? parts.measures.find((one) => one.kind === 'column') ?? null;
  const by =
    hinted ??
    simple(measure) ??
    (measure === null &&
    !rank.hints &&
    (rank.plain || rank.size) &&
    (target?.kind === 'rows' || isName(context, target))
      ? simple(mainOrJudged(context, rank))
      : null);
  if (!by || parts.measures.filter(saysMore).length > (rank.by || hinted ? 0 : 1)) return null;
  if (by.table !== context.base.table) return null;
  const time = target?.kind === 'time' ? context.mainTime() : null;
  const named = target?.kind === 'field' ? [target.field] : [];
  const told = parts.naming.filter((one) => one.table === context.base.table);
  if (told.length < parts.naming.length) return null;
  const first =
    told.length > 0
      ? told
      : time
        ? [time]
        : [...named, ...labels(context).filter((one) => !named.some((other) => other.field === one.field))];
  // "when was the first order": the time alone.
  if (target?.kind === 'time' && isTime(context.field(by)))
    return {
      ...whereOf(context, parts),
      compute: [
        {
          measure: rank.direction === 'most' ? 'max' : 'min',
          of: by.field,
          as: context.output(`${rank.direction === 'most' ? 'last' : 'first'} ${by.field}`),
        },
      ],
    };
  const birth =
    rank.hints?.includes('age') === true && (/birth|born|geburt/i.test(by.field) || isTime(context.field(by)));
  const descending = (rank.direction === 'most') !== birth;
  return {
    ...whereOf(context, parts),
    rows: { fields: [...new Set([...first.map((one) => one.field), by.field])] },
    order: [{ value: by.field, direction: descending ? 'descending' : 'ascending' }],
    limit: { n: rank.n ?? 1, ...(rank.skip > 0 ? { skip: rank.skip } : {}) },
  };
}

/** "the worst storm", "the biggest house": by what the table is mainly about, else it is asked by which of a few. */
function mainOrJudged(context: AssemblyContext, rank: Rank): Measurement {
  const main = mainMeasureOrNone(context, rank.judges);
  if (main) return main;
  context.cost += 0.8;
  return judged(context, rank, true);
}

/** "the oldest ticket", where nothing tells an age: the one that began first. */
const bornAt = (context: AssemblyContext, { hints, target }: Rank): FieldRef[] =>
  hints?.includes('age') && target?.kind !== 'field' ? context.times().slice(0, 1) : [];

/** Names and ids by which a row is known. */
function labels(context: AssemblyContext): FieldRef[] {
  const { base } = context;
  const found = ownFields(base).filter(
    (field) =>
      !field.hidden &&
      !isMeasure(field) &&
      !isTime(field) &&
      (field.role === 'id' || field.distinct >= base.rows * 0.5 || /name|title|number|\bid\b/i.test(field.column)),
  );
  const few = found.length > 0 ? found : ownFields(base).filter((field) => field.role === 'dimension');
  return few.slice(0, 4).map((field) => ({ table: base.table, field: field.id }));
}

function whereOf(context: AssemblyContext, parts: Parts): { where?: Condition[] } {
  if (parts.having.some((one) => one.percent)) throw new NoReading();
  const bounds = parts.having.map(({ op, than, measure, unit }) =>
    rowBound(context, parts, null, op, than, measure, unit ?? null),
  );
  const where = [
    ...conditionsOf(
      context,
      parts.filters.map((one) => one.filter),
    ),
    ...bounds,
  ];
  return where.length > 0 ? { where } : {};
}

function listed(context: AssemblyContext, parts: Parts): Partial<Query> | null {
  const { asked, listing, measures } = parts;
  const figures = measures.filter((one) => one.kind !== 'rows' || one.explicit);
  if (figures.length > 0) return null;
  if (parts.naming.length > 0) return named(context, parts);
  if (asked && asked.kind !== 'rows') {
    if (parts.having.length > 0) return null;
    return ofValues(context, parts, asked);
  }
  if (!asked && !listing && measures.length === 0 && parts.filters.length === 0) return null;
  // "which ones" by itself is nothing to list.
  const isTelling = asked !== null && (asked.kind !== 'rows' || asked.noun !== null);
  if (parts.having.length === 0 && parts.filters.length === 0 && !listing && !isTelling) return null;
  const n = listing?.n ?? null;
  return { ...whereOf(context, parts), rows: {}, ...(n === null ? {} : { limit: { n } }) };
}

/** "IDs of passengers over 65": of each row that is spoken of, what it is called. */
function named(context: AssemblyContext, parts: Parts): Partial<Query> {
  const { asked, naming, filters, having, listing } = parts;
  const isOther = asked && (asked.kind !== 'rows' || asked.table !== context.base.table);
  if (isOther || naming.some(({ table }) => table !== context.base.table)) throw new NoReading();
  if (filters.length + having.length === 0 && !parts.lists && !listing && !asked) throw new NoReading();
  return {
    ...whereOf(context, parts),
    rows: { fields: naming.map((one) => one.field) },
    ...(listing?.n ? { limit: { n: listing.n } } : {}),
  };
}

/** "which cities are in the South": the different values. */
function ofValues(context: AssemblyContext, parts: Parts, asked: Group): Partial<Query> | null {
  const ref = asked.kind === 'field' ? asked.field : null;
  if (!ref) return null;
  const name = context.name(ref);
  const definition = context.field(ref);
  // "which month has no value": a month of one of the years.
  if (definition.grain === 'month_of_year' && context.calendar('year') && !isTime(definition))
    return ofMonths(context, parts, { kind: 'grain', grain: 'month', field: null });
  // "which employees worked more than 150 hours" bounds what each of them has in all.
  const isSeveral = definition.distinct < context.base.rows * 0.9;
  if (isSeveral && parts.filters.some(({ filter }) => isBoundOfSum(context, filter))) context.cost += 1;
  if (definition.distinct < context.base.rows) {
    const as = context.output(ref.field);
    const rows = context.output('rows');
    return {
      ...whereOf(context, parts),
      by: [{ field: name, as }],
      compute: [{ measure: 'count', as: rows }],
      order: [{ value: rows, direction: 'descending' }],
    };
  }
  return { ...whereOf(context, parts), rows: { fields: [name] }, order: [{ value: name, direction: 'ascending' }] };
}

function ofMonths(context: AssemblyContext, parts: Parts, group: Group): Partial<Query> {
  const by = context.groupings(group);
  const order = by.map(({ as }) => ({ value: as, direction: 'ascending' as const }));
  return { ...whereOf(context, parts), by, compute: [{ measure: 'count', as: context.output('rows') }], order };
}
