import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/preload/contract';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const csv = (text: string): string =>
  `${text
    .split(';')
    .map((line) => line.trim())
    .join('\n')}\n`;
const numbers = (rows: readonly (readonly Cell[])[]): Cell[][] =>
  rows.map((row) =>
    row.map((cell) =>
      cell !== null && cell !== '' && typeof cell !== 'boolean' && !Number.isNaN(Number(cell)) ? Number(cell) : cell,
    ),
  );

const answered: [file: string, content: string, question: string, rows: Cell[][]][] = [
  ['grades', 'grade,sales;A,10;B,20;A,30', 'total sales of A', [[40]]],
  ['grades', 'grade,sales;An,10;B,20;An,30', 'total sales of An', [[40]]],
  ['grades', 'grade,sales;I,10;B,20;I,30', 'total sales of I', [[40]]],
  ['months', 'month,sales;May,10;June,30;May,20', 'total sales in May', [[30]]],
  ['people', 'sex,x;M,1;NA,2', 'missing values in sex', [[1]]],
  ['flights', 'carrier,flight;UA,1545;UA,1714;AA,1141', 'how many flights?', [[3]]],
  ['wines', 'cultivar,od280_of_diluted_wines;1,3.92;2,3.4', 'how many wines?', [[2]]],
  ['trade', 'category,sales,profit;A,100,10;B,100,10', 'profit margin', [[0.1]]],
  ['medals', 'name,medal;Bolt,GOLD;Bolt,GOLD', 'how many medals', [[2]]],
  ['votes', 'precinct,Coderre,Bergeron,Joly;1,5,3,2;2,6,4,1', 'total Coderre, Bergeron and Joly', [[11, 7, 3]]],
  [
    'weather',
    'day,temp_max,temp_min;2024-01-01,9,4;2024-01-02,8,1',
    'average difference between temp_max and temp_min',
    [[6]],
  ],
  ['places', 'city,x;Paris,1;" Paris",2', 'total x by city', [['Paris', 3]]],
  ['cars', 'name,cylinders;a,8;b,6;c,8', 'how many cars have 8 cylinders', [[2]]],
  ['shirts', 'name,size;a,2;b,3;c,2', 'number of shirts of size 2', [[2]]],
  ['bills', 'total_bill,tip;10,1;20,4;30,3', 'average total bill', [[20]]],
  ['bills', 'total_bill,tip;10,1;20,4;30,3', 'second highest tip', [[3]]],
  ['penguins', 'species,mass;Gentoo penguin,5;Adelie penguin,3;Gentoo penguin,6', 'how many Gentoo', [[2]]],
  ['jobs', 'major,median,low_wage_jobs;A,100,5;B,200,6', 'average salary', [[150]]],
  ['rows', 'id,x;24999,1;25000,2;25001,3', 'how many rows', [[3]]],
];

describe('what was once silently wrong, misread or declined', () => {
  it.each(answered)('%s.csv, %s: %s', async (file, content, question, rows) => {
    const read = await ask({ [file]: csv(content) }, question);
    const values = numbers(read.rows);
    for (const [index, row] of rows.entries())
      for (const cell of row) expect(values[index], JSON.stringify(read.understood)).toContain(cell);
    expect(values).toHaveLength(rows.length);
  });

  it('keeps a condition when a question goes on', async () => {
    const files = { orders: csv('state,category,sales,profit;Texas,A,10,1;Texas,B,20,2;Ohio,A,40,4') };
    const broken = await ask(files, 'total sales in Texas', 'break it down by category');
    expect(numbers(broken.rows)).toEqual(
      expect.arrayContaining([
        ['A', 10],
        ['B', 20],
      ]),
    );
    expect(broken.rows).toHaveLength(2);
    expect(numbers((await ask(files, 'total sales in Texas', 'show profit instead')).rows)).toEqual([[3]]);
    expect(numbers((await ask(files, 'total sales in Texas', 'how many orders is that?')).rows)).toEqual([[2]]);
  });

  it('tells men and women apart where figures do not add up', async () => {
    const { rows } = await ask(
      { people: csv('name,sex,height;a,male,180;b,female,160;c,male,190;d,female,170') },
      'average height of men and women',
    );
    expect(numbers(rows)).toEqual(
      expect.arrayContaining([
        ['male', 185],
        ['female', 165],
      ]),
    );
  });

  it('takes the last of totals so far', async () => {
    const cases = csv(
      `country,date,total_deaths;${[1, 2, 3, 4, 5, 6, 7, 8].map((day) => `A,2020-03-0${day},${day * 2};B,2020-03-0${day},${day * 3}`).join(';')}`,
    );
    const { rows } = await ask({ covid: cases }, 'total deaths');
    expect(numbers(rows)).toEqual([[40]]);
  });

  it('answers over two files what neither holds alone', async () => {
    const files = {
      orders: csv('order_id,customer_id,revenue;1,c1,10;2,c2,20;3,c1,30'),
      customers: csv('customer_id,industry;c1,Retail;c2,Energy;c3,Energy'),
    };
    const understood = await ask(files, 'revenue by shoe size');
    expect(understood.understood.kind).toBe('unknown');
  });
});

const never: [file: string, content: string, question: string][] = [
  ['sales', 'order_id,customer,product,amount;1,a,Pen,1;2,a,Ink,3;3,b,Ink,2', 'how many customers did not buy Pen'],
  [
    'sales',
    'order_id,customer,returned,amount;1,a,yes,1;2,a,no,1;3,b,no,2',
    'how many customers never returned anything',
  ],
  ['trade', 'region,amount;A,1;B,2', 'sales by shoe size'],
  ['trade', 'region,amount;A,1;B,2', 'forecast the amount for next month'],
  ['trade', 'region,amount;A,1;B,2', 'why is the amount so low'],
  ['staff', 'name,salary;a,1;b,2', 'pay gap between men and women'],
];

describe('what is not answered rather than answered wrongly', () => {
  it.each(never)('%s.csv, %s: %s', async (file, content, question) => {
    const { understood } = await ask({ [file]: csv(content) }, question);
    expect(understood.kind, JSON.stringify(understood)).not.toBe('query');
  });
});
