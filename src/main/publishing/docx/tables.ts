import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { breakable } from '../long-words';
import type { PrintedPart } from '../printed';
import type { RichBlock } from '../rich-text';
import { GAP } from '../table-parts';
import { textRuns } from './runs';
import { LINE, QUIET } from './styles';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
const HEAD_LINE = { style: BorderStyle.SINGLE, size: 8, color: QUIET } as const;
const BORDERS = {
  top: NONE,
  left: NONE,
  right: NONE,
  bottom: HAIRLINE,
  insideHorizontal: HAIRLINE,
  insideVertical: NONE,
};
const MARGINS = { left: 80, right: 80, top: 20, bottom: 20 };
const LEAST_SHARE = 0.3;

type Side = 'start' | 'center' | 'end';
const ALIGN = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END } as const;

interface Cells {
  /** Twentieths of a point. */
  widths: number[];
  sides: Side[];
  head: TextRuns[];
  rows: TextRuns[][];
  isFollowed: boolean;
}
type TextRuns = ReturnType<typeof textRuns>;

/**
 * @param pageWidth between the margins, in twentieths of a point
 * @param isFollowed lines below it go to the next page with its last rows
 */
export function partTable(
  { columns, rows, room }: PrintedPart,
  { pageWidth, noRows, isFollowed }: { pageWidth: number; noRows: string; isFollowed: boolean },
): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const share = Math.min(1, Math.max(LEAST_SHARE, total / room));
  const plain = (text: string) => textRuns([{ text }]);
  return table({
    widths: columns.map(({ width }) => Math.floor((pageWidth * share * width) / total)),
    sides: columns.map(({ isNumber }) => (isNumber ? 'end' : 'start')),
    head: columns.map(({ title, width }) => textRuns([{ text: breakable(title, width - GAP), bold: true }])),
    rows: rows.length === 0 ? [[plain(noRows)]] : rows.map((row) => row.map(plain)),
    isFollowed,
  });
}

export function gridTable({ align, rows: [head = [], ...rows] }: Extract<RichBlock, { type: 'grid' }>): Table {
  return table({
    widths: align.map(() => Math.floor(UPRIGHT_WIDTH / align.length)),
    sides: align,
    head: head.map((runs) => textRuns(runs.map((run) => ({ ...run, bold: true })))),
    rows: rows.map((row) => row.map(textRuns)),
    isFollowed: false,
  });
}

/** So many rows are on one page; of longer tables the first two, and the last two. */
const TOGETHER = 12;
/** Of the narrower paper, between its margins. */
const UPRIGHT_WIDTH = 9_600;

function table({ widths, sides, head, rows, isFollowed }: Cells): Table {
  const last = rows.length - 1;
  const keepsNext = (at: number) => (at === last ? isFollowed : at === 0 || at === last - 1 || rows.length <= TOGETHER);
  const row = (cells: readonly TextRuns[], isHead: boolean, keepNext: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((children, at) =>
        cell(children, sides[at] ?? 'start', {
          width: widths[at] ?? 0,
          isHead,
          keepNext,
          span: cells.length === 1 ? widths.length : 1,
        }),
      ),
    });
  return new Table({
    rows: [row(head, true, true), ...rows.map((cells, at) => row(cells, false, keepsNext(at)))],
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: MARGINS,
  });
}

function cell(
  children: TextRuns,
  side: Side,
  { width, isHead, keepNext, span }: { width: number; isHead: boolean; keepNext: boolean; span: number },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    ...(isHead ? { borders: { bottom: HEAD_LINE } } : {}),
    children: [new Paragraph({ style: 'TableText', alignment: ALIGN[side], children, keepNext })],
  });
}
