import type { ChartSpec } from '#contract';

const KINDS = {
  bar: 'Bar chart',
  line: 'Line chart',
  area: 'Area chart',
  scatter: 'Scatter chart',
  pie: 'Pie chart',
  histogram: 'Histogram',
};

interface Drawn {
  kind: ChartSpec['kind'];
  title: string;
  points: number;
  /** Null for a single one. */
  series: { count: number; first: readonly string[] } | null;
  range: { from: string; to: string } | null;
}

export const drawing = {
  /** A drawing for those who cannot see it. */
  describe: ({ kind, title, points, series, range }: Drawn) => {
    const names = series && `${series.first.join(', ')}${series.count > series.first.length ? ' …' : ''}`;
    return `${KINDS[kind]}: ${title}, ${points} ${points === 1 ? 'point' : 'points'}${
      series ? ` for ${series.count} series (${names})` : ''
    }${range ? `, from ${range.from} to ${range.to}` : ''}.`;
  },
  noData: 'no data',
};
