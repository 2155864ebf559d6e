import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const figures = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell))));

const parcels = {
  parcels: [
    'parcel id,depot,kind,promised on,delivered on,insured,theme,cost',
    'P1,Kiel,small,2024-03-01,2024-03-02,yes,Termination,10',
    'P2,Kiel,large,2024-03-04,2024-03-04,no,Delivery,20',
    'P3,Bonn,small,2024-06-05,2024-06-09,yes,Invoice,30',
    'P4,Bonn,large,2024-07-06,2024-07-05,no,Address,60',
    '',
  ].join('\n'),
};
const shifts = {
  shifts: [
    'period,worker no,extra hours,site,type',
    '2024-01-01,W1,30,Dock,day',
    '2024-02-01,W1,25,Dock,day',
    '2024-01-01,W2,10,Yard,night',
    '2024-02-01,W2,35,Yard,night',
    '2024-02-01,W3,55,Yard,night',
    '',
  ].join('\n'),
};
const account = {
  account: [
    'date,text,credit,debit',
    '2024-01-02,Fees,100,',
    '2024-01-09,Rent,,40',
    '2024-02-02,Fees,70,',
    '2024-02-03,Rent,,20',
    '',
  ].join('\n'),
};
const series = {
  shows: [
    'title,length,studio',
    'Up,1 Volume,Old Film Works',
    'Far,2 Volumes,Nord',
    'Ice,1 Volume,Nord',
    'Ash,90 pages,Nord',
    '',
  ].join('\n'),
};

describe('every word of a question is accounted for', () => {
  it('what a topic is called says nothing of how things stand', async () => {
    const { understood } = await ask(parcels, 'how many parcels were terminated?');
    expect(understood.kind === 'query' ? JSON.stringify(understood.query) : '').not.toContain('Termination');
  });

  it('what was delivered after the promised day is told by both dates', async () => {
    expect(figures((await ask(parcels, 'how many parcels were delivered after the promised date?')).rows)).toEqual([
      [2],
    ]);
  });

  it('a bound belongs to what each of several has in all', async () => {
    const { rows } = await ask(shifts, 'Which workers had more than 50 hours extra over the year?');
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['W1', 'W3']));
    expect(rows).toHaveLength(2);
  });

  it('one sum less another is computed, and no condition', async () => {
    const { rows } = await ask(account, 'income minus spending per month');
    expect(figures(rows).map((row) => row.at(-1))).toEqual([60, 50]);
  });

  it('a number in words chooses the value that has it', async () => {
    expect(figures((await ask(series, 'how many shows have one volume?')).rows)).toEqual([[2]]);
  });

  it('the cheapest of some is told by its price', async () => {
    expect(figures((await ask(parcels, 'what does the cheapest large parcel cost?')).rows)).toEqual([[20]]);
  });

  it('a type of something is the column that is called type', async () => {
    const { rows } = await ask(shifts, 'total extra hours per type of site');
    expect(rows.map(([kind]) => kind).sort()).toEqual(['day', 'night']);
  });

  it('what falls in a month is no fall', async () => {
    const { rows } = await ask(parcels, 'what share of the cost falls in March?');
    expect(figures(rows)[0]?.at(-1)).toBeCloseTo(0.25);
  });

  it('all together are one figure', async () => {
    expect(figures((await ask(parcels, 'how much is the cost in all depots together?')).rows)).toEqual([[120]]);
  });

  it('a row that is named is shown', async () => {
    const { rows } = await ask(parcels, 'details of parcel id P3');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('Bonn');
  });

  it('with and without are set side by side, also in a question that goes on', async () => {
    const { rows } = await ask(parcels, 'average cost', 'with and without insured');
    expect(figures(rows).map((row) => row.at(-1))).toEqual([40, 20]);
  });

  it('where the highest was is told by its row', async () => {
    const { rows } = await ask(parcels, 'what was the highest cost?', 'in which depot was that?');
    expect(rows.map((row) => row[0])).toEqual(['Bonn']);
  });

  it('a share that is split is the same share of each group', async () => {
    const { rows } = await ask(parcels, 'what share of parcels is small?', 'by depot');
    expect(figures(rows).map((row) => row.at(-1))).toEqual([0.5, 0.5]);
  });

  it('what is split as well is split by both', async () => {
    const { rows } = await ask(parcels, 'cost by depot', 'split that by kind as well');
    expect(rows).toHaveLength(4);
  });
});
