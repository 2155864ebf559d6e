import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const shelter = {
  animals:
    'animal_id,name,species,weight_kg,age,arrived_on,left_on,year\n' +
    'A1,Rex,Dog,30,65,2024-01-01,2024-01-11,1987\nA2,Mia,Cat,4,12,2024-01-05,2024-01-25,1994\n' +
    'A3,Bo,Dog,24,70,2024-02-01,,1999\nA4,Lu,Rabbit,2,8,2024-02-03,2024-02-04,2003\n',
};
const awards = {
  medals: 'athlete,country,medal\nAda,Peru,Gold\nBen,Peru,Silver\nCem,Chile,Gold\nDan,Peru,Gold\nEve,Chile,Bronze\n',
};
const names =
  'Hill Dale Moor Glen Wood Lake Vale Reed Fern Cove Peak Rock Sand Dune Cape Bay Isle Ford Mill Rill Tarn Beck Fell Crag Howe'.split(
    ' ',
  );
const numbered = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('');
const shop = {
  clients: `client_id,client_name,town\n${numbered(25, (n) => `C${100 + n},Client ${names[n]},${n < 5 ? 'Bonn' : 'Kiel'}`)}`,
};
const belege = {
  belege: 'Belegnummer;Datum;Netto\nB-1;01.02.2024;1.500,00\nB-2;03.02.2024;2.400,50\nB-3;04.03.2024;900,00\n',
};

async function rowsOf(files: Parameters<typeof ask>[0], ...texts: string[]): Promise<unknown[][]> {
  const { rows, understood } = await ask(files, ...texts);
  expect(understood.kind, JSON.stringify(understood)).toBe('query');
  return rows.map((row) =>
    row.map((cell) => (cell !== null && cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell)),
  );
}

describe('what is listed is told by what it is called', () => {
  it.each<[Parameters<typeof ask>[0], string, unknown[]]>([
    [shelter, 'IDs of animals over 60', ['A1', 'A3']],
    [shelter, 'name of the oldest animal', ['Bo']],
    [shelter, 'names of the dogs', ['Rex', 'Bo']],
    [shelter, 'names of the 2 heaviest animals', ['Rex', 'Bo']],
    [shelter, 'animals heavier than 20, ids please', ['A1', 'A3']],
    [belege, 'Belege über 1.000 Euro netto, Belegnummern bitte', ['B-1', 'B-2']],
  ])('%# %s', async (files, question, expected) => {
    expect((await rowsOf(files, question)).map((row) => row[0])).toEqual(expected);
  });

  it('tells further columns beside the name', async () => {
    expect(await rowsOf(shelter, 'show name, species and weight of the 2 oldest animals')).toEqual([
      ['Bo', 'Dog', 24, 70],
      ['Rex', 'Dog', 30, 65],
    ]);
  });

  it('groups by no name that somebody only asks to see', async () => {
    const { understood } = await ask(shelter, 'names by species');
    expect(understood.kind).not.toBe('query');
  });
});

describe('stretches of numbers and years', () => {
  it.each([
    [
      'animals per decade',
      [
        [1980, 1],
        [1990, 2],
        [2000, 1],
      ],
    ],
    [
      'how many animals by weight in steps of 10',
      [
        [0, 2],
        [20, 1],
        [30, 1],
      ],
    ],
    [
      'number of animals by age in 10 year bands',
      [
        [0, 1],
        [10, 1],
        [60, 1],
        [70, 1],
      ],
    ],
    [
      'distribution of age in 50 year groups',
      [
        [0, 2],
        [50, 2],
      ],
    ],
  ])('%s', async (question, expected) => {
    expect(await rowsOf(shelter, question)).toEqual(expected);
  });
});

describe('verbs that say of rows no more than that there are some', () => {
  it.each([
    [awards, 'how many gold medals did Peru win', 2],
    [awards, 'how many medals were awarded to Chile', 2],
    [shop, 'how many clients live in Bonn', 5],
  ])('%# %s', async (files, question, expected) => {
    expect(await rowsOf(files, question)).toEqual([[expected]]);
  });

  it.each(['how many clients won in Bonn', 'how many clients complained in Bonn'])('%s says more', async (question) => {
    const { understood } = await ask(shop, question);
    expect(understood.kind).not.toBe('query');
  });
});

describe('of what there is most', () => {
  it('the heaviest kind is the one that is so on average', async () => {
    expect((await rowsOf(shelter, 'heaviest animal species'))[0]).toEqual(['Dog', 27]);
  });

  it('a number by itself is not the one of a row', async () => {
    const { rows } = await ask({ people: 'person_id,name,age\n1,Ada,30\n2,Ben,50\n3,Cem,40\n' }, 'the 2 oldest people');
    expect(rows.length).toBe(2);
  });
});
