import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const calls = {
  service_calls:
    'Unique Key,Complaint Type,Caller type,District,Outcome,Opened\n' +
    '1,Noise,Owner,North,done,2024-01-05\n2,Noise - Party,Tenant,North,done,2024-01-09\n3,Noise - Street,Tenant,South,open,2024-02-01\n' +
    '4,Water,Owner,South,open,2024-02-03\n5,Water - Leak,Tenant,South,done,2024-02-07\n6,Rubbish,Tenant,North,open,2024-03-01\n',
};
const tracks = {
  tracks:
    'track,genre,duration_ms,mass_g,span\nA,rock,240000,500,3\nB,rock,120000,1500,4\nC,folk,180000,900,5\nD,folk,60000,2500,6\n',
};
const shops = {
  customers: 'customer_id,name,signed_up\nC1,Ada,2020-03-01\nC2,Ben,2021-05-01\n',
  orders: 'order_id,customer_id,ordered_on,profit\nO1,C1,2020-04-01,5\nO2,C2,2020-06-01,7\nO3,C1,2021-02-01,11\n',
};

const scores = {
  scores_2022: 'country,score\nPeru,4.5\nChile,5.5\nCuba,6.5\n',
  scores_2023: 'country,score\nPeru,4.1\nChile,5.9\nCuba,6.1\n',
};

async function read(files: Parameters<typeof ask>[0], ...texts: string[]) {
  const { understood, rows } = await ask(files, ...texts);
  const cells = rows.map((row) =>
    row.map((cell) => (cell === null || Number.isNaN(Number(cell)) ? cell : Number(cell))),
  );
  return { kind: understood.kind, cells };
}

describe('what rows are of is counted by rows, and no different values of a column that says of which kind', () => {
  it.each<[string, unknown[][]]>([
    ['how many complaints are there?', [[6]]],
    ['how many complaint types are there?', [[6]]],
    [
      'number of complaints by outcome',
      [
        ['done', 3],
        ['open', 3],
      ],
    ],
    ['how many different caller types are there', [[2]]],
  ])('%s', async (question, cells) => {
    expect((await read(calls, question)).cells.toSorted()).toEqual(cells);
  });
});

describe('a value that others tell more closely', () => {
  it('stands for all of them, where it is written as a word', async () => {
    expect((await read(calls, 'how many noise complaints')).cells).toEqual([[3]]);
  });

  it.each(['how many Noise complaints', 'how many water complaints'])('may be itself alone: %s', async (question) => {
    expect((await read(calls, question)).kind).toBe('open');
  });
});

describe('figures in a unit', () => {
  it.each<[string, unknown]>([
    ['average duration of rock in minutes', 3],
    ['how many tracks are longer than 2.5 minutes', 2],
    ['how many tracks have a mass above 1 kg', 2],
    ['average mass in kg', 1.35],
  ])('%s', async (question, figure) => {
    expect((await read(tracks, question)).cells.at(-1)?.at(-1)).toBe(figure);
  });

  it('are in millions where the column is', async () => {
    const films = { films: 'film,gross\nA,82.5\nB,3.1\nC,5.2\n' };
    expect((await read(films, 'how many films have a gross of more than 5 million')).cells).toEqual([[2]]);
  });

  it('are not told where nobody knows in which unit the column is', async () => {
    expect((await read(tracks, 'average span in minutes')).kind).not.toBe('query');
  });
});

it('an amount is what a top is by, and no group', async () => {
  expect((await read(tracks, 'top 2 by mass')).cells.map(([name]) => name)).toEqual(['D', 'B']);
});

describe('a question is not answered', () => {
  it.each<[Parameters<typeof ask>[0], string]>([
    [shops, 'profit from customers who signed up in 2020'],
    [tracks, 'genre by genre crew'],
    [scores, 'compare the scores of Peru and Chile over both years'],
    [calls, 'which caller types are in North but not in South?'],
    [tracks, 'where was the longest track?'],
  ])('%j without what one of its words asks for: %s', async (files, question) => {
    expect((await read(files, question)).kind).not.toBe('query');
  });
});

describe('what several rows are of, by the last word of its number', () => {
  const lines = {
    lines:
      'SalesOrderID,SalesOrderDetailID,ProductName,OrderQty,LineTotal\n51,1,Bike,2,20.00\n51,2,Helmet,1,5.00\n52,3,Bike,1,10.00\n53,4,Lamp,3,6.00\n',
  };
  it.each<[string, number]>([
    ['How many orders are there?', 3],
    ['how many orders have a bike?', 2],
    ['total revenue', 41],
  ])('is counted: %s', async (question, expected) => {
    const { rows } = await ask(lines, question);
    expect(Number(rows[0]?.at(-1))).toBeCloseTo(expected, 5);
  });
});
