import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const lines = [
  'Document No.,Line No.,Customer,Company Location,Ordered,Quantity,Amount,Currency,Usage,Open bags,All bags',
  'O1,10000,Ash,Kiel,2024-01-05,2,30,eur,3,1,4',
  'O1,20000,Ash,Kiel,2024-01-05,1,60,eur,4,2,5',
  'O2,10000,Bell,Bonn,2024-02-06,7,90,usd,5,3,6',
  'O3,10000,Cole,Bonn,2024-03-07,-2,20,usd,6,1,7',
  '',
].join('\n');
const figures = [
  'country,operation,unit,year,value',
  'Spain,Recycling,Tonnes,2022,10',
  'Spain,Landfill,Tonnes,2022,20',
  'Spain,Recycling,Kilograms per capita,2022,3',
  'Malta,Recycling,Tonnes,2022,40',
  '',
].join('\n');
const meters = [
  'Datum,Medium,Gebäude,Verbrauch',
  '2024-01-31,Strom,Rathaus,10',
  '2024-01-31,Gas,Rathaus,70',
  '2024-02-29,Strom,Schule,20',
  '',
].join('\n');

describe('a question whose words and reading do not meet', () => {
  it.each<[string, Record<string, string>]>([
    ['how many lines over 5 have a quantity over 1?', { lines }],
    ['which customers ordered for more than 20?', { lines }],
    ['how much did those cost in total', { lines }],
    ['recycling in Spain', { figures }],
    ['what share of operations in Spain is recycling', { figures }],
  ])('is not answered silently: %s', async (question, files) => {
    const { understood } = await ask(files, question);
    expect(understood.kind, JSON.stringify(understood)).not.toBe('query');
  });

  it.each<[string, Record<string, string>, unknown]>([
    ['how many lines have a quantity below -1?', { lines }, 1],
    ['how many lines in euros?', { lines }, 2],
    ['What portion of all bags are open bags?', { lines }, 7 / 22],
    ['Wie hoch war der Stromverbrauch?', { meters }, 30],
  ])('is answered by what it says: %s', async (question, files, expected) => {
    const { understood, rows } = await ask(files, question);
    expect(Number(rows?.[0]?.at(-1)), JSON.stringify(understood)).toBeCloseTo(Number(expected), 6);
  });
});
