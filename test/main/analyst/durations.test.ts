import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const rentals = {
  rentals:
    'rental_no,tool,picked_up,brought_back,deposit_eur,load_kg,start_weight_g\n' +
    '1,Drill,2024-03-01 08:00,2024-03-03 08:00,20,2,500\n2,Saw,2024-03-02 23:00,2024-03-06 23:00,30,4,700\n' +
    '3,Drill,2024-03-04 07:00,2024-03-05 07:00,20,3,600\n4,Ladder,2024-03-05 15:00,,35,5,900\n',
};
const contracts = {
  contracts:
    'contract_id,tariff,started on,cancelled on,seats\nA,Basic,2024-01-01,2024-01-31,3\nB,Basic,2024-01-01,2024-02-20,8\nC,Plus,2024-02-01,,5\n',
};
const bills = {
  bills: 'bill_no,invoice date,paid on,amount\nB1,2024-01-01,2024-01-11,10\nB2,2024-01-05,2024-01-25,20\n',
};
const wards = {
  wards:
    'name,ward,sex,age,height_cm\nAda,East,female,40,160\nBen,East,male,50,180\nCem,West,male,70,190\nDua,West,female,44,170\n',
};
const days = Array.from({ length: 28 }, (_, at) => `2024-02-${String(at + 1).padStart(2, '0')}`);
const spread = {
  spread: `day,region,total_cases\n${days
    .flatMap((day, at) => [`${day},North,${at * 10}`, `${day},South,${at * 25}`])
    .join('\n')}\n`,
};
const yearly = { yearly: 'year,tonnes\n2019,200\n2020,180\n2021,120\n2022,100\n' };
const shops = { takings: 'outlet,revenue,profit\nA,10,3\nB,20,-9\nB,5,4\nC,7,-2\n' };

async function figures(files: Parameters<typeof ask>[0], text: string): Promise<unknown[][]> {
  const { rows, understood } = await ask(files, text);
  expect(understood.kind, JSON.stringify(understood)).toBe('query');
  return rows.map((row) =>
    row.map((cell) => (cell !== null && cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell)),
  );
}

describe('how long something took is told by two dates', () => {
  it.each<[Parameters<typeof ask>[0], string, number]>([
    [contracts, 'average lifetime of contracts in days', 40],
    [contracts, 'average lifetime of Basic contracts', 40],
    [bills, 'average payment time', 15],
    [bills, 'average payment time in days (invoice date to paid on)', 15],
  ])('%# %s', async (files, question, expected) => {
    expect((await figures(files, question))[0]?.at(-1)).toBeCloseTo(expected, 6);
  });
});

describe('a figure is told in the unit that is asked for', () => {
  it('grams in kilograms', async () => {
    expect((await figures(rentals, 'average start weight in kg'))[0]?.at(-1)).toBeCloseTo(0.675, 6);
  });

  it('but not where the one cannot be made of the other', async () => {
    const { understood } = await ask(wards, 'average height in kg');
    expect(understood.kind).not.toBe('query');
  });
});

describe('how much more one is than the other', () => {
  it.each([
    ['how much taller are men than women', 20],
    ['how much older are the men than the women on average', 18],
  ])('%s', async (question, expected) => {
    const changes = (await figures(wards, question)).flat().map((cell) => Math.abs(Number(cell)));
    expect(changes.some((cell) => Math.abs(cell - expected) < 1e-6)).toBe(true);
  });

  it('a fall between two years sets the one beside the other', async () => {
    const rows = await figures(yearly, 'by how many percent did tonnes fall between 2019 and 2022');
    expect(rows.map(([year]) => year)).toEqual([2019, 2022]);
    expect(rows[1]?.map((cell) => Math.abs(Number(cell)))).toContain(0.5);
  });
});

describe('when a level was passed, and what lost most', () => {
  it('is the first day on which it was there', async () => {
    expect((await figures(spread, 'on which day did North pass 100 cases')).flat().map(String)).toEqual(['2024-02-11']);
  });

  it('the biggest loss is the least profit', async () => {
    expect((await figures(shops, 'which outlet made the biggest loss'))[0]).toEqual(['B', -5]);
  });
});

describe('stretches of numbers and of the day', () => {
  it.each<[string, number]>([
    ['rentals with 3 to 4 kg', 2],
    ['how many rentals between deposit 25 and 40', 2],
    ['how many rentals were picked up at night', 1],
    ['how many rentals of neither Saw nor Ladder', 2],
  ])('%s', async (question, expected) => {
    const rows = await figures(rentals, question);
    expect(
      rows.length === 1 && typeof rows[0]?.[0] === 'number' && rows[0].length === 1 ? rows[0][0] : rows.length,
    ).toBe(expected);
  });
});
