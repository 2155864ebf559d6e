import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

/** Staff of a shop as a public file has them. */
const staff = {
  staff: [
    'EmployeeID,Dept,MonthlyPay,YrsAtCompany,OverTime,Exited,Insurance',
    '1,Till,2000,3,Yes,1,Basic',
    '2,Till,2400,5,Yes,1,No',
    '3,Store,2600,1,Yes,0,Full',
    '4,Store,3000,9,No,0,No',
    '5,Till,3400,4,No,1,Basic',
    '6,Store,3600,7,No,0,Full',
    '',
  ].join('\n'),
};
/** A day's hires of boats. */
const boats = {
  boats: [
    'dteday,tempC,workingday,casual,registered,cnt',
    '2024-05-01,15,1,10,30,40',
    '2024-05-02,18,1,20,40,60',
    '2024-05-04,24,0,70,30,100',
    '',
  ].join('\n'),
};

const cells = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(String).join(' '));

describe('files as they are published', () => {
  it.each([
    ['how many employees have left?', ['3']],
    ['how many employees are still with us?', ['3']],
    ['how many people stayed in Store?', ['3']],
    ['average pay per month of those who left', ['2600']],
    ['average monthly pay of staff who left vs those who stayed', ['0 3066.6666666666665', '1 2600']],
    ['how many employees have no insurance?', ['2']],
    ['how many employees with insurance?', ['4']],
    ['average years at company', ['4.833333333333333']],
  ])('answer %s', async (question, rows) => {
    const answer = await ask(staff, question);
    expect(cells(answer.rows).toSorted()).toEqual(rows);
  });

  it('tell at which rate people of either kind do something', async () => {
    const { rows } = await ask(staff, 'Do people who work overtime leave more often?');
    expect(rows.map((row) => [String(row[0]), Number(row.at(-1)).toFixed(2)])).toEqual([
      ['true', '0.67'],
      ['false', '0.33'],
    ]);
  });

  it.each([
    ['how many rentals were there in total?', ['200']],
    ['total rides on working days', ['100']],
    ['average rentals on non-working days', ['100']],
    ['how many days had more than 50 rentals?', ['2']],
  ])('count what days have: %s', async (question, rows) => {
    expect(cells((await ask(boats, question)).rows)).toEqual(rows);
  });

  it('tell the share of what came from one of its parts', async () => {
    const { rows } = await ask(boats, 'What percentage of all rentals came from casual users?');
    expect(Number(rows[0]?.at(-1))).toBeCloseTo(0.5);
  });
});
