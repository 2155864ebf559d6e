import { randomFrom } from '../random';
import { day, type World } from './worlds';

export interface Hire {
  number: number;
  dept: string;
  hired: string;
  left: string | null;
  salary: number;
  bonus: number;
  remote: boolean;
}

/** Two dates, an id that looks like a number, units and signs in the names, a department of single letters. */
export function staff(): World<Hire> {
  const random = randomFrom(21);
  const rows = Array.from({ length: 300 }, (_, index) => {
    const from = random.below(3_000);
    const left = random.next() < 0.4 ? day('2015-01-05', from + 30 + random.below(1_200)) : null;
    return {
      number: 100_200 + index,
      dept: random.pick(['R&D', 'IT', 'Legal', 'Tax']),
      hired: day('2015-01-05', from),
      left,
      salary: 28_000 + random.below(360) * 250,
      bonus: random.pick([0, 2.5, 5, 10]),
      remote: random.next() < 0.5,
    };
  });
  const lines = rows.map((row) =>
    [row.number, row.dept, row.hired, row.left ?? '', row.salary, row.bonus, row.remote ? 'Yes' : 'No'].join(','),
  );
  const header = 'Emp No,Dept,Hire Date,Leave Date,Annual Salary (EUR),Bonus %,Remote';
  return { name: 'staff.csv', rows, content: `${[header, ...lines].join('\n')}\n` };
}

export interface Line {
  year: number;
  quarter: string;
  centre: number;
  department: string;
  budget: number;
  actual: number;
  approved: boolean;
}

/** Years and codes as integers, money below zero in brackets, and a department called IT. Money is in whole cents. */
export function budget(): World<Line & { variance: number }> {
  const random = randomFrom(22);
  const departments = [
    [4100, 'IT'],
    [4200, 'Marketing'],
    [4300, 'Legal'],
  ] as const;
  const rows = [2021, 2022, 2023, 2024].flatMap((year) =>
    ['Q1', 'Q2', 'Q3', 'Q4'].flatMap((quarter) =>
      departments.map(([centre, department]) => {
        const planned = 2_000 + random.below(250_000);
        const actual = 2_000 + random.below(260_000);
        const variance = planned - actual;
        return { year, quarter, centre, department, budget: planned, actual, variance, approved: random.next() < 0.6 };
      }),
    ),
  );
  const money = (cents: number) => {
    const text = (Math.abs(cents) / 100).toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ',');
    return `"${cents < 0 ? `(${text})` : text}"`;
  };
  const lines = rows.map((row) =>
    [
      row.year,
      row.quarter,
      row.centre,
      row.department,
      money(row.budget),
      money(row.actual),
      money(row.variance),
      row.approved ? 'TRUE' : 'FALSE',
    ].join(','),
  );
  const header = 'Fiscal Year,Qtr,Cost Centre,Department,Budget k€,Actual k€,Variance k€,Approved';
  return { name: 'budget.csv', rows, content: `${[header, ...lines].join('\n')}\n` };
}

export interface Stay {
  patient: number;
  admitted: string;
  discharged: string;
  ward: string;
  age: number;
  cost: number;
  readmitted: boolean;
}

/** Patients that come again, days first, and two dates neither of which is the one to go by. Money is in whole cents. */
export function stays(): World<Stay> {
  const random = randomFrom(23);
  const rows = Array.from({ length: 500 }, () => {
    const from = random.below(800);
    return {
      patient: 700_000 + random.below(260),
      admitted: day('2023-01-02', from),
      discharged: day('2023-01-02', from + random.below(20)),
      ward: random.pick(['Cardiology', 'Oncology', 'Trauma']),
      age: random.below(95),
      cost: 30_000 + random.below(4_000_000),
      readmitted: random.next() < 0.25,
    };
  });
  const british = (iso: string) => iso.split('-').toReversed().join('/');
  const lines = rows.map((row) =>
    [
      row.patient,
      british(row.admitted),
      british(row.discharged),
      row.ward,
      row.age,
      (row.cost / 100).toFixed(2),
      row.readmitted ? 'Y' : 'N',
    ].join(';'),
  );
  const header = 'Patient ID;Admitted;Discharged;Ward;Age;Cost (GBP);Readmitted';
  return { name: 'admissions.csv', rows, content: `${[header, ...lines].join('\n')}\n` };
}
