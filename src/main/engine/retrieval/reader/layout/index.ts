import { readingOrder } from './direction';
import { medianOf, segmentsOf } from './lines';
import { PageTextBuilder } from './page-text';
import { regionsOf } from './regions';
import { RUNS_AT_MOST, runsByTurn } from './runs';
import { cellsOf } from './tables';
import type { PageContent, PageText, Region, Row, TextRun } from './types';

export { type ReadTable, tablesAcross } from './continued';
export { type PageTable, placedTables, tablesOf } from './grids';
export { contentOf, filledIn } from './pdf-content';
export type { PlacedTable } from './ruled';
export { type DrawnLine, type PageOperators, rulesOf } from './rules';
export type { PageContent, PageText, TextItem, TextPiece } from './types';

/** In line heights: more white than this parts paragraphs. */
const PARAGRAPH = 1.4;
/** Letters so much larger or smaller begin something new. */
const OTHER_SIZE = 1.25;

/**
 * The text of a page as people read it: columns one after the other, lines from top to bottom, cells of a table with tabs
 * between them, a blank line between what is set apart. Words that line ends part are put together. What is turned otherwise
 * than most of the page comes last.
 */
export function layoutPage(content: PageContent): PageText {
  const turns = runsByTurn(content);
  const builder = new PageTextBuilder(turns.flat());
  for (const runs of turns) {
    builder.put('\n\n');
    if (runs.length > RUNS_AT_MOST) addAsDrawn(builder, runs);
    else for (const region of regionsOf(segmentsOf(runs))) addRegion(builder, region);
  }
  return builder.result;
}

function addRegion(builder: PageTextBuilder, { rows, isNextColumn }: Region): void {
  const lines = rows.map(readingOrder);
  const cells = cellsOf(rows);
  const pitch = usualPitch(rows);
  const [first] = lines;
  const goesOn = isNextColumn && /[\p{L}\p{N},;-]$/u.test(builder.tail) && /^\p{Ll}/u.test(first?.[0]?.text ?? '');
  if (first?.[0] && goesOn) builder.putLineEnd(first[0]);
  else builder.put('\n\n');
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const isOfTable = cells[index] !== null;
    if (before) {
      const wasOfTable = cells[index - 1] !== null;
      const isSetApart = isOfTable !== wasOfTable || (!isOfTable && isApart(before, row, pitch));
      endLine(builder, isSetApart ? '\n\n' : '\n', isOfTable ? undefined : lines[index]?.[0]);
    }
    addRow(builder, row, lines[index] ?? [], cells[index] ?? null);
  }
}

function addAsDrawn(builder: PageTextBuilder, runs: readonly TextRun[]): void {
  for (const [index, run] of runs.entries()) {
    if (Math.abs(run.baseline - (runs[index - 1] ?? run).baseline) > run.size / 2) builder.put('\n');
    builder.add(run);
  }
}

function endLine(builder: PageTextBuilder, separator: string, next: TextRun | undefined): void {
  if (separator === '\n' && next) builder.putLineEnd(next);
  else builder.put(separator);
}

function addRow(builder: PageTextBuilder, row: Row, line: readonly TextRun[], cells: Row['segments'] | null): void {
  if (!cells) {
    for (const run of line) builder.add(run);
    return;
  }
  const order = new Map(line.map((run, index) => [run, index]));
  const place = (cell: Row['segments'][number]) => Math.min(...cell.runs.map((run) => order.get(run) ?? 0));
  for (const [index, cell] of cells.toSorted((a, b) => place(a) - place(b)).entries()) {
    if (index > 0) builder.put('\t');
    for (const run of readingOrder({ ...row, segments: [cell] })) builder.add(run);
  }
}

function usualPitch(rows: readonly Row[]): number {
  const pitches = rows.slice(1).map(({ baseline }, index) => baseline - (rows[index]?.baseline ?? 0));
  return pitches.length < 2 ? Number.POSITIVE_INFINITY : medianOf(pitches);
}

function isApart(before: Row, row: Row, pitch: number): boolean {
  const distance = row.baseline - before.baseline;
  const ratio = Math.max(before.size, row.size) / Math.min(before.size, row.size);
  return ratio >= OTHER_SIZE || distance > Math.max(before.size, row.size) * 2 || distance > pitch * PARAGRAPH;
}
