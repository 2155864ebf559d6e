import type { CallQuery, ChartSpec, QueryColumn } from '#contract';

/** The chart with what is known of the result it is drawn from: which periods are not whole, what adds up, what its numbers are. */
export function withFacts(spec: ChartSpec, computed: CallQuery | null): ChartSpec {
  if (!computed) return spec;
  const { columns, facts, query } = computed;
  const columnOf = (name: string) => columns.find((column) => column.name === name);
  const x = columnOf(spec.x.column);
  const unfinished = facts.flatMap((fact) =>
    fact.code === 'period_incomplete' && fact.output === spec.x.column && fact.period !== null
      ? [{ at: String(fact.period).slice(0, 200), data: fact.data }]
      : [],
  );
  const { limit, having } = query;
  const isSelected = having !== undefined || (limit !== undefined && (limit.of ?? spec.x.column) === spec.x.column);
  const known: ChartSpec = {
    ...spec,
    x: {
      ...spec.x,
      ...(x?.part === undefined ? {} : { part: x.part }),
      ...(isSelected ? { selected: true } : {}),
      ...(unfinished.length > 0 ? { unfinished: unfinished.slice(0, 2) } : {}),
    },
    y: spec.y.map((axis) => (addsUp(columnOf(axis.column)) ? { ...axis, adds: true } : axis)),
  };
  const width = Number(x?.role === 'bin' ? x.width : undefined);
  const isHistogram = spec.kind === 'bar' && width > 0 && spec.series === undefined && !spec.horizontal;
  return isHistogram && !isSelected ? { ...known, kind: 'histogram', x: { ...known.x, type: 'number', width } } : known;
}

/** Several groups come to the sum of theirs. */
const addsUp = (column: QueryColumn | undefined): boolean =>
  column?.role === 'share' ||
  (column?.role === 'measure' && (column.aggregate === 'sum' || column.aggregate === 'count'));
