import type { Period } from '#contract/query';
import { rule } from '../rules';
import { isClock, isMoment, type Tables } from '../tables';
import type { FieldRef, Filter } from '../terms';
import { condition } from './filters';

/** From this hour of a day on, to before that one. */
interface Hours {
  from: string | null;
  until: string | null;
}

/** The columns that tell the time of day: times alone, else moments. */
function clocksOf(tables: Tables): FieldRef[] {
  const columns = tables.all.flatMap(({ table, fields }) =>
    fields.map((field) => ({ field, ref: { table, field: field.id } })),
  );
  const able = columns.filter(({ field }) => !field.hidden);
  const clocks = able.filter(({ field }) => isClock(field));
  return (clocks.length > 0 ? clocks : able.filter(({ field }) => isMoment(field))).map(({ ref }) => ref);
}

const hourOf = (clock: string): number => Number(clock.slice(0, 2));

/** Moments are told apart by whole hours only. */
function within(ref: FieldRef, { from, until }: Hours, tables: Tables): Filter[] | null {
  const name = ref.field;
  if (isClock(tables.field(ref)))
    return [
      ...(from === null ? [] : [condition(ref, { op: '>=' as const, field: name, value: from })]),
      ...(until === null ? [] : [condition(ref, { op: '<' as const, field: name, value: until })]),
    ];
  const isWhole = [from, until].every((clock) => clock === null || clock.endsWith(':00:00'));
  const [first, end] = [from === null ? 0 : hourOf(from), until === null ? 24 : hourOf(until)];
  if (!isMoment(tables.field(ref)) || !isWhole || first >= end) return null;
  const values = Array.from({ length: end - first }, (_, index) => first + index);
  const period: Period = { kind: 'part', part: 'hour_of_day', values };
  return [{ kind: 'period', field: ref, period, negated: false }];
}

function atHours(named: FieldRef | undefined, hours: Hours, tables: Tables) {
  if (hours.from !== null && hours.until !== null && hours.from >= hours.until) return null;
  const refs = named ? [named] : clocksOf(tables);
  return refs.flatMap((ref, index) => {
    const made = within(ref, hours, tables);
    return made ? [{ meaning: made, cost: index * 0.3 }] : [];
  });
}

const nextHour = (clock: string): string => `${String(hourOf(clock) + 1).padStart(2, '0')}:00:00`;

/** "before noon", "between 8:00 and 10:00". */
export const CLOCK_RULES = [
  rule('filters', ['field?', 'begins?', 'before|until', 'clock'], 0, ([named, , , until], { tables }) =>
    atHours(named, { from: null, until }, tables),
  ),
  rule('filters', ['field?', 'begins?', 'after|since', 'clock', 'at_edge?'], 0, ([named, , , from], { tables }) =>
    atHours(named, { from, until: null }, tables),
  ),
  rule(
    'filters',
    ['field?', 'begins?', 'between|since', 'clock', 'and|to|until', 'clock'],
    0,
    ([named, , , from, , until], { tables }) => atHours(named, { from, until }, tables),
  ),
  rule('filters', ['field?', 'begins?', 'in', 'clock'], 0.1, ([named, , , clock], { tables }) =>
    clock.endsWith(':00:00') && hourOf(clock) < 24
      ? atHours(named, { from: clock, until: nextHour(clock) }, tables)
      : null,
  ),
];
