import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const flats = {
  flats:
    'title,host,price,area_sqm,review_count,release_year,added_on\nSunny,Ada,100,50,4,1998,2021-01-01\nCosy,,90,30,8,2001,2021-02-01\nQuiet,Ada,,40,0,1995,2021-03-01\n',
};

const pay = { pay: 'name,sex,monthly_income\nAda,f,3000\nBen,m,2000\nCem,m,4000\n' };

async function cells(...texts: string[]): Promise<unknown[][]> {
  const { rows, understood } = await ask(flats, ...texts);
  expect(understood.kind, JSON.stringify(understood)).toBe('query');
  return rows.map((row) => row.map((cell) => (cell === null ? null : Number(cell))));
}

it('what is earned per month is a mean, where the column is one of monthly pay', async () => {
  const { rows, understood } = await ask(pay, 'income per month by sex');
  expect(
    rows.map((row) => Number(row[1])),
    JSON.stringify(understood),
  ).toEqual([3000, 3000]);
});

describe('what each row has', () => {
  it.each<[string[], number]>([
    [['average price per area'], 2.5],
    [['how many reviews does a flat get on average'], 4],
    [['how many flats are missing a host'], 1],
    [['how many flats are missing a title', 'and a host?'], 1],
    [['how many flats came out before 2000'], 2],
  ])('%j', async (texts, expected) => {
    expect(await cells(...texts)).toEqual([[expected]]);
  });
});
