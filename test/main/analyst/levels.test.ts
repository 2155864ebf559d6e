import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const orders = [
  { id: 1, customer: 'C-1', department: 'Ops', date: '2024-01-01', amount: 10 },
  { id: 2, customer: 'C-1', department: 'Ops', date: '2024-01-01', amount: 20 },
  { id: 3, customer: 'C-2', department: 'IT', date: '2024-01-03', amount: 6 },
  { id: 4, customer: 'C-1', department: 'IT', date: '2024-02-10', amount: 12 },
  { id: 5, customer: 'C-3', department: 'Ops', date: '2024-02-11', amount: 3 },
  { id: 6, customer: 'C-1', department: 'Ops', date: '2024-02-11', amount: 9 },
];
const csv = (rows: readonly object[]): string =>
  `${[Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((line) => line.join(',')).join('\n')}\n`;
const files = {
  orders: csv(orders.map(({ id, customer, ...rest }) => ({ order_id: id, customer_id: customer, ...rest }))),
};

const total = (rows: readonly { amount: number }[]): number => rows.reduce((sum, { amount }) => sum + amount, 0);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
};
type Order = (typeof orders)[number];
const groups = (rows: readonly Order[], key: (row: Order) => string): Order[][] => [...Map.groupBy(rows, key).values()];
const totals = (rows: readonly Order[], key: (row: Order) => string): number[] => groups(rows, key).map(total);
const counts = (rows: readonly Order[], key: (row: Order) => string): number[] =>
  groups(rows, key).map((group) => group.length);
const day = ({ date }: Order): string => date;
const month = ({ date }: Order): string => date.slice(0, 7);
const customer = (row: Order): string => row.customer;
const of = (department: string): Order[] => orders.filter((row) => row.department === department);

const single: [question: string, figure: number][] = [
  ['average amount per day', mean(totals(orders, day))],
  ['average daily amount', mean(totals(orders, day))],
  ['amount per month on average', mean(totals(orders, month))],
  ['median amount per month', median(totals(orders, month))],
  ['average monthly orders', mean(counts(orders, month))],
  ['orders per day on average', mean(counts(orders, day))],
  ['how many orders per day on average?', mean(counts(orders, day))],
  ['average number of orders per day', mean(counts(orders, day))],
  ['median orders per customer', median(counts(orders, customer))],
  ['average orders per customer', mean(counts(orders, customer))],
  ['maximum number of orders per customer', Math.max(...counts(orders, customer))],
  ['average amount per customer', mean(totals(orders, customer))],
  ['durchschnittliche Anzahl orders pro Monat', mean(counts(orders, month))],
  [
    'average amount per day in January 2024',
    mean(
      totals(
        orders.filter((row) => month(row) === '2024-01'),
        day,
      ),
    ),
  ],
];

describe('groups within groups, in words', () => {
  it.each(single)('%s', async (question, figure) => {
    const answer = await ask(files, question);
    expect(
      answer.rows.map((row) => row.map(Number)),
      JSON.stringify(answer.understood),
    ).toEqual([[figure]]);
  });

  it.each<[string, [string, number][]]>([
    ['average monthly amount by department', ['Ops', 'IT'].map((name) => [name, mean(totals(of(name), month))])],
    ['average amount per day by department', ['Ops', 'IT'].map((name) => [name, mean(totals(of(name), day))])],
    [
      'median orders per customer by department',
      ['Ops', 'IT'].map((name) => [name, median(counts(of(name), customer))]),
    ],
  ])('%s', async (question, rows) => {
    const answer = await ask(files, question);
    const given = answer.rows.map(([name, value]): [string, number] => [String(name), Number(value)]);
    expect(given.toSorted(), JSON.stringify(answer.understood)).toEqual(rows.toSorted());
  });

  it.each([
    'distribution of orders per customer',
    'orders per customer distribution',
    'distribution of number of orders per customer',
  ])('%s', async (question) => {
    const answer = await ask(files, question);
    const of = Map.groupBy(counts(orders, customer), (count) => count);
    const expected = [...of].map(([count, customers]) => [count, customers.length]).toSorted();
    expect(
      answer.rows.map((row) => row.map(Number)),
      JSON.stringify(answer.understood),
    ).toEqual(expected);
  });

  it.each([
    ['average amount by month', 2],
    ['average amount for each month', 2],
    ['average amount per department', 2],
  ])('but %s has a figure for each of them', async (question, rows) => {
    expect((await ask(files, question)).rows).toHaveLength(rows);
  });
});

const lines = orders.flatMap((row) => [
  { order_id: `O${row.id}`, customer_id: row.customer, sold_on: row.date, product: 'Lamp', amount: row.amount },
  { order_id: `O${row.id}`, customer_id: row.customer, sold_on: row.date, product: 'Desk', amount: 1 },
]);
const positions = { positions: csv(lines) };

describe('things that several rows are about', () => {
  it.each<[string, number]>([
    ['average orders per customer', mean(counts(orders, customer))],
    ['median number of orders per customer', median(counts(orders, customer))],
    ['average amount per order', total(lines) / orders.length],
  ])('%s', async (question, figure) => {
    const answer = await ask(positions, question);
    expect(
      answer.rows.map((row) => row.map(Number)),
      JSON.stringify(answer.understood),
    ).toEqual([[figure]]);
  });

  it('are counted in a distribution', async () => {
    const answer = await ask(positions, 'distribution of orders per customer');
    const of = Map.groupBy(counts(orders, customer), (count) => count);
    expect(answer.rows.map((row) => row.map(Number))).toEqual(
      [...of].map(([count, some]) => [count, some.length]).toSorted(),
    );
  });

  it('weekdays are no days: a mean of what fell on each of them is not computed', async () => {
    const { rows } = await ask(positions, 'average amount per weekday');
    expect(rows.length).toBeGreaterThan(1);
  });
});

describe('what single ones get', () => {
  const staff = {
    staff:
      'employee,department,hired_on,salary\nA,Ops,2020-01-05,100\nB,Ops,2020-03-05,200\nC,IT,2021-01-09,400\nD,IT,2022-03-05,300\n',
  };
  it('may be meant by a mean per year, and is asked back', async () => {
    const { understood } = await ask(staff, 'average salary per year');
    expect(understood.kind, JSON.stringify(understood)).toBe('open');
  });

  it.each(['average salary per department', 'average salary by department'])(
    '%s is a mean of each',
    async (question) => {
      const { rows } = await ask(staff, question);
      expect(rows.map((row) => row.map(String)).toSorted()).toEqual([
        ['IT', '350'],
        ['Ops', '150'],
      ]);
    },
  );

  it.each<[string, number]>([
    ['total salary per department on average', 500],
    ['average employees per department', 2],
  ])('%s', async (question, figure) => {
    expect((await ask(staff, question)).rows.map((row) => row.map(Number))).toEqual([[figure]]);
  });

  it.each(['average monthly salary', 'average yearly salary by department'])(
    '%s is not taken for sums of dates of hire',
    async (question) => {
      expect((await ask(staff, question)).understood.kind).not.toBe('query');
    },
  );
});

const deliveries = [
  { parcel: 1, ordered: '2024-01-01', shipped: '2024-01-06', promised: '2024-01-02', cost: 120, budget: 100 },
  { parcel: 2, ordered: '2024-01-02', shipped: '2024-01-04', promised: '2024-01-03', cost: 90, budget: 100 },
  { parcel: 3, ordered: '2024-01-05', shipped: '2024-01-09', promised: '2024-01-12', cost: 180, budget: 100 },
  { parcel: 4, ordered: '2024-01-08', shipped: '2024-01-11', promised: '2024-01-11', cost: 100, budget: 100 },
];
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const shipments = {
  shipments: csv(
    deliveries.map(({ parcel, ordered, shipped, promised, ...rest }) => ({
      shipment_id: parcel,
      order_date: ordered,
      shipped_date: shipped,
      promised_date: promised,
      ...rest,
    })),
  ),
};
type Delivery = (typeof deliveries)[number];

const conditions: [question: string, holds: (row: Delivery) => boolean][] = [
  [
    'number of shipments shipped more than 3 days after the promised date',
    (row) => days(row.promised, row.shipped) > 3,
  ],
  [
    'how many shipments were shipped at least 3 days before the promised date',
    (row) => days(row.shipped, row.promised) >= 3,
  ],
  ['how many shipments have cost over budget', (row) => row.cost > row.budget],
  ['how many shipments cost more than 50 over budget', (row) => row.cost - row.budget > 50],
  [
    'how many shipments have more than 3 days between order date and shipped date',
    (row) => days(row.ordered, row.shipped) > 3,
  ],
  ['number of shipments where shipped date is later than promised date', (row) => row.shipped > row.promised],
];

describe('how far two values of a row are apart, in words', () => {
  it.each(conditions)('%s', async (question, holds) => {
    const answer = await ask(shipments, question);
    expect(
      answer.rows.map((row) => row.map(Number)),
      JSON.stringify(answer.understood),
    ).toEqual([[deliveries.filter(holds).length]]);
  });
});
