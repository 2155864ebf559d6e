import type { Computation, Measure, Query, WindowValue } from '#contract/query';
import type { Choice } from '#contract/readings';
import { aggregatesOf, choice, listedFields, type MenuRequest, measureOf, termsOf } from './choice';
import { eachChoices } from './each';
import { removeComputation, removePart, setComputation } from './edits';
import { definitionsOf, fieldOf, isNumber } from './fields';

/** What a computation may be instead, or what may be computed as well where `at` is null; of names and times only where asked. */
export function measureChoices(request: MenuRequest, at: number | null, numbersOnly = false): Choice[] {
  const { query } = request;
  const current = at === null ? undefined : query.compute?.[at];
  const set = (value: Computation) => setComputation(query, at, value);
  const measure = current && 'measure' in current ? current : null;
  return [
    ...(measure ? howChoices(request, measure, set) : []),
    ...(measure ? eachChoices(request, measure, set) : []),
    ...(current && 'window' in current ? windowChoices(request, current.of, current, set) : []),
    ...countChoice(request, current, set),
    ...fieldChoices(request, measure, set, at === null, numbersOnly),
    ...ownChoices(request, current, set),
    ...derivedChoices(request, current),
    ...(at === null ? listChoice(request) : []),
    ...(at !== null && removePart(query, `compute.${at}`)
      ? [choice('part', { code: 'remove' }, removeComputation(query, at))]
      : []),
  ];
}

type Set = (value: Computation) => Query;

function howChoices({ query, definitions }: MenuRequest, current: Measure, set: Set): Choice[] {
  const name = typeof current.of === 'string' ? current.of : null;
  const field = name === null ? undefined : fieldOf(name, query, definitions);
  if (!field || name === null) return [];
  const { where, each } = current;
  return aggregatesOf(field).map((aggregate) =>
    choice(
      'how',
      { code: 'measure', aggregate, title: field.title },
      set({ ...measureOf(aggregate, name), ...(where ? { where } : {}), ...(each ? { each } : {}) }),
      { chosen: aggregate === current.measure, terms: aggregate },
    ),
  );
}

function countChoice({ query, definitions }: MenuRequest, current: Computation | undefined, set: Set): Choice[] {
  const entity = definitionsOf(query.from.table, definitions)?.entity[0] ?? null;
  const isCount = (value: Computation | undefined) =>
    value !== undefined && 'measure' in value && value.measure === 'count' && value.of === undefined;
  if (!isCount(current) && query.compute?.some(isCount)) return [];
  return [
    choice('measures', { code: 'count_rows', entity }, set({ measure: 'count', as: 'count' }), {
      chosen: isCount(current),
      terms: 'count rows how many',
    }),
  ];
}

/** Fields with what is usually made of them; as the current one is, where that can be. */
function fieldChoices(
  request: MenuRequest,
  current: Measure | null,
  set: Set,
  all: boolean,
  numbersOnly: boolean,
): Choice[] {
  const { fields } = listedFields(request);
  const searching = request.search.trim() !== '';
  return fields.flatMap((named) => {
    const { name, field } = named;
    const possible = aggregatesOf(field);
    const numeric = isNumber(field) && field.role !== 'id';
    const usual = current && possible.includes(current.measure) ? current.measure : possible[0];
    if (numbersOnly && !numeric) return [];
    const offered = searching && all ? possible : usual ? [usual] : [];
    if (!numeric && !searching && !(current && !isNumber(fieldOfMeasure(request, current) ?? field))) return [];
    return offered.map((aggregate) =>
      choice('measures', { code: 'measure', aggregate, title: field.title }, set(measureOf(aggregate, name)), {
        chosen: current?.of === name && current.measure === aggregate,
        terms: `${termsOf(named)} ${aggregate}`,
      }),
    );
  });
}

const fieldOfMeasure = ({ query, definitions }: MenuRequest, { of }: Measure) =>
  typeof of === 'string' ? fieldOf(of, query, definitions) : undefined;

function ownChoices({ query, definitions }: MenuRequest, current: Computation | undefined, set: Set): Choice[] {
  return (definitionsOf(query.from.table, definitions)?.measures ?? []).map(({ id, title, synonyms }) =>
    choice('own', { code: 'own', title }, set({ own: id, as: id.slice(0, 200) }), {
      chosen: current !== undefined && 'own' in current && current.own === id,
      terms: [id, ...synonyms].join(' ').toLowerCase(),
    }),
  );
}

/** A value set beside those of other groups, added to it. */
function derivedChoices(request: MenuRequest, current: Computation | undefined): Choice[] {
  if (current && 'window' in current) return [];
  const of = current ?? request.query.compute?.[0];
  if (!of || 'window' in of) return [];
  return windowChoices(request, of.as, null, (value) => setComputation(request.query, null, value));
}

const MOVING = [3, 7, 12] as const;

function windowChoices({ query }: MenuRequest, of: string, current: WindowValue | null, set: Set): Choice[] {
  const groups = query.by ?? [];
  if (groups.length === 0) return [];
  const time = groups.find(({ grain }) => grain !== undefined)?.as;
  const along = time === undefined ? {} : { along: time };
  const values: WindowValue[] = [
    { window: 'share', of, as: `share_of_${of}` },
    { window: 'rank', of, as: `rank_by_${of}` },
    ...(time === undefined
      ? []
      : ([
          { window: 'growth', of, ...along, as: `growth_of_${of}` },
          { window: 'growth', of, ...along, against: 'year_before', as: `growth_of_${of}_in_a_year` },
          { window: 'difference', of, ...along, as: `change_of_${of}` },
          { window: 'running', of, ...along, as: `running_${of}` },
          ...MOVING.map((size) => ({ window: 'moving' as const, of, ...along, size, as: `moving_${of}_over_${size}` })),
          { window: 'previous', of, ...along, as: `previous_${of}` },
        ] satisfies WindowValue[])),
  ];
  const isCurrent = (value: WindowValue) =>
    current !== null &&
    current.window === value.window &&
    current.size === value.size &&
    (current.against ?? 'previous') === (value.against ?? 'previous');
  return values.map((value) =>
    choice('derived', { code: 'window', value }, set({ ...value, as: value.as.slice(0, 200) }), {
      chosen: isCurrent(value),
      terms: value.window,
    }),
  );
}

function listChoice({ query, definitions }: MenuRequest): Choice[] {
  if (query.rows) return [];
  const entity = definitionsOf(query.from.table, definitions)?.entity[0] ?? null;
  const { by: _, compute: __, having: ___, order: ____, show: _____, ...rest } = query;
  return [choice('measures', { code: 'list_rows', entity }, { ...rest, rows: {} }, { terms: 'list rows records' })];
}

/** Which fields are listed of each row. */
export function rowChoices(request: MenuRequest): Choice[] {
  const { query } = request;
  const chosen = query.rows?.fields ?? [];
  const { fields } = listedFields(request);
  const toggled = (name: string) =>
    chosen.includes(name) ? chosen.filter((field) => field !== name) : [...chosen, name];
  const withFields = (names: string[]): Query => {
    const { fields: _, ...rest } = query.rows ?? {};
    return { ...query, rows: names.length > 0 ? { ...rest, fields: names } : rest };
  };
  return [
    ...countChoice(request, undefined, (value) => setComputation(query, null, value)),
    ...fields.map((named) =>
      choice(
        'values',
        { code: 'field', title: named.field.title, type: named.field.type },
        withFields(toggled(named.name)),
        { chosen: chosen.includes(named.name), terms: termsOf(named) },
      ),
    ),
  ];
}
