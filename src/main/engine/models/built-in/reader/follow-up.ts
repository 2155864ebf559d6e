import { boundAgain, missingAgain } from './assemble/bounds';
import { NoReading } from './assemble/context';
import { type Parts, saysMore } from './assemble/parts';
import { withPart } from './assemble/shares';
import {
  asPercentage,
  choosesRows,
  counting,
  isBare,
  isBareCount,
  listed,
  measuresOf,
  ofWhole,
  partOfThat,
  renumbered,
  tellsOfRow,
} from './follow-up-measures';
import { ranked } from './follow-up-ranks';
import { daysOf, endOf, grainOf, yearsLater } from './periods';
import { isTime } from './tables';
import type { FieldRef, Filter, Group } from './terms';
import type { Vocabulary } from './vocabulary';

/**
 * What a question that only goes on means together with the one before: its parts take the place of parts of the same kind,
 * everything else stays. Parts are merged rather than queries, so that defaults, such as the moment of a stock, are chosen anew.
 */
export function continued(first: Parts, own: Parts, vocabulary: Vocabulary): Parts {
  if (own.those || asksWhich(own)) return merged(listed(first), { ...own, asked: null }, vocabulary);
  // "the average per company instead": of rows that are one company each it is that of the groups before.
  const isOfRows =
    own.restated?.aggregate === 'mean' &&
    own.groups.length === 1 &&
    own.groups.every((one) => one.kind === 'field' && isOwnOfRow(one.field, vocabulary));
  if (isOfRows && first.groups.length > 0) return merged(first, { ...own, groups: [] }, vocabulary);
  const told = tellsOfRow(own, first);
  if (told) return merged({ ...first, naming: told }, { ...own, asked: null }, vocabulary);
  if (own.referring && own.rank && !own.rank.target && !own.asked && first.measures.every((one) => one.kind === 'rows'))
    return merged({ ...first, measures: [] }, own, vocabulary);
  // "which month was the highest": that one, and no highest of each.
  const isExtreme = own.restated?.aggregate === 'max' || own.restated?.aggregate === 'min';
  if (own.asked && isExtreme) throw new NoReading();
  if (leansOn(own, first)) return merged({ ...first, groups: [] }, own, vocabulary);
  // "only parcels over 60": which ones, and not how many.
  if (choosesRows(own)) return merged(first, { ...own, measures: [] }, vocabulary);
  const isCount = own.measures.length === 1 && isBareCount(own.measures[0]);
  return isCount ? merged(counting(first), { ...own, measures: [] }, vocabulary) : merged(first, own, vocabulary);
}

const isOwnOfRow = (ref: FieldRef, { tables }: Vocabulary): boolean =>
  tables.field(ref).distinct >= tables.table(ref.table).rows;

/** "which orders?": of those that were counted. */
export const asksWhich = ({ asked, rank, measures, filters, groups: by, having }: Parts): boolean =>
  asked?.kind === 'rows' &&
  asked.noun !== null &&
  !rank &&
  measures.length + filters.length + by.length + having.length === 0;

function merged(first: Parts, next: Parts, vocabulary: Vocabulary): Parts {
  const part = withPart(first);
  const { where } = part.shared ?? {};
  const other = where ? next.filters.find(({ filter }) => fieldsOf(filter) === fieldsOf(where)) : undefined;
  // "and of men?" after the percentage of women who smoke.
  if (part.shared && other && first.shared?.where && !next.shared)
    return merged(
      { ...part, shared: { ...part.shared, where: other.filter } },
      { ...next, filters: next.filters.filter((one) => one !== other) },
      vocabulary,
    );
  const before = next.shared || other ? first : part;
  const percentage = asPercentage(before, next);
  const whole = partOfThat(before, next);
  const again = boundAgain(before, next) ?? missingAgain(before, next);
  const made: Parts = {
    ...before,
    tokens: next.tokens,
    measures: percentage ?? measuresOf(before, next, vocabulary),
    groups: groups(before, next, vocabulary),
    filters:
      whole?.filters ??
      again?.filters ??
      (next.sameOf === null ? filters(before.filters, next, before) : inYear(before.filters, next.sameOf, vocabulary)),
    moving: next.ago ? before.moving : (next.moving ?? before.moving),
    shared: percentage
      ? null
      : (whole?.shared ?? ofWhole(before, next) ?? next.shared ?? (next.measures.length > 0 ? null : before.shared)),
    comparing: next.comparing ?? before.comparing,
    special: next.special ?? (next.measures.length > 0 || next.groups.length > 0 ? null : before.special),
    naming: next.naming.length > 0 ? next.naming : before.naming,
    tally: next.tally ?? before.tally,
    reached: next.reached ?? before.reached,
    // "the change from the year before": beside it, and not of it.
    againstYear: next.againstYear ?? (next.ago && next.moving ? { period: null } : before.againstYear),
    listing: next.listing ?? before.listing,
    deeds: next.deeds.length > 0 ? next.deeds : before.deeds,
    now: next.now || before.now,
    points: next.points || before.points,
    lists: next.lists || before.lists,
    having: again?.having ?? (next.having.length > 0 ? next.having : before.having),
    show: next.show ?? before.show,
    ordering: next.ordering ?? before.ordering,
    difference: next.difference,
    pooled: next.pooled || before.pooled,
    mentions: next.mentions,
    sameOf: null,
    cost: next.cost,
    unit: next.unit ?? before.unit,
    referring: false,
    those: false,
    restated: null,
    renumbered: null,
    ago: false,
  };
  placed(made, before, next);
  if (made.shared === before.shared && before.groups.length === 0 && next.groups.length > 0) keepShare(made, before);
  ranked(made, before, next, vocabulary);
  if (next.compares) beside(made, before, next);
  return made;
}

/** "where was that?" after the highest of something: the row that has it. */
function placed(merged: Parts, before: Parts, next: Parts): void {
  const asked = next.asked ?? (next.when ? { kind: 'time' as const } : null);
  const [only, ...others] = before.measures;
  const isExtreme = only?.kind === 'column' && (only.aggregate === 'max' || only.aggregate === 'min');
  if (!asked || !isExtreme || others.length + before.groups.length > 0 || before.rank) return;
  const direction = only.aggregate === 'max' ? 'most' : 'least';
  merged.measures = [];
  merged.asked = null;
  merged.groups = [];
  const none = { hints: null, counts: false, plain: false, judges: false, size: false, skip: 0, n: null };
  merged.rank = { ...none, direction, target: asked, by: only };
}

/** What was the part of all is that of each group. */
function keepShare(merged: Parts, { shared }: Parts): void {
  const part = merged.filters.findLast(({ filter }) => filter.kind === 'condition');
  if (!shared || shared.where || !part) return;
  merged.shared = { ...shared, where: part.filter };
  merged.filters = merged.filters.filter((one) => one !== part);
}

/** Whether a question tells what is to be computed, and not only of what. */
export const standsAlone = (parts: Parts): boolean =>
  !isFragment(parts) && !(parts.measures.length > 0 && parts.measures.every(isBare) && parts.groups.length === 0);

/** Whether a question says nothing that stands on its own. */
export const isFragment = (parts: Parts): boolean =>
  parts.measures.every((one) => one.kind === 'rows' && (!one.explicit || one.bare === true)) &&
  !parts.asked &&
  !parts.listing &&
  !parts.special &&
  parts.comparing?.kind !== 'measures' &&
  !parts.comparing?.of &&
  !parts.shared?.of &&
  !(parts.rank && (parts.rank.by || parts.rank.target || parts.rank.hints));

/** "which month was the strongest?" says not by what: where months were asked for, or nothing else, by the figure before. */
export function leansOn(next: Parts, before: Parts): boolean {
  const { rank, measures, groups: own } = next;
  const target = next.asked ?? rank?.target ?? null;
  if (!rank || rank.by || rank.hints || rank.counts || measures.some(saysMore) || own.length > 0) return false;
  if (!target || target.kind === 'rows' || next.shared || next.moving || next.having.length > 0) return false;
  const [figure, ...others] = before.measures;
  if (!figure || !saysMore(figure) || others.length > 0 || before.rank || before.shared) return false;
  return !rank.judges || figure.kind === 'rows' || before.groups.some((one) => isSame(one, target));
}
const isSame = (one: Group, other: Group): boolean => JSON.stringify(one) === JSON.stringify(other);

/** "how does that compare with 2023": the period of the question before beside the new one. */
function beside(merged: Parts, before: Parts, next: Parts): void {
  const periodOf = ({ filters: all }: Parts) => {
    const [only, ...others] = all.flatMap(({ filter }) =>
      filter.kind === 'period' && !filter.negated ? [filter] : [],
    );
    return others.length === 0 ? only : undefined;
  };
  const [old, own] = [periodOf(before), periodOf(next)];
  if (!old || !own || old.period.kind !== own.period.kind || before.comparing) throw new NoReading();
  merged.filters = merged.filters.filter(({ filter }) => filter.kind !== 'period');
  merged.comparing = { kind: 'periods', periods: [own.period, old.period], difference: true };
}

const isTimed = (group: Group, { tables }: Vocabulary): boolean =>
  group.kind === 'grain' || group.kind === 'time' || (group.kind === 'field' && isTime(tables.field(group.field)));

/** Times take the place of times, other things that of other things; what was not grouped so is added. */
function groups(before: Parts, next: Parts, vocabulary: Vocabulary): Group[] {
  const fresh = next.asked && next.asked.kind !== 'rows' ? [next.asked, ...next.groups] : next.groups;
  if (fresh.length === 0) return before.groups;
  if (next.adds) return [...before.groups, ...fresh];
  const times = fresh.filter((one) => isTimed(one, vocabulary));
  const others = fresh.filter((one) => !isTimed(one, vocabulary));
  const oldTimes = before.groups.filter((one) => isTimed(one, vocabulary));
  const oldOthers = before.groups.filter((one) => !isTimed(one, vocabulary));
  const first = oldOthers.slice(0, Math.max(0, oldOthers.length - others.length));
  return [
    ...(times.length > 0 ? times : oldTimes),
    ...(others.length > 0 && oldTimes.length === 0 && oldOthers.length > 1
      ? first
      : others.length > 0
        ? []
        : oldOthers),
    ...others,
  ];
}

const fieldsOf = (filter: Filter): string => {
  if (filter.kind !== 'condition') return filter.kind;
  return 'field' in filter.condition ? `${filter.table} ${filter.condition.field}` : JSON.stringify(filter.condition);
};

function filters(before: Parts['filters'], next: Parts, all: Parts): Parts['filters'] {
  const kept = before
    .filter((old) => !isWithin(old.filter, next.groups))
    .filter((old) => !next.filters.some((one) => fieldsOf(one.filter) === fieldsOf(old.filter)));
  const made = [...kept, ...next.filters.map((one) => ({ ...one, filter: ofSameYear(one.filter, before) }))];
  if (next.ago && !next.moving) return shifted(before);
  if (next.renumbered !== null) return renumbered(before, next.renumbered, all);
  return made;
}

/** "for every month" after one of them asks for all. */
const isWithin = (filter: Filter, groups: readonly Group[]): boolean =>
  filter.kind === 'period' &&
  groups.some(
    (group) =>
      group.kind === 'grain' &&
      (grainOf(filter.period) === group.grain ||
        (filter.period.kind === 'part' && filter.period.part === `${group.grain}_of_year`)),
  );

/** "and in April?" after March 2025 is April 2025. */
function ofSameYear(filter: Filter, before: Parts['filters']): Filter {
  const old = before.flatMap((one) =>
    one.filter.kind === 'period' && 'year' in one.filter.period ? [one.filter.period] : [],
  )[0];
  if (filter.kind !== 'period' || filter.period.kind !== 'part' || !old || filter.period.values.length !== 1)
    return filter;
  const [value = 1] = filter.period.values;
  if (filter.period.part === 'month_of_year')
    return { ...filter, period: { kind: 'month', year: old.year, month: value } };
  if (filter.period.part === 'quarter_of_year')
    return { ...filter, period: { kind: 'quarter', year: old.year, quarter: value } };
  return filter;
}

/** "in the same months of 2023": the period that was spoken of, in that year; an open one ends with the data. */
function inYear(
  before: Parts['filters'],
  { year, grain }: NonNullable<Parts['sameOf']>,
  { lastDay }: Vocabulary,
): Parts['filters'] {
  const end = lastDay === null ? undefined : endOf(lastDay, grain);
  let found = false;
  const made = before.map((one) => {
    if (one.filter.kind !== 'period' || one.filter.negated) return one;
    const { period } = one.filter;
    const to = period.kind === 'range' ? (period.to ?? end) : undefined;
    const closed = period.kind === 'range' && to !== undefined ? { ...period, to } : period;
    const own = daysOf(closed)?.from;
    const moved = own ? yearsLater(closed, year - Number(own.slice(0, 4))) : null;
    found ||= moved !== null;
    return moved ? { ...one, filter: { ...one.filter, period: moved } } : one;
  });
  if (!found) throw new NoReading();
  return made;
}

/** "and in the year before?" */
function shifted(before: Parts['filters']): Parts['filters'] {
  let found = false;
  const made = before.map((one) => {
    if (one.filter.kind !== 'period') return one;
    const period = yearsLater(one.filter.period, -1);
    found = period !== null;
    return period ? { ...one, filter: { ...one.filter, period } } : one;
  });
  if (!found) throw new NoReading();
  return made;
}
