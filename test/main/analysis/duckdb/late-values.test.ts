import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { needs, WHOLE } from '../../../support/needs';

const data = dataEngine();
const COUNT = 25_000;

/** A column `v` of many values, with others in place of its last ones. */
async function readWithLast(value: (n: number) => string, last: readonly string[]) {
  const values = Array.from({ length: COUNT }, (_, n) => last[n - COUNT + last.length] ?? value(n));
  const read = await data.read(`n,v\n${values.map((text, n) => `${n},${text}`).join('\n')}\n`);
  return { ...read, column: read.profile.columns[1] };
}

describe('a column of whole numbers stays one', () => {
  it.each<[string, (n: number) => string]>([
    ['that grow', (n) => String(n)],
    ['of any size', (n) => String((n * 7_919) % 100_003)],
    ['with three digits each', (n) => String(100 + (n % 900))],
  ])('%s, when three of its 25,000 values are slips', async (_, value) => {
    const { column, query } = await readWithLast(value, ['12.7', '007', '1_000']);
    expect(column).toMatchObject({
      type: 'integer',
      nulls: 0,
      odd: {
        count: 3,
        examples: [
          { record: COUNT - 2, text: '12.7' },
          { record: COUNT - 1, text: '007' },
          { record: COUNT, text: '1_000' },
        ],
      },
    });
    const sum = Array.from({ length: COUNT - 3 }, (_unused, n) => Number(value(n))).reduce((a, b) => a + b, 0);
    expect(await query('SELECT sum(v), count(v) FROM data')).toEqual([[sum, COUNT - 3]]);
  });

  it.each(['1e3', '12 %', '0x1F', '1,5', 'twelve', '9'.repeat(45)])('when one is %s', async (text) => {
    const { column } = await readWithLast((n) => String(n), [`"${text}"`]);
    expect(column).toMatchObject({ type: 'integer', odd: { count: 1, examples: [{ record: COUNT, text }] } });
  });

  it('and one of fractions when fractions are all that is new', async () => {
    const { column, query } = await readWithLast((n) => String(n), ['2.5', '3.25']);
    expect(column).toMatchObject({ type: 'decimal', odd: null, scale: 2 });
    expect(await query('SELECT v FROM data WHERE n > 24996')).toEqual([['24997.00'], ['2.50'], ['3.25']]);
  });
});

describe('digits are codes', () => {
  it.each<[string, (n: number) => string]>([
    ['when all begin with a zero', (n) => `0${n}`],
    ['when some of equal length do', (n) => String(n % 9_000).padStart(5, n % 200 === 0 ? '0' : '8')],
    ['when one in fifty does', (n) => (n % 50 === 0 ? `0${n}` : String(n + 1))],
  ])('%s', async (_, value) => {
    const { column } = await readWithLast(value, []);
    expect(column).toMatchObject({ type: 'text', odd: null });
  });
});

describe('a way of writing that few values have does not become that of all', () => {
  it('amounts are not divided by a hundred for one percent sign', async () => {
    const { column, query } = await readWithLast((n) => `${n}.50`, ['12.50 %']);
    expect(column).toMatchObject({ type: 'decimal', unit: null, odd: { count: 1 } });
    expect(await query('SELECT v FROM data WHERE n = 7')).toEqual([['7.50']]);
  });

  it('money stays exact for one amount with an exponent, and for one with very many digits', async () => {
    for (const text of ['1e3', '0.123456789']) {
      const { column } = await readWithLast((n) => `${n}.50`, [text]);
      expect(column).toMatchObject({ type: 'decimal', scale: 2, odd: { count: 1 } });
    }
  });

  it('numbers stay numbers for one that contradicts their points', async () => {
    const { column } = await readWithLast((n) => `${n}.5`, ['1.234.567']);
    expect(column).toMatchObject({ type: 'decimal', odd: { count: 1 } });
  });

  it.each(['2024-05-01 10:30:00', '2024-05-01T10:30:00Z'])('days stay days for %s', async (text) => {
    const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + (n % 900))).toISOString().slice(0, 10);
    const { column } = await readWithLast(day, [text]);
    expect(column).toMatchObject({ type: 'date', odd: { count: 1, examples: [{ record: COUNT, text }] } });
  });
});

describe('different values', () => {
  it('are counted exactly where they may tell rows apart', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `${n < 18_712 ? n : 0},x`);
    const { profile } = await data.read(`id,v\n${rows.join('\n')}\n`);
    expect(profile.columns[0]).toMatchObject({ distinct: 18_712, distinctExact: true });
    expect(profile.duplicates).toBe(20_000 - 18_712);
  });

  it('are said to be estimated where counting them all would take long', needs(WHOLE), async () => {
    const rows = Array.from({ length: 1_400_000 }, (_, n) => `${n % 1_150_000},${n % 7}`);
    const { profile } = await data.read(`id,v\n${rows.join('\n')}\n`);
    expect(profile.columns.map((one) => one.distinctExact)).toEqual([false, true]);
    expect(Math.abs((profile.columns[0]?.distinct ?? 0) / 1_150_000 - 1)).toBeLessThan(0.2);
  });
});
