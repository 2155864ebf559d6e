import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();
const rows = 'region,month,units,revenue\nNorth,Jan,10,100.50\nSouth,Jan,5,49.25\nWest,Feb,7,70.00\n';

describe('several last lines that add up the others', () => {
  it.each([
    ['parts and all of it', ['Total: North,,10,100.50', 'Total: all regions,,22,219.75']],
    ['the same twice', ['Total: Search,--,22,219.75', 'Total: Account,--,22,219.75']],
    ['with labels of their own', ['Subtotal,,22,219.75', 'Grand total,,22,219.75']],
  ])('are no rows: %s', async (_, lines) => {
    const { profile, query } = await data.read(`${rows}${lines.join('\n')}\n`);
    expect(profile).toMatchObject({ records: 5, rows: 3, rejected: 2 });
    expect(profile.rejects.map(({ reason, line }) => [reason.code, line])).toEqual([
      ['total', 5],
      ['total', 6],
    ]);
    expect(await query('SELECT sum(units), sum(revenue), count(region) FROM data')).toEqual([[22, '219.75', 3]]);
  });

  it('are rows where none of them is the sum', async () => {
    const { profile } = await data.read(`${rows}Total: North,,11,1\nTotal: South,,12,2\n`);
    expect(profile).toMatchObject({ rows: 5, rejected: 0 });
  });
});

describe('a last line that adds up the others', () => {
  it.each([
    ['says so', 'Total,,22,219.75'],
    ['says so in another column', ',Grand total,22,219.75'],
    ['says so, with an average beside the sums', 'Total,,22,73.25'],
    ['is rounded', 'Sum,,22,220'],
    ['names nothing', ',,22,219.75'],
  ])('is no row when it %s', async (_, line) => {
    const { profile, query } = await data.read(`${rows}${line}\n`);
    expect(profile).toMatchObject({ records: 4, rows: 3, rejected: 1 });
    expect(profile.rejects).toEqual([{ line: 5, reason: { code: 'total' }, text: line }]);
    expect(await query('SELECT sum(units), sum(revenue), count(region) FROM data')).toEqual([[22, '219.75', 3]]);
  });

  it('leaves the types of the other rows alone', async () => {
    const { profile } = await data.read(
      'id,day,price\n1,2024-01-05,1.50\n2,2024-01-06,2.50\n3,2024-01-07,3\nTotal,,7.00\n',
    );
    expect(profile.columns.map((one) => [one.type, one.odd])).toEqual([
      ['integer', null],
      ['date', null],
      ['decimal', null],
    ]);
  });

  it.each([
    ['its numbers are others', 'Total,,23,219.74'],
    ['it names something', 'East,Feb,22,219.75'],
    ['it names nothing, and one number is another', ',,22,219.70'],
    ['it holds no number', 'Total,,,'],
  ])('is a row when %s', async (_, line) => {
    const { profile } = await data.read(`${rows}${line}\n`);
    expect(profile).toMatchObject({ rows: 4, rejected: 0, rejects: [] });
  });

  it('is found below blank lines, with a semicolon and decimal commas', async () => {
    const { profile } = await data.read('ort;betrag\nKöln;1.000,50\nBonn;2.000,25\n\nSumme;3.000,75\n');
    expect(profile).toMatchObject({ rows: 2, rejected: 1 });
    expect(profile.rejects[0]?.line).toBe(5);
  });

  it('is told among the rejected lines however many there are', async () => {
    const [header, ...good] = rows.trimEnd().split('\n');
    const lines = Array.from({ length: 150 }, () => [...good, 'one,field,too,many,here']).flat();
    const { profile } = await data.read(`${header}\n${lines.join('\n')}\nTotal,,3300,32962.50\n`);
    expect(profile).toMatchObject({ rows: 450, rejected: 151 });
    expect(profile.rejects).toHaveLength(101);
    expect(profile.rejects.at(-1)).toMatchObject({ line: 602, reason: { code: 'total' } });
  });

  it('is no row of queries either where there is no room for the columnar copy', async () => {
    const { source } = await data.read(`${rows}Total,,22,219.75\n`);
    rmSync(join(source.folder, 'data.parquet'));
    const { table } = await data.engine().query({
      sources: [source],
      sql: 'SELECT count(*), sum(units), sum(revenue) FROM data',
      maxRows: 10,
      timeoutMs: 20_000,
    });
    expect(table.rows).toEqual([[3, 22, '219.75']]);
  });
});
