import { z } from 'zod';
import { Saved } from './charts';
import { Instant, ThreadId } from './ids';

export const UsageGrouping = z.enum(['call', 'run', 'thread', 'day', 'model']);
export type UsageGrouping = z.infer<typeof UsageGrouping>;

const count = z.int().nonnegative();

const Spent = z.object({
  calls: count,
  promptTokens: count,
  cachedTokens: count,
  completionTokens: count,
  reasoningTokens: count,
  /** Waiting for the server, all calls together. */
  ms: z.number().nonnegative(),
  toolCalls: count,
  /** US dollars of the calls whose price is known; null where none is. */
  money: z.number().nonnegative().nullable(),
  /** Calls whose price is not known. */
  unpriced: count,
  /** Calls whose tokens were counted here, as the server did not tell. */
  estimated: count,
});

export const UsageRow = Spent.extend({
  /** What the row is of: the id of a call, run or thread, a day of this computer's time zone (`YYYY-MM-DD`), an answerer. */
  key: z.string(),
  /** The thread's title, the model's name: for people. */
  label: z.string(),
  /** Of the first call. */
  at: Instant,
  threadId: ThreadId.nullable(),
});
export type UsageRow = z.infer<typeof UsageRow>;

export const UsageReport = z.object({
  /** Newest first; the first 1,000 of them. */
  rows: z.array(UsageRow),
  hasMore: z.boolean(),
  /** Of all rows, also those that are not here. */
  total: Spent,
});
export type UsageReport = z.infer<typeof UsageReport>;

/** How far a budget is used up. */
export const BudgetState = z.object({
  scope: z.enum(['day', 'thread']),
  threadId: ThreadId.nullable(),
  unit: z.enum(['money', 'tokens']),
  spent: z.number().nonnegative(),
  warnAt: z.number().nullable(),
  refuseAt: z.number().nullable(),
  level: z.enum(['ok', 'warned', 'spent']),
  /** Calls that a budget of money could not count, as their price is not known. */
  uncounted: count,
});
export type BudgetState = z.infer<typeof BudgetState>;

const reported = z.object({
  by: UsageGrouping,
  /** From this moment on, and before that one. */
  from: Instant.optional(),
  to: Instant.optional(),
  threadId: ThreadId.optional(),
});

export const usageRequests = {
  report: { input: reported, output: UsageReport },
  /** All rows. */
  exportCsv: { input: reported, output: Saved },
  /** Of today, and of the thread where one is given; those that are set. */
  budgets: { input: z.object({ threadId: ThreadId.nullable() }), output: z.array(BudgetState) },
};

export const usageEvents = {
  /** A budget was passed: warn, or say that calls are refused from now on. */
  'usage.budgetReached': BudgetState,
};
