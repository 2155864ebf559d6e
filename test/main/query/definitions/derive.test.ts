import { describe, expect, it } from 'vitest';
import { derive } from '../../../../src/main/query/definitions';
import type { Definitions, FieldDefinition } from '../../../../src/preload/contract/definitions';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();

async function definitionsOf(source: string, lines: readonly string[]): Promise<Definitions> {
  const { profile } = await data.read(`${lines.join('\n')}\n`, source);
  return derive({ profile, table: 'data', source });
}

const fieldOf = (definitions: Definitions, id: string): FieldDefinition => {
  const field = definitions.fields.find((candidate) => candidate.id === id);
  if (!field) throw new Error(`there is no field ${id}`);
  return field;
};

const repeated = (rows: readonly string[], times: number): string[] =>
  Array.from({ length: times }, (_, at) => rows[at % rows.length] ?? '');

const FLIGHTS = [
  'year,month,dep_time,dep_delay,carrier,flight,tailnum,origin,dest,air_time,distance,time_hour',
  ...Array.from(
    { length: 40 },
    (_, at) =>
      `2013,${(at % 12) + 1},${500 + (at % 8) * 100 + at},${at - 9},UA,${1545 + at},N${at}UA,EWR,IAH,${100 + at},${1400 + at},2013-01-01T${String(at % 24).padStart(2, '0')}:00:00Z`,
  ),
];

describe('a name for people', () => {
  it.each([
    ['dep_delay', 'Departure delay', null],
    ['total_bill', 'Total bill', null],
    ['weight (kg)', 'Weight', 'kg'],
    ['body_mass_g', 'Body mass', 'g'],
    ['Rain mm', 'Rain', 'mm'],
    ['air_time', 'Air time', null],
    ['temperature (°C)', 'Temperature', '°C'],
    ['bonus_pct', 'Bonus', '%'],
    ['PassengerId', 'Passenger ID', null],
    ['Order Date', 'Order Date', null],
    ['case_no', 'Case number', null],
    ['Pclass', 'Class', null],
    ['MwSt-Satz', 'MwSt-Satz', null],
    ['lifeExp', 'Life expectancy', null],
    ['gdpPercap', 'GDP per capita', null],
    ['work_exp', 'Work experience', null],
    ['windspeed', 'Wind speed', null],
  ])('of %s is %s', async (column, title, unit) => {
    const definitions = await definitionsOf('x.csv', [`k,${column}`, 'a,13', 'b,14', 'c,16']);
    const field = fieldOf(definitions, column);
    expect(field.title).toBe(title);
    expect(field.unit).toEqual(unit === null ? null : { kind: 'named', name: unit });
  });

  it('goes with the unit that stood behind the numbers', async () => {
    const definitions = await definitionsOf('x.csv', ['k,Runtime', 'a,90 min', 'b,142 min']);
    expect(fieldOf(definitions, 'Runtime')).toMatchObject({ type: 'integer', unit: { kind: 'named', name: 'min' } });
  });

  it('of money keeps the currency that the name tells', async () => {
    const definitions = await definitionsOf('x.csv', ['k,cost (EUR)', 'a,1.50', 'b,2.00']);
    expect(fieldOf(definitions, 'cost (EUR)')).toMatchObject({
      title: 'Cost',
      unit: { kind: 'currency', code: 'EUR' },
      addsUp: 'always',
    });
  });
});

describe('other words', () => {
  it.each([
    ['pop', 'population'],
    ['arr_delay', 'arrival delay'],
    ['qty', 'quantity'],
    ['amt', 'amount'],
    ['mpg', 'miles per gallon'],
    ['salary', 'pay'],
    ['Order ID', 'order'],
    ['Umsatz', 'revenue'],
  ])('for %s are known: %s', async (column, other) => {
    const definitions = await definitionsOf('x.csv', [`k,${column}`, 'a,1', 'b,2', 'c,2']);
    const { title, synonyms } = fieldOf(definitions, column);
    expect([title.toLowerCase(), ...synonyms]).toContain(other);
  });

  it('are not those by which another column is called', async () => {
    const definitions = await definitionsOf('x.csv', ['state,status', 'Ohio,open', 'Iowa,open']);
    expect(fieldOf(definitions, 'status').synonyms).not.toContain('state');
  });
});

describe('what adds up', () => {
  it.each<[string, readonly string[], FieldDefinition['addsUp']]>([
    ['amount', ['1', '2'], 'always'],
    ['distance', ['10', '20'], 'always'],
    ['discount_amount', ['1', '2'], 'always'],
    ['number_of_visits', ['1', '2'], 'always'],
    ['price', ['1.50', '2.25'], 'never'],
    ['unit_cost', ['1.50', '2.25'], 'never'],
    ['age', ['31', '32'], 'never'],
    ['rating', ['4.5', '3.0'], 'never'],
    ['conversion_rate', ['0.5', '0.3'], 'never'],
    ['temperature', ['20.5', '21.0'], 'never'],
    ['How likely are you to recommend us? (0-10)', ['9', '10'], 'never'],
    ['stock', ['100', '120'], 'not_over_time'],
    ['units_on_hand', ['100', '120'], 'not_over_time'],
    ['population', ['1000', '2000'], 'not_over_time'],
    ['balance', ['10.50', '12.00'], 'not_over_time'],
    ['UNRATE', ['3.5', '14.8'], 'never'],
    ['Arbeitslosenquote', ['5', '6'], 'never'],
    ['Quadratmeterpreis', ['5.50', '6.10'], 'never'],
    ['Kassenbestand (€)', ['10.50', '12.00'], 'not_over_time'],
    ['Jahresumsatz', ['10.50', '12.00'], 'always'],
    ['Heizkosten', ['10.50', '12.00'], 'always'],
    ['Ansatz 2025', ['10.50', '12.00'], 'always'],
  ])('%s', async (column, values, addsUp) => {
    const definitions = await definitionsOf('x.csv', [`k,${column}`, ...values.map((value, at) => `k${at},${value}`)]);
    expect(fieldOf(definitions, column)).toMatchObject({ role: 'measure', addsUp });
  });

  it.each<[string, (at: number) => string, FieldDefinition['addsUp']]>([
    ['parts of one, whatever they are called', (at) => (at / 40).toFixed(3), 'never'],
    ['what stays within a narrow band', (at) => (61 + at / 20).toFixed(2), 'never'],
    ['what is now little and now much', (at) => (0.5 + at * 31).toFixed(2), 'always'],
    ['whole numbers', (at) => String(20 + at), 'always'],
  ])('as far as values tell of a name that says nothing: %s', async (_, numberOf, addsUp) => {
    const rows = Array.from({ length: 30 }, (_, at) => `k${at},${numberOf(at)}`);
    const definitions = await definitionsOf('x.csv', ['k,CIVX', ...rows]);
    expect(fieldOf(definitions, 'CIVX').addsUp).toBe(addsUp);
  });

  it('is not a number that names things, tells a year or stands for a kind', async () => {
    const definitions = await definitionsOf('flights.csv', FLIGHTS);
    const measures = definitions.fields.filter(({ role }) => role === 'measure').map(({ id }) => id);
    expect(measures).toEqual(['dep_delay', 'air_time', 'distance']);
    expect(fieldOf(definitions, 'flight')).toMatchObject({ role: 'id', addsUp: 'never' });
    expect(fieldOf(definitions, 'year')).toMatchObject({ role: 'time', grain: 'year', addsUp: 'never' });
    expect(fieldOf(definitions, 'month')).toMatchObject({ role: 'dimension', grain: 'month_of_year' });
    expect(fieldOf(definitions, 'dep_time')).toMatchObject({ role: 'dimension', addsUp: 'never' });
  });

  it('is not known of a number among nothing but measurements, which is one as well', async () => {
    const wine = ['cultivar,alcohol,ash,od280_of_diluted_wines', '1,14.2,2.4,3.9', '2,13.1,2.1,3.4', '1,13.9,2.2,3.1'];
    const definitions = await definitionsOf('data.csv', wine);
    expect(fieldOf(definitions, 'od280_of_diluted_wines').addsUp).toBe('never');
    expect(definitions.entity[0]).toBe('wine');
  });

  it('is counted so far where cases only rise from day to day, and not in a total bill', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => {
      const [day, country] = [`2020-03-${String(Math.floor(at / 2) + 1).padStart(2, '0')}`, at % 2 === 0 ? 'A' : 'B'];
      return `${country},${day},${(at + 1) * (at % 2 === 0 ? 1 : 50)},${(at * 7) % 5},1.50`;
    });
    const definitions = await definitionsOf('covid.csv', ['country,date,total_cases,tests,total_bill', ...rows]);
    expect(fieldOf(definitions, 'total_cases')).toMatchObject({ cumulative: true, addsUp: 'not_over_time' });
    expect(fieldOf(definitions, 'tests')).toMatchObject({ cumulative: false, addsUp: 'always' });
    expect(fieldOf(definitions, 'total_bill')).toMatchObject({ cumulative: false, addsUp: 'always' });
  });

  it('yes and no written as 1 and 0 are counted', async () => {
    const definitions = await definitionsOf('passengers.csv', ['PassengerId,Survived', '1,0', '2,1', '3,1']);
    expect(fieldOf(definitions, 'Survived')).toMatchObject({ role: 'flag', addsUp: 'always' });
  });

  it('a number called invalid or paid is no id', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `k${at},${at * 3},${at * 7}`);
    const definitions = await definitionsOf('x.csv', ['k,Invalid,paid', ...rows]);
    expect(definitions.fields.slice(1).map(({ role }) => role)).toEqual(['measure', 'measure']);
  });
});

describe('a currency in a column of its own', () => {
  it('is that of the amounts where it is the same in all rows', async () => {
    const definitions = await definitionsOf('x.csv', ['amount,currency,pieces', '10,EUR,1', '20,EUR,2']);
    expect(fieldOf(definitions, 'amount').unit).toEqual({ kind: 'currency', code: 'EUR' });
    expect(fieldOf(definitions, 'pieces').unit).toBeNull();
  });

  it('tells amounts apart where it is not', async () => {
    const definitions = await definitionsOf('x.csv', ['amount,currency,pieces', '10,EUR,1', '20,USD,2']);
    expect(fieldOf(definitions, 'amount')).toMatchObject({ unit: null, unitField: 'currency' });
    expect(fieldOf(definitions, 'pieces').unitField).toBeUndefined();
  });

  it('is that of the column which is called alike, or comes next', async () => {
    const definitions = await definitionsOf('payments.csv', [
      'id,Amount,Amount Refunded,Currency,Converted Amount,Fee,Converted Currency',
      'p1,10,0,gbp,12,1,usd',
      'p2,20,0,eur,22,2,usd',
    ]);
    const usd = { kind: 'currency', code: 'usd' };
    for (const id of ['Amount', 'Amount Refunded'])
      expect(fieldOf(definitions, id), id).toMatchObject({ unit: null, unitField: 'Currency' });
    for (const id of ['Converted Amount', 'Fee']) expect(fieldOf(definitions, id), id).toMatchObject({ unit: usd });
  });
});

describe('what a row is', () => {
  it.each<[string, readonly string[], string]>([
    ['flights.csv', FLIGHTS, 'flight'],
    ['data.csv', FLIGHTS, 'flight'],
    ['data.csv', ['carrier,flight', 'UA,1545', 'UA,1714', 'AA,1141'], 'flight'],
    ['penguins.csv', ['species,island', 'Adelie,Dream', 'Gentoo,Biscoe'], 'penguin'],
    ['hospital_stays_2023.csv', ['ward,cost', 'A,10', 'B,12'], 'stay'],
    ['book.xlsx › Employees', ['name,salary', 'Ann,10', 'Bob,12'], 'employee'],
    ['export.csv', ['order_id,amount', 'A1,10', 'A2,12'], 'order'],
    ['export.csv', ['name,medal', 'Bolt,GOLD', 'Bolt,GOLD'], 'medal'],
    ['rechnungen.csv', ['Rechnungsnummer;Betrag', 'R1;10', 'R2;12'], 'rechnung'],
    ['movies.csv', ['title,gross', 'X,10', 'Y,12'], 'film'],
    ['passengers.csv', ['name,fare', 'X,10', 'Y,12'], 'people'],
  ])('of %s', async (source, lines, noun) => {
    expect((await definitionsOf(source, lines)).entity).toContain(noun);
  });

  it('is no order where an order has several rows', async () => {
    const lines = ['row_id,order_id,sales', '1,A1,10', '2,A1,12', '3,A2,12'];
    const definitions = await definitionsOf('orders.csv', lines);
    expect(definitions.entity).not.toContain('order');
    expect(fieldOf(definitions, 'order_id').synonyms).toContain('order');
  });

  it('is no birth where a row counts them', async () => {
    const definitions = await definitionsOf('births.csv', ['Year,Month,Births', '1980,January,5100', '1980,May,5300']);
    expect(definitions.entity).not.toContain('birth');
    expect(fieldOf(definitions, 'Month').grain).toBe('month_of_year');
  });
});

describe('the step of a time', () => {
  it.each<[string, readonly string[], FieldDefinition['grain']]>([
    ['days', ['2024-01-05', '2024-01-06', '2024-02-11'], 'day'],
    ['first days of months', ['2024-01-01', '2024-02-01', '2024-05-01'], 'month'],
    ['last days of months', ['2024-01-31', '2024-02-29', '2024-03-31'], 'month'],
    ['first days of quarters', ['2024-01-01', '2024-04-01', '2024-10-01'], 'quarter'],
    ['first days of years', ['2022-01-01', '2023-01-01', '2024-01-01'], 'year'],
    ['Mondays', ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-29'], 'week'],
    ['quarters in text', ['2024Q1', '2024Q2', '2024Q4'], 'quarter'],
    ['months in text', ['Sep-63', 'Oct-63', 'Nov-63'], 'month'],
    ['full hours', ['2024-01-05 10:00:00', '2024-01-05 11:00:00'], 'hour'],
    ['minutes', ['2024-01-05 10:17:00', '2024-01-05 11:00:00'], 'minute'],
    ['names of weekdays', ['Mon', 'Tue', 'Sun'], 'weekday'],
    ['German months', ['Januar', 'März', 'Dezember'], 'month_of_year'],
  ])('%s', async (_what, values, grain) => {
    const definitions = await definitionsOf('x.csv', ['k,when', ...values.map((value, at) => `${at},${value}`)]);
    expect(fieldOf(definitions, 'when').grain).toBe(grain);
  });

  it('an hour column is one of the day', async () => {
    const rows = Array.from({ length: 24 }, (_, at) => `${at},${at * 3}`);
    expect(fieldOf(await definitionsOf('x.csv', ['hour,rides', ...rows]), 'hour').grain).toBe('hour_of_day');
  });
});

describe('values', () => {
  it('say when they are all there are', async () => {
    const definitions = await definitionsOf('x.csv', ['cylinders', ...repeated(['4', '6', '8', '4'], 40)]);
    expect(fieldOf(definitions, 'cylinders')).toMatchObject({
      role: 'dimension',
      values: {
        complete: true,
        list: [
          { value: 4, count: 20 },
          { value: 6, count: 10 },
          { value: 8, count: 10 },
        ],
      },
    });
  });

  it('that could not be read are missing', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => `${at},${at === 7 ? 'twelve' : at === 9 ? '' : at}`);
    expect(fieldOf(await definitionsOf('x.csv', ['n,v', ...rows]), 'v').missing).toBe(2);
  });
});

it('a file of the next month has the same shape, whatever the order of its columns or their types', async () => {
  const may = await definitionsOf('may.csv', ['day,amount,note', '2024-05-01,10,x', '2024-05-02,12,y']);
  const june = await definitionsOf('june.csv', ['amount,Day,note', '10.50,2024-06-01,', '12.25,2024-06-02,']);
  const other = await definitionsOf('other.csv', ['day,amount', '2024-05-01,10']);
  expect(june.shape).toBe(may.shape);
  expect(other.shape).not.toBe(may.shape);
});

it('a margin is defined where profit and sales are there', async () => {
  const definitions = await definitionsOf('x.csv', ['category,sales,profit', 'A,100,10', 'B,50,20']);
  expect(definitions.measures).toMatchObject([
    { id: 'profit_margin', compute: [{ of: 'profit' }, { of: 'sales' }, { calculate: 'divide', percent: true }] },
  ]);
});
