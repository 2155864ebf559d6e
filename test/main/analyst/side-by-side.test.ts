import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const council = {
  council:
    'Ward,Area,Ballots Cast,Okonkwo,Keller,Invalid\nW1,North,100,60,35,5\nW2,North,80,20,55,5\nW3,South,50,30,20,0\nW4,South,90,45,40,5\n',
};
const gems = {
  gems: 'cut,carat,price\nFair,0.5,900\nGood,1.2,4000\nGood,1.5,9000\nFair,2.0,3000\n',
};
const poll = {
  poll: 'Person,Tariff,How likely are you to recommend us? (0-10),Sex\nP1,Free,9,m\nP2,Free,7,f\nP3,Plus,2,f\nP4,Plus,4,f\n',
};

async function cells(files: Parameters<typeof ask>[0], ...texts: string[]): Promise<unknown[][]> {
  const { rows, understood } = await ask(files, ...texts);
  expect(understood.kind, JSON.stringify(understood)).toBe('query');
  return rows.map((row) =>
    row.map((cell) => (cell !== null && cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell)),
  );
}

describe('two columns of one kind, called by names', () => {
  it.each<[string, number]>([
    ['in how many wards did Okonkwo get more votes than Keller', 3],
    ['in how many wards did Okonkwo get fewer votes than Keller', 1],
    ['how many votes did Keller get in South', 60],
    ['Keller votes in North', 90],
  ])('%s', async (question, expected) => {
    expect(await cells(council, question)).toEqual([[expected]]);
  });
});

describe('two things that are asked for at once', () => {
  it('are counted side by side, and told in percent', async () => {
    expect(await cells(gems, 'how many fair and how many good gems')).toEqual([
      ['Fair', 2],
      ['Good', 2],
    ]);
    const shares = await cells(gems, 'how many Fair and how many Good gems', 'in percent?');
    expect(shares.map((row) => row.at(-1))).toEqual([0.5, 0.5]);
  });

  it('a word that says what is compared is not of the column before it', async () => {
    expect(await cells(gems, 'how many gems weigh more than 1 carat but cost less than 5000')).toEqual([[2]]);
  });
});

it('a column with a question is found by what it asks', async () => {
  expect(await cells(poll, 'average likelihood to recommend by tariff')).toEqual([
    ['Free', 8],
    ['Plus', 3],
  ]);
});
