import { about, type Case } from './case';
import * as truth from './truth';
import * as worlds from './worlds';

const { by, inOrder, money, ranked, sum } = truth;

export function orderCases(): Case[] {
  const world = worlds.orders();
  const { rows } = world;
  const total = (some: worlds.Order[]) => [money(sum(some, (row) => row.revenue))];
  const within = (from: string, until: string) => rows.filter((row) => row.date >= from && row.date < until);
  const of = about(world);
  return [
    of('total revenue', [total(rows)]),
    of('What is the total revenue by shop?', ranked(by(rows, (row) => [row.shop], total)), { ordered: true }),
    of('revenue by quarter', inOrder(by(rows, (row) => [truth.quarter(row.date)], total)), { ordered: true }),
    of(
      'revenue by week in 2024',
      inOrder(by(within('2024-01-01', '2025-01-01'), (row) => [truth.week(row.date)], total)),
      { ordered: true },
    ),
    of('revenue per day in March 2024', inOrder(by(within('2024-03-01', '2024-04-01'), (row) => [row.date], total))),
    of('how many orders are there', [[rows.length]]),
    of(
      'number of orders by article',
      by(
        rows,
        (row) => [row.article],
        (some) => [some.length],
      ),
    ),
    of('top 3 articles by revenue', ranked(by(rows, (row) => [row.article], total)).slice(0, 3), { ordered: true }),
    of(
      'bottom 2 articles by pieces',
      ranked(
        by(
          rows,
          (row) => [row.article],
          (some) => [sum(some, (row) => row.pieces)],
        ),
        1,
      ).slice(0, 2),
      { ordered: true },
    ),
    of('revenue in Köln', [total(rows.filter((row) => row.shop === 'Köln'))]),
    of('revenue excluding Wien', [total(rows.filter((row) => row.shop !== 'Wien'))]),
    of('average revenue where pieces > 6', [
      [
        truth.mean(
          rows.filter((row) => row.pieces > 6),
          (row) => row.revenue / 100,
        ),
      ],
    ]),
    of(
      'median revenue by shop',
      by(
        rows,
        (row) => [row.shop],
        (some) => [truth.median(some, (row) => row.revenue / 100)],
      ),
    ),
    of(
      'share of revenue by article',
      by(
        rows,
        (row) => [row.article],
        (some) => [...total(some), sum(some, (row) => row.revenue) / sum(rows, (row) => row.revenue)],
      ),
    ),
    of(
      'compare Köln and Graz by revenue',
      by(
        rows.filter((row) => ['Köln', 'Graz'].includes(row.shop)),
        (row) => [row.shop],
        total,
      ),
    ),
    of(
      'revenue in 2024 vs 2025',
      [[...total(within('2024-01-01', '2025-01-01')), ...total(within('2025-01-01', '2026-01-01'))]],
      { columns: [0, 1], below: true },
    ),
    of(
      'which shops are there',
      by(
        rows,
        (row) => [row.shop],
        (some) => [some.length],
      ),
    ),
    of('how many different articles', [[6]]),
    of(
      'orders over 2400',
      rows.filter((row) => row.revenue > 240_000).map((row) => [row.number]),
      { columns: [0] },
    ),
  ];
}
