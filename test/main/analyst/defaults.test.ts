import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const figures = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell))));

const staff = {
  staff: [
    'staff no,first name,last name,team,wage,started',
    '101,Ida,Moss,Kiln,3000,2020-02-01',
    '102,Ida,Reed,Kiln,3400,2021-03-01',
    '103,Otto,Lind,Shop,5000,2019-05-01',
    '104,Per,Moss,Kiln,2000,2022-05-01',
    '',
  ].join('\n'),
};
const rentals = {
  rentals: [
    'rental id,rental date,due back,tool,branch,fee,hold seconds',
    '1,2023-06-10,2024-01-02,Drill,North,10,30',
    '2,2023-07-11,2024-01-09,Drill,North,20,95',
    '3,2023-08-12,2024-02-02,Saw,South,40,240',
    '4,2023-12-13,2024-02-03,Drill,South,30,61',
    '',
  ].join('\n'),
};
const sightings = {
  counts: [
    'id,park,watcher,individuals,latitude,longitude',
    '1,Elm,Bo,4,49.1,7.9',
    '2,Elm,Cy,2,49.2,7.8',
    '3,Oak,Bo,7,49.3,7.7',
    '4,Oak,Bo,1,49.3,7.6',
    '',
  ].join('\n'),
};

describe('what is computed where the question does not say', () => {
  it('who pays best pays most to one of them, and not to the most of them', async () => {
    const { rows } = await ask(staff, 'which team pays best?');
    expect(rows[0]?.[0]).toBe('Shop');
  });

  it('the best paid of each team is a person', async () => {
    const { rows } = await ask(staff, 'best paid employee per team');
    expect(figures(rows)).toEqual(
      expect.arrayContaining([
        ['Kiln', 102, 3400],
        ['Shop', 103, 5000],
      ]),
    );
  });

  it('who earns least is one person, with the whole name', async () => {
    const { rows } = await ask(staff, 'Who earns the least?');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toEqual(expect.arrayContaining(['Per', 'Moss']));
  });

  it('an average for each row is that of all rows', async () => {
    expect(figures((await ask(rentals, 'average fee per rental')).rows)).toEqual([[25]]);
    expect(figures((await ask(rentals, 'median fee per rental by branch')).rows)).toEqual([
      ['South', 35],
      ['North', 15],
    ]);
  });

  it('what is rented most is told by how often, and not by its dates', async () => {
    const loans = ['loan no,loan date,toy', '1,2024-01-03,Puzzle', '2,2024-02-04,Puzzle', '3,2024-09-05,Kite', ''];
    const { rows } = await ask({ loans: loans.join('\n') }, 'the 2 most borrowed toys');
    expect(figures(rows)).toEqual([
      ['Puzzle', 2],
      ['Kite', 1],
    ]);
  });

  it('a day without its year is of the year in which things began', async () => {
    const { rows } = await ask(rentals, 'rentals between 1 July and 31 August by branch');
    expect(figures(rows)).toEqual(
      expect.arrayContaining([
        ['North', 1],
        ['South', 1],
      ]),
    );
  });

  it('minutes are compared with seconds as what they are', async () => {
    const { rows } = await ask(rentals, 'how many rentals had a hold longer than 1.5 minutes?');
    expect(figures(rows)).toEqual([[2]]);
  });

  it('a column of the very name is no other word for rows', async () => {
    const { rows } = await ask(sightings, 'number of individuals by park');
    expect(figures(rows)).toEqual(
      expect.arrayContaining([
        ['Elm', 6],
        ['Oak', 8],
      ]),
    );
  });

  it('the top of what no money tells is asked back', async () => {
    const { understood } = await ask(sightings, 'top 2 watchers');
    expect(understood.kind).toBe('open');
  });

  it('a trend by month has one step', async () => {
    const { rows } = await ask(rentals, 'fee trend by month');
    expect(rows.map((row) => row.length)).toEqual([2, 2, 2, 2]);
  });
});
