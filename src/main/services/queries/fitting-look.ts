import type { Cell, ChartKind, ChartLook, ChartSpec, QueryColumn, Table } from '#contract';
import { chartKinds } from '#contract/chart-kinds';
import type { Query } from '#contract/query';

/** A chart with the question that it answers. */
export interface AnsweredChart {
  spec: ChartSpec;
  query: Query;
  columns: readonly QueryColumn[];
}

/**
 * What of a chart's look still fits when its question has changed: colours and counts of names where the names are still
 * there, a kind and a stack that can show the rows. A title was written for the question before. What the question itself
 * now says of kind and order goes before what was chosen at the chart.
 */
export function fittingLook(before: AnsweredChart, after: AnsweredChart, table: Table): ChartLook | undefined {
  const { look } = before.spec;
  if (!look) return undefined;
  const { spec } = after;
  const values = valuesOf(spec, table);
  const kind = fittingKind(before, after, { rows: table.rows.length, hasNegative: values.some((value) => value < 0) });
  const drawn = kind ?? spec.kind;
  const names = namesOf(spec, table);
  const isSameDimension = dimensionOf(spec) !== null && dimensionOf(spec) === dimensionOf(before.spec);
  const colors = isSameDimension ? look.colors : look.colors?.filter(({ name }) => names.has(name));
  const isStacked = fitsStack(spec, drawn) && look.stack !== undefined;
  const isSorted = spec.x.type === 'category' && drawn !== 'pie' && orderOf(before) === orderOf(after);
  const isTop = isSameDimension && (look.top ?? 0) < names.size && !['histogram', 'scatter'].includes(drawn);
  const isLog = drawn !== 'pie' && !isStacked && values.length > 0 && values.every((value) => value > 0);
  const isBinned = drawn === 'histogram' && measuresOf(spec) === measuresOf(before.spec);
  return withoutAbsent({
    kind,
    colors: colors?.length ? colors : undefined,
    stack: isStacked ? look.stack : undefined,
    sort: isSorted ? look.sort : undefined,
    top: isTop ? look.top : undefined,
    log: isLog ? look.log : undefined,
    binWidth: isBinned ? look.binWidth : undefined,
    labels: look.labels,
  });
}

function fittingKind(
  before: AnsweredChart,
  { spec, query }: AnsweredChart,
  rows: { rows: number; hasNegative: boolean },
): ChartKind | undefined {
  const kind = before.spec.look?.kind;
  const isAsked = query.show?.chart !== before.query.show?.chart;
  return kind === undefined || isAsked || kind === spec.kind || !chartKinds(spec, rows).includes(kind)
    ? undefined
    : kind;
}

/** Parts on top of each other say something where they add up. */
const fitsStack = ({ series, y }: ChartSpec, kind: ChartKind): boolean =>
  (kind === 'bar' || kind === 'area') && (series !== undefined || y.length > 1) && y.every(({ adds }) => adds);

/** The column by whose values names are told apart. */
const dimensionOf = ({ series, x }: ChartSpec): string | null => series ?? (x.type === 'category' ? x.column : null);

const measuresOf = ({ x, y }: ChartSpec): string => JSON.stringify([x.column, ...y.map(({ column }) => column)]);

/** Which way it goes, whatever it goes by is called now. */
const orderOf = ({ query, columns }: AnsweredChart): string =>
  JSON.stringify(
    (query.order ?? []).map(({ value, direction }) => {
      const at = columns.findIndex(({ name }) => name === value);
      return [at < (query.by?.length ?? 0) ? value : null, direction];
    }),
  );

function namesOf(spec: ChartSpec, table: Table): Set<string> {
  const dimension = dimensionOf(spec);
  const measures = spec.y.map(({ label, column }) => label ?? column);
  return new Set([...(dimension === null ? [] : cellsOf(dimension, table).map(String)), ...measures]);
}

const valuesOf = ({ y }: ChartSpec, table: Table): number[] =>
  y.flatMap(({ column }) => cellsOf(column, table).filter((cell) => cell !== null)).map(Number);

function cellsOf(column: string, table: Table): Cell[] {
  const at = table.columns.findIndex(({ name }) => name === column);
  return table.rows.map((row) => row[at] ?? null);
}

function withoutAbsent(look: { [Key in keyof ChartLook]: ChartLook[Key] | undefined }): ChartLook | undefined {
  const chosen = Object.entries(look).filter(([, value]) => value !== undefined);
  return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
}
