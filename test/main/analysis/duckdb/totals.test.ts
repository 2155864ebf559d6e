import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { tempFolder } from '../../../support/temp-folder';

const data = dataEngine();
const rows = 'region,month,units,revenue\nNorth,Jan,10,100.50\nSouth,Jan,5,49.25\nWest,Feb,7,70.00\n';

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

  it('costs a second look that goes on where the first one ended', async () => {
    const path = join(tempFolder(), 'data.csv');
    writeFileSync(path, `${rows}Total,,22,219.75\n`);
    const shares: number[] = [];
    const onProgress = (share: number) => void shares.push(share);
    await data.engine().read({ path, name: 'data.csv', folder: tempFolder() }, { onProgress });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.95);
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
});
