import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();
const column = (profile: { columns: { name: string }[] }, name: string) =>
  profile.columns.find((one) => one.name === name);

describe('numbers', () => {
  it.each<[string, string[], string, unknown[]]>([
    ['decimal commas', ['1,50', '2,25'], ';', ['1.50', '2.25']],
    ['points between thousands and a comma', ['1.234,50', '12,00'], ';', ['1234.50', '12.00']],
    ['commas between thousands', ['"1,234.50"', '12.00'], ',', ['1234.50', '12.00']],
    ['spaces between thousands', ['1 234,50', '12,00'], ';', ['1234.50', '12.00']],
    ['apostrophes between thousands', ["1'234.50", '12.00'], ',', ['1234.50', '12.00']],
    ['currency signs', ['€ 5.00', '7.50 €'], ',', ['5.00', '7.50']],
    ['currency codes', ['EUR 5.00', '7.50 EUR'], ',', ['5.00', '7.50']],
    ['percent', ['12 %', '3.5%'], ',', ['0.120', '0.035']],
    ['parentheses for minus', ['(5.00)', '7.50'], ',', ['-5.00', '7.50']],
    ['a minus behind', ['5.00-', '7.50'], ',', ['-5.00', '7.50']],
    ['exponents', ['1e3', '2.5E-1'], ',', [1000, 0.25]],
    ['leading plus', ['+5', '-7'], ',', [5, -7]],
    ['long integers', ['123456789012345678901', '5'], ',', ['123456789012345678901', '5']],
    ['many digits', ['0.123456789', '1.5'], ',', [0.123456789, 1.5]],
  ])('%s', async (_what, values, delimiter, expected) => {
    const { query } = await data.read(
      `n${delimiter}v\n${values.map((value, n) => `${n}${delimiter}${value}`).join('\n')}\n`,
    );
    expect((await query('SELECT v FROM data ORDER BY n')).flat()).toEqual(expected);
  });

  it('are text when they are codes', async () => {
    const { profile, query } = await data.read('plz,sku\n01067,AB1\n80331,AB2\n');
    expect(column(profile, 'plz')).toMatchObject({ type: 'text' });
    expect(await query('SELECT plz FROM data')).toEqual([['01067'], ['80331']]);
  });

  it('keep digits that only show up late in the file', async () => {
    const rows = Array.from({ length: 30_000 }, (_, n) => `${n},${n === 29_990 ? '1.2345' : '1.50'}`);
    const { query } = await data.read(`n,v\n${rows.join('\n')}\n`);
    expect(await query('SELECT v FROM data WHERE n = 29990')).toEqual([['1.2345']]);
  });

  it('that are whole at first and broken later are not rounded', async () => {
    const rows = Array.from({ length: 30_000 }, (_, n) => `${n},${n === 29_990 ? '2.5' : '2'}`);
    const { query } = await data.read(`n,v\n${rows.join('\n')}\n`);
    expect(await query('SELECT v, sum(1) FROM data GROUP BY v ORDER BY v')).toEqual([
      ['2.0', 29_999],
      ['2.5', 1],
    ]);
  });

  it('that are not numbers are shown, not dropped', async () => {
    const rows = Array.from({ length: 50 }, (_, n) => `${n},${n === 7 ? 'twelve' : n === 9 ? 'n/a' : `${n}.00`}`);
    const { profile } = await data.read(`n,v\n${rows.join('\n')}\n`);
    expect(column(profile, 'v')).toMatchObject({
      type: 'decimal',
      nulls: 1,
      odd: { count: 1, examples: [{ record: 8, text: 'twelve' }] },
    });
    expect(profile.notes).toContainEqual({ code: 'read_as_empty', column: 'v', words: ['n/a'] });
  });

  it.each([
    ['NaN', { nulls: 1, odd: null }],
    ['1e400', { nulls: 0, odd: { count: 1, examples: [{ record: 8, text: '1e400' }] } }],
    ['-inf', { nulls: 0, odd: { count: 1, examples: [{ record: 8, text: '-inf' }] } }],
  ])('beyond all numbers make no sum one: %s', async (text, known) => {
    const values = Array.from({ length: 50 }, (_, n) => (n === 7 ? text : `${n}e-20`));
    const { profile, query } = await data.read(`v,w\n${values.map((value) => `${value},x`).join('\n')}\n`);
    expect(column(profile, 'v')).toMatchObject({ type: 'float', ...known });
    expect(await query('SELECT count(v), sum(v) < 1 FROM data')).toEqual([[49, true]]);
  });

  it('mixed with as many words stay text', async () => {
    const { profile } = await data.read('v,w\n1,a\ntwo,b\n3,c\nfour,d\n');
    expect(column(profile, 'v')).toMatchObject({ type: 'text', nulls: 0 });
  });
});

describe('dates', () => {
  it.each<[string, string[], string[]]>([
    ['ISO', ['2024-03-05', '2024-12-31'], ['2024-03-05', '2024-12-31']],
    ['day first', ['05/03/2024', '31/12/2024'], ['2024-03-05', '2024-12-31']],
    ['month first', ['03/05/2024', '12/31/2024'], ['2024-03-05', '2024-12-31']],
    ['dotted', ['05.03.2024', '06.04.2024'], ['2024-03-05', '2024-04-06']],
    ['with month names', ['05-Mar-2024', '31-Dec-2024'], ['2024-03-05', '2024-12-31']],
    ['written out', ['"Mar 5, 2024"', '"Dec 31, 2024"'], ['2024-03-05', '2024-12-31']],
    ['with slashes, year first', ['2024/03/05', '2024/12/31'], ['2024-03-05', '2024-12-31']],
    ['mixed', ['2024-03-05', '31.12.2024'], ['2024-03-05', '2024-12-31']],
    ['without separators', ['20240305', '20241231'], ['2024-03-05', '2024-12-31']],
  ])('%s', async (_what, values, expected) => {
    const { profile, query } = await data.read(`n,date\n${values.map((value, n) => `${n},${value}`).join('\n')}\n`);
    expect((await query('SELECT date FROM data ORDER BY n')).flat()).toEqual(expected);
    expect(column(profile, 'date')).toMatchObject({ type: 'date', role: 'time' });
  });

  it('say that they were guessed when nothing tells day from month', async () => {
    const { profile } = await data.read('n,d\n1,03/05/2024\n2,04/06/2024\n');
    expect(column(profile, 'd')).toMatchObject({ guessed: true, readAs: [{ code: 'month_first' }] });
  });

  it.each<[string, string, string]>([
    ['ISO with T and Z', '2024-03-05T10:00:00Z', '2024-03-05T10:00:00'],
    ['ISO with an offset', '2024-03-05T10:00:00+02:00', '2024-03-05T08:00:00'],
    ['day first with minutes', '25/03/2024 10:30', '2024-03-25T10:30:00'],
    ['with AM and PM', '12/25/2024 1:05 PM', '2024-12-25T13:05:00'],
  ])('with times: %s', async (_what, value, expected) => {
    const { query } = await data.read(`n,moment\n1,${value}\n`);
    expect(await query('SELECT moment FROM data')).toEqual([[expected]]);
  });

  it('that do not exist are odd, not moved', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `${n},2024-02-${String((n % 28) + 1).padStart(2, '0')}`);
    const { profile } = await data.read(`n,d\n${rows.join('\n')}\n30,2024-02-31\n`);
    expect(column(profile, 'd')).toMatchObject({ odd: { count: 1, examples: [{ record: 31, text: '2024-02-31' }] } });
  });
});
