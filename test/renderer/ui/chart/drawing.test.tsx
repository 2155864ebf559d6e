import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChartSpec, Table } from '../../../../src/preload/contract';
import { ChartDrawing } from '../../../../src/renderer/ui/chart';

afterEach(cleanup);

const table = (rows: Table['rows']): Table => ({
  columns: [
    { name: 'c', type: 'text' },
    { name: 'n', type: 'float' },
  ],
  rows,
});
const spec = (changes: Partial<ChartSpec> = {}): ChartSpec => ({
  kind: 'bar',
  title: 'T',
  x: { column: 'c', type: 'category' },
  y: [{ column: 'n' }],
  format: { style: 'number' },
  ...changes,
});

function drawn(changes: Partial<ChartSpec>, rows: Table['rows']) {
  const warned = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { container } = render(
    <ChartDrawing spec={spec(changes)} table={table(rows)} theme="light" width={700} interactive />,
  );
  expect(warned.mock.calls).toEqual([]);
  warned.mockRestore();
  return container;
}

describe('a chart', () => {
  it.each(['bar', 'line', 'area', 'scatter', 'pie', 'histogram'] as const)(
    'of the kind %s gives the page nothing it does not know',
    (kind) => {
      const x = kind === 'scatter' ? ({ column: 'c', type: 'number' } as const) : spec().x;
      const container = drawn({ kind, x }, [
        ['1', 2],
        ['2', 3],
      ]);
      expect(container.querySelector('svg')).not.toBeNull();
    },
  );

  it('says so when all its values are empty', () => {
    drawn({}, [
      ['a', null],
      ['b', null],
    ]);
    expect(screen.getByRole('img', { name: 'Every value is empty, so there is nothing to draw.' })).toBeTruthy();
  });

  it('has a value at a bar of no length too', () => {
    const container = drawn({}, [
      ['a', 5],
      ['b', 0],
      ['c', -4],
    ]);
    const labels = [...container.querySelectorAll('.recharts-label-list text')].map((one) => one.textContent);
    expect(labels).toEqual(['5', '0', '−4']);
  });

  it('stacks what is below zero downwards, away from what is above', () => {
    const columns: Table['columns'] = [
      { name: 'c', type: 'text' },
      { name: 'up', type: 'float' },
      { name: 'down', type: 'float' },
    ];
    const { container } = render(
      <ChartDrawing
        spec={spec({ stacked: true, y: [{ column: 'up' }, { column: 'down' }] })}
        table={{ columns, rows: [['a', 30, -10]] }}
        theme="light"
        width={700}
        interactive
      />,
    );
    const [up, down] = [...container.querySelectorAll('.recharts-bar-rectangle path')].map(
      (one) =>
        /^M[^,]+,([\d.]+)[^v]*v (-?[\d.]+)/
          .exec(one.getAttribute('d') ?? '')
          ?.slice(1)
          .map(Number) ?? [],
    );
    const edges = ([y = Number.NaN, height = Number.NaN]: number[] = []) => [
      Math.min(y, y + height),
      Math.max(y, y + height),
    ];
    expect(edges(down)[0]).toBeCloseTo(edges(up)[1] ?? 0);
  });

  it('points out the whole bar, not a line through it', () => {
    const container = drawn({}, [
      ['a', 5],
      ['b', 4],
    ]);
    const chart = container.querySelector('.recharts-surface');
    if (chart) fireEvent.focus(chart);
    expect(container.querySelector('.recharts-tooltip-cursor')?.classList.contains('recharts-rectangle')).toBe(true);
  });

  it.each(['line', 'bar', 'pie'] as const)('of the kind %s gives a name the same colour wherever it stands', (kind) => {
    const split = kind !== 'pie';
    const columns: Table['columns'] = [
      { name: 'c', type: 'text' },
      { name: 's', type: 'text' },
      { name: 'n', type: 'float' },
    ];
    const coloursOf = (names: readonly string[]) => {
      const rows = names.flatMap((name, at) => [
        [split ? 'a' : name, name, 9 - at],
        ...(split ? [['b', name, 9 - at]] : []),
      ]);
      const { container } = render(
        <ChartDrawing
          spec={spec({ kind, ...(split ? { series: 's' } : {}) })}
          table={{ columns, rows }}
          theme="light"
          width={700}
          interactive={false}
        />,
      );
      const marks = { line: '.recharts-line-curve', bar: '.recharts-bar', pie: '.recharts-pie-sector path' }[kind];
      const drawn = [...container.querySelectorAll(marks)].map((one) =>
        kind === 'line' ? one.getAttribute('stroke') : (one.querySelector('path') ?? one).getAttribute('fill'),
      );
      cleanup();
      return Object.fromEntries(names.map((name, at) => [name, drawn[at]]));
    };
    const first = coloursOf(['West', 'North', 'East']);
    expect(new Set(Object.values(first)).size).toBe(3);
    expect(coloursOf(['North', 'East', 'West'])).toEqual(first);
  });
});
