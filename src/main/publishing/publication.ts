import type { Cell, ColumnType } from '#contract';
import type { FigureShow } from '#contract/headline';
import type { Locale } from '#words';

/**
 * A document before it has a format: what reports and threads become, and what every writer draws alike. Words are final,
 * in the reader's language; cells are values, which each writer writes as `locale` has them.
 */
export interface Publication {
  title: string;
  subtitle: string | null;
  locale: Locale;
  /** Milliseconds since 1970. */
  createdAt: number;
  blocks: PublicationBlock[];
}

export type PublicationBlock =
  /** Level 1 stands below the title, which is none of them. */
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  /** Markdown of people or models. Writers load nothing of it and run nothing. */
  | { type: 'text'; markdown: string }
  /** A figure with what it is of; neighbours stand side by side. The value is written already. */
  | { type: 'figure'; label: string; value: string; detail: string | null }
  | PublicationTable
  | PublicationChart
  | { type: 'quote'; text: string; source: string }
  | { type: 'code'; language: 'sql' | 'python' | 'text'; text: string }
  | { type: 'notice'; tone: 'info' | 'warning'; text: string }
  /** A small line under the block before it: where that is from, and of when. It stays with it. */
  | { type: 'source'; text: string };

export interface PublicationTable {
  type: 'table';
  title: string | null;
  columns: PublicationColumn[];
  /** As long as `columns`; not necessarily all there are. Writers cut what a format cannot take, and say so. */
  rows: readonly (readonly Cell[])[];
  /** Of the result, with those that are not in `rows`. */
  rowCount: number;
  note: string | null;
}

export interface PublicationColumn {
  title: string;
  /** What its cells are. */
  type: ColumnType;
  /** How they are written, as in answers: `showOf` of the room `query` knows it for a query's column. */
  show: FigureShow;
}

export interface PublicationChart {
  type: 'chart';
  /** A drawing shows it already; above a picture that code has made it stands as a caption, where it is not empty. */
  title: string;
  /** The drawing as `WorkerChartPainter` makes it, light; null for a picture that code has made. */
  svg: string | null;
  /** The same, twice as large or more. */
  png: Uint8Array;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** What it shows, for those who do not see it. */
  alt: string;
  note: string | null;
}

export type { Paper } from '#contract';
