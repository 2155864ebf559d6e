import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const figures = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell))));

const recipes = {
  recipes: [
    'recipe,tags,minutes',
    'Pie,"Vegan, Baked",60',
    'Stew,Vegan,40',
    'Roll,"Baked, Sweet",30',
    'Soup,Sweet,20',
    'Cake,"Vegan, Sweet",50',
    'Bun,Baked,10',
    '',
  ].join('\n'),
};
const tanks = {
  tanks: [
    'day,site,total filled',
    ...['2023-03-30,A,10', '2023-03-31,A,14', '2023-03-30,B,1', '2023-03-31,B,2'],
    ...['2023-04-29,A,20', '2023-04-30,A,25', '2023-04-29,B,3', '2023-04-30,B,5'],
    '',
  ].join('\n'),
};
const rounds = {
  rounds: [
    'month,staff no,fixed in one visit,crew,effort (days),amount',
    '2024-01-01,S1,yes,Red,2,100',
    '2024-01-01,S1,no,Red,3,300',
    '2024-02-01,S1,yes,Red,1,50',
    '2024-02-01,S2,yes,Blue,4,150',
    '',
  ].join('\n'),
};
const counts = {
  counts: ['Year,Month,Births', '2001,March,10', '2001,April,12', '2002,March,.', '2002,April,14', ''].join('\n'),
};

describe('what stands in the data', () => {
  it('a value that stands in lists is looked for in all of them', async () => {
    expect(figures((await ask(recipes, 'how many vegan recipes are there?')).rows)).toEqual([[3]]);
  });

  it('what is theirs is that of the rows before', async () => {
    expect(figures((await ask(recipes, 'how many vegan recipes are there?', 'their average minutes?')).rows)).toEqual([
      [50],
    ]);
  });

  it('a running count in a month is told as it was at its end', async () => {
    expect(figures((await ask(tanks, 'total filled in March')).rows)).toEqual([[16]]);
  });

  it('people with several rows are counted once', async () => {
    expect(figures((await ask(rounds, 'how many people are there?')).rows)).toEqual([[2]]);
  });

  it('for every month asks of all, whatever month was asked of before', async () => {
    const { rows } = await ask(rounds, 'total amount in January', 'show that for every month');
    expect(figures(rows).map((row) => row.at(-1))).toEqual([400, 200]);
  });

  it('a name is known by its words in another order', async () => {
    const { rows } = await ask(rounds, 'what percentage was fixed in one visit?');
    expect(figures(rows)[0]?.at(-1)).toBeCloseTo(0.75);
  });

  it('an amount per day, where days are counted, is not taken for that of each date', async () => {
    const { understood } = await ask(rounds, 'amount per day by crew');
    expect(understood.kind).not.toBe('query');
  });

  it('a month that is missing something is one of a year', async () => {
    const { rows } = await ask(counts, 'which month has no births?');
    expect(figures(rows)).toEqual([[2002, 'March', 1]]);
  });

  it('the share of the top ones is one figure', async () => {
    const { rows } = await ask(rounds, 'what share of the amount comes from the top 2 crews?');
    expect(figures(rows)[0]?.at(-1)).toBeCloseTo(1);
    const sales = 'item,sales\nA,50\nB,30\nC,15\nD,5\nA,0\n';
    const top = await ask({ sales }, 'what share of sales comes from the top 2 items?');
    expect(figures(top.rows)[0]?.at(-1)).toBeCloseTo(0.8);
    expect(top.rows).toHaveLength(1);
  });

  it('those who are asked for are told by their names', async () => {
    const crew = 'worker no,name,extra hours\n007,Ida Moss,30\n007,Ida Moss,40\n008,Otto Lind,10\n009,Per Ross,5\n';
    const { rows } = await ask({ crew }, 'which worker has the most extra hours?');
    expect(rows[0]?.[0]).toBe('Ida Moss');
  });

  it('a part of something else is not the share of its own total', async () => {
    const hours = 'crew,regular hours,overtime hours\nRed,90,10\nBlue,80,20\n';
    const { understood } = await ask({ hours }, 'how much of all hours worked was overtime, in percent, per crew?');
    expect(understood.kind).not.toBe('query');
  });

  it('"the ones" are no number one', async () => {
    const flags = 'guest,vip,left,bill\nAnn,1,yes,10\nBob,0,no,20\nCia,1,no,60\nDan,0,yes,5\n';
    const { understood } = await ask({ guests: flags }, 'average bill of the ones who left');
    expect(understood.kind === 'query' ? JSON.stringify(understood.query.where ?? []) : '').not.toContain('vip');
  });

  it('what is done most is not the one with the largest amount', async () => {
    const { understood } = await ask(recipes, 'which recipe is cooked most?');
    expect(understood.kind).not.toBe('query');
  });
});
