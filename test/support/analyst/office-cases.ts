import { about, type Case } from './case';
import { budget, staff, stays } from './offices';
import { by, different, mean, median, money, month, sum, weekday, year } from './truth';

/** The words of people who plan, hire and nurse. */
export const officeCases = (): Case[] => [...staffCases(), ...budgetCases(), ...stayCases()];

function staffCases(): Case[] {
  const world = staff();
  const { rows } = world;
  const of = about(world);
  const gone = rows.filter((row) => row.left !== null);
  return [
    of(
      'how many hires per year',
      by(
        rows,
        (row) => [year(row.hired)],
        (group) => [group.length],
      ),
    ),
    of(
      'leavers per year',
      by(
        gone,
        (row) => [year(row.left ?? '')],
        (group) => [group.length],
      ),
    ),
    of('how many people left', [[gone.length]]),
    of('how many people left in 2019', [[gone.filter((row) => year(row.left ?? '') === '2019').length]]),
    of('how many people were hired in 2018 and left in 2019', [
      [gone.filter((row) => year(row.hired) === '2018' && year(row.left ?? '') === '2019').length],
    ]),
    of(
      'median annual salary by dept',
      by(
        rows,
        (row) => [row.dept],
        (group) => [median(group, (row) => row.salary)],
      ),
    ),
    of('average salary in R&D', [
      [
        mean(
          rows.filter((row) => row.dept === 'R&D'),
          (row) => row.salary,
        ),
      ],
    ]),
    of(
      'bonus % by dept',
      by(
        rows,
        (row) => [row.dept],
        (group) => [mean(group, (row) => row.bonus)],
      ),
    ),
    of('how many employees earn over 100k', [[rows.filter((row) => row.salary > 100_000).length]]),
    of(
      'non-remote employees by dept',
      by(
        rows.filter((row) => !row.remote),
        (row) => [row.dept],
        (group) => [group.length],
      ),
    ),
    of(
      'average salary of remote vs non-remote staff',
      by(
        rows,
        (row) => [row.remote],
        (group) => [mean(group, (row) => row.salary)],
      ),
    ),
    of('number of employees in IT and Tax', [[rows.filter((row) => /^(?:IT|Tax)$/.test(row.dept)).length]]),
    of('number of employees in it and tax', [[rows.filter((row) => /^(?:IT|Tax)$/.test(row.dept)).length]]),
    of(
      'headcount by dept',
      by(
        rows,
        (row) => [row.dept],
        (group) => [group.length],
      ),
      { says: ['Tax', 'IT'] },
    ),
  ];
}

function budgetCases(): Case[] {
  const world = budget();
  const { rows } = world;
  const of = about(world);
  const total = (list: typeof rows, what: 'budget' | 'actual' | 'variance') => money(sum(list, (row) => row[what]));
  return [
    of(
      'budget vs actual by department',
      by(
        rows,
        (row) => [row.department],
        (group) => [total(group, 'budget'), total(group, 'actual')],
      ),
    ),
    of('actual vs budget in 2023', [
      (['actual', 'budget'] as const).map((what) =>
        total(
          rows.filter((row) => row.year === 2023),
          what,
        ),
      ),
    ]),
    of('actual since 2023', [
      [
        total(
          rows.filter((row) => row.year >= 2023),
          'actual',
        ),
      ],
    ]),
    of('budget between 2022 and 2023', [
      [
        total(
          rows.filter((row) => row.year === 2022 || row.year === 2023),
          'budget',
        ),
      ],
    ]),
    of(
      'budget before 2022 by department',
      by(
        rows.filter((row) => row.year < 2022),
        (row) => [row.department],
        (group) => [total(group, 'budget')],
      ),
    ),
    of('Q3 2022 actuals for IT', [
      [
        total(
          rows.filter((row) => row.year === 2022 && row.quarter === 'Q3' && row.department === 'IT'),
          'actual',
        ),
      ],
    ]),
    of(
      'compare it and legal actuals by year',
      by(
        rows.filter((row) => row.department !== 'Marketing'),
        (row) => [row.year, row.department],
        (group) => [total(group, 'actual')],
      ),
    ),
    of('actual for cost centre 4200', [
      [
        total(
          rows.filter((row) => row.centre === 4200),
          'actual',
        ),
      ],
    ]),
    of(
      'unapproved budget by year',
      by(
        rows.filter((row) => !row.approved),
        (row) => [row.year],
        (group) => [total(group, 'budget')],
      ),
    ),
    of(
      'approved vs not approved actual',
      by(
        rows,
        (row) => [row.approved],
        (group) => [total(group, 'actual')],
      ),
    ),
    of(
      'actual as % of budget by department',
      by(
        rows,
        (row) => [row.department],
        (group) => [sum(group, (row) => row.actual) / sum(group, (row) => row.budget)],
      ),
    ),
    of(
      'share of actual by department in 2024',
      by(
        rows.filter((row) => row.year === 2024),
        (row) => [row.department],
        (group) => [
          total(group, 'actual'),
          total(group, 'actual') /
            total(
              rows.filter((row) => row.year === 2024),
              'actual',
            ),
        ],
      ),
    ),
    of('number of lines with negative variance', [[rows.filter((row) => row.variance < 0).length]]),
  ];
}

function stayCases(): Case[] {
  const world = stays();
  const { rows } = world;
  const of = about(world);
  const often = by(
    rows,
    (row) => [row.patient],
    (group) => [group.length],
  );
  const old = rows.filter((row) => row.ward === 'Oncology' && row.age > 65);
  return [
    of(
      'admissions per month',
      by(
        rows,
        (row) => [month(row.admitted)],
        (group) => [group.length],
      ),
    ),
    of(
      'discharges per month',
      by(
        rows,
        (row) => [month(row.discharged)],
        (group) => [group.length],
      ),
    ),
    of(
      'admissions by weekday',
      by(
        rows,
        (row) => [weekday(row.admitted)],
        (group) => [group.length],
      ),
      {
        says: ['Tuesday', 'Thursday'],
      },
    ),
    of(
      'how many patients were admitted more than 3 times?',
      often.filter(([, count]) => Number(count) > 3),
    ),
    of(
      'number of patients with at least 2 admissions',
      often.filter(([, count]) => Number(count) >= 2),
    ),
    of(
      'patients admitted more than 3 times',
      often.filter(([, count]) => Number(count) > 3),
    ),
    of('total cost for oncology patients older than 65', [[money(sum(old, (row) => row.cost))]]),
    of(
      'average age of oncology patients',
      [
        [
          mean(
            rows.filter((row) => row.ward === 'Oncology'),
            (row) => row.age,
          ),
        ],
      ],
      {
        says: ['Each row counts'],
      },
    ),
    of(
      'cost per patient by ward',
      by(
        rows,
        (row) => [row.ward],
        (group) => [money(sum(group, (row) => row.cost)) / different(group, (row) => row.patient)],
      ),
    ),
    of(
      'readmission rate by ward',
      by(
        rows,
        (row) => [row.ward],
        (group) => [group.filter((row) => row.readmitted).length / group.length],
      ),
    ),
    of('how many patients aged 80+', [
      [
        different(
          rows.filter((row) => row.age >= 80),
          (row) => row.patient,
        ),
      ],
    ]),
  ];
}
