import type { ChartSpec } from '#contract';
import { unitName } from './format';

/** Measures of different units, each with an axis of its own, below each other: two scales at one picture would lie. */
export function panelsOf(spec: ChartSpec): ChartSpec[] {
  if (spec.series !== undefined || spec.y.length < 2 || spec.y.every(({ format }) => format === undefined))
    return [spec];
  const kind = spec.look?.kind ?? spec.kind;
  if (kind !== 'bar' && kind !== 'line' && kind !== 'area') return [spec];
  const groups = Map.groupBy(spec.y, ({ format = spec.format }) => JSON.stringify(format));
  return [...groups.values()].map((group) => ({
    ...spec,
    format: group[0]?.format ?? spec.format,
    y: group.map(({ format: _, ...axis }) => axis),
  }));
}

/** What all of a chart is measured in, to stand beside its title; null where its panels say it each for itself. */
export const headUnit = (spec: ChartSpec): string | null => (panelsOf(spec).length > 1 ? null : unitName(spec.format));
