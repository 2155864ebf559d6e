import { about, type Case } from './case';
import { type Lesson, poll, type Response, type Shipment, school, shipments, subscriptions } from './fields';
import { by, inOrder, mean, median, money, month, quantile, ranked, sum } from './truth';
import { sampleSales } from './worlds';

export const fieldCases = (): Case[] => [
  ...schoolCases(),
  ...shipmentCases(),
  ...subscriptionCases(),
  ...yearCases(),
  ...pollCases(),
];

/** Columns of 0 and 1 are answers of yes and no, and numbers where numbers are asked for. */
function schoolCases(): Case[] {
  const world = school();
  const q = about(world);
  const late = world.rows.filter((row) => row.late === 1);
  const absent = world.rows.filter((row) => row.present === 0);
  const graded = (rows: Lesson[]) => mean(rows, (row) => row.grade);
  const grades = (rows: Lesson[]) => rows.flatMap((row) => row.grade ?? []);
  const between = (from: string, to: string) => world.rows.filter((row) => row.date >= from && row.date <= to);
  const part = (rows: Lesson[], of: (row: Lesson) => boolean) => {
    const some = rows.filter(of).length;
    return [some, rows.length, some / rows.length];
  };
  return [
    q('share of absent', [part(world.rows, (row) => row.present === 0)]),
    q('how often were students late', [[late.length]]),
    q('how often were students late in group A', [[late.filter((row) => row.group === 'A').length]]),
    q('how many were not present in March 2024', [[absent.filter((row) => month(row.date) === '2024-03-01').length]]),
    q(
      'percentage present by month',
      by(
        world.rows,
        (row) => [month(row.date)],
        (rows) => part(rows, (row) => row.present === 1),
      ),
    ),
    q(
      'late rate by group',
      by(
        world.rows,
        (row) => [row.group],
        (rows) => [rows.filter((row) => row.late === 1).length / rows.length],
      ),
    ),
    q(
      'total late by student',
      by(
        world.rows,
        (row) => [row.student],
        (rows) => [sum(rows, (row) => row.late)],
      ),
    ),
    q(
      '90th percentile of grade by subject',
      by(
        world.rows,
        (row) => [row.subject],
        (rows) => [quantile(grades(rows), 0.9)],
      ),
    ),
    q('3-month moving average of grade', moving(world.rows, graded, 3, false), { columns: [0, 2], ordered: true }),
    q(
      '3-month rolling average of number of rows',
      moving(world.rows, (rows) => rows.length, 3, true),
      {
        columns: [0, 2],
        ordered: true,
        says: ['A month without rows counts as 0'],
      },
    ),
    q(
      'average grade by subject for students who were late',
      by(
        late,
        (row) => [row.subject],
        (rows) => [graded(rows)],
      ),
    ),
    q('p95 grade', [[quantile(grades(world.rows), 0.95)]]),
    q('10th and 90th percentile of grade', [[0.1, 0.9].map((share) => quantile(grades(world.rows), share))]),
    q(
      'quartiles of grade by level',
      by(
        world.rows,
        (row) => [row.level],
        (rows) => [0.25, 0.5, 0.75].map((share) => quantile(grades(rows), share)),
      ),
    ),
    q(
      'top 3 students by p90 grade',
      ranked(
        by(
          world.rows,
          (row) => [row.student],
          (rows) => [quantile(grades(rows), 0.9)],
        ),
      ).slice(0, 3),
    ),
    q(
      'average grade between 1 and 15 March 2024 by level',
      by(
        between('2024-03-01', '2024-03-15'),
        (row) => [row.level],
        (rows) => [graded(rows)],
      ),
    ),
    ...['between 1 and 15 June 2024', 'June 1 to 15, 2024', 'from 1 to 15 June 2024', '1-15 June 2024'].map((days) =>
      q(`number of rows ${days}`, [[between('2024-06-01', '2024-06-15').length]]),
    ),
    q('number of rows between 28 May and 3 June 2024', [[between('2024-05-28', '2024-06-03').length]]),
    q('number of rows with grade above the average', [
      [world.rows.filter((row) => row.grade !== null && row.grade > graded(world.rows)).length],
    ]),
    q('average of late', [[mean(world.rows, (row) => row.late)]]),
    q('number of rows not late and present', [
      [world.rows.filter((row) => row.late === 0 && row.present === 1).length],
    ]),
    q(
      'average grade by level excluding group C and late',
      by(
        world.rows.filter((row) => row.group !== 'C' && row.late === 0),
        (row) => [row.level],
        (rows) => [graded(rows)],
      ),
    ),
  ];
}

/** Months with the average of their figure and those before it, where all of them are there. */
function moving(rows: readonly Lesson[], of: (rows: Lesson[]) => number, count: number, filled: boolean) {
  const months = inOrder(
    by(
      rows,
      (row) => [month(row.date)],
      (some) => [of(some)],
    ),
  );
  return months.map(([name = null], at) => {
    const window = months.slice(Math.max(0, at - count + 1), at + 1).map((one) => Number(one[1]));
    const total = window.reduce((sum, value) => sum + value, 0);
    return [name, at < count - 1 ? null : total / (filled ? count : window.length)];
  });
}

/** Values of several words, some of which mean something else elsewhere. */
function shipmentCases(): Case[] {
  const world = shipments();
  const q = about(world);
  const total = (rows: readonly Shipment[]) => [[sum(rows, (row) => row.total)]];
  const moving = world.rows.filter((row) => row.status === 'In transit');
  const rest = world.rows.filter((row) => row.status !== 'In transit');
  const late = ({ promised, actual }: Shipment) =>
    actual === null ? null : (Date.parse(actual) - Date.parse(promised)) / 86_400_000;
  const after = (days: number) => world.rows.filter((row) => (late(row) ?? days) > days);
  const carrier = (row: Shipment) => [row.carrier];
  const weight = mean(world.rows, (row) => row.weight);
  const heavy = world.rows.filter((row) => row.weight > weight);
  return [
    q('total not in transit', total(rest)),
    q('total without In transit', total(rest)),
    q('total where status is in transit', total(moving)),
    q('total where status is not in transit', total(rest)),
    q('average days between promised and actual', [[mean(world.rows, late)]], { says: ['185 rows'] }),
    q(
      'median days between promised and actual by carrier',
      by(world.rows, carrier, (rows) => [median(rows, late)]),
    ),
    q('how many days between promised and actual on average', [[mean(world.rows, late)]]),
    q(
      'top 3 customers by average days between promised and actual',
      ranked(
        by(
          world.rows,
          (row) => [row.customer],
          (rows) => [mean(rows, late)],
        ),
      ).slice(0, 3),
    ),
    q(
      'how many shipments arrived later than promised by carrier',
      by(after(0), carrier, (rows) => [rows.length]),
    ),
    q('number of shipments more than 3 days later than promised', [[after(3).length]]),
    q('number of shipments not later than promised', [[world.rows.filter((row) => (late(row) ?? 9) <= 0).length]]),
    q('number of shipments where actual date is before promised date', [
      [world.rows.filter((row) => (late(row) ?? 0) < 0).length],
    ]),
    q(
      'share of shipments later than promised',
      [[after(0).length, world.rows.length, after(0).length / world.rows.length]],
      {
        says: ['185 rows without actual_date count in the whole'],
      },
    ),
    q('number of shipments above the average weight', [[heavy.length]]),
    q(
      'shipments with weight above average by carrier',
      by(heavy, carrier, (rows) => [rows.length]),
    ),
    q('share of shipments above the average weight', [
      [heavy.length, world.rows.length, heavy.length / world.rows.length],
    ]),
  ];
}

function subscriptionCases(): Case[] {
  const world = subscriptions();
  const q = about(world);
  const each = by(
    world.rows,
    (row) => [row.customer],
    (rows) => [rows.length],
  );
  const spread = by(
    each,
    ([, rows]) => [rows ?? null],
    (customers) => [customers.length],
  );
  return [
    q('subscriptions per customer distribution', spread),
    q('distribution of number of subscriptions per customer', spread),
    q(
      'distribution of subscriptions by plan',
      by(
        world.rows,
        (row) => [row.plan],
        (rows) => [rows.length],
      ),
    ),
  ];
}

/** A year so far against the same days of the year before: neither is longer than the other. */
function yearCases(): Case[] {
  const world = sampleSales();
  const q = about(world);
  const last = world.rows.map((row) => row.date ?? '').reduce((a, b) => (a > b ? a : b));
  const until = (from: string, to: string) =>
    money(
      sum(
        world.rows.filter((row) => row.date !== null && row.date >= from && row.date <= to),
        (row) => row.amount,
      ),
    );
  const before = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
  const years = [until(`${before.slice(0, 4)}-01-01`, before), until(`${last.slice(0, 4)}-01-01`, last)];
  const march = [until('2024-03-01', '2024-03-31'), until('2025-03-01', '2025-03-31')];
  const columns = [0, 1];
  return [
    ...[
      'sales year to date vs same period last year',
      'ytd sales compared to the same period last year',
      'sales ytd vs last year ytd',
    ].map((question) => q(question, [years], { columns })),
    q('sales in March 2025 compared to the same month last year', [march], { columns, below: true }),
  ];
}

function pollCases(): Case[] {
  const world = poll();
  const q = about(world);
  const unsure = world.rows.filter((row) => row.recommend === "Don't know");
  const sure = world.rows.filter((row) => row.recommend !== "Don't know");
  const team = (row: Response) => [row.team];
  return [
    q(
      "how many Don't know by team",
      by(unsure, team, (rows) => [rows.length]),
    ),
    q(
      "average satisfaction excluding Don't know by team",
      by(sure, team, (rows) => [mean(rows, (row) => row.satisfaction)]),
    ),
  ];
}
