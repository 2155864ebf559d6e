import type { Language } from '#contract/settings';
import type { PublicationWords } from '#words';
import type { PublicationChart } from './publication';
import type { RichBlock } from './rich-text';

/** A publication whose every text is written and can be seen, in the form that all writers of pages draw. */
export interface PrintedPublication {
  title: string;
  subtitle: string | null;
  language: Language;
  /** The day it was made. */
  day: string;
  createdAt: number;
  words: PublicationWords;
  /** At the foot of each page: texts, and the counts between them. */
  foot: FootPart[];
  blocks: PrintedBlock[];
}

export type FootPart = string | { count: 'page' | 'pages' };

/** `isLying`: on pages that lie on their side, as tables that are too wide, and headings right above them. */
export type PrintedBlock = PrintedContent & { sources: string[]; isLying: boolean };

export type PrintedContent =
  /** No level is skipped on the way down. */
  | { type: 'heading'; level: number; text: string }
  | { type: 'text'; blocks: RichBlock[] }
  | { type: 'figures'; figures: { label: string; value: string; detail: string | null }[] }
  | PrintedTable
  | (Omit<PublicationChart, 'note' | 'title'> & { caption: string | null; notes: string[] })
  | { type: 'quote'; text: string; source: string }
  | { type: 'code'; language: 'sql' | 'python' | 'text'; text: string }
  | { type: 'notice'; tone: 'info' | 'warning'; text: string };

export interface PrintedTable {
  type: 'table';
  title: string | null;
  /** Its columns as they fit a page; each part begins with the first one. Without rows where it has none. */
  parts: PrintedPart[];
  notes: string[];
}

export interface PrintedPart {
  /** `width` in characters. */
  columns: { title: string; isNumber: boolean; width: number }[];
  rows: string[][];
  /** Too wide for a page that stands upright. */
  isWide: boolean;
  /** Characters that the page has side by side. */
  room: number;
}
