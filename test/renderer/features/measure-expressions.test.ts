import { afterEach, describe, expect, it } from 'vitest';
import type { Definitions, FieldDefinition } from '../../../src/preload/contract/definitions';
import { ENGLISH, setLocale } from '../../../src/preload/words';
import { parseMeasure, writtenMeasure } from '../../../src/renderer/features/definitions/expression';

const field = (id: string, changes: Partial<FieldDefinition> = {}): FieldDefinition => ({
  id,
  column: id,
  title: id,
  synonyms: [],
  role: 'measure',
  type: 'decimal',
  addsUp: 'always',
  cumulative: false,
  scale: 2,
  unit: null,
  grain: null,
  values: { list: [], complete: false },
  distinct: 10,
  missing: 0,
  min: '0',
  max: '9',
  hidden: false,
  ...changes,
});

const definitions: Definitions = {
  table: 'orders',
  source: 'orders.csv',
  shape: 'shape',
  rows: 10,
  entity: ['order'],
  fields: [
    field('profit'),
    field('sales'),
    field('unit_price', { title: 'Unit price', addsUp: 'never' }),
    field('region', { role: 'dimension', type: 'text' }),
  ],
  measures: [{ id: 'margin', title: 'Margin', synonyms: [], unit: null, compute: [{ measure: 'count', as: 'n' }] }],
  conditions: [],
  relations: [],
  things: [],
};

const parsed = (text: string) => {
  const result = parseMeasure(text, definitions, null);
  if ('error' in result) throw new Error(`${result.error.code} at ${result.error.start}`);
  return result.measure;
};
const refused = (text: string) => {
  const result = parseMeasure(text, definitions, null);
  return 'error' in result ? result.error : null;
};

afterEach(() => setLocale(ENGLISH));

describe('a measure that is written', () => {
  it('has its numbers as the reader writes them, and none that are not surely one', () => {
    setLocale({ language: 'de', numbers: 'de-DE' });
    const gross = parsed('gross = sales * 1,19');
    expect(gross.compute.at(-1)).toMatchObject({ calculate: 'multiply', right: { number: '1.19' } });
    expect(writtenMeasure(gross)).toBe('gross = sales * 1,19');
    expect(refused('gross = sales * 1.19')).toMatchObject({ code: 'unexpected', text: '1.19' });
  });

  it('becomes computations of the totals of its fields, the last of which is its value', () => {
    expect(parsed('return on sales = profit / sales')).toEqual({
      id: 'return_on_sales',
      title: 'return on sales',
      synonyms: [],
      unit: null,
      compute: [
        { measure: 'sum', of: 'profit', as: 'profit' },
        { measure: 'sum', of: 'sales', as: 'sales' },
        { calculate: 'divide', left: 'profit', right: 'sales', as: 'divide' },
      ],
    });
  });

  it('takes the mean of what does not add up, functions, own measures, numbers and brackets', () => {
    expect(parsed('x = Unit price * 2').compute).toEqual([
      { measure: 'mean', of: 'unit_price', as: 'unit_price' },
      { calculate: 'multiply', left: 'unit_price', right: { number: '2' }, as: 'multiply' },
    ]);
    expect(parsed('y = (profit - 1,000) / count()').compute).toEqual([
      { measure: 'sum', of: 'profit', as: 'profit' },
      { calculate: 'subtract', left: 'profit', right: { number: '1000' }, as: 'subtract' },
      { measure: 'count', as: 'count' },
      { calculate: 'divide', left: 'subtract', right: 'count', as: 'divide' },
    ]);
    expect(parsed('z = 100 * margin + median(sales)').compute.map((value) => value.as)).toEqual([
      'margin',
      'multiply',
      'median_sales',
      'add',
    ]);
    expect(parsed('kinds = distinct(region)').compute).toEqual([
      { measure: 'distinct', of: 'region', as: 'distinct_region' },
    ]);
  });

  it('reads the same when it is written out again', () => {
    for (const text of ['a = profit / sales', 'b = (profit - sales) / count()', 'c = average(sales) * 100'])
      expect(parsed(writtenMeasure(parsed(text))).compute).toEqual(parsed(text).compute);
  });

  it.each([
    ['', 'empty', 0],
    ['profit / sales', 'no_name', 0],
    ['margin = profit', 'name_taken', 0],
    ['Sales = profit', 'name_taken', 0],
    ['x = ', 'unfinished', 2],
    ['x = profit /', 'unfinished', 12],
    ['x = profit / revenue', 'unknown', 13],
    ['x = region / sales', 'not_a_number', 4],
    ['x = (profit / sales', 'unfinished', 19],
    ['x = profit ) sales', 'unexpected', 11],
    ['x = 3', 'plain_number', 3],
    ['x = profit ; DROP', 'unexpected', 11],
  ])('“%s” is refused as %s, at its place', (text, code, start) => {
    expect(refused(text)).toMatchObject({ code, start });
  });
});
