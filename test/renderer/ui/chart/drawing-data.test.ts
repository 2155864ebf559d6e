import { describe, expect, it } from 'vitest';
import type { NumberFormat } from '../../../../src/preload/contract';
import { formatAlike, formatShort, formatTick, formatValue } from '../../../../src/renderer/ui/chart/format';
import { slicesOf } from '../../../../src/renderer/ui/chart/PieDrawing';
import { headUnit } from '../../../../src/renderer/ui/chart/panels';
import { prepare } from '../../../../src/renderer/ui/chart/series';
import { niceScale } from '../../../../src/renderer/ui/chart/ticks';
import { timeOf, timeTicks } from '../../../../src/renderer/ui/chart/time-axis';
import { bar, euro, number, table } from '../../../support/chart';

describe('numbers in charts', () => {
  it('are told with what they are measured in, once', () => {
    const celsius = { style: 'number', unit: '°C' } as const;
    expect(formatValue(12.5, celsius)).toBe('12.5\u00a0°C');
    expect(formatAlike([12.5, 3], celsius)).toEqual(['12.5\u00a0°C', '3.0\u00a0°C']);
    expect(formatTick(10, celsius, 5)).toBe('10');
    expect(headUnit(bar({ format: celsius }))).toBe('°C');
    expect(headUnit(bar({ y: [{ column: 'n' }, { column: 'k', format: number }], format: euro }))).toBeNull();
  });

  it('that stand below each other have as many decimals as each other', () => {
    expect(formatAlike([12_666.81, 4_976.1, 5_000], number)).toEqual(['12,666.81', '4,976.10', '5,000.00']);
    expect(formatAlike([3, 12], number)).toEqual(['3', '12']);
    expect(formatAlike([0.381, 0.4], { style: 'percent' })).toEqual(['38.1 %', '40 %']);
  });

  it('are written out in tooltips and short on axes', () => {
    expect(formatValue(4318902.4, euro)).toBe('€\u00a04,318,902.40');
    expect(formatValue(-12.5, { style: 'currency', currency: 'USD' })).toBe('−$12.50');
    expect(formatValue(0.381, { style: 'percent' })).toBe('38.1 %');
    expect([0, 50_000, 200_000].map((value) => formatTick(value, euro, 50_000))).toEqual(['0', '50k', '200k']);
    expect([1_000_000, 1_500_000].map((value) => formatTick(value, number, 500_000))).toEqual(['1M', '1.5M']);
    expect([2_500, 5_000].map((value) => formatTick(value, number, 2_500))).toEqual(['2.5k', '5k']);
    expect([0, 0.25, 0.5].map((value) => formatTick(value, number, 0.25))).toEqual(['0', '0.25', '0.5']);
    expect([0.000002, 0.000004].map((value) => formatTick(value, number, 0.000002))).toEqual(['0.000002', '0.000004']);
    expect([3.4e12, -9e11].map((value) => formatShort(value, number))).toEqual(['3.4T', '−900B']);
    expect(formatTick(4e12, number, 1e12)).toBe('4T');
    expect([0.05, 0.1].map((value) => formatTick(value, { style: 'percent' }, 0.05))).toEqual(['5 %', '10 %']);
    expect([1_250_000, 412_345, 12].map((value) => formatShort(value, number))).toEqual(['1.25M', '412k', '12']);
    // Beside longer ones a value has no more digits than they.
    expect([13_520.5, 8_401.86, -912.34].map((value, _, all) => formatShort(value, number, all))).toEqual([
      '13.5k',
      '8.4k',
      '−912',
    ]);
    const short = (format: NumberFormat, ...values: number[]) =>
      values.map((value) => formatShort(value, format, values));
    expect(short(number, 3_463.72, 3_333, 0)).toEqual(['3,463.72', '3,333.00', '0']);
    expect(short(number, 12, 3)).toEqual(['12', '3']);
    expect(short({ style: 'percent' }, 0.381, 0.4)).toEqual(['38.1 %', '40.0 %']);
    expect(formatShort(8_401.86, number)).toBe('8,401.86');
  });

  it.each([
    [[3, 97], true, [0, 100]],
    [[-7, 12], true, [-10, 15]],
    [[0, 0], true, [0, 1]],
    [[5], false, [0, 6]],
    [[1e12, 3e12], true, [0, 3e12]],
    [[0.0001, 0.0003], true, [0, 0.0003]],
  ])('%j fit on a scale with round ends (zero: %s)', (values, zero, ends) => {
    const scale = niceScale(values, { zero, count: 4 });
    expect([scale.min, scale.max]).toEqual(ends);
    expect(scale.ticks.length).toBeLessThanOrEqual(8);
    expect(new Set(scale.ticks).size).toBe(scale.ticks.length);
  });

  it('of things that are counted have no halves', () => {
    expect(niceScale([0, 1, 1], { zero: true, count: 4 }).ticks).toEqual([0, 1]);
    expect(niceScale([0.5, 1], { zero: true, count: 4 }).ticks).toContain(0.5);
  });

  it('of a line may leave out zero only when they move in a narrow band', () => {
    expect(niceScale([100, 104], { zero: false, count: 4 }).min).toBeGreaterThan(90);
    expect(niceScale([20, 104], { zero: false, count: 4 }).min).toBe(0);
    expect(niceScale([100, 104], { zero: true, count: 4 }).min).toBe(0);
  });
});

describe('time in charts', () => {
  const utc = (text: string) => Date.parse(`${text}T00:00:00Z`);

  it('is read from dates, timestamps and years, in UTC', () => {
    expect([timeOf('2024-02-29'), timeOf('2024-02-29T12:30:00'), timeOf(2024)]).toEqual([
      utc('2024-02-29'),
      Date.parse('2024-02-29T12:30:00Z'),
      utc('2024-01-01'),
    ]);
    expect([timeOf('soon'), timeOf(null), timeOf('12'), timeOf(true)]).toEqual([null, null, null, null]);
  });

  it('is labelled at whole months, the year where it begins', () => {
    const ticks = timeTicks(utc('2024-11-01'), utc('2025-04-01'), 'month', 8);
    expect(ticks.map((tick) => tick.label)).toEqual(['Nov 2024', 'Dec', 'Jan 2025', 'Feb', 'Mar', 'Apr']);
  });

  it('is labelled by quarters and by years over longer spans', () => {
    expect(timeTicks(utc('2024-01-01'), utc('2024-10-01'), 'quarter', 8).map((tick) => tick.label)).toEqual([
      'Q1 2024',
      'Q2 2024',
      'Q3 2024',
      'Q4 2024',
    ]);
    expect(timeTicks(utc('2000-01-01'), utc('2025-01-01'), 'year', 6).map((tick) => tick.label)).toEqual([
      '2000',
      '2005',
      '2010',
      '2015',
      '2020',
      '2025',
    ]);
  });

  it('without data stays visible as a gap, and is not invented as zero', () => {
    const spec = bar({ kind: 'line', x: { column: 'm', type: 'time', grain: 'month' } });
    const { points } = prepare(
      spec,
      table(
        [
          ['m', 'date'],
          ['n', 'integer'],
        ],
        [
          ['2024-01-01', 1],
          ['2024-04-01', 4],
        ],
      ),
    );
    expect(points.map((point) => [point.label, point.values[0]])).toEqual([
      ['Jan 2024', 1],
      ['Feb 2024', null],
      ['Mar 2024', null],
      ['Apr 2024', 4],
    ]);
  });

  it('is put in order whatever the order of the rows', () => {
    const spec = bar({ kind: 'line', x: { column: 'd', type: 'time' } });
    const { points } = prepare(
      spec,
      table(
        [
          ['d', 'date'],
          ['n', 'integer'],
        ],
        [
          ['2024-03-01', 3],
          ['2024-01-01', 1],
        ],
      ),
    );
    expect(points.map((point) => point.values[0])).toEqual([1, 3]);
  });
});

describe('the data of a chart', () => {
  it('splits long rows into a series for each value', () => {
    const spec = bar({ series: 'r' });
    const { series, points } = prepare(
      spec,
      table(
        [
          ['c', 'text'],
          ['r', 'text'],
          ['n', 'decimal'],
        ],
        [
          ['a', 'West', '1.50'],
          ['a', 'East', '2.00'],
          ['b', 'West', '3.00'],
        ],
      ),
    );
    expect(series).toEqual(['West', 'East']);
    expect(points.map((point) => point.values)).toEqual([
      [1.5, 2],
      [3, null],
    ]);
  });

  it('takes any name for a value', () => {
    const names = ['__proto__', 'constructor', '<script>alert(1)</script>', '\u202egnp', ''];
    const { series, points } = prepare(
      bar({ series: '__proto__' }),
      table(
        [
          ['c', 'text'],
          ['__proto__', 'text'],
          ['n', 'integer'],
        ],
        names.map((name, n) => ['x', name, n]),
      ),
    );
    expect(series).toEqual(names.map((name) => name.replace('\u202e', '\ufffd')));
    expect(points[0]?.values).toEqual([0, 1, 2, 3, 4]);
  });

  it('leaves out what is no number, as a gap', () => {
    const { points } = prepare(
      bar(),
      table(
        [
          ['c', 'text'],
          ['n', 'float'],
        ],
        [
          ['a', 'NaN'],
          ['b', 'Infinity'],
          ['c', null],
          ['d', 1],
        ],
      ),
    );
    expect(points.map((point) => point.values[0])).toEqual([null, null, null, 1]);
  });

  it('keeps the largest of many bars or series, and says how many are left out', () => {
    const many = prepare(
      bar(),
      table(
        [
          ['c', 'text'],
          ['n', 'integer'],
        ],
        Array.from({ length: 400 }, (_, n) => [`c${n}`, n]),
      ),
    );
    expect(many.notes).toEqual([{ code: 'left_out', what: 'bars', shown: 40, of: 400, sum: null }]);
    expect(many.points.map(({ label }) => label)).toContain('c399');
    const split = prepare(
      bar({ series: 's' }),
      table(
        [
          ['c', 'text'],
          ['s', 'text'],
          ['n', 'integer'],
        ],
        Array.from({ length: 60 }, (_, n) => ['x', `s${n}`, n]),
      ),
    );
    expect(split.notes).toEqual([{ code: 'left_out', what: 'series', shown: 12, of: 60, sum: null }]);
    expect(split.series).toContain('s59');
  });

  it('keeps the whole whole when a pie has many slices', () => {
    const prepared = prepare(
      bar({ kind: 'pie' }),
      table(
        [
          ['c', 'text'],
          ['n', 'integer'],
        ],
        Array.from({ length: 20 }, (_, n) => [`c${n}`, n + 1]),
      ),
    );
    const { slices } = slicesOf(prepared);
    expect(slices).toHaveLength(8);
    expect(slices.at(-1)?.name).toBe('Others (13)');
    expect(slices.reduce((sum, slice) => sum + slice.share, 0)).toBeCloseTo(1, 10);
  });
});
