import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChartNote, ChartSpec, Table } from '../../../../src/preload/contract';
import { chartNoteWords, english } from '../../../../src/preload/words';
import { ChartDrawing } from '../../../../src/renderer/ui/chart';
import { prepare } from '../../../../src/renderer/ui/chart/series';
import { textWidth } from '../../../../src/renderer/ui/chart/text-width';
import { AWKWARD } from '../../../support/charts/awkward';

afterEach(cleanup);
const WIDTH = 640;

function drawn(spec: ChartSpec, table: Table, theme: 'light' | 'dark' = 'light') {
  const { container } = render(
    <ChartDrawing spec={spec} table={table} theme={theme} width={WIDTH} interactive={false} standalone />,
  );
  return [...container.querySelectorAll('svg.recharts-surface')];
}

/** Texts of which a part is outside of their picture. */
function outside(surface: Element): string[] {
  const height = Number(surface.getAttribute('height'));
  return [...surface.querySelectorAll('text')].flatMap((text) => {
    const content = text.textContent ?? '';
    const [x, y] = [Number(text.getAttribute('x')), Number(text.getAttribute('y'))];
    const anchor = text.getAttribute('text-anchor');
    const width = textWidth(content, Number(text.getAttribute('font-size') ?? 11));
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    return left < -6 || left + width > WIDTH + 6 || y < 0 || y > height ? [`${content} at ${left}, ${y}`] : [];
  });
}

const notesOf = (spec: ChartSpec, table: Table): ChartNote[] => prepare(spec, table).notes;
const textOf = (surfaces: readonly Element[]): string =>
  surfaces
    .flatMap((surface) => [...surface.querySelectorAll('text')])
    .map((text) => text.textContent)
    .join(' ');

describe('thirty charts of awkward data', () => {
  it('are thirty', () => expect(new Set(AWKWARD.map(({ name }) => name)).size).toBe(30));

  it.each(AWKWARD)('$name: is drawn, with what it leaves out, as answered and as changed', (chart) => {
    const edited = { ...chart.spec, look: chart.edit };
    for (const [spec, codes] of [
      [chart.spec, chart.notes],
      [edited, chart.editedNotes],
    ] as const) {
      const surfaces = drawn(spec, chart.table);
      const markup = surfaces.map((surface) => surface.outerHTML).join('');
      expect(surfaces.length).toBeGreaterThan(0);
      expect(markup).not.toMatch(/NaN|Infinity|undefined/);
      expect(surfaces.flatMap(outside)).toEqual([]);
      expect(surfaces.some((s) => s.querySelector('path, circle, line, rect'))).toBe(true);
      const notes = notesOf(spec, chart.table);
      expect(notes.map(({ code }) => code)).toEqual(codes);
      const text = textOf(surfaces);
      for (const note of notes) expect(text).toContain(chartNoteWords(english, note));
    }
  });

  it.each(AWKWARD)('$name: looks otherwise once it is changed', (chart) => {
    const picture = (spec: ChartSpec) => {
      const markup = drawn(spec, chart.table).map((surface) => surface.outerHTML.replaceAll(/recharts[\w:-]+/g, ''));
      cleanup();
      return markup.join('');
    };
    expect(picture({ ...chart.spec, look: chart.edit })).not.toBe(picture(chart.spec));
  });
});

const pointsOf = (name: string, look?: ChartSpec['look']) => {
  const chart = AWKWARD.find((known) => known.name === name);
  if (!chart) throw new Error(`there is no chart called ${name}`);
  return prepare(look ? { ...chart.spec, look } : chart.spec, chart.table);
};

describe('what a chart shows by itself', () => {
  it('never cuts the peak, and is not more than forty bars', () => {
    const { points } = pointsOf('400 names of which the last is the peak');
    expect(points).toHaveLength(40);
    expect(Math.max(...points.map(({ values }) => values[0] ?? 0))).toBe(399);
  });

  it('adds up what is too much to be told apart, and leaves averages as they are', () => {
    const sums = pointsOf('60 names that add up', { top: 10 }).points;
    expect(sums.at(-1)).toMatchObject({ label: 'Others', others: true });
    const total = sums.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
    expect(total).toBe(Array.from({ length: 60 }, (_, at) => 1_000 - at * 15).reduce((sum, value) => sum + value, 0));
    expect(pointsOf('60 averages').points.map(({ label }) => label)).not.toContain('Others');
    const lines = pointsOf('30 lines that add up', { kind: 'area', stack: 'stacked' });
    expect([lines.series.length, lines.series.at(-1)]).toEqual([12, 'Others']);
  });

  it('tells what the others come to where they would dwarf what is shown', () => {
    const { points, notes } = pointsOf('60 names that add up');
    expect(points).toHaveLength(40);
    expect(notes).toEqual([{ code: 'left_out', what: 'bars', shown: 40, of: 60, sum: '5,150' }]);
    expect(pointsOf('30 lines that add up').series).not.toContain('Others');
  });

  it('shows the bulk of a heavy tail, and every row is in some bin', () => {
    const { points } = pointsOf('A histogram with a heavy tail');
    expect(points.length).toBeGreaterThan(5);
    expect(points.at(-1)?.tail).toBe('high');
    expect(points.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBe(500);
    const counts = points.map(({ values }) => values[0] ?? 0);
    expect(Math.max(...counts)).toBeLessThan(250);
  });

  it('has months, weekdays and years in their own order, with gaps', () => {
    expect(pointsOf('Months by name').points.map(({ label, values }) => [label, values[0] === null])).toEqual(
      'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').map((month) => [month, month === 'May']),
    );
    expect(
      pointsOf('Weekdays by name')
        .points.map(({ label }) => label.slice(0, 3))
        .join(' '),
    ).toBe('Mon Tue Wed Thu Fri Sat Sun');
    expect(pointsOf('Years as numbers with one missing').points.map(({ label, values }) => [label, values[0]])).toEqual(
      [
        ...[
          ['2019', 30],
          ['2020', 20],
          ['2021', 40],
          ['2022', 55],
          ['2023', null],
          ['2024', 90],
        ],
      ],
    );
  });

  it('draws every measure, those of another unit at an axis of their own', () => {
    const chart = AWKWARD.find(({ name }) => name === 'Measures of different units');
    expect(chart && drawn(chart.spec, chart.table)).toHaveLength(3);
  });

  it('dashes what is not over', () => {
    const chart = AWKWARD.find(({ name }) => name === 'A month that is not over');
    const dashes = (look?: ChartSpec['look']) =>
      chart &&
      drawn(look ? { ...chart.spec, look } : chart.spec, chart.table)[0]?.querySelectorAll(
        '[stroke-dasharray="3 4"], [stroke-dasharray="3 2"]',
      ).length;
    expect(dashes()).toBe(1);
    cleanup();
    expect(dashes({ kind: 'bar' })).toBe(1);
  });
});
