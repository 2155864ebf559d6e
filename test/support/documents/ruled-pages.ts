import type { Placed, PlacedPage } from './placed-pdf';

/** A cell: its lines of text, and how many columns and rows it takes. */
interface RuledCell {
  text: string;
  across?: number;
  down?: number;
}

interface RuledTable {
  /** Places of the edges of columns, in points from the left. */
  xs: number[];
  /** Of the upper edge, from below. */
  top: number;
  /** Height of each row. */
  heights: number[];
  /** By row; cells that a larger one takes are left out. */
  rows: (string | RuledCell)[][];
  /** `thin` lines are rectangles that are filled. */
  lines?: 'stroked' | 'thin' | 'inner' | 'columns';
}

const line = (x1: number, y1: number, x2: number, y2: number, isThin: boolean): string =>
  isThin
    ? `${Math.min(x1, x2) - 0.25} ${Math.min(y1, y2) - 0.25} ${Math.abs(x2 - x1) + 0.5} ${Math.abs(y2 - y1) + 0.5} re f`
    : `${x1} ${y1} m ${x2} ${y2} l S`;

/** A table whose cells have lines around them, as a page has it. */
export function ruledPage(...tables: RuledTable[]): PlacedPage {
  const parts = tables.map(drawnTable);
  return { placed: parts.flatMap(({ placed }) => placed), drawing: parts.map(({ drawing }) => drawing).join('\n') };
}

function drawnTable({ xs, top, heights, rows, lines = 'stroked' }: RuledTable) {
  const ys = [top];
  for (const height of heights) ys.push((ys.at(-1) ?? top) - height);
  const taken = new Set<string>();
  const placed: Placed[] = [];
  const drawing: string[] = ['0.6 w'];
  const add = (...ends: [number, number, number, number]) => drawing.push(line(...ends, lines === 'thin'));
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const given of cells) {
      while (taken.has(`${row} ${column}`)) column += 1;
      const { text, across = 1, down = 1 } = typeof given === 'string' ? { text: given } : given;
      for (let y = row; y < row + down; y += 1)
        for (let x = column; x < column + across; x += 1) taken.add(`${y} ${x}`);
      const [left = 0, right = 0] = [xs[column], xs[column + across]];
      const [upper = 0, lower = 0] = [ys[row], ys[row + down]];
      const isOuter = {
        left: column === 0,
        right: column + across === xs.length - 1,
        upper: row === 0,
        lower: row + down === ys.length - 1,
      };
      const isDrawn = (side: keyof typeof isOuter) => lines !== 'inner' || !isOuter[side];
      if (isDrawn('left')) add(left, upper, left, lower);
      if (isDrawn('right')) add(right, upper, right, lower);
      const isLevel = lines !== 'columns' || row === 0;
      if (isLevel && isDrawn('upper')) add(left, upper, right, upper);
      if ((isLevel || row === rows.length - 1) && isDrawn('lower')) add(left, lower, right, lower);
      for (const [at, part] of text.split('\n').entries())
        if (part !== '') placed.push({ x: left + 4, y: upper - 11 - at * 11, text: part, size: 9 });
      column += across;
    }
  }
  return { placed, drawing: drawing.join('\n') };
}

/** A page as it is seen after turning it: drawn sideways, with the turn that sets it upright. */
export function turnedPage({ placed, drawing = '', width = 612, height = 792 }: PlacedPage): PlacedPage {
  return {
    placed: placed.map(({ x, y, ...rest }) => ({ ...rest, x: height - y, y: x, turn: 90 })),
    drawing: `q 0 1 -1 0 ${height} 0 cm ${drawing} Q`,
    width: height,
    height: width,
    rotate: 90,
  };
}
