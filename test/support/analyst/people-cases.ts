import { about, type Case } from './case';
import * as truth from './truth';
import * as worlds from './worlds';

const { by, inOrder, ranked } = truth;

export function employeeCases(): Case[] {
  const world = worlds.employees();
  const { rows } = world;
  const of = about(world);
  const salary = (row: worlds.Employee) => row.salary / 100;
  return [
    of(
      'average salary by department',
      by(
        rows,
        (row) => [row.department],
        (some) => [truth.mean(some, salary)],
      ),
    ),
    of('highest salary', [[truth.most(rows, salary)]]),
    of('minimum and maximum age', [[truth.least(rows, (row) => row.age), truth.most(rows, (row) => row.age)]]),
    of(
      'median age by city',
      by(
        rows,
        (row) => [row.city],
        (some) => [truth.median(some, (row) => row.age)],
      ),
    ),
    of('how many employees in Berlin', [[rows.filter((row) => row.city === 'Berlin').length]]),
    of(
      'how many active employees by department',
      by(
        rows.filter((row) => row.active),
        (row) => [row.department],
        (some) => [some.length],
      ),
    ),
    of('number of employees hired in 2019', [[rows.filter((row) => row.hired.startsWith('2019')).length]]),
    of(
      'employees hired per year',
      inOrder(
        by(
          rows,
          (row) => [truth.year(row.hired)],
          (some) => [some.length],
        ),
      ),
      { ordered: true },
    ),
    of('average age where salary is over 100000', [
      [
        truth.mean(
          rows.filter((row) => row.salary > 10_000_000),
          (row) => row.age,
        ),
      ],
    ]),
    of('missing values in city', [[rows.filter((row) => row.city === null).length]]),
    of('relation between age and salary', [[truth.correlation(rows.map((row) => [row.age, salary(row)] as const))]]),
    of(
      'highest salary by department',
      by(
        rows,
        (row) => [row.department],
        (some) => [truth.most(some, salary)],
      ),
    ),
  ];
}

export function ticketCases(): Case[] {
  const world = worlds.tickets();
  const { rows } = world;
  const of = about(world);
  const count = (some: worlds.Ticket[]) => [some.length];
  const escalated = (some: worlds.Ticket[]) => some.filter((row) => row.escalated).length;
  return [
    of(
      'tickets by status',
      by(rows, (row) => [row.status], count),
    ),
    of('number of tickets by month', inOrder(by(rows, (row) => [truth.month(row.opened)], count)), { ordered: true }),
    of(
      'tickets per weekday',
      by(rows, (row) => [truth.weekday(row.opened)], count),
    ),
    of('how many tickets were escalated', [[escalated(rows)]]),
    of('what percentage of tickets are escalated', [[escalated(rows), rows.length, escalated(rows) / rows.length]]),
    of(
      'share of escalated tickets for each team',
      by(
        rows,
        (row) => [row.team],
        (some) => [escalated(some), some.length, escalated(some) / some.length],
      ),
    ),
    of(
      'number of tickets by team and status',
      by(rows, (row) => [row.team, row.status], count),
    ),
    of(
      'which team has the most open tickets',
      ranked(
        by(
          rows.filter((row) => row.status === 'Open'),
          (row) => [row.team],
          count,
        ),
      ).slice(0, 1),
    ),
  ];
}
