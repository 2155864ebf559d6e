import { readingOrder } from './direction';
import { rowsOf, segmentsOf } from './lines';
import { type Bar, MEETS, type Mesh } from './meshes';
import { PageTextBuilder } from './page-text';
import { type SpanningCell, tableOfCells } from './spans';
import type { Line, Row, TextRun } from './types';

/** Lines nearer to each other than this, in points, have no text between them. */
const NARROW = 4;
/** So much of a side has to be drawn. */
const DRAWN = 0.7;
/** One of so many cells has a text. */
const FILLED = 4;
export const COLUMNS_AT_MOST = 200;
const CELLS_AT_MOST = 20_000;
/** With more rows that lines part, each is one row, however many lines of text its cells have. */
export const UNPARTED_ROWS = 3;

/** A table of a page with its place there: points, y downwards, as its text is turned. */
export interface PlacedTable {
  rows: string[][];
  left: number;
  right: number;
  top: number;
  bottom: number;
  columns: Extent[];
  /** Nothing of the text stands above it, or below it, but a line or two at the margin. */
  beginsPage: boolean;
  endsPage: boolean;
}

/** A table before it is known what stands around it. */
export type FoundTable = Omit<PlacedTable, 'beginsPage' | 'endsPage'>;

export interface Extent {
  left: number;
  right: number;
}

/** The table that lines make of what stands between them; null where they make none, or a text lies over one of them. */
export function ruledTable(mesh: Mesh, runs: readonly TextRun[]): FoundTable | null {
  const xs = edges(mesh.uprights, mesh.levels);
  const ys = edges(mesh.levels, mesh.uprights);
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  const [width, height] = [xs.length - 1, ys.length - 1];
  if (width < 2 || height < 1 || width > COLUMNS_AT_MOST || width * height > CELLS_AT_MOST) return null;
  const inside = runs.filter((run) => isInside(run, { left, right, top, bottom }));
  const areas = areasOf(mesh, xs, ys);
  if (!areas || inside.length === 0) return null;
  const texts = new Map<Area, TextRun[]>(areas.map((area) => [area, []]));
  for (const run of inside) {
    const [x, y] = middleOf(run);
    const area = areas.find((known) => isIn(x, xs, known.left, known.right) && isIn(y, ys, known.top, known.bottom));
    if (!area) return null;
    const room = run.size * 0.5;
    if (run.left < (xs[area.left] ?? 0) - room || run.right > (xs[area.right] ?? 0) + room) return null;
    texts.get(area)?.push(run);
  }
  const cells = areas.map((area) => ({ ...area, lines: linesOf(texts.get(area) ?? []) }));
  const rows = tableOfCells(height <= UNPARTED_ROWS ? parted(cells) : cells, width);
  const columns = xs.slice(1).map((end, at) => ({ left: xs[at] ?? end, right: end }));
  return rows && isFilled(rows) ? { rows, left, right, top, bottom, columns } : null;
}

/** Lines with little text between them are those of a drawing, or of a form. */
function isFilled(rows: readonly string[][]): boolean {
  const texts = rows.flat();
  const [head = []] = rows;
  const count = (all: readonly string[]) => all.filter((text) => text !== '').length;
  return count(texts) * FILLED >= texts.length && count(head) * 2 >= head.length;
}

export function isInside(run: TextRun, box: { left: number; right: number; top: number; bottom: number }): boolean {
  const [x, y] = middleOf(run);
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

const middleOf = ({ left, right, baseline, size }: TextRun): [x: number, y: number] => [
  (left + right) / 2,
  baseline - size * 0.3,
];

/** Where cells can end: at the lines, and at the ends of those that cross them where a table has no frame. */
export function edges(lines: readonly Bar[], crossing: readonly Bar[]): number[] {
  const all = [
    ...lines.map(({ at }) => at),
    Math.min(...crossing.map(({ from }) => from)),
    Math.max(...crossing.map(({ to }) => to)),
  ].filter(Number.isFinite);
  const kept: number[] = [];
  for (const at of all.toSorted((a, b) => a - b))
    if (at - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) > NARROW) kept.push(at);
  return kept;
}

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const isIn = (value: number, edge: readonly number[], from: number, to: number): boolean =>
  value >= (edge[from] ?? 0) && value <= (edge[to] ?? 0);

/** The cells as the lines part them, by places of edges; null where one is no rectangle. */
function areasOf({ levels, uprights }: Mesh, xs: readonly number[], ys: readonly number[]): Area[] | null {
  const [width, height] = [xs.length - 1, ys.length - 1];
  const owner = new Int32Array(width * height).fill(-1);
  const areas: Area[] = [];
  const isDrawn = (bars: readonly Bar[], at: number, from: number, to: number) =>
    bars.some(
      (bar) =>
        Math.abs(bar.at - at) <= NARROW && Math.min(bar.to, to) - Math.max(bar.from, from) >= (to - from) * DRAWN,
    );
  const hasRight = (x: number, y: number) => isDrawn(uprights, xs[x + 1] ?? 0, ys[y] ?? 0, ys[y + 1] ?? 0);
  const hasBelow = (x: number, y: number) => isDrawn(levels, ys[y + 1] ?? 0, xs[x] ?? 0, xs[x + 1] ?? 0);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (owner[y * width + x] !== -1) continue;
      let [right, bottom] = [x + 1, y + 1];
      while (right < width && !hasRight(right - 1, y)) right += 1;
      while (bottom < height && !hasBelow(x, bottom - 1)) bottom += 1;
      for (let row = y; row < bottom; row += 1)
        for (let column = x; column < right; column += 1) {
          if (owner[row * width + column] !== -1) return null;
          owner[row * width + column] = areas.length;
        }
      areas.push({ left: x, right, top: y, bottom });
    }
  }
  return areas;
}

export function linesOf(runs: readonly TextRun[]): Line[] {
  return rowsOf(segmentsOf(runs)).map((row) => ({ text: textOfRow(row), baseline: row.baseline }));
}

export function textOfRow(row: Row): string {
  const order = readingOrder(row);
  const builder = new PageTextBuilder(order);
  for (const run of order) builder.add(run);
  return builder.result.text.trim();
}

/** Between few lines stand many rows: each line of text is one, where its first cell and half of all have some. */
function parted(cells: readonly SpanningCell[]): SpanningCell[] {
  const bands = Map.groupBy(cells, ({ top }) => top);
  const placed: SpanningCell[] = [];
  let added = 0;
  for (const [top, band] of [...bands].toSorted(([a], [b]) => a - b)) {
    const rows = band.every(({ bottom }) => bottom === top + 1) ? rowsOfText(band) : null;
    if (!rows) placed.push(...band.map((cell) => ({ ...cell, top: cell.top + added, bottom: cell.bottom + added })));
    else {
      for (const [index, lines] of rows.entries())
        for (const [at, cell] of band.entries()) {
          const line = lines[at];
          const place = top + added + index;
          placed.push({ ...cell, top: place, bottom: place + 1, lines: line ? [line] : [] });
        }
      added += rows.length - 1;
    }
  }
  return placed;
}

function rowsOfText(band: readonly SpanningCell[]): (Line | undefined)[][] | null {
  const baselines: number[] = [];
  for (const { baseline } of band.flatMap(({ lines }) => lines).toSorted((a, b) => a.baseline - b.baseline))
    if (baseline - (baselines.at(-1) ?? Number.NEGATIVE_INFINITY) > MEETS) baselines.push(baseline);
  if (baselines.length < 2) return null;
  const rows = baselines.map((at) =>
    band.map(({ lines }) => lines.find(({ baseline }) => baseline >= at - 0.1 && baseline <= at + MEETS)),
  );
  const isRow = (row: readonly (Line | undefined)[]) =>
    row[0] !== undefined && row.filter((line) => line !== undefined).length * 2 >= row.length;
  return rows.every(isRow) ? rows : null;
}
