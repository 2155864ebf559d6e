import type { Period, Query } from '#contract/query';
import { daysOf, periodName } from '../periods';
import { isTime } from '../tables';
import type { Group, Measurement, Target } from '../terms';
import { addHaving } from './bounds';
import { changeFirst, rankedChange } from './changes';
import { extremes, measuresOf } from './chosen-measures';
import { besideYearBefore, compared } from './comparing';
import { type AssemblyContext, NoReading } from './context';
import { doubts, mentioned, namedTime, perName, refuseUndone } from './doubts';
import { add, addGroup, conditionsOf, FIRST_OUTPUT, FIRST_RESULT, type QueryDraft } from './draft';
import { added } from './fresh';
import { addLevels } from './levels';
import { computed } from './measures';
import { countMentioned, ofOneSide } from './mentions';
import { byUnits, countDates, countPeriods, whenOfEach } from './of-groups';
import { ordered, ranked, reordered } from './order';
import type { Parts } from './parts';
import { reachedQuery } from './reached';
import { rowsQuery } from './rows';
import { sharing, topShare } from './shares';
import { specialQuery } from './special';
import {
  asNamed,
  asShares,
  bestOfEach,
  boundsOfThings,
  byNames,
  isMany,
  rowsByFigures,
  splitsThings,
  thingsWith,
} from './things';
import { inUnit, lengthIn } from './units';
import { unpivotedQuery } from './wide';
import { windowed } from './windows';

export function queryOf(context: AssemblyContext, parts: Parts): { query: Query; first: Query | null } {
  context.time = namedTime(context, parts);
  countMentioned(context, parts);
  ofOneSide(context, parts);
  mentioned(parts);
  const top = topShare(context, parts);
  const first = beyond(context, parts) ?? (top && finished(context, top, { ...parts, show: null }));
  refuseUndone(context, parts);
  byNames(context, parts);
  boundsOfThings(context, parts);
  const special = parts.special ? specialQuery(context, parts) : null;
  if (special) return { query: finished(context, special, parts), first };
  const reached = parts.reached ? reachedQuery(context, parts) : null;
  if (reached) return { query: finished(context, reached, parts), first };
  const list = rowsQuery(context, parts);
  if (list) return { query: finished(context, list, parts), first };
  const draft = aggregated(context, parts);
  return { query: finished(context, { ...bare(draft), ...(draft.limit ? { limit: draft.limit } : {}) }, parts), first };
}

const bare = ({ where, by, compute, having, order }: QueryDraft): Partial<Query> => ({
  ...(where.length > 0 ? { where } : {}),
  ...(by.length > 0 ? { by } : {}),
  compute,
  ...(having.length > 0 ? { having } : {}),
  ...(order.length > 0 ? { order } : {}),
});

function finished(context: AssemblyContext, made: Partial<Query>, parts: Parts): Query {
  const { base } = context;
  const joins = [...context.joined].map(([table, { on }]) => ({ table, on }));
  const query: Query = {
    from: {
      table: base.table,
      ...(joins.length > 0 ? { joins } : {}),
      ...(base.others.length > 0 ? { union: base.others } : {}),
    },
    ...made,
    ...(parts.show ? { show: { chart: parts.show } } : {}),
  };
  return unpivotedQuery(context, query);
}

/** What is above the average needs the average first: its place in the query is filled in later. */
function beyond(context: AssemblyContext, parts: Parts): Query | null {
  const found = parts.filters.find(({ filter }) => filter.kind === 'beyond');
  if (found?.filter.kind !== 'beyond') return null;
  const { of, op, aggregate } = found.filter;
  if (of.table !== context.base.table) throw new NoReading();
  found.filter = { kind: 'condition', table: of.table, condition: { op, field: of.field, value: FIRST_RESULT } };
  return { from: { table: of.table }, compute: [{ measure: aggregate, of: of.field, as: FIRST_OUTPUT }] };
}
function aggregated(context: AssemblyContext, parts: Parts): QueryDraft {
  const draft: QueryDraft = {
    where: [],
    by: [],
    groups: [],
    compute: [],
    values: [],
    having: [],
    order: [],
    limit: null,
  };
  asNamed(context, parts);
  extremes(context, parts);
  byUnits(context, parts);
  whenOfEach(parts);
  if (parts.listing?.n) throw new NoReading();
  bestOfEach(context, parts);
  rowsByFigures(context, parts);
  if (parts.points) asShares(context, parts);
  thingsWith(context, parts);
  besideYearBefore(context, parts);
  const fresh = [...parts.measures, ...parts.having.map((one) => one.measure)].some(
    (one) => one?.kind === 'column' && one.fresh,
  );
  lengthIn(parts);
  countPeriods(context, parts);
  countDates(context, parts);
  if (parts.tally && (parts.having.length === 0 || fresh)) throw new NoReading();
  perName(context, parts);
  context.byDay = parts.measures.length > 0 && parts.measures.every((one) => isAsItStands(context, one));
  const groups = groupsOf(context, parts);
  if (
    groups.length > 0 &&
    parts.measures.some((one) => one.kind === 'rows' && one.spread) &&
    groups.some((one) => isMany(context, one))
  )
    throw new NoReading();
  const listedGroup = listedTogether(context, parts);
  if (listedGroup && !groups.some((one) => one.kind === 'field' && one.field.field === listedGroup.field.field))
    groups.push(listedGroup);
  const change = rankedChange(context, parts);
  const comparison = change
    ? { groups: [], measures: null, difference: false, periods: change }
    : parts.comparing
      ? compared(context, parts, draft)
      : null;
  doubts(context, parts, groups);
  for (const group of [...groups, ...(comparison?.groups ?? [])]) addGroup(context, draft, group);
  if (sharing(context, parts, draft)) {
    addLevels(context, draft, parts.now);
    return draft;
  }
  draft.where = [
    ...draft.where,
    ...conditionsOf(
      context,
      parts.filters.map((one) => one.filter),
    ),
  ];
  for (const measure of comparison?.measures ?? measuresOf(context, parts, parts.rank)) {
    if (comparison?.periods) sideBySide(context, measure, comparison.periods, draft);
    else if (measure.kind === 'column' && measure.fresh) added(context, measure, draft);
    else add(draft, computed(context, measure));
  }
  if (change) changeFirst(draft);
  inUnit(context, parts, draft);
  addHaving(context, parts, draft);
  if (comparison?.periods && isChange(parts.moving)) parts.moving = null;
  if (parts.moving || comparison?.difference) windowed(context, parts, draft, comparison?.difference ?? false);
  addLevels(context, draft, parts.now);
  if (parts.rank) ranked(context, parts.rank, draft, parts.tokens);
  ordered(context, draft, parts.rank);
  if (parts.ordering) reordered(parts.ordering, draft);
  if (splitsThings(context, draft) || isOfMissing(draft)) throw new NoReading();
  if (draft.values.length === 0 || (parts.when && !tellsWhen(context, draft))) throw new NoReading();
  return draft;
}

/** What is not there comes to nothing. */
const isOfMissing = ({ where, values }: QueryDraft): boolean =>
  where.some(
    (one) =>
      one.op === 'missing' &&
      values.some(
        ({ columns, aggregate }) => aggregate !== 'missing' && columns.some(({ field }) => field === one.field),
      ),
  );

const isChange = (moving: Parts['moving']): boolean =>
  moving?.window.kind === 'growth' || moving?.window.kind === 'difference';

const isAsItStands = (context: AssemblyContext, measure: Measurement): boolean =>
  measure.kind === 'column' &&
  measure.aggregate === null &&
  !('calculate' in measure.of) &&
  context.field(measure.of).addsUp === 'never';

/** "when was it highest" is no question of how high it was. */
const tellsWhen = (context: AssemblyContext, { groups, values }: QueryDraft): boolean =>
  groups.some((group) => group.kind !== 'field' || isTime(context.field(group.field))) ||
  values.some(({ columns }) => columns.some((ref) => isTime(context.field(ref))));

/** "January 2020 against January 2019": what has changed since the earlier one, whichever is named first. */
const inOrder = (periods: readonly Period[]): readonly Period[] =>
  periods.every((period) => daysOf(period)?.from)
    ? periods.toSorted((a, b) => ((daysOf(a)?.from ?? '') < (daysOf(b)?.from ?? '') ? -1 : 1))
    : periods;

/** One figure for each period, and for two what lies between them. */
function sideBySide(
  context: AssemblyContext,
  measure: Measurement,
  periods: readonly Period[],
  draft: QueryDraft,
): void {
  const made = inOrder(periods).map((period) =>
    computed(
      context,
      measure,
      context.conditions({ kind: 'period', field: null, period, negated: false }),
      periodName(period),
    ),
  );
  for (const one of made) add(draft, one);
  const [first, second] = made;
  if (!first || !second || made.length !== 2) return;
  const value = { calculate: 'subtract' as const, left: second.as, right: first.as, as: context.output('change') };
  add(draft, { computations: [value], as: value.as, percent: false, columns: second.columns, aggregate: null });
}

/** "men and women" of what is not added up are two figures. */
function listedTogether(context: AssemblyContext, parts: Parts): Extract<Group, { kind: 'field' }> | null {
  const [measure] = parts.measures;
  if (
    parts.measures.length !== 1 ||
    measure?.kind !== 'column' ||
    'calculate' in measure.of ||
    parts.rank ||
    parts.shared
  )
    return null;
  const pooled =
    measure.aggregate === null
      ? context.field(measure.of).addsUp !== 'never'
      : measure.aggregate === 'sum' || measure.aggregate === 'distinct';
  if (pooled || parts.pooled) return null;
  const list = parts.filters.find(
    ({ filter }) => filter.kind === 'condition' && filter.listed === true && filter.condition.op === 'is',
  );
  if (
    list?.filter.kind !== 'condition' ||
    !('field' in list.filter.condition) ||
    list.filter.table !== context.base.table
  )
    return null;
  return { kind: 'field', field: { table: list.filter.table, field: list.filter.condition.field } };
}

const MANY = 100;

const isGroup = (target: Target | null): target is Group => target !== null && target.kind !== 'rows';

/** What is asked for first, then the words after "by". */
function groupsOf(context: AssemblyContext, parts: Parts): Group[] {
  const target = parts.rank?.target ?? null;
  const asked = parts.asked;
  // "over time, monthly" is by month.
  const isStepped = parts.groups.some(({ kind }) => kind === 'grain');
  const own = parts.groups.filter(({ kind }) => kind !== 'time' || !isStepped);
  for (const one of [target, asked, parts.tally]) {
    if (!isGroup(one)) continue;
    if (!own.some((other) => JSON.stringify(other) === JSON.stringify(one))) own.push(one);
  }
  // "the trend by month": the step is told.
  if (own.some((one) => one.kind === 'grain')) own.splice(0, own.length, ...own.filter((one) => one.kind !== 'time'));
  if (own.length > 4) throw new NoReading();
  // "revenue per customer by region" has a figure for each region, not for each customer of it.
  const ranked = JSON.stringify(target);
  if (
    own.length > 1 &&
    own.some(
      (one) => one.kind === 'field' && context.field(one.field).distinct > MANY && JSON.stringify(one) !== ranked,
    )
  )
    context.cost += 0.9;
  if (isGroup(target) && isGroup(asked) && JSON.stringify(target) !== JSON.stringify(asked)) context.cost += 0.5;
  return own;
}
