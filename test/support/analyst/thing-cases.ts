import { about, type Case } from './case';
import * as truth from './truth';
import * as worlds from './worlds';

const { by, inOrder, money, ranked, sum } = truth;

export function sensorCases(): Case[] {
  const world = worlds.sensors();
  const { rows } = world;
  const of = about(world);
  const date = (row: worlds.Reading) => row.at.slice(0, 10);
  const temperature = (row: worlds.Reading) => row.temperature;
  return [
    of(
      'average temperature by sensor',
      by(
        rows,
        (row) => [row.sensor],
        (some) => [truth.mean(some, temperature)],
      ),
    ),
    of(
      'average temperature by month and sensor',
      by(
        rows,
        (row) => [truth.month(date(row)), row.sensor],
        (some) => [truth.mean(some, temperature)],
      ),
    ),
    of(
      'highest humidity by sensor',
      by(
        rows,
        (row) => [row.sensor],
        (some) => [truth.most(some, (row) => row.humidity)],
      ),
    ),
    of(
      'daily average humidity in March 2025',
      by(
        rows.filter((row) => date(row) < '2025-04-01'),
        (row) => [date(row)],
        (some) => [truth.mean(some, (row) => row.humidity)],
      ),
    ),
    of('how many readings have no temperature', [[rows.filter((row) => row.temperature === null).length]]),
    of('number of readings where temperature is above 20', [
      [rows.filter((row) => (row.temperature ?? 0) > 20).length],
    ]),
    of(
      'average humidity by hour of the day',
      by(
        rows,
        (row) => [`${row.at.slice(11, 13)}:00`],
        (some) => [truth.mean(some, (row) => row.humidity)],
      ),
    ),
  ];
}

export function inventoryCases(): Case[] {
  const world = worlds.inventory();
  const { rows } = world;
  const of = about(world);
  return [
    of(
      'total stock by warehouse',
      by(
        rows,
        (row) => [row.warehouse],
        (some) => [sum(some, (row) => row.stock)],
      ),
    ),
    of('average unit price of fragile rows', [
      [
        truth.mean(
          rows.filter((row) => row.fragile),
          (row) => row.price / 100,
        ),
      ],
    ]),
    of('stock where unit_price is between 100 and 200', [
      [
        sum(
          rows.filter((row) => row.price >= 10_000 && row.price <= 20_000),
          (row) => row.stock,
        ),
      ],
    ]),
    of(
      'duplicate rows',
      rows
        .filter((row) => rows.some((other) => other !== row && JSON.stringify(other) === JSON.stringify(row)))
        .map((row) => [row.sku, row.stock]),
      { columns: [0, 2] },
    ),
    of('how many rows are there', [[rows.length]]),
    of('how many distinct sku', [[truth.different(rows, (row) => row.sku)]]),
  ];
}

export function expenseCases(): Case[] {
  const world = worlds.expenses();
  const { rows } = world;
  const of = about(world);
  const total = (some: worlds.Expense[]) => [money(sum(some, (row) => row.amount))];
  return [
    of('total amount by vendor', ranked(by(rows, (row) => [row.vendor], total)), {
      ordered: true,
      says: ['2 lines of'],
    }),
    of(
      'amount by department in the first half of 2025',
      by(
        rows.filter((row) => row.date >= '2025-01-01' && row.date < '2025-07-01'),
        (row) => [row.department],
        total,
      ),
    ),
    of('running total of amount by month in 2024', running(rows.filter((row) => row.date.startsWith('2024'))), {
      columns: [0, 2],
      ordered: true,
    }),
    of(
      'average monthly amount by department',
      by(
        rows,
        (row) => [row.department],
        (some) => [
          truth.mean(
            by(some, (row) => [truth.month(row.date)], total),
            (row) => Number(row[1]),
          ),
        ],
      ),
    ),
    of('how many rows for Café Noir', [[rows.filter((row) => row.vendor === 'Café Noir').length]]),
  ];
}

function running(rows: worlds.Expense[]): truth.Cell[][] {
  let soFar = 0;
  return inOrder(
    by(
      rows,
      (row) => [truth.month(row.date)],
      (some) => [sum(some, (row) => row.amount)],
    ),
  ).map(([key, value]) => {
    soFar += Number(value);
    return [key ?? null, money(soFar)];
  });
}
