import { Resvg } from '@resvg/resvg-js';
import type { Cell, ColumnType } from '#contract';
import type { FigureShow } from '#contract/headline';
import type { Publication, PublicationChart, PublicationColumn, PublicationTable } from '../../../src/main/publishing';

export const MONEY: FigureShow = { as: 'currency', code: 'EUR', decimals: 2 };
export const COUNT: FigureShow = { as: 'number', decimals: 0, unit: null };
export const TEXT: FigureShow = { as: 'text' };
export const SHARE: FigureShow = { as: 'percent' };
export const MONTH: FigureShow = { as: 'time', grain: 'month' };

export const column = (title: string, type: ColumnType = 'text', show: FigureShow = TEXT): PublicationColumn => ({
  title,
  type,
  show,
});

export const tableOf = (
  title: string | null,
  columns: PublicationColumn[],
  rows: Cell[][],
  more: Partial<PublicationTable> = {},
): PublicationTable => ({ type: 'table', title, columns, rows, rowCount: rows.length, note: null, ...more });

export const publication = (blocks: Publication['blocks'], more: Partial<Publication> = {}): Publication => ({
  title: 'Sales in October',
  subtitle: null,
  locale: { language: 'en', numbers: 'en-US' },
  createdAt: Date.UTC(2026, 10, 3, 9),
  blocks,
  ...more,
});

/** A drawing of bars, as small as it can be. */
export function barsChart(title: string, alt = title): PublicationChart {
  const bars = [120, 180, 90].map(
    (height, at) => `<rect x="${40 + at * 120}" y="${220 - height}" width="80" height="${height}" fill="#2f5fd0"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="240" viewBox="0 0 420 240"><rect width="100%" height="100%" fill="#ffffff"/>${bars.join('')}<text x="40" y="236" font-family="Inter" font-size="12">Jan</text></svg>`;
  const png = new Uint8Array(new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng());
  return { type: 'chart', title, svg, png, width: 420, height: 240, alt, note: null };
}
