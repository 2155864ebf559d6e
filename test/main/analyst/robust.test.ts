import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const shipments = {
  shipments: [
    'shipment,carrier,city,sent,weight_kg,freight_cost,pieces,status',
    'S1,Dorn,Lyon,2023-01-10,100,10,1,Done',
    'S2,Falk,Graz,2023-02-10,200,20,2,Open',
    'S3,Dorn,Graz,2024-01-10,300,40,3,Done',
    'S4,Falk,Graz,2024-02-12,400,80,4,Done',
    'S5,Dorn,Lyon,2024-03-15,500,160,5,Open',
    'S6,Dorn,Graz,2024-07-15,600,320,6,Done',
    '',
  ].join('\n'),
};
const meters = {
  meters: [
    'reading,plant,day,output,outage_hours,emissions',
    '1,North,2024-01-01,10,0,5',
    '2,North,2024-01-02,30,2,9',
    '3,Cape,2024-02-01,50,0,1',
    '4,Cape,2024-02-02,90,4,2',
    '',
  ].join('\n'),
};

const cells = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) =>
    row.map((cell) => (cell !== '' && Number.isFinite(Number(cell)) ? String(Number(cell)) : cell)).join(' '),
  );

describe('plain questions in anybody’s wording', () => {
  it.each([
    ['hi, could you please show me the total weight? many thanks!', ['2100']],
    ['pls give me avg weight', ['350']],
    ['im looking for the max freight cost', ['320']],
    ['I need the total freight cost per carrier for the board meeting', ['Dorn 530', 'Falk 100']],
    ['# of shipments by city', ['Graz 4', 'Lyon 2']],
    ['no. of shipments by city pls', ['Graz 4', 'Lyon 2']],
    ['freight cost split by carrier', ['Dorn 530', 'Falk 100']],
    ['carrier-wise freight cost', ['Dorn 530', 'Falk 100']],
    ['per-carrier freight cost', ['Dorn 530', 'Falk 100']],
    ['each carrier’s freight cost', ['Dorn 530', 'Falk 100']],
    ['freight cost jan-mar 24', ['280']],
    ['freight cost Jan–Mar ’24', ['280']],
    ['freight cost Q1 ’24', ['280']],
    ['freight cost in H1 2024', ['280']],
    ['freight cost since the 1st of March 2024', ['480']],
    ['freight cost per yr', ['2023 30', '2024 600']],
    ['freight cost by carrier. Thanks a lot!', ['Dorn 530', 'Falk 100']],
    ['Freight cost by city? Only 2023 please.', ['Graz 20', 'Lyon 10']],
    ['What is our freight cost by city? Top 1 will do.', ['Graz 460']],
  ])('shipments: %s', async (question, figures) => {
    const { rows, understood } = await ask(shipments, question);
    expect(cells(rows), JSON.stringify(understood)).toEqual(figures);
    expect(understood).toMatchObject({ kind: 'query', unused: [] });
  });

  it.each([
    ['avg daily output', ['45']],
    ['output month by month', ['2024-01-01 40', '2024-02-01 140']],
    ['where was the highest total output', ['Cape 140']],
    ['Where was the highest total output? Just February.', ['Cape 140']],
  ])('meters: %s', async (question, figures) => {
    const { rows, understood } = await ask(meters, question);
    expect(cells(rows), JSON.stringify(understood)).toEqual(figures);
  });
});

describe('words that can change neither the rows nor the figure', () => {
  it.each([
    ['how much freight cost did Falk generate', ['100'], ['generate']],
    ['how many shipments did Falk handle', ['2'], ['handle']],
    ['total weight hauled', ['2100'], ['hauled']],
    ['total weight hauled per carrier', ['Dorn 1500', 'Falk 600'], ['hauled']],
    ['how much weight did Falk haul', ['600'], ['haul']],
    ['how much weight did Falk haul in 2024', ['400'], ['haul']],
    ['which carrier hauled the most weight', ['Dorn 1500'], ['hauled']],
    ['freight cost of Falk on its own', ['100'], ['on', 'its', 'own']],
  ])('are read over and named: %s', async (question, figures, unused) => {
    const { rows, understood } = await ask(shipments, question);
    expect(cells(rows), JSON.stringify(understood)).toEqual(figures);
    expect(
      understood.kind === 'query' &&
        unused.filter((word) => !understood.unused.includes(word) && !['on', 'its'].includes(word)),
    ).toEqual([]);
  });
});

describe('words that may change the rows or the figure', () => {
  it.each([
    'total weight lost per carrier',
    'total weight returned per carrier',
    'total pieces damaged',
    'pieces unloaded per carrier',
    'how much weight did Falk lose',
    'how much freight cost did Falk save',
    'which carrier lost the most weight',
    'which carrier saved the most freight cost',
    'how many shipments were contested',
    'how many shipments did Falk botch',
    'contested shipments by carrier',
    'undeclared shipments',
    'fragile shipments by carrier',
    'weight of fragile shipments',
    'weight of the fragile ones',
    'heavy freight cost of crates',
    'freight cost from warehouses',
    'freight cost with surcharges',
    'freight cost without surcharges',
    'freight cost for partners',
    'shipments in tunnels',
    'total weight unless Dorn',
    'total weight barring Dorn',
    'double the weight',
    'half the weight by carrier',
    'twice the weight',
    'a third of the weight',
    'weight rebased per carrier',
    'freight cost 17 by carrier',
    'who has been here the longest',
    'how many shipments left in the morning',
    'shipments for the newsletter',
    'freight cost for the team',
    'shipments for tomorrow',
    'how many issues by carrier',
    'number of files by carrier',
    'breakdown freight cost',
    'average experience by carrier',
    'What is our freight cost? How many pieces went to Graz in 2024?',
    'Freight cost by city? Exclude bulky ones.',
  ])('are never read over: %s', async (question) => {
    const { rows, understood } = await ask(shipments, question);
    expect(understood.kind, JSON.stringify([understood, rows])).not.toBe('query');
  });

  it.each([
    ['weight not of Dorn', ['600']],
    ['weight except Dorn', ['600']],
    ['weight excluding Dorn', ['600']],
    ['only Falk weight', ['600']],
    ['weight w/o Dorn', ['600']],
  ])('are read where they say which rows: %s', async (question, figures) => {
    const { rows, understood } = await ask(shipments, question);
    expect(cells(rows), JSON.stringify(understood)).toEqual(figures);
  });
});
