import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';
import { askedTables } from '../../support/query/asked';

const ask = questions();
const asked = askedTables();
const figures = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell) => (cell === null || Number.isNaN(Number(cell)) ? cell : Number(cell))));

/** Values of towns, a column for each month, as portals of homes write them. */
const homes = {
  homes: [
    'RegionID,RegionName,StateName,2023-11-30,2023-12-31,2024-01-31,2024-02-29',
    '1,Austin,TX,500000,502000,504000,506000',
    '2,Dallas,TX,300000,301000,303000,306000',
    '3,Miami,FL,450000,452000,455000,459000',
    '4,Tampa,FL,,380000,379000,377000',
    '',
  ].join('\n'),
};

/** What departments spend, a column a month and their sum. */
const budget = {
  budget: [
    'Department,Cost Centre,Jan,Feb,Mar,Apr',
    'Sales,North,100,50,75,25',
    'Sales,South,10,70,35,45',
    'IT,North,200,10,90,300',
    '',
  ].join('\n'),
};

const marks = {
  marks: [
    'Pupil,Form,Maths,English,Science,PE',
    'Ann,Red,50,60,70,80',
    'Bob,Red,40,80,90,70',
    'Cem,Blue,90,70,20,',
    'Dee,Blue,60,50,60,90',
    '',
  ].join('\n'),
};

describe('columns that are days', () => {
  const lines = (columns: readonly string[]) => ({
    visits: `Branch,${columns.join(',')}\nNorth,${columns.map((_, at) => at + 10)}\nSouth,${columns.map((_, at) => at + 40)}\n`,
  });

  it.each([
    ['01/01/2024', '01/02/2024', '01/03/2024', '01/04/2024'],
    ['01/03/2023', '02/03/2023', '01/03/2024', '02/03/2024'],
    ['Mar 10', 'Mar 11', 'Mar 12', 'Mar 13'],
    ['Feb-28', 'Feb-29', 'Mar-01', 'Mar-02'],
  ])('are no months or years: %s, %s, %s', async (...columns) => {
    const { definitions } = await asked.tables(lines(columns));
    expect(definitions[0]?.wide).toBeUndefined();
  });

  it.each([
    ['Nov 23', 'Dec 23', 'Jan 24', '2023-11-01'],
    ["Mar '22", "Mar '23", "Mar '24", '2022-03-01'],
    ['Jun-23', 'Sep-23', 'Dec-23', '2023-06-01'],
    ['03/2024', '04/2024', '05/2024', '2024-03-01'],
  ])('are months where nothing else can be meant: %s, %s, %s', async (...columns) => {
    const first = columns.pop();
    const { definitions } = await asked.tables(lines(columns));
    expect(definitions[0]?.wide?.[0]).toMatchObject({ name: { grain: 'month', min: first } });
  });
});

describe('columns that are times', () => {
  it('are a month and a value', async () => {
    const { definitions } = await asked.tables(homes);
    expect(definitions[0]?.wide).toMatchObject([
      {
        name: { id: 'month', type: 'date', grain: 'month' },
        labels: ['2023-11-30', '2023-12-31', '2024-01-31', '2024-02-29'],
        values: [{ field: { id: 'value', addsUp: 'not_over_time' } }],
      },
    ]);
  });

  it.each([
    ['value in Austin in January 2024', [[504_000]]],
    ['average value in TX in December 2023', [[401_500]]],
    ['how many regions were above 400000 in February 2024', [[2]]],
    [
      'how many regions per state',
      [
        ['FL', 2],
        ['TX', 2],
      ],
    ],
    [
      'average 2024-02-29 by StateName',
      [
        ['FL', 418_000],
        ['TX', 406_000],
      ],
    ],
  ])('%s', async (question, rows) => {
    expect(figures((await ask(homes, question)).rows)).toEqual(rows);
  });

  it('make a line over time', async () => {
    const { rows } = await ask(homes, 'value in Miami over time');
    expect(rows.map((row) => Number(row[1]))).toEqual([450_000, 452_000, 455_000, 459_000]);
  });

  it('can be ranked by what stood there at a moment', async () => {
    expect((await ask(homes, 'top 2 RegionNames by value in February 2024')).rows.map(([name]) => name)).toEqual([
      'Austin',
      'Miami',
    ]);
  });

  it.each([
    [
      'total by department',
      [
        ['IT', 600],
        ['Sales', 410],
      ],
    ],
    ['total in March', [[200]]],
    [
      'total by month',
      [
        ['Jan', 310],
        ['Feb', 130],
        ['Mar', 200],
        ['Apr', 370],
      ],
    ],
    ['total Feb', [[130]]],
  ])('without a year: %s', async (question, rows) => {
    expect(figures((await ask(budget, question)).rows)).toEqual(rows);
  });
});

describe('columns that are subjects', () => {
  it.each([
    ['average mark by subject', { English: 65, Maths: 60, PE: 80, Science: 60 }],
    ['average mark in every subject', { English: 65, Maths: 60, PE: 80, Science: 60 }],
  ])('%s', async (question, means) => {
    const { rows } = await ask(marks, question);
    expect(Object.fromEntries(rows.map(([name, mean]) => [name, Number(mean)]))).toEqual(means);
  });

  it('which subject is the lowest on average', async () => {
    const { rows } = await ask(marks, 'which subject has the highest average mark');
    expect(figures(rows)).toEqual([['PE', 80]]);
  });

  it('is still a column by its own name', async () => {
    expect(figures((await ask(marks, 'average Maths by form')).rows)).toEqual([
      ['Blue', 75],
      ['Red', 45],
    ]);
    expect(figures((await ask(marks, 'what is the average maths mark')).rows)).toEqual([[60]]);
  });

  it('means of a pupil are over the subjects', async () => {
    const { rows } = await ask(marks, 'top 2 pupils by average mark');
    expect(rows.map(([name]) => name)).toEqual(['Bob', 'Ann']);
  });

  it('pupils are counted once', async () => {
    expect(figures((await ask(marks, 'how many pupils by form')).rows)).toEqual([
      ['Blue', 2],
      ['Red', 2],
    ]);
  });
});

it('what stands in columns as a share already is never a share of counted rows', async () => {
  const name = 'API_IT.NET.USER.ZS_DS2_en_csv_v2';
  const file = `test/support/bank/fourth/files/${name}.csv`;
  const question = 'What share of people in Germany used the internet in 2020?';
  const { understood } = await ask({ [name]: readFileSync(file, 'utf8') }, question);
  const computed = understood.kind === 'query' ? JSON.stringify(understood.query.compute) : '';
  expect(computed).not.toMatch(/"measure":"(?:distinct|count)"/);
});

describe('a query', () => {
  it('has a row for each of the columns, and refuses to add up what stands beside them', async () => {
    const tables = await asked.tables({
      shops: 'Shop,Staff,Sales 2022,Sales 2023,Sales 2024\nA,5,10,20,30\nB,7,1,2,3\n',
    });
    const { rows, sql } = await tables.ask({
      from: { table: 'shops', unpivot: 'year' },
      by: [{ field: 'year', as: 'year' }],
      compute: [{ measure: 'sum', of: 'Sales', as: 'sales' }],
      order: [{ value: 'year', direction: 'ascending' }],
    });
    expect(figures(rows)).toEqual([
      [2022, 11],
      [2023, 22],
      [2024, 33],
    ]);
    expect(sql).toContain('unnest');
  });
});
