import type { BudgetState, Saved, Table, ThreadId, UsageGrouping, UsageReport } from '#contract';
import type { Library, UsageSpan } from '../library';
import { toCsv } from './csv';
import type { Budgets } from './ledger';
import type { ShellServices } from './ports';

const ROWS_SHOWN = 1_000;
const ROWS_AT_MOST = 1_000_000;

export interface UsageOptions {
  library: Library;
  budgets: Budgets;
  shell: ShellServices;
}

interface Reported {
  by: UsageGrouping;
  from?: number | undefined;
  to?: number | undefined;
  threadId?: ThreadId | undefined;
}

/** What models have cost. */
export class UsageReports {
  readonly #options: UsageOptions;

  constructor(options: UsageOptions) {
    this.#options = options;
  }

  report(input: Reported): UsageReport {
    const { usage } = this.#options.library;
    const rows = usage.rows(input.by, spanOf(input), ROWS_SHOWN + 1);
    return { rows: rows.slice(0, ROWS_SHOWN), hasMore: rows.length > ROWS_SHOWN, total: usage.total(spanOf(input)) };
  }

  exportCsv(input: Reported): Promise<Saved> {
    const rows = this.#options.library.usage.rows(input.by, spanOf(input), ROWS_AT_MOST);
    return this.#options.shell.save({
      name: `Usage by ${input.by}.csv`,
      type: 'text/csv',
      bytes: new TextEncoder().encode(toCsv(tableOf(input.by, rows))),
    });
  }

  budgets(input: { threadId: ThreadId | null }): BudgetState[] {
    return this.#options.budgets.states(input.threadId);
  }
}

const spanOf = ({ from, to, threadId }: Reported): UsageSpan => ({
  from: from ?? null,
  to: to ?? null,
  threadId: threadId ?? null,
});

/** Money that is not known is an empty cell. */
function tableOf(by: UsageGrouping, rows: UsageReport['rows']): Table {
  const integers = [
    'calls',
    'promptTokens',
    'cachedTokens',
    'completionTokens',
    'reasoningTokens',
    'toolCalls',
    'unpriced',
    'estimated',
  ] as const;
  return {
    columns: [
      { name: by, type: 'text' },
      { name: 'label', type: 'text' },
      { name: 'first_at', type: 'text' },
      ...integers.map((name) => ({
        name: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        type: 'integer' as const,
      })),
      { name: 'ms', type: 'float' },
      { name: 'usd', type: 'float' },
    ],
    rows: rows.map((row) => [
      row.key,
      row.label,
      new Date(row.at).toISOString(),
      ...integers.map((name) => row[name]),
      Math.round(row.ms),
      row.money,
    ]),
  };
}
