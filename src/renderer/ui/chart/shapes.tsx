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
  return ({ x, y, width, height, payload }: BarShapeProps) => (
    <Rectangle {...{ x, y, width, height, radius }} fill={color} {...lookOf(payload, color)} />
  );
};

/** What is not whole is dashed, and what stands for several names is paler than a name. */
function lookOf(point: Point | undefined, color: string) {
  if (point?.unfinished) return { fillOpacity: 0.3, stroke: color, strokeDasharray: '3 2' };
  return point?.others || point?.tail ? { fillOpacity: 0.55 } : {};
}

/** The value of a series where its period is whole. */
export const wholeValue = (series: number) => (point: Point) =>
  point.unfinished ? null : (point.values[series] ?? null);

/** The value where the period is not whole, and at its neighbours, from where the line goes on. */
export function unfinishedValue(points: readonly Point[], series: number) {
  const near = new Set(
    points.flatMap((point, at) => (point.unfinished ? [points[at - 1]?.x, point.x, points[at + 1]?.x] : [])),
  );
  return (point: Point) => (near.has(point.x) ? (point.values[series] ?? null) : null);
}

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
