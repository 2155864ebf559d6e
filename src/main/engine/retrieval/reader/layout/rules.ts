import { least, most } from './lines';

/** A straight line that is drawn on a page, as it is seen: points, y downwards. */
export interface DrawnLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** What pdf.js tells of how a page is drawn, and the numbers by which it calls what is done. */
export interface PageOperators {
  list: { fnArray: readonly number[]; argsArray: readonly unknown[] };
  OPS: Readonly<Record<string, number>>;
}

/** Pages with more were made to keep readers busy. */
const OPERATORS_AT_MOST = 300_000;
const RULES_AT_MOST = 20_000;
/** Points. Thinner shapes that are filled are lines; of shorter ones nothing is ruled. */
const THIN = 3;
const SHORTEST = 4;
/** How pdf.js writes paths: each code with so many numbers behind it. */
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];

type Matrix = readonly number[];
type Point = [x: number, y: number];

/** The lines and sides of rectangles that are drawn on a page; none where there are too many to be those of tables. */
export function rulesOf({ list, OPS }: PageOperators, page: Matrix): DrawnLine[] {
  if (list.fnArray.length > OPERATORS_AT_MOST) return [];
  const strokes = new Set([OPS.stroke, OPS.closeStroke]);
  const fills = new Set([OPS.fill, OPS.eoFill]);
  const both = new Set([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
  const begins = new Set([OPS.save, OPS.paintFormXObjectBegin, OPS.beginGroup]);
  const ends = new Set([OPS.restore, OPS.paintFormXObjectEnd, OPS.endGroup]);
  const rules: DrawnLine[] = [];
  const kept: Matrix[] = [];
  let matrix = page;
  for (const [index, done] of list.fnArray.entries()) {
    const args = list.argsArray[index];
    if (begins.has(done)) kept.push(matrix);
    if (ends.has(done)) matrix = kept.pop() ?? page;
    if (done === OPS.transform) matrix = multiplied(matrix, numbersOf(args));
    if (done === OPS.paintFormXObjectBegin) matrix = multiplied(matrix, numbersOf(asArray(args)[0]));
    if (done === OPS.beginGroup)
      matrix = multiplied(matrix, numbersOf(Reflect.get(Object(asArray(args)[0]), 'matrix')));
    if (done !== OPS.constructPath) continue;
    const [painted, paths] = asArray(args);
    const shapes = shapesOf(numbersOf(asArray(paths)[0]), matrix);
    const isStroked = strokes.has(Number(painted)) || both.has(Number(painted));
    for (const shape of shapes) {
      const drawn = isStroked
        ? sidesOf(shape, painted === OPS.closeStroke)
        : fills.has(Number(painted))
          ? thinShape(shape)
          : [];
      for (const rule of drawn) rules.push(rule);
      if (rules.length > RULES_AT_MOST) return [];
    }
  }
  return rules;
}

interface Shape {
  points: Point[];
  closed: boolean;
}

/** The straight parts of a path; what is bent parts it. */
function shapesOf(path: readonly number[], matrix: Matrix): Shape[] {
  const shapes: Shape[] = [];
  let points: Point[] = [];
  const begin = (closed: boolean) => {
    if (points.length > 1) shapes.push({ points, closed });
    points = [];
  };
  const point = (at: number): Point => applied(matrix, path[at] ?? 0, path[at + 1] ?? 0);
  for (let at = 0; at < path.length; ) {
    const code = path[at];
    if (code === MOVE) {
      begin(false);
      points = [point(at + 1)];
      at += 3;
    } else if (code === LINE) {
      points.push(point(at + 1));
      at += 3;
    } else if (code === CURVE || code === QUADRATIC) {
      const size = code === CURVE ? 7 : 5;
      begin(false);
      points = [point(at + size - 2)];
      at += size;
    } else if (code === CLOSE) {
      begin(true);
      at += 1;
    } else break;
  }
  begin(false);
  return shapes;
}

function sidesOf({ points, closed }: Shape, closes: boolean): DrawnLine[] {
  const ends = closed || closes ? [...points, ...points.slice(0, 1)] : points;
  return ends.slice(1).flatMap(([x2, y2], index) => {
    const [x1, y1] = ends[index] ?? [x2, y2];
    return straight({ x1, y1, x2, y2 });
  });
}

/** Many programs draw a line as a rectangle that is filled. */
function thinShape({ points }: Shape): DrawnLine[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
  if (bottom - top <= THIN) return straight({ x1: left, y1: (top + bottom) / 2, x2: right, y2: (top + bottom) / 2 });
  if (right - left <= THIN) return straight({ x1: (left + right) / 2, y1: top, x2: (left + right) / 2, y2: bottom });
  return [];
}

function straight(rule: DrawnLine): DrawnLine[] {
  const [width, height] = [Math.abs(rule.x2 - rule.x1), Math.abs(rule.y2 - rule.y1)];
  return Math.min(width, height) <= 1 && Math.max(width, height) >= SHORTEST ? [rule] : [];
}

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function numbersOf(value: unknown): readonly number[] {
  if (value instanceof Float32Array || value instanceof Float64Array) return [...value];
  return Array.isArray(value) && value.every((part) => typeof part === 'number') ? value : [];
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function multiplied(m: Matrix, n: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n.length === 6 ? n : IDENTITY;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function applied([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}
