import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const guests = {
  guests:
    'guest_id,name,sex,age,country,weight_g,bill\n' +
    'G1,Ada,female,71,Peru,60000,10\nG2,Ben,male,66,Chile,80000,20\nG3,Cem,male,23,Peru,70000,30\n' +
    'G4,Dua,female,31,Chile,50000,40\nG5,Eve,female,19,Peru,55000,50\n',
};
const sold = {
  sold: 'invoice,item,quantity,unit_price,day\nI1,Pen,3,2.00,2024-01-01\nI1,Cup,1,5.00,2024-01-01\nI2,Pen,10,1.50,2024-02-01\n',
};

/** What the last of these questions comes to, its figures as numbers; and what it was read with. */
async function last(files: Parameters<typeof ask>[0], ...texts: string[]) {
  const { rows, understood } = await ask(files, ...texts);
  expect(understood.kind, JSON.stringify(understood)).toBe('query');
  const cells = rows.map((row) =>
    row.map((cell) => (cell !== null && cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell)),
  );
  return { cells, before: understood.kind === 'query' ? understood.before : null };
}

describe('a question that only changes the one before', () => {
  it.each<[string[], unknown[][]]>([
    [['how many guests over 60', 'over 70?'], [[1]]],
    [['how many guests over 60', 'less than 30?'], [[2]]],
    [['IDs of guests over 60', 'only women'], [['G1']]],
    [['name of the oldest guest', 'the youngest?'], [['Eve', 19]]],
    [['name of the oldest guest', 'in Chile?'], [['Ben', 66]]],
    [
      ['names of the 3 oldest guests', 'top 2'],
      [
        ['Ada', 71],
        ['Ben', 66],
      ],
    ],
  ])('%j', async (texts, expected) => {
    const { cells, before } = await last(guests, ...texts);
    expect(cells).toEqual(expected);
    expect(before).toBe(texts.at(-2));
  });

  it('asks for another unit', async () => {
    const { cells } = await last(guests, 'average weight by sex', 'in kg');
    expect(cells.map((row) => row.at(-1))).toEqual([75, 55]);
  });

  it('a bound is no year that the data does not have', async () => {
    const file = { jobs: 'job,started,amount\n1,2024-01-01,1500\n2,2024-02-01,2500\n3,2024-03-01,900\n' };
    const { cells } = await last(file, 'how many jobs with amount over 1000', 'over 2000?');
    expect(cells).toEqual([[1]]);
  });
});

describe('what was sold', () => {
  it('comes to quantity times price where no column holds it', async () => {
    expect((await last(sold, 'total revenue')).cells).toEqual([[26]]);
    expect((await last(sold, 'revenue by item')).cells.map((row) => row.at(-1))).toEqual([21, 5]);
  });
});
