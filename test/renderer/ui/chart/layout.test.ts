import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/renderer/ui/chart/layout';
import { prepare } from '../../../../src/renderer/ui/chart/series';
import { fitNames, textWidth } from '../../../../src/renderer/ui/chart/text-width';
import { bar, table } from '../../../support/chart';

describe('long names', () => {
  const long = (n: number) => `Department of international affairs number ${n}`;

  it('are cut at the end, or in the middle where they would read alike', () => {
    expect(fitNames(['Short', 'A name that is much longer than that'], 80, 11)).toEqual(['Short', 'A name that…']);
    const [one, two] = fitNames([long(1), long(2)], 120, 11);
    expect(one).toMatch(/^Depart.*….*1$/);
    expect(two).toMatch(/^Depart.*….*2$/);
    for (const name of [one, two]) expect(textWidth(name ?? '', 11)).toBeLessThanOrEqual(120);
  });

  it('have up to two fifths of a lying chart', () => {
    const data = table(
      [
        ['c', 'text'],
        ['n', 'integer'],
      ],
      [1, 2, 3].map((n) => [long(n).repeat(3), n]),
    );
    const { horizontal, plot } = layOut(bar(), prepare(bar(), data), { width: 700, height: 300, standalone: false });
    expect(horizontal).toBe(true);
    expect(plot.left).toBeGreaterThan(200);
    expect(plot.left).toBeLessThan(320);
  });
});

describe('values that stand at their bars', () => {
  const data = (...values: number[]) =>
    table(
      [
        ['c', 'text'],
        ['n', 'integer'],
      ],
      values.map((value, index) => [`c${index}`, value]),
    );
  const size = { width: 700, height: 300, standalone: false };

  it('have room below negative bars', () => {
    const { values } = layOut(bar(), prepare(bar(), data(300, -100)), size);
    expect(values.min).toBeLessThan(-100);
    expect(layOut(bar(), prepare(bar(), data(300, 100)), size).values.min).toBe(0);
  });

  it('stand at every bar that lies', () => {
    const spec = bar({ horizontal: true });
    expect(layOut(spec, prepare(spec, data(...Array.from({ length: 40 }, (_, n) => n))), size).valueLabels).toBe(true);
  });
});

describe('names at the ends of lines', () => {
  it('never touch, even when the lines end at the same height', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((name) => [
      ['2024-01-01', name, 1],
      ['2024-02-01', name, 5],
    ]);
    const spec = bar({ kind: 'line', x: { column: 'm', type: 'time', grain: 'month' }, series: 's' });
    const data = table(
      [
        ['m', 'date'],
        ['s', 'text'],
        ['n', 'integer'],
      ],
      rows,
    );
    const { endLabels, plot } = layOut(spec, prepare(spec, data), { width: 600, height: 300, standalone: false });
    const heights = endLabels?.map((label) => label.y) ?? [];
    expect(heights).toHaveLength(6);
    for (const [index, y] of heights.entries()) {
      expect(y - (heights[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(14);
      expect(y).toBeLessThanOrEqual(plot.bottom + 1);
    }
  });
});
