import type { Definitions } from '#contract/definitions';
import type { Query, ResultCondition } from '#contract/query';
import type { Choice } from '#contract/readings';
import { choice, listedFields, type MenuRequest } from './choice';
import { removePart, setLimit, setOrder, tidy } from './edits';
import { definitionsOf } from './fields';
import { rankedOf } from './reading';
import { comparisonsOf } from './written';

/** Menus of what is done with the groups: order, how many, conditions on values, chart, and the data itself. */

export function orderChoices(request: MenuRequest, at: number | null): Choice[] {
  const { query } = request;
  const outputs = query.rows
    ? listedFields(request).fields.map(({ name }) => name)
    : [...(query.compute ?? []), ...(query.by ?? [])].map(({ as }) => as);
  const current = at === null ? undefined : query.order?.[at];
  const removed = at === null ? null : removePart(query, `order.${at}`);
  return [
    ...outputs.flatMap((value) =>
      (['descending', 'ascending'] as const).map((direction) =>
        choice('order', { code: 'order', value: { value, direction } }, setOrder(query, at, { value, direction }), {
          chosen: current?.value === value && current.direction === direction,
          terms: `${value} ${direction} sort`.toLowerCase(),
        }),
      ),
    ),
    ...(removed ? [choice('part', { code: 'remove' }, removed)] : []),
  ];
}

const COUNTS = [1, 3, 5, 10, 20, 50, 100] as const;
const MOST = 100_000;

export function limitChoices({ query, search }: MenuRequest): Choice[] {
  const { limit } = query;
  const written = Number(search.trim().match(/^(?:top|first)?\s*(\d{1,6})$/i)?.[1] ?? 0);
  const counts: number[] =
    written > 0 && written <= MOST ? [written, ...COUNTS.filter((n) => n !== written)] : [...COUNTS];
  const { skip: _, ...place } = limit ?? { n: 0 };
  const ranked = rankedOf(setLimit(query, { n: 1 }));
  const groups = query.by ?? [];
  const within = groups.length > 1 ? groups.slice(0, -1).map(({ as }) => as) : [];
  const offer = (value: NonNullable<Query['limit']>) =>
    choice('limit', { code: 'limit', value, ranked }, setLimit(query, value), {
      chosen: JSON.stringify(value) === JSON.stringify(limit),
      terms: `top ${value.n}`,
    });
  return [
    ...counts.map((n) => offer({ ...place, n })),
    ...(within.length > 0 && !limit?.within ? COUNTS.slice(0, 4).map((n) => offer({ n, within })) : []),
    choice('part', { code: 'all' }, setLimit(query, null), { chosen: !limit }),
  ];
}

export function havingChoices(
  { query, search, numbers }: MenuRequest,
  at: number | null,
  output: string | null,
): Choice[] {
  const current = at === null ? undefined : query.having?.[at];
  const value = output ?? current?.value;
  const removed = at === null ? null : removePart(query, `having.${at}`);
  if (value === undefined)
    return (query.compute ?? []).map(({ as }) =>
      choice('conditions', { code: 'output', output: as }, null, {
        next: `having.new:${as}`,
        terms: as,
      }),
    );
  const set = (condition: ResultCondition): Query => {
    const having = [...(query.having ?? [])];
    having[at ?? having.length] = condition;
    return tidy({ ...query, having });
  };
  return [
    ...comparisonsOf(numbers).flatMap((written) => {
      if (written.op === 'between') return [];
      const op = written.op === 'is' ? ('=' as const) : written.op;
      const condition = { value, op, than: written.op === 'is' ? (written.values[0] ?? '') : written.value };
      return [
        choice('conditions', { code: 'having', value: condition }, set(condition), { terms: search.toLowerCase() }),
      ];
    }),
    ...(removed ? [choice('part', { code: 'remove' }, removed)] : []),
  ];
}

const CHARTS = ['bar', 'line', 'area', 'pie', 'scatter', 'none'] as const;

export function chartChoices({ query }: MenuRequest): Choice[] {
  const { show, ...rest } = query;
  return [
    choice('chart', { code: 'automatic_chart' }, rest, { chosen: show === undefined, terms: 'chart automatic' }),
    ...CHARTS.map((chart) =>
      choice(
        'chart',
        { code: 'chart', chart },
        { ...query, show: { chart } },
        {
          chosen: show?.chart === chart,
          terms: `chart ${chart}`,
        },
      ),
    ),
  ];
}

/** Other tables to ask, those that belong to this one's rows, and those of the same shape to put below it. */
export function tableChoices({ query, definitions }: MenuRequest): Choice[] {
  const { table, joins = [], union = [] } = query.from;
  const own = definitionsOf(table, definitions);
  const others = definitions.filter((other) => other.table !== table);
  const { joins: _, union: __, ...from } = query.from;
  const withFrom = (change: Partial<Query['from']>): Query => ({ ...query, from: { ...from, ...change } });
  const alike = others.filter((other) => own !== undefined && other.shape === own.shape);
  return [
    ...[table, ...others.map((other) => other.table)].map((name) =>
      choice(
        'data',
        { code: 'table', title: titleOf(name, definitions) },
        name === table ? query : { from: { table: name } },
        {
          chosen: name === table,
          terms: name.toLowerCase(),
        },
      ),
    ),
    ...(own?.relations ?? []).map(({ to, on }) => {
      const isJoined = joins.some((join) => join.table === to);
      const rest = joins.filter((join) => join.table !== to);
      const next = isJoined ? rest : [...rest, { table: to, on }];
      const changed = withFrom({ ...(next.length > 0 ? { joins: next } : {}), ...(union.length > 0 ? { union } : {}) });
      return choice('data', { code: 'join', title: titleOf(to, definitions) }, changed, {
        chosen: isJoined,
        terms: 'join',
      });
    }),
    ...alike.map((other) => {
      const isBelow = union.includes(other.table);
      const next = isBelow ? union.filter((name) => name !== other.table) : [...union, other.table];
      const changed = withFrom({ ...(joins.length > 0 ? { joins } : {}), ...(next.length > 0 ? { union: next } : {}) });
      return choice('data', { code: 'union', title: other.source }, changed, {
        chosen: isBelow,
        terms: 'union together',
      });
    }),
  ];
}

const titleOf = (table: string, all: readonly Definitions[]): string => definitionsOf(table, all)?.source ?? table;
