import type { UiWords } from '../../english/ui';

const KINDS = {
  bar: 'Balkendiagramm',
  line: 'Liniendiagramm',
  area: 'Flächendiagramm',
  scatter: 'Streudiagramm',
  pie: 'Kreisdiagramm',
  histogram: 'Histogramm',
};

export const drawing: UiWords['drawing'] = {
  describe: ({ kind, title, points, series, range }) => {
    const names = series && `${series.first.join(', ')}${series.count > series.first.length ? ' …' : ''}`;
    return `${KINDS[kind]}: ${title}, ${points} ${points === 1 ? 'Punkt' : 'Punkte'}${
      series ? ` für ${series.count} Reihen (${names})` : ''
    }${range ? `, von ${range.from} bis ${range.to}` : ''}.`;
  },
  noData: 'keine Daten',
};
