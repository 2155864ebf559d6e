import { type BarShapeProps, Rectangle } from 'recharts';
import type { Point } from './series';

// All are functions that pick what they need: an element would be given every property of its point, known to the page
// or not.

export type Corners = 0 | [number, number, number, number];

interface DotProps {
  cx?: number | undefined;
  cy?: number | undefined;
}

/** With a shape of its own a bar of no length is there as well, and so is the zero that stands at it. */
export const barWith = (radius: Corners, color: string) => {
  return ({ x, y, width, height }: BarShapeProps) => <Rectangle {...{ x, y, width, height, radius }} fill={color} />;
};

/** A point of a scatter chart. */
export const dotIn = (color: string) => {
  return ({ cx, cy }: DotProps) => <circle cx={cx} cy={cy} r={3.2} fill={color} fillOpacity={0.6} />;
};

/** A value without neighbours makes no line: it is drawn as a dot. */
export function loneDots(points: readonly Point[], series: number, color: string) {
  const is = (at: number): boolean => typeof points[at]?.values[series] === 'number';
  const lone = new Set(points.flatMap((_, at) => (is(at) && !is(at - 1) && !is(at + 1) ? [at] : [])));
  if (lone.size === 0) return false;
  return ({ cx, cy, index }: DotProps & { index?: number }) =>
    lone.has(index ?? -1) ? <circle key={index} cx={cx} cy={cy} r={3} fill={color} /> : <g key={index} />;
}
