import type { PrintedPart, PrintedTable } from './printed';

/** Characters of table text side by side on a page that stands upright, and on one that lies. */
const UPRIGHT = 96;
const LYING = 148;
const WIDEST = 34;
const LEAST = 5;
/** How much wider heads run than cells. */
const BOLD = 1.15;
/** Between columns. */
export const GAP = 2;
/** Of so many rows, the widest cells count; a single long one shall not make its column wide. */
const MEASURED = 400;

type Head = Omit<PrintedPart['columns'][number], 'width'>;

/** How a table lies on pages: as it is, on its side, or in parts, each with the first column, which says what its rows are. */
export function tableParts(heads: readonly Head[], rows: readonly string[][]): PrintedPart[] {
  const natural = heads.map((head, at) => naturalWidth(head, rows, at));
  const least = natural.map((width) => Math.min(width, WIDEST + GAP));
  const sum = least.reduce((total, width) => total + width, 0);
  const isWide = sum > UPRIGHT;
  const room = isWide ? LYING : UPRIGHT;
  const groups = sum > LYING ? fitting(least) : [heads.map((_, at) => at)];
  return groups.map((places) => {
    const widths = grown(of(places, least), of(places, natural), room);
    return {
      columns: of(places, heads).map((head, at) => ({ ...head, width: widths[at] ?? LEAST })),
      rows: rows.map((row) => places.map((at) => row[at] ?? '')),
      isWide,
      room,
    };
  });
}

const of = <Item>(places: readonly number[], all: readonly Item[]): Item[] => places.flatMap((at) => all[at] ?? []);

/** Columns whose cells are longer take what there is still room for, the first ones first. */
function grown(widths: readonly number[], natural: readonly number[], room: number): number[] {
  let rest = Math.max(0, room - widths.reduce((sum, width) => sum + width, 0));
  return widths.map((width, at) => {
    const more = Math.min(rest, Math.max(0, (natural[at] ?? width) - width));
    rest -= more;
    return width + more;
  });
}

/** Places of columns that fit a lying page together. */
function fitting([first = 0, ...others]: readonly number[]): number[][] {
  const groups: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const [at, width] of others.entries()) {
    if (used + width > LYING) {
      groups.push([0]);
      used = first;
    }
    groups.at(-1)?.push(at + 1);
    used += width;
  }
  return groups;
}

function naturalWidth({ title, isNumber }: Head, rows: readonly string[][], at: number): number {
  const lengths = rows
    .slice(0, MEASURED)
    .map((row) => textWidth(row[at] ?? ''))
    .sort((a, b) => b - a);
  // Numbers do not wrap, so that the widest one counts.
  const cell = lengths[isNumber ? 0 : Math.floor(lengths.length / 20)] ?? 0;
  const word = Math.max(...title.split(/[\s_-]/).map(textWidth));
  const head = Math.max(word, Math.min(textWidth(title), cell), Math.ceil(textWidth(title) / 2));
  return Math.max(LEAST, cell, Math.ceil(Math.min(head, WIDEST) * BOLD)) + GAP;
}

/** In characters, at most as many as a line has; those of East Asia and pictures are twice as wide. */
function textWidth(text: string): number {
  let width = 0;
  for (const sign of text.slice(0, UPRIGHT))
    width += /[\u1100-\u115f\u2e80-\uffdc\u{1f300}-\u{3ffff}]/u.test(sign) ? 2 : 1;
  return width;
}

/** All columns side by side again, for what has no pages. */
export function whole([first, ...others]: PrintedTable['parts']): PrintedPart | null {
  if (!first) return null;
  return {
    columns: [...first.columns, ...others.flatMap(({ columns }) => columns.slice(1))],
    rows: first.rows.map((row, at) => [...row, ...others.flatMap(({ rows }) => (rows[at] ?? []).slice(1))]),
    isWide: first.isWide,
    room: first.room,
  };
}
