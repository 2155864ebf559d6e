import type { ChartKind, ChartSpec } from './charts';

const ROWS_OF_HISTOGRAM = 8;

/** How else the rows of a chart can be drawn so that it still says something; `rows` is how many there are. */
export function chartKinds(
  { kind, x, y, series }: Pick<ChartSpec, 'kind' | 'x' | 'y' | 'series'>,
  { rows, hasNegative }: { rows: number; hasNegative: boolean },
): ChartKind[] {
  if (kind === 'histogram') return ['histogram', 'line', 'area'];
  if (kind === 'scatter') return ['scatter', 'line'];
  const isPlain = series === undefined && y.length === 1;
  return [
    'bar',
    'line',
    'area',
    ...(isPlain && !hasNegative && x.type === 'category' ? (['pie'] as const) : []),
    ...(isPlain && rows >= ROWS_OF_HISTOGRAM ? (['histogram'] as const) : []),
  ];
}
