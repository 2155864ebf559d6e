import { about, type Case } from './case';
import { by, different, mean, money, month, ranked, sum, year } from './truth';
import { type Sale, sampleSales } from './worlds';

/** The sample in the words of people in a hurry. */
export function shopCases(): Case[] {
  const world = sampleSales();
  const { rows } = world;
  const of = about(world);
  const dated = rows.filter((row): row is Sale & { date: string } => row.date !== null);
  const kept = rows.filter((row) => !row.returned);
  const total = (some: Sale[]) => money(sum(some, (row) => row.amount));
  const units = (some: Sale[]) => sum(some, (row) => row.quantity);
  const bought = by(
    rows,
    (row) => [row.customer],
    (group) => [group.length],
  );
  const within = (from: string, until: string) => dated.filter((row) => row.date >= from && row.date <= until);
  return [
    of('revenue per unit', [[total(rows) / units(rows)]]),
    of(
      'revenue per unit by category',
      by(
        rows,
        (row) => [row.category],
        (group) => [total(group) / units(group)],
      ),
    ),
    of(
      'revenue per customer by region',
      by(
        rows,
        (row) => [row.region],
        (group) => [total(group) / different(group, (row) => row.customer)],
      ),
    ),
    of(
      'how many customers bought more than twice',
      bought.filter(([, count]) => Number(count) > 2),
    ),
    of(
      'how many customers bought exactly 6 times',
      bought.filter(([, count]) => count === 6),
    ),
    of(
      'number of customers with at least 15 orders',
      by(
        rows,
        (row) => [row.customer],
        (group) => [different(group, (row) => row.id)],
      ).filter(([, count]) => Number(count) >= 15),
    ),
    of(
      'no of orders by country, only returns',
      by(
        rows.filter((row) => row.returned),
        (row) => [row.country],
        (group) => [different(group, (row) => row.id)],
      ),
    ),
    of('sales without returns in West', [[total(kept.filter((row) => row.region === 'West'))]]),
    of('neither online nor partner: total', [[total(rows.filter((row) => row.channel === 'Store'))]]),
    of('how many different products do we sell', [[different(rows, (row) => row.product)]]),
    of('sales after 15 march 2025 until end of may 2025', [[total(within('2025-03-16', '2025-05-31'))]]),
    of('how much did C-0206 spend?', [[total(rows.filter((row) => row.customer === 'C-0206'))]]),
    of(
      'top 5 customers by spend excluding returns',
      ranked(
        by(
          kept,
          (row) => [row.customer],
          (group) => [total(group)],
        ),
      ).slice(0, 5),
      { ordered: true },
    ),
    of(
      'which months had sales under 20000',
      by(
        dated,
        (row) => [month(row.date)],
        (group) => [total(group)],
      ).filter(([, value]) => Number(value) < 20_000),
    ),
    of(
      'how much more did we sell in 2025 than in 2024',
      [['2024', '2025'].map((one) => total(dated.filter((row) => year(row.date) === one)))],
      { columns: [0, 1], below: true },
    ),
    of(
      'returned orders vs not returned: average amount',
      by(
        rows,
        (row) => [row.returned],
        (group) => [mean(group, (row) => row.amount) / 100],
      ),
    ),
    of('how many orders have discount under 0.1', [
      [
        different(
          rows.filter((row) => row.discount < 0.1),
          (row) => row.id,
        ),
      ],
    ]),
  ];
}
