import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/preload/contract';
import { analystApp, ask as askIn } from '../../support/app';

const { app, dataset } = analystApp();
/** What the built-in analyst computed over these files; no rows where it declined. */
async function ask(
  files: Record<string, string>,
  question: string,
): Promise<{ rows: Cell[][]; answer: string; reading: string | null }> {
  const datasetIds = [];
  for (const [name, content] of Object.entries(files))
    datasetIds.push((await dataset(`${name}.csv`, () => content)).id);
  const { table, answer, reading } = await askIn(app(), question, { datasetIds });
  return { rows: table?.rows ?? [], answer, reading };
}
const csv = (rows: readonly object[]): string =>
  `${[Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((line) => line.join(',')).join('\n')}\n`;
const sum = (rows: readonly { [name: string]: unknown }[], name: string): number =>
  rows.reduce((total, row) => total + Number(row[name]), 0);
/** The cells of a result as a set of lines, with numbers as numbers. */
const lines = (rows: readonly (readonly Cell[])[]): string[] =>
  rows
    .map((row) =>
      JSON.stringify(
        row.map((cell) => (cell === null || cell === '' || Number.isNaN(Number(cell)) ? cell : Number(cell))),
      ),
    )
    .toSorted();

const customers = [
  { customer_id: 'K1', customer_name: 'Ann', industry: 'Retail', country: 'DE' },
  { customer_id: 'K2', customer_name: 'Bob', industry: 'Energy', country: 'DE' },
  { customer_id: 'K3', customer_name: 'Cy', industry: 'Retail', country: 'FR' },
  { customer_id: 'K4', customer_name: 'Di', industry: 'Farming', country: 'FR' },
];
const orders = [
  { order_id: 1, customer_id: 'K1', ordered_on: '2024-01-05', revenue: 100 },
  { order_id: 2, customer_id: 'K1', ordered_on: '2024-02-05', revenue: 50 },
  { order_id: 3, customer_id: 'K2', ordered_on: '2024-02-09', revenue: 70 },
  { order_id: 4, customer_id: 'K3', ordered_on: '2024-03-05', revenue: 30 },
];
const shop = { customers: csv(customers), orders: csv(orders) };
const customerOf = ({ customer_id }: { customer_id: string }) =>
  customers.find((row) => row.customer_id === customer_id);
const ordersOf = (holds: (customer: (typeof customers)[number]) => boolean) =>
  orders.filter((order) => {
    const customer = customerOf(order);
    return customer !== undefined && holds(customer);
  });

describe('two files that belong together', () => {
  it.each<[string, (string | number)[][]]>([
    [
      'revenue by industry',
      ['Retail', 'Energy'].map((industry) => [
        industry,
        sum(
          ordersOf((row) => row.industry === industry),
          'revenue',
        ),
      ]),
    ],
    [
      'number of orders by country',
      ['DE', 'FR'].map((country) => [country, ordersOf((row) => row.country === country).length]),
    ],
    [
      'total revenue of Retail',
      [
        [
          sum(
            ordersOf((row) => row.industry === 'Retail'),
            'revenue',
          ),
        ],
      ],
    ],
    [
      'average revenue in DE',
      [
        [
          sum(
            ordersOf((row) => row.country === 'DE'),
            'revenue',
          ) / 3,
        ],
      ],
    ],
    [
      'revenue by customer name',
      ['Ann', 'Bob', 'Cy'].map((name) => [
        name,
        sum(
          ordersOf((row) => row.customer_name === name),
          'revenue',
        ),
      ]),
    ],
    ['how many customers have no orders', [[1]]],
    ['how many customers have orders', [[3]]],
    ['customers without orders', [[1]]],
    ['how many rows are in the orders file', [[orders.length]]],
    ['how many rows are in customers.csv', [[customers.length]]],
    ['how many customers are there', [[customers.length]]],
    ['how many orders are there', [[orders.length]]],
    [
      'customers by country',
      [
        ['DE', 2],
        ['FR', 2],
      ],
    ],
  ])('%s', async (question, rows) => {
    const answer = await ask(shop, question);
    expect(lines(answer.rows), answer.answer).toEqual(lines(rows));
  });

  it('takes the number of a row for no amount, however few rows there are', async () => {
    const answer = await ask(shop, 'which customers have more than one order');
    expect(lines(answer.rows), answer.answer).toEqual(lines([['K1', 2]]));
    expect(answer.reading).toContain('Orders > 1');
  });

  it.each(['which customers have no orders?', 'list customers who have no orders'])('%s', async (question) => {
    const answer = await ask(shop, question);
    expect(answer.rows, answer.answer).toHaveLength(1);
    expect(answer.rows[0]?.some((cell) => cell === 'K4' || cell === 'Di')).toBe(true);
  });
});

const stays = (year: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    stay_id: year * 100 + at,
    admitted: `${year}-0${(at % 6) + 1}-1${at % 9}`,
    ward: ['North', 'South'][at % 2] ?? '',
    cost: 100 * (at + 1) + (year % 10),
  }));
const [before, after] = [stays(2023, 7), stays(2024, 5)];
const undated = (rows: typeof before) => csv(rows.map(({ stay_id, ward, cost }) => ({ stay_id, ward, cost })));
const north = (rows: typeof before) => rows.filter(({ ward }) => ward === 'North');

it('rows that are in both files are duplicates', async () => {
  const rows = before.slice(0, 3);
  const answer = await ask(
    { cases_a: csv(rows), cases_b: csv([...rows.slice(0, 1), ...after]) },
    'how many duplicate rows',
  );
  expect(lines(answer.rows), answer.answer).toEqual(lines([[2]]));
});

describe.each([
  ['stays', { stays_2023: csv(before), stays_2024: csv(after) }],
  ['visits', { visits_2023: undated(before), visits_2024: undated(after) }],
])('two files of one shape, of %s', (name, files) => {
  it.each<[string, (string | number)[][]]>([
    ['total cost', [[sum(before, 'cost') + sum(after, 'cost')]]],
    [`how many ${name} in both years`, [[before.length + after.length]]],
    [`total ${name} in both years`, [[before.length + after.length]]],
    [`total cost in ${name}_2023.csv`, [[sum(before, 'cost')]]],
    [`how many rows are in ${name}_2024.csv`, [[after.length]]],
    ['total cost in the 2024 file', [[sum(after, 'cost')]]],
    ['total cost in 2023', [[sum(before, 'cost')]]],
    [`how many ${name} in 2024`, [[after.length]]],
    ['total cost of North in 2024', [[sum(north(after), 'cost')]]],
    [
      'total cost by file',
      [
        // Where nothing else tells the time, files are the years of their names.
        [name === 'visits' ? 2023 : `${name}_2023.csv`, sum(before, 'cost')],
        [name === 'visits' ? 2024 : `${name}_2024.csv`, sum(after, 'cost')],
      ],
    ],
  ])('%s', async (question, rows) => {
    const answer = await ask(files, question);
    expect(lines(answer.rows), answer.answer).toEqual(lines(rows));
  });

  it.each([
    'compare 2023 and 2024',
    'compare the cost of 2023 and 2024',
    'total cost 2023 vs 2024',
    `number of ${name} 2023 vs 2024`,
  ])('%s', async (question) => {
    const answer = await ask(files, question);
    const figures = question.startsWith('number')
      ? [before.length, after.length]
      : [sum(before, 'cost'), sum(after, 'cost')];
    const cells = answer.rows.flat().map(Number);
    for (const figure of figures) expect(cells, answer.answer).toContain(figure);
  });
});
