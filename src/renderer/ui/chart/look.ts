import type { ChartSpec } from '#contract';

/** The chart as the analyst wants it: what was answered, under what was changed. */
export function withLook(spec: ChartSpec): ChartSpec {
  const { look } = spec;
  if (!look) return spec;
  const { horizontal, stacked, ...rest } = spec;
  const kind = look.kind ?? spec.kind;
  const isStacked = look.stack === undefined ? stacked : look.stack !== 'beside';
  return {
    ...rest,
    kind,
    title: look.title ?? spec.title,
    ...(isStacked && (kind === 'bar' || kind === 'area') && !look.log ? { stacked: true } : {}),
    ...(horizontal && kind === spec.kind ? { horizontal } : {}),
  };
}

/** The rows are single values of which the bins are still to be counted. */
export const countsBins = ({ kind, x, y, look }: ChartSpec, base: ChartSpec['kind']): boolean =>
  kind === 'histogram' &&
  x.until === undefined &&
  x.width === undefined &&
  ((look?.kind === 'histogram' && base !== 'histogram') || x.column === y[0]?.column);
