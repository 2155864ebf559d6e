import { about, type Case } from './case';
import { desk } from './desk';
import { by, type Cell, different, mean, money, month, ranked, sum, weekday } from './truth';
import { sampleSales } from './worlds';

/** Questions as they are spoken: places, more than, busiest, still, last year's quarter. */
export const spokenCases = (): Case[] => [...spokenSales(), ...spokenCalls()];

function spokenSales(): Case[] {
  const world = sampleSales();
  const { rows } = world;
  const of = about(world);
  const amount = (group: typeof rows) => money(sum(group, (row) => row.amount));
  const within = (from: string, until: string) =>
    rows.filter((row) => row.date !== null && row.date >= from && row.date < until);
  const regions = ranked(
    by(
      rows,
      (row) => [row.region],
      (group) => [amount(group)],
    ),
  );
  const west = rows.filter((row) => row.region === 'West');
  const east = rows.filter((row) => row.region === 'East');
  const dated = within('2000', '2100');
  const monthly = by(
    dated,
    (row) => [month(row.date ?? '')],
    (group) => [amount(group)],
  );
  const weekdays = by(
    dated,
    (row) => [weekday(row.date ?? '')],
    (group) => [different(group, (row) => row.id)],
  );
  const best = (region: string): Cell[] => [
    region,
    ...(ranked(
      by(
        rows.filter((row) => row.region === region),
        (row) => [row.product],
        (group) => [amount(group)],
      ),
    )[0] ?? []),
  ];
  const [q1Before, q1] = [amount(within('2024-01-01', '2024-04-01')), amount(within('2025-01-01', '2025-04-01'))];
  return [
    of('second highest region by sales', regions.slice(1, 2), { says: ['2nd highest total amount'] }),
    of('second worst region by amount', regions.slice(2, 3)),
    of(
      'top product in each region',
      regions.map((row) => best(String(row[0]))),
    ),
    of('best month ever', ranked(monthly).slice(0, 1)),
    of('which 3 months were the worst', ranked(monthly, 1).slice(0, 3), { ordered: true }),
    of('busiest weekday by number of orders', ranked(weekdays).slice(0, 1), { says: ['has the most orders'] }),
    of('sales per month on average', [[mean(monthly, (row) => Number(row[1]))]]),
    of(
      'how much more did West sell than East?',
      [
        ['West', amount(west)],
        ['East', amount(east)],
      ],
      {
        says: [
          `a difference of ${(amount(west) - amount(east)).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`,
        ],
      },
    ),
    of('sales Q1 vs Q1 last year', [[q1Before, q1, q1 - q1Before]], { columns: [0, 1, 2], below: true }),
    of(
      'how many months had sales above 40000',
      monthly.filter((row) => Number(row[1]) > 40_000),
    ),
    of('how many customers do we have', [[different(rows, (row) => row.customer)]], { says: ['different customers'] }),
  ];
}

function spokenCalls(): Case[] {
  const world = desk();
  const { rows } = world;
  const of = about(world);
  const count = (test: (row: (typeof rows)[number]) => boolean) => [[rows.filter(test).length]];
  const days = (row: (typeof rows)[number]) =>
    row.resolved === null
      ? null
      : (Date.parse(`${row.resolved}T00:00:00Z`) - Date.parse(`${row.created.replace(' ', 'T')}Z`)) / 86_400_000;
  const agents = by(
    rows,
    (row) => [row.agent],
    (group) => [group.length],
  );
  const hours = by(
    rows,
    (row) => [`${row.created.slice(11, 13)}:00`],
    (group) => [group.length],
  );
  const scores = by(
    rows,
    (row) => [row.agent],
    (group) => [mean(group, (row) => row.score)],
  );
  return [
    of(
      'how many tickets are still open',
      count((row) => row.status === 'Open'),
    ),
    of(
      'how many tickets are on hold',
      count((row) => row.status === 'On hold'),
    ),
    of('share of tickets that breached SLA', [[rows.filter((row) => row.breached).length / rows.length]], {
      columns: [2],
    }),
    of('busiest hour', ranked(hours).slice(0, 1)),
    of('second busiest agent', ranked(agents).slice(1, 2)),
    of('average time to resolve', [[mean(rows, days)]]),
    of('how many tickets took more than 10 days to resolve', [[rows.filter((row) => (days(row) ?? 0) > 10).length]]),
    of(
      'average first response time by priority',
      by(
        rows,
        (row) => [row.priority],
        (group) => [mean(group, (row) => row.minutes)],
      ),
    ),
    of(
      'which agents have an average satisfaction below 3',
      scores.filter((row) => Number(row[1]) < 3),
    ),
    of('tickets per day on average', [[rows.length / different(rows, (row) => row.created.slice(0, 10))]]),
    of(
      'how many more tickets did Alice get than Bob',
      agents.filter((row) => /Alice|Bob/.test(String(row[0]))),
    ),
  ];
}
