import { cleanup, render, screen } from '@testing-library/react';
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
});
