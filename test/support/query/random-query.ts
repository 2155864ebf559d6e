import type { randomFrom } from '../random';

type Random = ReturnType<typeof randomFrom>;

const CONDITIONS = [
  { op: 'is', field: 'region', values: ['West', 'Nörd'] },
  { op: 'is_not', field: 'product', values: ['Lamp'] },
  { op: '>', field: 'amount', value: '5' },
  { op: 'between', field: 'qty', from: '1', to: '3' },
  { op: 'present', field: 'region' },
  { op: 'during', field: 'ordered_on', period: { kind: 'year', year: 2024 } },
  { op: 'not_during', field: 'ordered_on', period: { kind: 'month', year: 2023, month: 7 } },
  { op: 'during', field: 'placed_at', period: { kind: 'part', part: 'hour_of_day', values: [0, 2, 3] } },
  {
    op: 'any',
    conditions: [
      { op: 'missing', field: 'qty' },
      { op: 'is', field: 'returned', values: [false] },
    ],
  },
  { op: 'repeated', fields: ['product', 'qty'] },
];

const GROUPINGS = [
  { field: 'region', as: 'g' },
  { field: 'product', as: 'g' },
  { field: 'returned', as: 'g' },
  { field: 'placed_at', part: 'hour_of_day', as: 'g' },
  { field: 'amount', bin: { width: '12.5' }, as: 'g' },
  { field: 'product', measured: { measure: 'count' }, as: 'g' },
];
const TIMES = ['year', 'quarter', 'month', 'week', 'day'].map((grain) => ({ field: 'ordered_on', grain, as: 't' }));

const MEASURES = [
  { measure: 'count', as: 'm' },
  { measure: 'sum', of: 'amount', as: 'm' },
  { measure: 'sum', of: 'qty', where: [{ op: 'is', field: 'returned', values: [false] }], as: 'm' },
];
const OTHERS = [
  { measure: 'mean', of: 'amount', as: 'o' },
  { measure: 'median', of: 'qty', as: 'o' },
  { measure: 'distinct', of: 'product', as: 'o' },
  { measure: 'max', of: 'shipped_on', as: 'o' },
  { measure: 'last', of: 'product', with: 'ordered_on', as: 'o' },
  { measure: 'sum', of: 'amount', each: { by: [{ field: 'ordered_on', grain: 'month' }], aggregate: 'mean' }, as: 'o' },
  { measure: 'count', each: { by: [{ field: 'product' }], aggregate: 'count' }, as: 'o' },
];

/** A question about orders that can be computed, in one of very many forms. */
export function randomQuery({ below, pick }: Random): unknown {
  const maybe = <T>(part: T): T | undefined => (below(2) === 0 ? part : undefined);
  const time = maybe(pick(TIMES));
  const group = maybe(pick(GROUPINGS));
  const by = [time, group].filter((part) => part !== undefined);
  const windows = [
    ...(by.length > 0
      ? [
          { window: 'share', of: 'm', as: 'w' },
          { window: 'rank', of: 'm', ...(time ? { within: ['t'] } : {}), as: 'w' },
        ]
      : []),
    ...(time
      ? [
          { window: 'growth', of: 'm', along: 't', against: pick(['previous', 'year_before', 'first']), as: 'w' },
          {
            window: 'moving',
            of: 'm',
            along: 't',
            size: 1 + below(4),
            aggregate: pick(['mean', 'sum', 'min']),
            as: 'w',
          },
          { window: 'running', of: 'm', along: 't', as: 'w' },
          { window: 'previous', of: 'm', along: 't', as: 'w' },
        ]
      : []),
  ];
  const window = windows.length > 0 ? maybe(pick(windows)) : undefined;
  const other = maybe(pick(OTHERS));
  const limit =
    by.length > 0
      ? maybe(
          pick([
            { n: 1 + below(5) },
            { n: 2, skip: 1 },
            ...(by.length > 1
              ? [
                  { n: 2, within: ['t'] },
                  { n: 2, of: 'g' },
                ]
              : []),
          ]),
        )
      : undefined;
  const where = [maybe(pick(CONDITIONS)), maybe(pick(CONDITIONS))].filter((part) => part !== undefined);
  return {
    from: { table: 'orders' },
    where,
    by,
    compute: [pick(MEASURES), ...(other ? [other] : []), ...(window ? [window] : [])],
    ...(by.length > 0 && below(3) === 0
      ? { having: [{ value: 'm', op: pick(['>', '<=', '!=']), than: String(below(30)) }] }
      : {}),
    ...(limit || below(2) === 0 ? { order: [{ value: 'm', direction: pick(['ascending', 'descending']) }] } : {}),
    ...(limit ? { limit } : {}),
  };
}
