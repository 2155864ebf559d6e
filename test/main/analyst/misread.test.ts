import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const of = (count: number, row: (at: number) => string) => Array.from({ length: count }, (_, at) => row(at)).join('\n');
const budget = {
  budget: `year,department,flow,character,amount_planned\n${of(
    24,
    (at) =>
      `${2023 + (at % 2)},${at % 3 ? 'Police' : 'Library'},${at % 4 === 3 ? 'Revenue' : 'Spending'},${at % 5 ? 'Salaries' : 'Capital Outlay'},${(at + 1) * 100}`,
  )}`,
};
const patients = {
  patients: `id,gender,smoking_status,stroke,bill\n${of(
    40,
    (at) =>
      `P${at},${at % 4 ? 'Male' : 'Female'},${at % 3 ? 'never smoked' : 'smokes'},${at % 5 ? 0 : 1},${100 + at * 7}`,
  )}`,
};
const homes = {
  homes: 'Address,Suburb,Price\n1 High St,Kew,900\n2 Low St,Sunshine,400\n3 Mid St,Kew,700\n4 End St,Sunshine,800\n',
};
const shipped = {
  shipments: `Shipment Mode,Freight Cost,Line Value\n${of(
    12,
    (at) => `${at % 2 ? 'Air' : 'Sea'},${at % 3 ? at * 10 : 'Freight Included in Price'},${at * 100}`,
  )}`,
};

async function read(files: Parameters<typeof ask>[0], ...texts: string[]) {
  const { understood, rows } = await ask(files, ...texts);
  const [first = []] = rows;
  return {
    kind: understood.kind,
    first: first.map((cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell))),
    rows,
  };
}

describe('a value that names an amount', () => {
  it.each([
    ['spending by department in 2024', ['Police', 4000]],
    ['how did capital outlay develop over the years?', [2023, 3300]],
    ['which departments spend more than 3000', ['Police', 14400]],
  ])('is told by the one figure of its rows: %s', async (question, expected) => {
    expect((await read(budget, question)).first).toEqual(expected);
  });

  it('is counted where somebody asks how many', async () => {
    expect((await read(budget, 'how many rows are spending')).first).toEqual([18]);
  });
});

describe('a share', () => {
  it('is of those who are named first where the second word is what they do', async () => {
    expect((await read(patients, 'What percentage of men smokes?')).first.slice(0, 2)).toEqual([10, 30]);
    expect((await read(patients, 'What percentage of men smokes?', 'what about women')).first.slice(0, 2)).toEqual([
      4, 10,
    ]);
  });

  it('of a rate in percent is that rate', async () => {
    const { rows } = await read(patients, 'Stroke rate in % by smoking status');
    expect(rows.map((row) => row.at(-1))).toEqual([3 / 14, 5 / 26]);
  });

  it('is no growth', async () => {
    const { kind, rows } = await read(budget, 'By how many percent does spending go up from 2023 to 2024?');
    expect(kind).toBe('query');
    expect(Number(rows.at(-1)?.at(-1))).toBe(-0.5);
  });
});

describe('a question that goes on from one row or from a count', () => {
  it('tells another column of that row', async () => {
    expect((await read(homes, 'Address of the cheapest property?', 'what suburb is it in')).first).toEqual([
      'Sunshine',
      400,
    ]);
  });

  it('asks for an amount with "how high", and for no count', async () => {
    expect((await read(homes, 'how many homes are in Kew?', 'how high is the total?')).first).not.toEqual([2]);
  });
});

describe('the most popular', () => {
  it.each([
    ['track,popularity\nA,3\nB,9\nB,1\nC,5\n', ['B', 9]],
    ['track,plays\nA,3\nB,9\nB,1\nC,5\n', ['B', 2]],
  ])('is so by a column that tells it, else there are most rows of it: %s', async (tracks, expected) => {
    const { first } = await read({ tracks }, 'what is the most popular track');
    expect(first).toEqual(expected);
  });
});

describe('what is not answered', () => {
  it.each([
    ['a percentage of whom nothing is known, as growth', patients, 'What percentage of the people drink?'],
    ['the beginning of the name of a column, as one of its values', shipped, 'average freight cost per shipment mode'],
    [
      'conditions that "or" joins, as if both had to hold',
      homes,
      'number of homes without a suburb or without a price',
    ],
  ])('%s', async (_, files, question) => {
    expect((await read(files, question)).kind).not.toBe('query');
  });
});
