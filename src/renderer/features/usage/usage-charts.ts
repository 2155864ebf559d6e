import type { ChartSpec, Table, UsageGrouping, UsageRow } from '#contract';
import type { Words } from '#words';
import { formatClock, formatInstant } from '../../ui';

type UsageWords = Words['ui']['usage'];
export type UsageMeasure = 'tokens' | 'money';

/** Of models, threads, runs or calls, the bars that can be read. */
const BARS_AT_MOST = 12;

/** Tokens or money as a chart: by day along time, by anything else as bars that lie down, the longest first. */
export function usageChart(rows: readonly UsageRow[], by: UsageGrouping, measure: UsageMeasure, words: UsageWords) {
  const size = (row: UsageRow) => (measure === 'money' ? (row.money ?? 0) : row.promptTokens + row.completionTokens);
  const shown =
    by === 'day'
      ? rows.toSorted((a, b) => a.key.localeCompare(b.key))
      : rows.toSorted((a, b) => size(b) - size(a)).slice(0, BARS_AT_MOST);
  const spec: ChartSpec = {
    kind: 'bar',
    title: measure === 'money' ? words.moneyBy[by] : words.tokensBy[by],
    x:
      by === 'day'
        ? { column: 'of', label: words.groupings.day, type: 'time', grain: 'day' }
        : { column: 'of', label: words.groupings[by], type: 'category' },
    y:
      measure === 'money'
        ? [{ column: words.money }]
        : [{ column: words.inNew }, { column: words.inCached }, { column: words.out }],
    format: measure === 'money' ? { style: 'currency', currency: 'USD', decimals: 4 } : { style: 'number' },
    stacked: true,
    horizontal: by !== 'day',
  };
  const table: Table = {
    columns: [
      { name: 'of', type: by === 'day' ? 'date' : 'text' },
      ...spec.y.map(({ column }) => ({
        name: column,
        type: measure === 'money' ? ('float' as const) : ('integer' as const),
      })),
    ],
    rows: shown.map((row) => [
      by === 'day' ? row.key : nameOf(row, by),
      ...(measure === 'money'
        ? [row.money]
        : [row.promptTokens - row.cachedTokens, row.cachedTokens, row.completionTokens]),
    ]),
  };
  return { spec, table };
}

/** All that is known of each row, as a table. */
export function usageTable(rows: readonly UsageRow[], by: UsageGrouping, words: UsageWords): Table {
  const counts = [words.calls, words.in, words.cached, words.out, words.reasoning, words.toolCalls];
  return {
    columns: [
      { name: words.groupings[by], type: 'text' },
      ...counts.map((name) => ({ name, type: 'integer' as const })),
      { name: words.seconds, type: 'decimal' },
      { name: words.moneyInDollars, type: 'decimal' },
    ],
    rows: rows.map((row) => [
      nameOf(row, by),
      row.calls,
      row.promptTokens,
      row.cachedTokens,
      row.completionTokens,
      row.reasoningTokens,
      row.toolCalls,
      (row.ms / 1_000).toFixed(1),
      row.money === null ? null : row.money.toFixed(4),
    ]),
  };
}

/** Runs and calls have no name of their own: they are told by when they were, and by their model. */
function nameOf({ key, label, at }: UsageRow, by: UsageGrouping): string {
  if (by === 'run') return `${formatInstant(at)} · ${label}`;
  if (by === 'call') return `${formatInstant(at)} (${formatClock(at)}) · ${label}`;
  return label === '' ? key : label;
}
