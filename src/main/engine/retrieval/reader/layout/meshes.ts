import type { DrawnLine } from './rules';

/** A level or upright line: where it lies, and from where to where it goes. */
export interface Bar {
  at: number;
  from: number;
  to: number;
}

/** Level and upright lines that cross each other, or level ones of one width below each other. */
export interface Mesh {
  levels: Bar[];
  uprights: Bar[];
  /** Of a table without upright lines: those below heads that stand over a few of its columns. */
  partial: Bar[];
}

/** Points: lines so near are one, ends so near meet. */
const SAME = 1.5;
const GAP = 3;
export const MEETS = 2.5;
const BARS_AT_MOST = 2_000;

/** The lines of a page as one sees them whose text is turned by so many degrees, in groups that may each be a table. */
export function meshesOf(rules: readonly DrawnLine[], turn: number): Mesh[] {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const turned = rules.map(({ x1, y1, x2, y2 }) => ({
    x1: x1 * cos + y1 * sin,
    y1: -x1 * sin + y1 * cos,
    x2: x2 * cos + y2 * sin,
    y2: -x2 * sin + y2 * cos,
  }));
  const levels = joined(
    turned.flatMap(({ x1, y1, x2, y2 }) =>
      Math.abs(y2 - y1) <= 1 ? [{ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }] : [],
    ),
  );
  const uprights = joined(
    turned.flatMap(({ x1, y1, x2, y2 }) =>
      Math.abs(x2 - x1) <= 1 ? [{ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }] : [],
    ),
  );
  if (levels.length + uprights.length > BARS_AT_MOST) return [];
  const crossing = components(levels, uprights);
  const lone = crossing.filter((mesh) => mesh.uprights.length === 0).flatMap((mesh) => mesh.levels);
  return [...crossing.filter((mesh) => mesh.uprights.length > 0), ...stacks(lone)];
}

/** Pieces of one line, as of dashes or of cells each with a frame of its own, are one. */
function joined(bars: readonly Bar[]): Bar[] {
  const lines: Bar[][] = [];
  for (const bar of bars.toSorted((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    if (line && bar.at - (line[0]?.at ?? 0) <= SAME) line.push(bar);
    else lines.push([bar]);
  }
  return lines.flatMap((line) => {
    const at = line.reduce((sum, bar) => sum + bar.at, 0) / line.length;
    const whole: Bar[] = [];
    for (const bar of line.toSorted((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last && bar.from <= last.to + GAP) last.to = Math.max(last.to, bar.to);
      else whole.push({ ...bar, at });
    }
    return whole;
  });
}

function components(levels: readonly Bar[], uprights: readonly Bar[]): Mesh[] {
  const group = [...levels, ...uprights].map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] ?? at;
    return at;
  };
  for (const [index, level] of levels.entries())
    for (const [other, upright] of uprights.entries())
      if (meets(level, upright)) group[root(index)] = root(levels.length + other);
  const meshes = new Map<number, Mesh>();
  const meshOf = (index: number): Mesh => {
    const key = root(index);
    const mesh = meshes.get(key) ?? { levels: [], uprights: [], partial: [] };
    meshes.set(key, mesh);
    return mesh;
  };
  for (const [index, level] of levels.entries()) meshOf(index).levels.push(level);
  for (const [index, upright] of uprights.entries()) meshOf(levels.length + index).uprights.push(upright);
  return [...meshes.values()];
}

const meets = (level: Bar, upright: Bar): boolean =>
  upright.at >= level.from - MEETS &&
  upright.at <= level.to + MEETS &&
  level.at >= upright.from - MEETS &&
  level.at <= upright.to + MEETS;

/** Level lines that begin and end where the ones above do; shorter ones among them part the heads of columns. */
function stacks(levels: readonly Bar[]): Mesh[] {
  const meshes: Mesh[] = [];
  for (const level of levels.toSorted((a, b) => a.at - b.at)) {
    const mesh = meshes.findLast(({ levels: [first] }) => first && isSameWidth(first, level));
    const around = meshes.findLast(({ levels: [first] }) => first && isWithin(level, first));
    if (mesh) mesh.levels.push(level);
    else if (around) around.partial.push(level);
    else meshes.push({ levels: [level], uprights: [], partial: [] });
  }
  return meshes.filter((mesh) => mesh.levels.length > 1);
}

const isSameWidth = (a: Bar, b: Bar): boolean => Math.abs(a.from - b.from) <= GAP && Math.abs(a.to - b.to) <= GAP;
const isWithin = (a: Bar, b: Bar): boolean => a.from >= b.from - GAP && a.to <= b.to + GAP;
