import { describe, expect, it } from 'vitest';
import type { DatasetProfile } from '../../../../src/preload/contract';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();
const noted = (profile: DatasetProfile, code: string) => profile.notes.filter((note) => note.code === code);

describe('values that differ in nothing but blanks or case', () => {
  it.each([
    ['İzmir', 'izmir'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['\u212bLAND', 'åland'],
    ['New\u2007York', 'New York'],
  ])('are told in any script: %s and %s', async (first, second) => {
    const { profile } = await data.read(`city,n\n${first},1\n${second},2\nUlm,3\n`);
    const [note] = noted(profile, 'spelling_variants');
    expect(note).toMatchObject({ column: 'city', kinds: 1, rows: 2 });
  });

  it('are told by column, with how often each is written so', async () => {
    const names = ['Ann', 'ann', 'Ann', 'ANN', 'Bo', 'Bo', 'Cy'];
    const firms = ['Kfz Schäfer', ' Kfz Schäfer', 'Kfz  Schäfer', 'Kfz\u00a0Schäfer ', 'Ölwerk', 'Ölwerk', 'X'];
    const cities = ['Bonn', 'Bonn', 'Köln', 'Köln', 'Ulm', 'Ulm', 'Ulm'];
    const rows = names.map((name, n) => `${name},"${firms[n]}",${cities[n]},${n}`);
    const { profile } = await data.read(`name,firm,city,n\n${rows.join('\n')}\n`);
    expect(noted(profile, 'spelling_variants')).toEqual([
      {
        code: 'spelling_variants',
        column: 'name',
        differ: 'case',
        kinds: 1,
        rows: 4,
        examples: [
          [
            { value: 'Ann', count: 2 },
            { value: 'ANN', count: 1 },
            { value: 'ann', count: 1 },
          ],
        ],
      },
      {
        code: 'spelling_variants',
        column: 'firm',
        differ: 'blanks',
        kinds: 1,
        rows: 4,
        examples: [
          [
            { value: 'Kfz Schäfer', count: 2 },
            { value: 'Kfz  Schäfer', count: 1 },
            { value: 'Kfz\u00a0Schäfer', count: 1 },
          ],
        ],
      },
    ]);
  });
});

describe('a header that is repeated', () => {
  it('is rejected line by line, and the columns keep their types', async () => {
    const part = (from: number) => Array.from({ length: 50 }, (_, n) => `${from + n},2024-01-05,${n}.50`);
    const text = ['id,day,amount', ...part(0), 'id,day,amount', ...part(50), 'id,day,amount', ...part(100)].join('\n');
    const { profile, query } = await data.read(`${text}\n`);
    expect(profile.columns.map(({ type, odd }) => [type, odd])).toEqual([
      ['integer', null],
      ['date', null],
      ['decimal', null],
    ]);
    expect(profile).toMatchObject({ records: 152, rows: 150, rejected: 2 });
    expect(profile.rejects).toEqual(
      [52, 103].map((line) => ({ line, reason: { code: 'repeated_header' }, text: 'id,day,amount' })),
    );
    expect(noted(profile, 'header_repeated')).toEqual([{ code: 'header_repeated', count: 2 }]);
    expect(await query('SELECT count(*), max(id) FROM data')).toEqual([[150, 149]]);
  });

  it('is a row like any other where the first line need not be a header', async () => {
    const { profile } = await data.read('red,blue\ngreen,blue\nred,green\nred,blue\ngreen,red\n');
    expect(profile.rejected).toBe(0);
  });
});

describe('names of rows, as R and pandas write them', () => {
  const rows = Array.from({ length: 30 }, (_, n) => [`"${n + 1}"`, `"m${n % 3}"`, String(20 + (n % 7))]);
  it.each([
    ['write.csv', '"","model","mpg"', 'column1'],
    ['write.table', '"model","mpg"', 'column1'],
    ['to_csv', ',model,mpg', 'column1'],
    ['a second to_csv', 'Unnamed: 0,model,mpg', 'Unnamed: 0'],
  ])('are told, and add up to nothing: %s', async (_, header, name) => {
    const { profile, query } = await data.read([header, ...rows.map((row) => row.join(','))].join('\n'));
    expect(profile.columns.map((one) => [one.name, one.role])).toEqual([
      [name, 'id'],
      ['model', 'dimension'],
      ['mpg', 'measure'],
    ]);
    expect(noted(profile, 'index_column')).toEqual([{ code: 'index_column', column: name }]);
    expect(profile).toMatchObject({ rows: 30, rejected: 0 });
    expect(await query('SELECT count(DISTINCT model), min(mpg) FROM data')).toEqual([[3, 20]]);
  });

  it('are none where a title stands above the header', async () => {
    const { profile } = await data.read('Report,March\nregion,month,units\nNorth,Jan,5\nSouth,Jan,7\nWest,Feb,9\n');
    expect(profile.columns.map((one) => one.name)).toEqual(['region', 'month', 'units']);
    expect(noted(profile, 'index_column')).toEqual([]);
  });
});

describe('lists and objects inside JSON records', () => {
  it('are named with what they hold, as no question reaches it', async () => {
    const record = (id: number) => ({
      id,
      address: { city: 'Bonn', geo: { lat: 50.7 } },
      lines: [{ sku: 'a' }, { sku: 'b', count: 2 }],
      ...(id === 3 ? { tags: ['x'] } : {}),
    });
    const { profile } = await data.read(JSON.stringify([1, 2, 3].map(record)));
    expect(noted(profile, 'nested_json')).toEqual([
      {
        code: 'nested_json',
        paths: [
          { path: 'address', kind: 'object', records: 3, inside: ['address.city', 'address.geo.lat'] },
          { path: 'lines', kind: 'list', records: 3, inside: ['lines[].sku', 'lines[].count'] },
          { path: 'tags', kind: 'list', records: 1, inside: [] },
        ],
        more: 0,
      },
    ]);
  });

  it('are not told of where there are none', async () => {
    const { profile } = await data.read('[{"a":1,"b":"x"},{"a":2,"b":"y"}]');
    expect(noted(profile, 'nested_json')).toEqual([]);
  });
});
