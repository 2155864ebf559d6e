import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();

async function columnOf(values: readonly string[]) {
  const lines = values.map((value, at) => `${at}\t${value}`);
  const { profile, query } = await data.read(`n\tv\n${lines.join('\n')}\n`, 'data.tsv');
  const column = profile.columns[1];
  if (!column) throw new Error('the column is gone');
  const read = (await query('SELECT v FROM data ORDER BY n')).flat();
  return { column, read, codes: column.readAs.map(({ code }) => code) };
}

describe('numbers within text are numbers', () => {
  it.each<[string, string[], unknown[], string]>([
    ['minutes', ['90 min', '142 min', '7 min'], [90, 142, 7], 'unit_removed'],
    ['minutes in several ways', ['90 min', '1 minute', '142 mins'], [90, 1, 142], 'unit_removed'],
    ['kilograms behind digits', ['5.5kg', '10.25kg'], ['5.50', '10.25'], 'unit_removed'],
    ['millions of dollars', ['$56.7M', '$147.5M', '$0.05M'], [56_700_000, 147_500_000, 50_000], 'multiples'],
    ['thousands', ['50k', '1.2k', '950'], [50_000, 1_200, 950], 'multiples'],
    ['German millions', ['5,2 Mio. €', '12 Mio. €', '1,5 Mrd. €'], [5_200_000, 12_000_000, 1_500_000_000], 'multiples'],
    ['subscribers', ['10M', '2.5M', '400K'], [10_000_000, 2_500_000, 400_000], 'multiples'],
    ['hours and minutes', ['1h 30m', '45 min', '2 h', '10h05m'], [90, 45, 120, 605], 'unit_removed'],
    ['minutes and seconds', ['3m 20s', '45s', '1h'], [200, 45, 3600], 'unit_removed'],
    ['percent', ['12 %', '3 %'], ['0.12', '0.03'], 'percent_as_fraction'],
    ['degrees', ['21.5 °C', '-3.0 °C'], ['21.5', '-3.0'], 'unit_removed'],
  ])('%s', async (_what, values, expected, code) => {
    const { read, codes } = await columnOf(values);
    expect(read).toEqual(expected);
    expect(codes).toContain(code);
  });

  it.each<[string, string[]]>([
    ['seats', ['12A', '14B', '1C', '2D']],
    ['places of a race', ['1st', '2nd', '3rd', '4th']],
    ['events', ['100m Freestyle', '200m Butterfly']],
    ['addresses', ['12 Main Street', '14 Main Street']],
    ['codes', ['B12', 'B14', 'C1']],
  ])('%s are none', async (_what, values) => {
    const { column, read } = await columnOf(values);
    expect(column.type).toBe('text');
    expect(read).toEqual(values);
  });
});

it.each<[string, string]>([
  ['behind a digit', `1${' '.repeat(300)}!`],
  ['before one', `${' '.repeat(300)}1x!`],
  ['behind an hour', `1h${' '.repeat(300)}!`],
])('very many blanks %s take no time to be told from a number', async (_where, text) => {
  const { column, read } = await columnOf(Array.from({ length: 3_000 }, () => text));
  expect(column.type).toBe('text');
  expect(read[0]).toBe(text.trim());
});

it('blanks between a sign and its number are none of it', async () => {
  const { read } = await columnOf(['$       10.00', '$    1,250.50']);
  expect(read).toEqual(['10.00', '1250.50']);
});

describe('numbers in several units', () => {
  it.each<[string, string[], string[]]>([
    ['dollars and euros', ['$10', '€20'], ['EUR', 'USD']],
    ['codes of currencies', ['10 EUR', '20 CHF', '5 EUR'], ['CHF', 'EUR']],
    ['kilograms and pounds', ['5 kg', '10 lb', '7 kg'], ['kg', 'lb']],
    ['millions of dollars and euros', ['$10M', '€20M'], ['EUR', 'USD']],
  ])('are not added up: %s', async (_what, values, units) => {
    const { column, read } = await columnOf(values);
    expect(column.type).toBe('text');
    expect(read).toEqual(values);
    const [note] = column.readAs;
    expect(note?.code === 'mixed_units' && note.units.toSorted()).toEqual(units);
  });

  it('that come late are told as odd, and not added up', async () => {
    const values = Array.from({ length: 25_000 }, (_, at) => (at === 24_990 ? '€20.00' : '$10.00'));
    const { profile, query } = await data.read(`v\n${values.join('\n')}\n`);
    expect(profile.columns[0]).toMatchObject({ type: 'decimal', unit: { code: 'USD' }, odd: { count: 1 } });
    expect(await query('SELECT sum(v) FROM data')).toEqual([['249990.00']]);
  });

  it('a sign and the code of the same currency are one', async () => {
    const { column, read } = await columnOf(['€ 5.00', '7.50 EUR', '€1.25']);
    expect(read).toEqual(['5.00', '7.50', '1.25']);
    expect(column.unit).toEqual({ kind: 'currency', code: 'EUR' });
  });
});

describe('dates', () => {
  it.each<[string, string[], string[]]>([
    ['month, day and year', ['Jan 1 2000', 'Feb 12 2001'], ['2000-01-01', '2001-02-12']],
    ['with a long month', ['1 January 2000', '12 February 2001'], ['2000-01-01', '2001-02-12']],
    ['in German', ['1. März 2020', '12. Dezember 2021', '3. Mai 2020'], ['2020-03-01', '2021-12-12', '2020-05-03']],
    ['with points and commas', ['Jan. 1, 2000', 'Sept. 12, 2001'], ['2000-01-01', '2001-09-12']],
    ['of months', ['2020-01', '2020-12'], ['2020-01-01', '2020-12-01']],
    ['of months in words', ['January 2020', 'May 2021'], ['2020-01-01', '2021-05-01']],
    ['of German months', ['Januar 2020', 'Okt 2021'], ['2020-01-01', '2021-10-01']],
    ['of months before a year', ['01/2020', '12/2020'], ['2020-01-01', '2020-12-01']],
    ['of quarters', ['2020Q1', '2020Q4'], ['2020-01-01', '2020-10-01']],
    ['of quarters in front', ['Q1 2020', 'Q3 2021'], ['2020-01-01', '2021-07-01']],
    ['of the last century', ['Sep-63', 'Oct-63', 'Jan-64'], ['1963-09-01', '1963-10-01', '1964-01-01']],
    ['around the end of a century', ['Sep-98', 'Oct-02'], ['1998-09-01', '2002-10-01']],
    ['of births', ['12/31/46', '01/15/72'], ['1946-12-31', '1972-01-15']],
    ['with points', ['31.12.2024', '01.02.2025'], ['2024-12-31', '2025-02-01']],
  ])('%s', async (_what, values, expected) => {
    const { column, read } = await columnOf(values);
    expect(column.type).toBe('date');
    expect(read).toEqual(expected);
  });

  it('that are months or quarters say so', async () => {
    expect((await columnOf(['2020-01', '2020-12'])).codes).toContain('month_as_first_day');
    expect((await columnOf(['2020Q1', '2020Q4'])).codes).toContain('quarter_as_first_day');
    expect((await columnOf(['Sep-63', 'Jan-64'])).column.readAs).toContainEqual({
      code: 'two_digit_years',
      from: 1914,
      to: 2013,
    });
  });
});

describe('times', () => {
  it.each<[string, string[], string[]]>([
    ['with months in words between slashes', ['26/Jun/24 1:21 PM', '01/Apr/24 10:05 AM'], ['2024-06-26', '2024-04-01']],
    [
      'with a blank before the offset',
      ['2024-06-28 12:45:58 -0400', '2024-01-03 15:08:02 -05:00'],
      ['2024-06-28', '2024-01-03'],
    ],
    ['in UTC by its name', ['2024-06-28 12:45:58 UTC', '2024-01-03 15:08:02 UTC'], ['2024-06-28', '2024-01-03']],
  ])('%s', async (_what, values, expected) => {
    const { column, read } = await columnOf(values);
    expect(column.type).toBe('timestamp');
    expect(read.map((value) => String(value).slice(0, 10))).toEqual(expected);
  });

  it('of years with two digits are not told by their minutes', async () => {
    const { column } = await columnOf(['1/Jun/24 13:21', '2/Jun/24 13:59', '3/Jun/24 13:47']);
    expect(column.readAs.flatMap((one) => (one.code === 'two_digit_years' ? [one.to] : []))).toEqual([2073]);
  });
});

it('words for what was never measured leave a column its numbers, however many there are', async () => {
  const { column, read } = await columnOf(['57', 'Abs', '70', 'Abs', '81', '44', '39']);
  expect(column).toMatchObject({ type: 'integer', odd: { count: 2 } });
  expect(read).toEqual([57, null, 70, null, 81, 44, 39]);
});

it('a column with more other words than numbers is text', async () => {
  const { column } = await columnOf(['57', 'Ground', '70', 'Ground', '81', '44', '39']);
  expect(column.type).toBe('text');
});

describe('what stands for no value', () => {
  it.each<[string, string[], unknown[]]>([
    ['NA in text', ['male', 'female', 'NA'], ['male', 'female', null]],
    ['a dash in text', ['red', '-', 'blue'], ['red', null, 'blue']],
    ['a point in numbers', ['1.5', '.', '2.5'], ['1.5', null, '2.5']],
    ['n.a. in numbers', ['1', 'n.a.', '2'], [1, null, 2]],
    ['n.a. in text', ['red', 'n.a.', 'blue'], ['red', null, 'blue']],
    ['k.A. in text', ['rot', 'k.A.', 'blau'], ['rot', null, 'blau']],
  ])('%s', async (_what, values, expected) => {
    expect((await columnOf(values)).read).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['NA among countries', ['DE', 'NA', 'FR', 'US']],
    ['signs among signs', ['+', '-', '+', '++']],
    ['None among kinds', ['None', 'Basic', 'Full']],
  ])('is not %s', async (_what, values) => {
    expect((await columnOf(values)).read).toEqual(values);
  });
});

it('values that differ in nothing but blanks around them are the same, and that is told', async () => {
  const { profile, query } = await data.read('city,n\nParis,1\n" Paris",2\nParis ,3\nRome,4\n');
  expect(await query('SELECT city, sum(n) FROM data GROUP BY 1 ORDER BY 1')).toEqual([
    ['Paris', 6],
    ['Rome', 4],
  ]);
  expect(profile.notes).toContainEqual({ code: 'blanks_trimmed', columns: ['city'] });
  expect(profile.notes.map(({ code }) => code)).not.toContain('spelling_variants');
});
