import type { FieldDefinition } from '#contract/definitions';
import type { CalendarPart, Grain, Grouping } from '#contract/query';
import type { Choice } from '#contract/readings';
import { choice, listedFields, type MenuRequest, termsOf } from './choice';
import { measuredChoices } from './each';
import { removeGrouping, setGrouping } from './edits';
import { fieldOf, isNumber, isTime, type NamedField } from './fields';

const GRAINS: readonly Grain[] = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute'];
const PARTS: readonly CalendarPart[] = ['quarter_of_year', 'month_of_year', 'day_of_month', 'weekday', 'hour_of_day'];
const RANGES = [5, 10, 20] as const;
/** Numbers with more values than this are put into ranges. */
const NUMBERS_AS_NAMES = 30;
/** Longer names of text than this many different ones say nothing as groups, and stand last. */
const MANY_GROUPS = 500;

export function groupChoices(request: MenuRequest, at: number | null): Choice[] {
  const { query, definitions } = request;
  const current = at === null ? undefined : query.by?.[at];
  const field = current && fieldOf(current.field, query, definitions);
  return [
    ...(current && field ? stepChoices(request, at, current, field) : []),
    ...fieldChoices(request, at, current),
    ...measuredChoices(request, current, (value) => setGrouping(query, at, value, false)),
    ...(at === null ? [] : [choice('part', { code: 'remove' }, removeGrouping(query, at))]),
  ];
}

function stepChoices({ query }: MenuRequest, at: number | null, current: Grouping, field: FieldDefinition): Choice[] {
  const base = { field: current.field };
  if (current.measured) return [];
  if (field.type === 'time')
    return [
      choice(
        'steps',
        { code: 'part', part: 'hour_of_day' },
        setGrouping(query, at, { ...base, part: 'hour_of_day', as: 'hour_of_day' }, true),
        { chosen: current.part === 'hour_of_day', terms: 'hour of day' },
      ),
    ];
  if (isTime(field)) {
    const grains = GRAINS.slice(0, field.type === 'date' ? GRAINS.indexOf('day') + 1 : GRAINS.length);
    const parts = PARTS.filter((part) => part !== 'hour_of_day' || field.type === 'timestamp');
    return [
      ...grains.map((grain) =>
        choice('steps', { code: 'grain', grain }, setGrouping(query, at, { ...base, grain, as: grain }, true), {
          chosen: current.grain === grain,
          terms: grain,
        }),
      ),
      ...parts.map((part) =>
        choice('steps', { code: 'part', part }, setGrouping(query, at, { ...base, part, as: part }, true), {
          chosen: current.part === part,
          terms: part.replaceAll('_', ' '),
        }),
      ),
    ];
  }
  if (!isNumber(field)) return [];
  const as = current.field.slice(0, 200);
  return [
    ...RANGES.map((count) =>
      choice(
        'steps',
        { code: 'bins', width: null, count },
        setGrouping(query, at, { ...base, bin: { count }, as }, true),
        {
          chosen: current.bin !== undefined && 'count' in current.bin && current.bin.count === count,
        },
      ),
    ),
    choice(
      'steps',
      { code: 'field', title: field.title, type: field.type },
      setGrouping(query, at, { ...base, as }, false),
      {
        chosen: current.bin === undefined,
      },
    ),
  ];
}

function fieldChoices(request: MenuRequest, at: number | null, current: Grouping | undefined): Choice[] {
  const { query } = request;
  const taken = new Set((query.by ?? []).map(({ field }) => field));
  const { fields } = listedFields(request);
  return fields
    .filter(({ name }) => name === current?.field || !taken.has(name))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((named) => {
      const isSame = named.name === current?.field && !current.measured;
      return choice(
        'groups',
        { code: 'field', title: named.field.title, type: named.field.type },
        isSame ? query : setGrouping(query, at, usualGrouping(named), isTime(named.field)),
        { chosen: isSame, terms: termsOf(named) },
      );
    });
}

/** What groups best stands first: times, names, then numbers. */
function rank({ field }: NamedField): number {
  if (isTime(field)) return 0;
  if (field.role === 'dimension' || field.role === 'flag') return 1;
  return field.distinct > MANY_GROUPS || field.role === 'id' ? 3 : 2;
}

function usualGrouping({ name, field }: NamedField): Grouping {
  const as = name.slice(0, 200);
  if (isTime(field)) {
    const grain = usualGrain(field);
    return { field: name, grain, as: grain };
  }
  if (isNumber(field) && field.role !== 'id' && field.distinct > NUMBERS_AS_NAMES)
    return { field: name, bin: { count: 10 }, as };
  return { field: name, as };
}

const DAY_MS = 86_400_000;

/** The step that makes neither two points nor hundreds of them. */
function usualGrain({ min, max, grain }: FieldDefinition): Grain {
  const days = (Date.parse(String(max)) - Date.parse(String(min))) / DAY_MS;
  const fitting: Grain = days > 3_000 ? 'year' : days > 92 ? 'month' : days > 2 ? 'day' : 'hour';
  const finest = (GRAINS as readonly string[]).indexOf(grain ?? '');
  return finest !== -1 && finest < GRAINS.indexOf(fitting) ? (GRAINS[finest] ?? fitting) : fitting;
}
