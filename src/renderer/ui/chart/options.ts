import type { ChartKind, ChartSpec, Table } from '#contract';
import { chartKinds } from '#contract/chart-kinds';
import type { Words } from '#words';
import { coloredNames } from './ChartDrawing';
import { layOut } from './layout';
import { withLook } from './look';
import { prepare } from './series';

/** What of a chart can be changed so that it still says something. */
export interface ChartOptions {
  kinds: ChartKind[];
  /** What has a colour of its own, as it is drawn. */
  names: string[];
  /** Names of which a few largest can be shown; the others become one where they add up. */
  top: { names: number; adds: boolean } | null;
  sorts: boolean;
  stacks: boolean;
  bins: boolean;
  log: boolean;
  labels: boolean;
  /** Whether values stand at the marks by themselves. */
  labelled: boolean;
}

const USUAL_WIDTH = 640;

export function optionsOf(spec: ChartSpec, table: Table, words: Pick<Words, 'chart'>): ChartOptions {
  const drawn = withLook(spec);
  const { look: _, ...plain } = spec;
  const whole = prepare({ ...plain, look: { kind: 'line' } }, table, words);
  const prepared = prepare(spec, table, words);
  const isSplit = spec.series !== undefined;
  const { kind } = drawn;
  const counts = isSplit ? distinct(table, spec.series) : distinct(table, spec.x.column);
  const isCategory = spec.x.type === 'category';
  return {
    kinds: chartKinds(spec, {
      rows: table.rows.length,
      hasNegative: whole.points.some(({ values }) => values.some((value) => (value ?? 0) < 0)),
    }),
    names: coloredNames(prepared, words),
    top:
      kind !== 'histogram' && kind !== 'scatter' && (isSplit || isCategory) && counts > 2
        ? { names: counts, adds: kind === 'pie' || spec.y.every(({ adds }) => adds) }
        : null,
    sorts: isCategory && kind !== 'pie' && kind !== 'histogram',
    stacks: (kind === 'bar' || kind === 'area') && prepared.series.length > 1 && !spec.look?.log,
    bins: kind === 'histogram',
    log:
      kind !== 'pie' && !drawn.stacked && whole.points.some(({ values }) => values.some((value) => (value ?? 0) > 0)),
    labels: (kind === 'bar' || kind === 'line' || kind === 'area' || kind === 'histogram') && !drawn.stacked,
    labelled: layOut(prepared.spec, prepared, { width: USUAL_WIDTH, height: 300, standalone: false }, words)
      .valueLabels,
  };
}

function distinct(table: Table, column: string | undefined): number {
  const at = table.columns.findIndex(({ name }) => name === column);
  return new Set(table.rows.map((row) => row[at])).size;
}
