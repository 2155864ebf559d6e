import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { randomFrom } from '../../../support/random';

const data = dataEngine();
const ROWS = 20_000;

/** Values without order, so that most of the copy's bytes are values as they stand. */
const random = randomFrom(9);
const values = Array.from({ length: ROWS }, () => random.below(1_000_000_000));
const clean = `id,value\n${values.map((value, id) => `${id},${value}`).join('\n')}\n`;
/** A line that cannot be read makes for a cleaned copy beside the columnar one. */
const messy = `${clean}too,many,fields,here\n`;
const TOTAL = [[ROWS, values.reduce((sum, value) => sum + value, 0)]];
const SQL = 'SELECT count(*), sum(value) FROM data';

const damages: [string, (path: string) => void][] = [
  ['gone', (path) => rmSync(path)],
  ['cut off', (path) => truncateSync(path, 20_000)],
  ['empty', (path) => truncateSync(path, 0)],
  ['overwritten', (path) => writeFileSync(path, 'no Parquet'.repeat(1_000))],
  ['changed in one byte', changeOne],
];

function changeOne(path: string): void {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 0x55, middle);
  writeFileSync(path, bytes);
}

describe('a columnar copy', () => {
  it.each(damages)('that is %s changes no figure, and is made again', async (_what, damage) => {
    const { query, source } = await data.read(clean);
    const copy = join(source.folder, 'data.parquet');
    const whole = readFileSync(copy);
    expect(await query(SQL)).toEqual(TOTAL);
    damage(copy);
    expect(await query(SQL)).toEqual(TOTAL);
    await restored(copy, whole);
    // Without the file itself there is only the copy to answer from.
    rmSync(source.path);
    expect(await query(SQL)).toEqual(TOTAL);
  });

  it('made of a cleaned copy is made again from that', async () => {
    const { query, source } = await data.read(messy);
    const copy = join(source.folder, 'data.parquet');
    const whole = readFileSync(copy);
    rmSync(source.path);
    changeOne(copy);
    expect(await query(SQL)).toEqual(TOTAL);
    await restored(copy, whole);
    rmSync(join(source.folder, 'copy.csv'));
    expect(await query(SQL)).toEqual(TOTAL);
  });

  it('is looked through again when its seals are gone', async () => {
    const { query, source } = await data.read(clean);
    rmSync(join(source.folder, 'seals.json'));
    expect(await query(SQL)).toEqual(TOTAL);
    await expect.poll(() => readSafely(join(source.folder, 'seals.json'))).toContain('data.parquet');
  });

  it.each(damages)(
    'beside a cleaned copy that is %s is not made of that: the file has to be read again',
    async (_what, damage) => {
      const { query, source } = await data.read(messy);
      changeOne(join(source.folder, 'data.parquet'));
      damage(join(source.folder, 'copy.csv'));
      await expect(query(SQL)).rejects.toMatchObject({ code: 'unreadable_file' });
      expect(await data.engine().canBeQueried(source)).toBe(false);
      const { recipe } = await data.engine().read({ path: source.path, name: 'data.csv', folder: source.folder });
      expect(await data.engine().canBeQueried({ ...source, recipe })).toBe(true);
      expect(await query(SQL)).toEqual(TOTAL);
    },
  );
});

function readSafely(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // It is not there yet.
    return '';
  }
}

const restored = (path: string, whole: Buffer) =>
  expect.poll(() => readSafely(path) === whole.toString('latin1')).toBe(true);
