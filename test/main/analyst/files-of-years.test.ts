import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const head = 'town,visitors,rating';
const towns = {
  towns_2021: [head, 'Arden,100,3.5', 'Brook,200,4.0', 'Cliff,300,2.0', ''].join('\n'),
  towns_2022: [head, 'Arden,150,3.0', 'Brook,210,4.5', ''].join('\n'),
};
const numbers = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(Number));

describe('files of one shape, each of another year', () => {
  it('are grouped by the years of their names', async () => {
    expect(numbers((await ask(towns, 'total visitors per year')).rows)).toEqual([
      [2021, 600],
      [2022, 360],
    ]);
  });

  it('a year chooses a file', async () => {
    expect(numbers((await ask(towns, 'average rating in 2022')).rows).flat()[0]).toBe(3.75);
  });

  it('what changed most from the one year to the other', async () => {
    const most = await ask(towns, "which town's visitors increased the most from 2021 to 2022");
    expect(most.rows[0]?.[0]).toBe('Arden');
    expect(most.rows[0]?.slice(1).map(Number)).toContain(50);
    const worst = await ask(towns, "which town's rating fell the most from 2021 to 2022");
    expect(worst.rows[0]?.[0]).toBe('Arden');
  });

  it('files with dates of their own are told apart by their names', async () => {
    const dated = {
      sales_2021: ['sold_on,total', '2021-01-02,5', ''].join('\n'),
      sales_2022: ['sold_on,total', '2022-01-02,7', ''].join('\n'),
    };
    const { rows } = await ask(dated, 'total by file');
    expect(rows.map(([file]) => file)).toContain('sales_2021.csv');
  });
});

describe('changes between two years', () => {
  const crops = {
    crops: [
      'field,year,harvest',
      'A,2019,10',
      'A,2020,30',
      'A,2021,15',
      'B,2019,50',
      'B,2020,10',
      'B,2021,60',
      '',
    ].join('\n'),
  };

  it('rank groups by what lies between, not by what there was', async () => {
    const gained = await ask(crops, 'which field gained the most between 2019 and 2020?');
    expect(gained.rows[0]?.[0]).toBe('A');
    const fell = await ask(crops, 'which field dropped the most from 2019 to 2020?');
    expect(fell.rows[0]?.[0]).toBe('B');
  });
});
