import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const rides = {
  rides: [
    'ride,began at,ended at,member_casual,firm,kind,reviews,stars',
    'R1,2024-03-01 10:00:00,2024-03-01 10:10:00,member,Alder,Paid,10,3.5',
    'R2,2024-03-01 11:00:00,2024-03-01 11:30:00,casual,Birch,Paid,20,4',
    'R3,2024-03-02 09:00:00,2024-03-02 11:00:00,casual,Cedar,Free,30,4.5',
    'R4,2024-03-02 09:00:00,2024-03-02 09:05:00,member,Dogwood,Free,,5',
    '',
  ].join('\n'),
};

const figures = async (...messages: string[]) => (await ask(rides, ...messages)).rows.map((row) => row.map(Number));

describe('lengths between two moments', () => {
  it.each<[string, number]>([
    ['how many rides took longer than 20 minutes?', 2],
    ['how many rides took longer than an hour?', 1],
    ['how many rides lasted less than 10 minutes', 1],
  ])('%s', async (question, expected) => {
    expect(await figures(question)).toEqual([[expected]]);
  });
});

it('what a column has as a value is that value, and no count of its kinds', async () => {
  expect(await figures('how many rides took longer than 20 minutes?', 'and how many of those were casuals?')).toEqual([
    [2],
  ]);
});

it('how many of something is no amount of money', async () => {
  const bills = { bills: 'bill,paid on,Fee (USD)\nB1,2024-01-01,3\nB2,2024-06-02,4\n' };
  expect((await ask(bills, 'how many charges did we get in June?')).rows).not.toEqual([['4']]);
});

it('a name of the rows behind what chooses them says no more', async () => {
  expect(await figures('average reviews of the paid firms')).toEqual([[15]]);
});

it('rows for which something is missing are as many as are missing', async () => {
  expect(await figures('for how many rides is the number of reviews missing?')).toEqual([[1]]);
});

it.each(['do firms with more reviews get better stars?', 'do the reviews have anything to do with the stars?'])(
  'what goes along with what: %s',
  async (question) => {
    const { understood } = await ask(rides, question);
    expect(understood.kind === 'query' && understood.query.compute).toMatchObject([{ measure: 'correlation' }]);
  },
);

it('of two values set side by side the noun behind them says no more', async () => {
  const { rows } = await ask(rides, 'average stars of paid vs free firms');
  expect(rows.map(([kind, mean]) => [kind, Number(mean)])).toEqual([
    ['Free', 4.75],
    ['Paid', 3.75],
  ]);
});

it('which of them are affected is asked of what was counted', async () => {
  const { rows } = await ask(rides, 'how many rides have no reviews?', 'which firms are affected?');
  expect(rows.map(([firm]) => firm)).toEqual(['Dogwood']);
});
