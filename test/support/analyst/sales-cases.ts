import { about, type Case } from './case';
import * as truth from './truth';
import { type Sale, sampleSales } from './worlds';

const { by, inOrder, money, ranked, sum } = truth;
const total = (some: Sale[]) => [money(sum(some, (row) => row.amount))];
const count = (some: Sale[]) => [some.length];

/** The sample, asked in all the ways there are. */
export function salesCases(): Case[] {
  const world = sampleSales();
  const { rows } = world;
  const of = about(world);
  const dated = rows.filter((row): row is Sale & { date: string } => row.date !== null);
  const within = (from: string, until: string) => dated.filter((row) => row.date >= from && row.date < until);
  const in2024 = within('2024-01-01', '2025-01-01');
  const in2025 = within('2025-01-01', '2026-01-01');
  const months = (some: (Sale & { date: string })[]) => inOrder(by(some, (row) => [truth.month(row.date)], total));
  const yearly = inOrder(by(dated, (row) => [truth.year(row.date)], total));
  return [
    of('total amount', [total(rows)]),
    of('What were total sales in 2024?', [total(in2024)]),
    of('how many rows are there', [[rows.length]]),
    of('sales by region', ranked(by(rows, (row) => [row.region], total)), { ordered: true }),
    of(
      'total amount by region and category',
      by(rows, (row) => [row.region, row.category], total),
    ),
    of('amount by month', months(dated), { ordered: true }),
    of('monthly sales in 2025', months(in2025), { ordered: true }),
    of('sales by year', yearly, { ordered: true }),
    of(
      'Show sales by month for each region in 2025, without returns',
      by(
        in2025.filter((row) => !row.returned),
        (row) => [truth.month(row.date), row.region],
        total,
      ),
    ),
    of('Top 5 products by amount', ranked(by(rows, (row) => [row.product], total)).slice(0, 5), { ordered: true }),
    of(
      'bottom 3 countries by sales',
      ranked(
        by(rows, (row) => [row.country], total),
        1,
      ).slice(0, 3),
      { ordered: true },
    ),
    of('which product sold best in 2025', ranked(by(in2025, (row) => [row.product], total)).slice(0, 1)),
    of('which month had the highest sales', ranked(months(dated)).slice(0, 1)),
    of(
      'Share of amount by category',
      by(
        rows,
        (row) => [row.category],
        (some) => [...total(some), sum(some, (row) => row.amount) / sum(rows, (row) => row.amount)],
      ),
    ),
    of('average amount', [[truth.mean(rows, (row) => row.amount / 100)]]),
    of(
      'average unit price by category',
      by(
        rows,
        (row) => [row.category],
        (some) => [truth.mean(some, (row) => (row.price === null ? null : row.price / 100))],
      ),
    ),
    of(
      'median amount by channel',
      by(
        rows,
        (row) => [row.channel],
        (some) => [truth.median(some, (row) => row.amount / 100)],
      ),
    ),
    of(
      'total quantity by product',
      by(
        rows,
        (row) => [row.product],
        (some) => [sum(some, (row) => row.quantity)],
      ),
    ),
    of(
      'number of orders by channel',
      by(
        rows,
        (row) => [row.channel],
        (some) => [truth.different(some, (row) => row.id)],
      ),
    ),
    of('how many different customers', [[truth.different(rows, (row) => row.customer)]]),
    of(
      'how many customers per region',
      by(
        rows,
        (row) => [row.region],
        (some) => [truth.different(some, (row) => row.customer)],
      ),
    ),
    of('total amount where quantity > 10', [total(rows.filter((row) => row.quantity > 10))]),
    of('total amount for the West region in Q1 2025', [
      total(within('2025-01-01', '2025-04-01').filter((row) => row.region === 'West')),
    ]),
    of('sales in France excluding returns', [total(rows.filter((row) => row.country === 'France' && !row.returned))]),
    of('how many returns', [count(rows.filter((row) => row.returned))]),
    of(
      'return rate by region',
      by(
        rows,
        (row) => [row.region],
        (some) => [some.filter((row) => row.returned).length / some.length],
      ),
    ),
    of(
      'compare West and East by year',
      by(
        dated.filter((row) => ['West', 'East'].includes(row.region)),
        (row) => [truth.year(row.date), row.region],
        total,
      ),
    ),
    of(
      'sales 2024 vs 2025 by region',
      by(
        dated.filter((row) => ['2024', '2025'].includes(truth.year(row.date))),
        (row) => [row.region, truth.year(row.date)],
        total,
      ),
    ),
    of(
      'How did amount grow year over year?',
      yearly.map(([key, value], index) => [
        key ?? null,
        value ?? null,
        index === 0 ? null : (Number(value) - Number(yearly[index - 1]?.[1])) / Number(yearly[index - 1]?.[1]),
      ]),
      { columns: [0, 1, -1], ordered: true },
    ),
    of('month over month growth of sales in 2025', growth(months(dated)).slice(-12), {
      columns: [0, -1],
      ordered: true,
    }),
    of(
      'sales by weekday',
      by(dated, (row) => [truth.weekday(row.date)], total),
    ),
    of('cumulative sales by month in 2025', running(months(in2025)), { columns: [0, 2], ordered: true }),
    of('sales since October 2025', [total(within('2025-10-01', '2026-01-01'))]),
    of('number of orders with amount over 1000', [
      [new Set(rows.filter((row) => row.amount > 100_000).map((row) => row.id)).size],
    ]),
    of(
      'list the different categories',
      by(rows, (row) => [row.category], count),
    ),
    of('largest 3 orders', ranked(by(rows, (row) => [row.id], total)).slice(0, 3), { columns: [0, 11], ordered: true }),
    of('missing values in unit_price', [[rows.filter((row) => row.price === null).length]]),
    of(
      'outliers in quantity',
      outliers(rows, (row) => row.quantity).map((row) => [row.id]),
      { columns: [0] },
    ),
    of('distribution of quantity', distribution(rows.map((row) => row.quantity)), { says: ['median of'] }),
  ];
}

const running = (rows: truth.Cell[][]): truth.Cell[][] => {
  let soFar = 0;
  return rows.map(([key, value]) => {
    soFar += Number(value);
    return [key ?? null, soFar];
  });
};

const growth = (rows: truth.Cell[][]): truth.Cell[][] =>
  rows.map(([key, value], index) => {
    const before = Number(rows[index - 1]?.[1]);
    return [key ?? null, index === 0 ? null : (Number(value) - before) / Math.abs(before)];
  });

/** Bins as wide as the answer's: two and a half pieces each from zero on. */
function distribution(values: number[]): truth.Cell[][] {
  const width = 2.5;
  return by(
    values,
    (value) => [Math.floor(value / width) * width],
    (some) => [some.length],
  ).toSorted((a, b) => Number(a[0]) - Number(b[0]));
}

function outliers(rows: Sale[], of: (row: Sale) => number): Sale[] {
  const values = rows.map(of);
  const [lower, upper] = [truth.quantile(values, 0.25), truth.quantile(values, 0.75)];
  const reach = 1.5 * (upper - lower);
  return rows.filter((row) => of(row) < lower - reach || of(row) > upper + reach);
}
