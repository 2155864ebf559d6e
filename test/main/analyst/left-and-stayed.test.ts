import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const staff = {
  staff:
    'Badge,Age,Attrition,Site\n11,30,Yes,Oslo\n12,40,No,Oslo\n13,50,Yes,Bergen\n14,20,No,Bergen\n15,60,No,Oslo\n16,35,No,Oslo\n',
};
const ballot = {
  council:
    'Ward,Area,Ballots Cast,Okonkwo,Marsh,Invalid\nW1,North,100,60,35,5\nW2,North,80,20,55,5\nW3,South,50,30,20,0\nW4,South,90,45,40,5\n',
};
const rooms = {
  listings:
    'id,name,room_type,price,minimum_nights,calculated_host_listings_count\n901,A,Private,30,2,4\n902,B,Whole,,1,4\n903,C,Private,50,30,9\n904,D,Whole,90,3,1\n',
};

async function cells(files: Parameters<typeof ask>[0], ...texts: string[]): Promise<unknown[][]> {
  const { rows, understood } = await ask(files, ...texts);
  expect(understood.kind, JSON.stringify(understood)).toBe('query');
  return rows.map((row) =>
    row.map((cell) => (cell !== null && cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell)),
  );
}

describe('who left and who stayed, where a column says yes or no to it', () => {
  it.each<[string[], number]>([
    [['how many have left'], 2],
    [['average age of those who left'], 40],
    [['average age of those who left', 'and of those who stayed?'], 38.75],
  ])('%j', async (texts, expected) => {
    expect((await cells(staff, ...texts))[0]?.[0]).toBe(expected);
  });

  it('the one beside the other', async () => {
    const rows = await cells(staff, 'average age of employees who left vs those who stayed');
    expect(rows.map((row) => row[1])).toEqual([40, 38.75]);
  });
});

describe('columns that are called by the names of those they count for', () => {
  it.each<[string[], unknown[][]]>([
    [['total votes for Okonkwo'], [[155]]],
    [['total votes for Okonkwo', 'and for Marsh?'], [[150]]],
    [
      ['Marsh votes by area'],
      [
        ['North', 90],
        ['South', 60],
      ],
    ],
  ])('%j', async (texts, expected) => {
    expect(await cells(ballot, ...texts)).toEqual(expected);
  });
});

describe('how many there are is no number of one', () => {
  it('listings are counted, where a column counts those of each host', async () => {
    expect(await cells(rooms, 'how many listings per room type')).toEqual([
      ['Private', 2],
      ['Whole', 2],
    ]);
    expect(await cells(rooms, 'number of listings without a price')).toEqual([[1]]);
  });
});
