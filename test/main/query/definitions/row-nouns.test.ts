import { describe, expect, it } from 'vitest';
import { derive } from '../../../../src/main/query/definitions';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();

async function definitionsOf(source: string, lines: readonly string[]) {
  const { profile } = await data.read(`${lines.join('\n')}\n`, source);
  return derive({ profile, table: 'data', source });
}

describe('a row is called', () => {
  it.each<[string, string[], string | undefined]>([
    ['otters.csv', ['tag,length', 'A,10', 'A,12'], 'otter'],
    ['FAOSTAT_data_en.csv', ['area,value', 'A,10', 'A,12'], undefined],
    ['payroll.csv', ['area,value', 'A,10', 'A,12'], undefined],
    ['HRDataset_v14.csv', ['Employee_Name,EmpID', 'Ann,1001', 'Ben,1002'], 'employee'],
    ['hubspot-all-contacts.csv', ['Record ID,Email', '7001,a@x.de', '7002,b@x.de'], 'contact'],
    ['Vertraege_2024.csv', ['Sparte;Beitrag', 'Kfz;10', 'Kfz;12'], 'vertrag'],
  ])('by %s', async (source, lines, noun) => {
    expect((await definitionsOf(source, lines)).entity[0]).toBe(noun);
  });
});

describe('numbers', () => {
  const of = async (name: string, value: (at: number) => number) => {
    const lines = Array.from({ length: 60 }, (_, at) => `P${at % 7},${value(at)}`);
    return (await definitionsOf('x.csv', [`place,${name}`, ...lines])).fields[1];
  };

  it.each<[string, (at: number) => number]>([
    ['new_accounts', (at) => at + 3],
    ['documents', (at) => at + 3],
    ['plants', (at) => at + 3],
    ['employment', (at) => 150_000 + at * 84],
    ['pressure_pa', (at) => 101_300 + at],
    ['visitors', (at) => 150_000 + at],
  ])('of %s say how many or how much', async (name, value) => {
    expect(await of(name, value)).toMatchObject({ role: 'measure' });
  });

  it.each<[string, (at: number) => number]>([
    ['account', (at) => 4000 + at],
    ['plant no', (at) => 1000 + at],
    ['Sachkonto', (at) => 4000 + at],
    ['Kostenstelle', (at) => 4000 + at],
    ['ticket', (at) => 4_500_017_803 + at * 2],
    ['order', (at) => 4_500_017_803 + at * 2],
    ['lfdzahl', (at) => 4_500_017_803 + at * 2],
  ])('of %s name something', async (name, value) => {
    expect(await of(name, value)).toMatchObject({ role: 'id', addsUp: 'never' });
  });
});

describe('numbers that name something', () => {
  const orders = [
    'Einkaufsbeleg;Position;Belegdatum;Werk;Nettobestellwert;Währung',
    ...Array.from(
      { length: 40 },
      (_, at) =>
        `${4500017803 + Math.floor(at / 2)};${(at % 2) * 10 + 10};${(Math.floor(at / 2) % 28) + 1}.01.2024;${1000 + (at % 3) * 100};${at * 10 + 5},50;EUR`,
    ),
  ];

  it('are no amounts, whatever their names are put together of', async () => {
    const { fields, things } = await definitionsOf('ME2N_Bestellungen.csv', orders);
    const field = (id: string) => fields.find((one) => one.id === id);
    expect(field('Einkaufsbeleg')).toMatchObject({ role: 'id', addsUp: 'never' });
    expect(field('Werk')).toMatchObject({ role: 'dimension', addsUp: 'never' });
    expect(field('Nettobestellwert')).toMatchObject({ addsUp: 'always', unit: { kind: 'currency', code: 'EUR' } });
    expect(things[0]).toMatchObject({ key: 'Einkaufsbeleg', nouns: expect.arrayContaining(['bestellung']) });
  });

  it('are of what the file says that its rows are of, where their own name says nothing', async () => {
    const places = ['Birch;Brooklyn;Main St', 'Domino;Queens;Hill St', 'Sushi Ko;Bronx;West St', 'Taco;Bronx;East St'];
    const lines = places.flatMap((place, at) =>
      [1, 2, 3].map((visit) => `${41000000 + at * 971};${place};2024-0${visit}-1${at};${visit * 7 + at}`),
    );
    const { fields, entity } = await definitionsOf('Restaurant_Inspection_Results.csv', [
      'CAMIS;DBA;BORO;STREET;INSPECTION DATE;SCORE',
      ...lines,
    ]);
    expect(entity[0]).toBe('inspection');
    expect(fields[0]).toMatchObject({ role: 'id', addsUp: 'never', synonyms: expect.arrayContaining(['restaurant']) });
    expect(fields.map(({ title }) => title)).toEqual(expect.arrayContaining(['Business name', 'Borough']));
  });

  it('and dates are called by two words where a capital is missing between them', async () => {
    const { fields } = await definitionsOf('x.csv', ['k,DateofHire', 'a,5/10/2011', 'b,6/12/2012']);
    expect(fields[1]?.title).toBe('Date of hire');
  });

  it('and lists are of what they list, where that is a kind of thing', async () => {
    const lines = ['Ort;Zahl', 'Rom;1', 'Oslo;2', 'Rom;3'];
    expect((await definitionsOf('Ladesaeulenregister.csv', lines)).entity).toContain('ladesäule');
    expect((await definitionsOf('Kundenliste.csv', lines)).entity).toContain('kunde');
    expect((await definitionsOf('Preisliste.csv', lines)).entity).toEqual([]);
  });
});
