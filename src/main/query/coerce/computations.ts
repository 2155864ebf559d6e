import { conditionOf } from './conditions';
import { groupingOf } from './groupings';
import { isRecord, type Loose, listOf, numberOf, renamed, textOf } from './loose';
import { AGGREGATES, ARITHMETIC, compact, known, rowValueOf } from './names';

const WINDOWS: Record<string, string> = {
  percent_of_total: 'share',
  ratio_to_total: 'share',
  cumulative: 'running',
  cumsum: 'running',
  running_total: 'running',
  running_sum: 'running',
  moving_average: 'moving',
  rolling: 'moving',
  rolling_average: 'moving',
  lag: 'previous',
  change: 'difference',
  delta: 'difference',
  diff: 'difference',
  percent_change: 'growth',
  pct_change: 'growth',
  growth_rate: 'growth',
};

export function computationOf(given: unknown, groupings: readonly string[]): unknown {
  if (typeof given === 'string') return fromText(given);
  if (!isRecord(given)) return given;
  const value = renamed(given, {
    aggregate: given.window === undefined ? 'measure' : 'aggregate',
    aggregation: 'measure',
    function: 'measure',
    agg: 'measure',
    fn: 'measure',
    field: 'of',
    column: 'of',
    name: 'as',
    alias: 'as',
    output: 'as',
    filter: 'where',
    partition_by: 'within',
    order_by: 'along',
    weight: 'with',
    by: 'along',
  });
  if (value.window !== undefined) return windowOf(value);
  if (value.calculate !== undefined && value.measure === undefined) return calculationOf(value);
  if (value.measure !== undefined) return measureOf(value, groupings);
  return value;
}

/** `sum(amount)`, `count`, `average of price`. */
function fromText(given: string): unknown {
  const [, name = given, of] =
    /^\s*(\w[\w ]*?)\s*\(\s*(.*?)\s*\)\s*$/.exec(given) ?? /^\s*(.+?)\s+of\s+(.+?)\s*$/i.exec(given) ?? [];
  return measureOf({ measure: name, ...(of ? { of } : {}) }, []);
}

function measureOf(value: Loose, groupings: readonly string[]): Loose {
  const measure = known(AGGREGATES, value.measure);
  // A share or a running total that is asked for like an aggregate names the output it is of.
  const window = known(WINDOWS, measure);
  if (typeof window === 'string' && window !== measure) return windowOf({ ...value, window, measure: undefined });
  const { of: _of, where: _where, percentile: _percentile, ...rest } = value;
  const of = value.of === '*' || value.of === '' ? undefined : rowValueOf(value.of);
  const percentile = value.percentile ?? value.p ?? value.q;
  return compact({
    ...rest,
    p: undefined,
    q: undefined,
    measure,
    of,
    percentile,
    where: value.where === undefined ? undefined : nonEmpty(listOf(value.where).flatMap(conditionOf)),
    each: eachOf(value.each),
    as: value.as ?? freeName(defaultName(measure, of), groupings),
  });
}

/** `each: "customer"` is a mean over customers. */
function eachOf(each: unknown): unknown {
  if (each === undefined) return undefined;
  const value = isRecord(each) ? renamed(each, { groups: 'by', group_by: 'by', measure: 'aggregate' }) : { by: each };
  const keys = value.by === undefined && value.field !== undefined ? [value] : listOf(value.by);
  const by = keys.map((key) => {
    const grouping = groupingOf(key);
    return isRecord(grouping)
      ? compact({ field: grouping.field, grain: grouping.grain, part: grouping.part })
      : grouping;
  });
  return { by, aggregate: known(AGGREGATES, value.aggregate ?? 'mean') };
}

function calculationOf(value: Loose): Loose {
  const right = typeof value.right === 'number' ? { number: String(value.right) } : value.right;
  return compact({
    ...value,
    calculate: known(ARITHMETIC, value.calculate),
    right,
    as: value.as ?? `${textOf(value.left)} ${textOf(value.calculate)} ${textOf(value.right) ?? ''}`.trim(),
  });
}

function windowOf(value: Loose): Loose {
  const window = known(WINDOWS, value.window);
  const { within: _within, size: _size, ...rest } = value;
  const within = value.within === undefined ? undefined : listOf(value.within);
  return compact({
    ...rest,
    window,
    within,
    size: numberOf(value.size),
    aggregate: value.aggregate === undefined ? undefined : known(AGGREGATES, value.aggregate),
    as: value.as ?? `${textOf(value.of) ?? ''} ${String(window)}`.trim(),
  });
}

const nonEmpty = (list: readonly unknown[]): readonly unknown[] | undefined => (list.length > 0 ? list : undefined);

function defaultName(measure: unknown, of: unknown): string {
  const name = String(measure).replaceAll('_', ' ');
  return typeof of === 'string' ? `${name} of ${of}` : name;
}

const freeName = (name: string, taken: readonly string[]): string => (taken.includes(name) ? `${name} (2)` : name);
