import { Aggregate, CalendarPart, Grain } from '../../../src/preload/contract/query';
import type { randomFrom } from '../random';

type Random = ReturnType<typeof randomFrom>;

const FIELDS = [
  'id',
  'ordered_on',
  'placed_at',
  'shipped_on',
  'region',
  'product',
  'amount',
  'qty',
  'returned',
  'nothing',
  'customers.name',
  'customers.id',
  'customers.joined',
];
const VALUES = [
  'West',
  '5',
  '-1.5',
  '1e2',
  'true',
  true,
  false,
  '2024-02-30',
  '2024-02-29',
  '2024-02-29T10:00:00',
  '',
  "'",
  '10:30',
];
const OUTPUTS = ['a', 'b', 'c', 'd', 'e'];
const GRAINS = Grain.options;
const PARTS = CalendarPart.options;
const AGGREGATES = Aggregate.options;

/** A question in the form of one, which may be as senseless as it likes. */
export function wildQuery({ below, pick }: Random): unknown {
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: below(most + 1) }, make);
  const maybe = (part: object): object => (below(2) === 0 ? part : {});
  const period = (): unknown =>
    pick([
      { kind: 'year', year: 2024 },
      { kind: 'quarter', year: 2024, quarter: 2 },
      { kind: 'month', year: 2024, month: 2 },
      { kind: 'range', from: '2024-01-01', to: '2024-05-05' },
      { kind: 'range', to: '2024-05-05T10:00:00' },
      { kind: 'last', n: 2, unit: pick(GRAINS) },
      { kind: 'part', part: pick(PARTS), values: [1, 2] },
    ]);
  const plain = (): unknown => {
    const field = pick(FIELDS);
    return pick([
      { op: pick(['is', 'is_not']), field, values: [pick(VALUES)] },
      { op: pick(['<', '<=', '>', '>=']), field, value: pick(VALUES) },
      { op: 'between', field, from: pick(VALUES), to: pick(VALUES) },
      { op: pick(['contains', 'not_contains', 'starts_with', 'ends_with']), field, text: 'e' },
      { op: pick(['missing', 'present']), field },
      { op: pick(['during', 'not_during']), field, period: period() },
      { op: 'compare', left: field, comparison: '<', right: pick(FIELDS) },
      { op: 'compare', left: field, comparison: '>=', right: pick(FIELDS), plus: pick(['3', '-1.5', 'x']) },
      { op: 'repeated', fields: [field, pick(FIELDS)] },
      { op: 'outlier', field },
      { op: 'own', condition: pick(['big', 'none']) },
    ]);
  };
  const condition = (): unknown =>
    pick([
      plain(),
      plain(),
      { op: pick(['any', 'none']), conditions: [plain(), plain()] },
      {
        op: pick(['has', 'has_no']),
        table: pick(['customers', 'orders', 'x']),
        on: [[pick(FIELDS), pick(['id', 'name', 'region'])]],
        where: [plain()],
      },
    ]);
  const grouping = (as: string): unknown => ({
    field: pick(FIELDS),
    ...pick([
      {},
      {},
      { grain: pick(GRAINS) },
      { part: pick(PARTS) },
      { bin: { width: pick(['10', '0.25', 'x']) } },
      { bin: { count: 8 } },
      { measured: { measure: pick(['count', 'sum', 'distinct']), ...maybe({ of: pick(FIELDS) }) } },
      { grain: 'month', measured: { measure: 'count' }, ...maybe({ bin: pick([{ width: '2' }, { count: 3 }]) }) },
    ]),
    as,
  });
  const each = (): unknown => ({
    by: [{ field: pick(FIELDS), ...pick([{}, {}, { grain: pick(GRAINS) }, { part: pick(PARTS) }]) }],
    aggregate: pick(['mean', 'median', 'sum', 'min', 'count', 'standard_deviation']),
  });
  const value = (): unknown =>
    below(4) === 0
      ? { calculate: pick(['add', 'subtract', 'multiply', 'divide']), left: pick(FIELDS), right: pick(FIELDS) }
      : pick(FIELDS);
  const computation = (as: string): unknown =>
    pick([
      {
        measure: pick(AGGREGATES),
        of: value(),
        ...maybe({ with: pick(FIELDS) }),
        ...maybe({ percentile: '75' }),
        ...maybe({ where: [plain()] }),
        ...maybe(below(2) === 0 ? { each: each() } : {}),
        as,
      },
      { measure: pick(['count', 'sum', 'max']), of: value(), each: each(), as },
      { measure: 'count', as },
      { measure: pick(AGGREGATES), of: value(), as },
      { own: pick(['margin', 'none']), as },
      {
        calculate: pick(['add', 'subtract', 'multiply', 'divide']),
        left: pick(OUTPUTS),
        right: pick([...OUTPUTS, { number: '2.5' }]),
        as,
      },
      {
        window: pick(['share', 'rank', 'running', 'moving', 'previous', 'difference', 'growth']),
        of: pick(OUTPUTS),
        ...maybe({ along: pick(OUTPUTS) }),
        ...maybe({ within: [pick(OUTPUTS)] }),
        ...maybe({ against: pick(['previous', 'year_before', 'first']) }),
        ...maybe({ size: 3 }),
        ...maybe({ aggregate: pick(['mean', 'median', 'sum']) }),
        as,
      },
    ]);
  const [a = '', b = '', ...rest] = OUTPUTS;
  const by = [...some(1, () => grouping(a)), ...some(1, () => grouping(b))];
  const rows = below(5) === 0;
  const named = rows ? FIELDS : OUTPUTS;
  return {
    from: {
      table: 'orders',
      ...maybe(below(3) === 0 ? { joins: [{ table: 'customers', on: [['id', pick(['id', 'id', 'name'])]] }] } : {}),
    },
    where: some(2, condition),
    ...(rows
      ? { rows: { ...maybe({ fields: [pick(FIELDS), pick(FIELDS)] }), ...maybe({ distinct: true }) } }
      : { by, compute: rest.slice(0, 1 + below(3)).map(computation) }),
    ...(rows
      ? {}
      : { having: some(1, () => ({ value: pick(OUTPUTS), op: pick(['=', '!=', '<', '>']), than: pick(VALUES) })) }),
    order: some(2, () => ({ value: pick(named), direction: pick(['ascending', 'descending']) })),
    ...maybe({
      limit: { n: 3, ...maybe({ within: [pick(named)] }), ...maybe({ of: pick(named) }), ...maybe({ skip: 1 }) },
    }),
  };
}
