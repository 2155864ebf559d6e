import { counted } from '../grammar';

export const usage = {
  openUsage: 'Open Usage',
  loadingBudgets: 'Loading budgets',
  budgetsMeaning:
    'A call that would go over a limit is not made: it is counted before it leaves. Empty means no limit.',
  today: 'Today',
  thisThread: 'This thread',
  budgets: 'Budgets',
  amountOverZero: 'An amount over 0.',
  saveBudgets: 'Save budgets',
  period: 'Period',
  by: 'By',
  show: 'Show',
  loading: 'Loading usage',
  everythingSent: 'Everything sent',
  noModelAsked: 'No model was asked in this time. The built-in analyst uses no tokens and costs nothing.',
  chartOf: (title: string) => `Chart: ${title}`,
  inAll: 'In all',
  usedUp: (scope: 'day' | 'thread', used: string) =>
    `${scope === 'day' ? 'The budget of today' : 'The budget of this thread'} is used up (${used}): calls that cost are refused.`,
  pastWarning: (scope: 'day' | 'thread', used: string) =>
    `${scope === 'day' ? 'The budget of today' : 'The budget of this thread'} is past its warning: ${used}.`,
  /** Behind how much of a budget was spent. */
  warned: ', past the warning',
  spent: ', used up: calls are refused',
  uncounted: (calls: number) =>
    `${counted(calls, 'call')} could not be counted, as the price is not known. Set prices in Settings, Models.`,
  aDay: 'A day',
  aThread: 'A thread',
  limits: {
    warnMoney: 'Warn at, $',
    refuseMoney: 'Refuse over, $',
    warnTokens: 'Warn at, tokens',
    refuseTokens: 'Refuse over, tokens',
  },
  groupings: { day: 'Day', model: 'Model', thread: 'Thread', run: 'Run', call: 'Call' },
  usageBy: {
    day: 'Usage by day',
    model: 'Usage by model',
    thread: 'Usage by thread',
    run: 'Usage by run',
    call: 'Usage by call',
  },
  moneyBy: {
    day: 'Money by day',
    model: 'Money by model',
    thread: 'Money by thread',
    run: 'Money by run',
    call: 'Money by call',
  },
  tokensBy: {
    day: 'Tokens by day',
    model: 'Tokens by model',
    thread: 'Tokens by thread',
    run: 'Tokens by run',
    call: 'Tokens by call',
  },
  csv: 'CSV',
  firstInCsv: (count: string) => `The first ${count}; all are in the CSV.`,
  /** Tokens that went in, and that came back. */
  in: 'In',
  inNew: 'In, new',
  inCached: 'In, cached',
  cached: 'Cached',
  out: 'Out',
  money: 'Money',
  moneyInDollars: 'Money, $',
  reasoning: 'Reasoning',
  calls: 'Calls',
  toolCalls: 'Tool calls',
  waited: 'Waited',
  seconds: 'Seconds',
  unpriced: (calls: number) => `The price of ${counted(calls, 'call')} is not known: their money is in no sum.`,
  estimated: (calls: number) => `The tokens of ${counted(calls, 'call')} were counted here.`,
  /** What a bar shows: of today or of a thread. */
  budgetOf: { money: (scope: string) => `${scope}, money`, tokens: (scope: string) => `${scope}, tokens` },
};
