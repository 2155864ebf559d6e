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
};
