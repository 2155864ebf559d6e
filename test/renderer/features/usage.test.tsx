import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BudgetState, Settings, UsageReport, UsageRow } from '../../../src/preload/contract';
import { defaultSettings } from '../../../src/preload/contract/settings';
import { english } from '../../../src/preload/words';
import { usageChart } from '../../../src/renderer/features/usage/usage-charts';
import { FakeBridge, type RequestName } from '../../support/fake-bridge';
import { sentTotals, transmission } from '../../support/sent';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(320);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
});

const row = (key: string, changes: Partial<UsageRow> = {}): UsageRow => ({
  key,
  label: key,
  at: 1_000,
  threadId: null,
  calls: 2,
  promptTokens: 5_000,
  cachedTokens: 1_500,
  completionTokens: 400,
  reasoningTokens: 120,
  ms: 4_200,
  toolCalls: 3,
  money: 0.0123,
  unpriced: 0,
  estimated: 0,
  ...changes,
});
const report = (rows: UsageRow[], total: Partial<UsageReport['total']> = {}): UsageReport => ({
  rows,
  hasMore: false,
  total: { ...row('all'), ...total },
});

function open(answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) {
  const bridge = new FakeBridge({
    'usage.report': () => report([row('2026-11-02'), row('2026-11-01')]),
    'ledger.ofThread': () => ({ transmissions: [], hasMore: false }),
    ...answers,
  });
  return { bridge, ...openWindow(bridge, '#/usage') };
}

describe('usage', () => {
  it('adds up tokens, time and money', async () => {
    open();
    const totals = await screen.findByLabelText('In all');
    expect(
      [...totals.querySelectorAll('dt')].map((name) => `${name.textContent} ${name.nextSibling?.textContent}`),
    ).toEqual([
      'Money $0.0123',
      'In 5,000',
      'Cached 1,500',
      'Out 400',
      'Reasoning 120',
      'Calls 2',
      'Tool calls 3',
      'Waited 4.2 s',
    ]);
  });

  it('is told by day, model or thread, of the time that is chosen', async () => {
    const { user, bridge } = open();
    await screen.findByLabelText('In all');
    await user.click(screen.getByRole('radio', { name: 'Model' }));
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await waitFor(() => expect(bridge.inputsOf('usage.report').at(-1)).toEqual({ by: 'model' }));
    const [first] = bridge.inputsOf('usage.report') as { by: string; from: number }[];
    expect(first?.by).toBe('day');
    expect(new Date(first?.from ?? 0).getHours()).toBe(0);
  });

  it('is told by run and by call, each by its time and its model', async () => {
    const at = Date.parse('2026-11-02T12:00:00');
    const { user, bridge } = open({
      'usage.report': ({ by }: { by: string }) => report([row('1', { label: by === 'day' ? '1' : 'gpt-6-sol', at })]),
    });
    await screen.findByLabelText('In all');
    for (const [name, by] of [
      ['Run', 'run'],
      ['Call', 'call'],
    ] as const) {
      await user.click(screen.getByRole('radio', { name }));
      const table = await screen.findByLabelText(`Usage by ${by}`);
      expect(within(table).getByText(/2026.*12:00.* · gpt-6-sol$/)).toBeTruthy();
      await user.click(screen.getByRole('button', { name: 'CSV' }));
      await waitFor(() => expect(bridge.inputsOf('usage.exportCsv').at(-1)).toMatchObject({ by }));
    }
  });

  it('says what is not known instead of counting it as nothing', async () => {
    open({
      'usage.report': () => report([row('2026-11-02', { money: null })], { money: null, unpriced: 2, estimated: 1 }),
    });
    expect(
      await screen.findByText(/^The price of 2 calls is not known.*The tokens of 1 call were counted here\.$/),
    ).toBeTruthy();
    expect(within(screen.getByLabelText('In all')).getByText('Not known')).toBeTruthy();
  });

  it('says so where no model was asked', async () => {
    open({ 'usage.report': () => report([], { calls: 0 }) });
    expect(await screen.findByText(/^No model was asked in this time/)).toBeTruthy();
  });

  it('is taken along as CSV', async () => {
    const { user, bridge } = open({ 'usage.exportCsv': () => ({ kind: 'saved', name: 'usage.csv' }) });
    await user.click(await screen.findByRole('button', { name: 'CSV' }));
    await waitFor(() => expect(bridge.inputsOf('usage.exportCsv')).toMatchObject([{ by: 'day' }]));
  });

  it('draws new, cached and answered tokens apart, by day in the order of time', () => {
    const { table } = usageChart(
      [row('2026-11-02'), row('2026-11-01', { cachedTokens: 0 })],
      'day',
      'tokens',
      english.ui.usage,
    );
    expect(table.rows).toEqual([
      ['2026-11-01', 5_000, 0, 400],
      ['2026-11-02', 3_500, 1_500, 400],
    ]);
  });
});

describe('budgets', () => {
  const state = (changes: Partial<BudgetState> = {}): BudgetState => ({
    scope: 'day',
    threadId: null,
    unit: 'money',
    spent: 0.8,
    warnAt: 0.5,
    refuseAt: 1,
    level: 'warned',
    uncounted: 0,
    ...changes,
  });

  it('are set for a day and a thread', async () => {
    let saved: Settings = defaultSettings;
    const { user } = open({
      'settings.change': (input: Partial<Settings>) => {
        saved = { ...saved, ...input };
        return saved;
      },
    });
    const form = within(await screen.findByRole('form', { name: 'Budgets' }));
    const day = within(form.getByRole('group', { name: 'A day' }));
    await user.type(day.getByLabelText('Refuse over, $'), '-1');
    expect(day.getByText('An amount over 0.')).toBeTruthy();
    await user.clear(day.getByLabelText('Refuse over, $'));
    await user.type(day.getByLabelText('Refuse over, $'), '2.50');
    await user.type(within(form.getByRole('group', { name: 'A thread' })).getByLabelText('Warn at, tokens'), '10,000');
    await user.click(form.getByRole('button', { name: 'Save budgets' }));
    await waitFor(() => expect(saved.models.budgets.day.refuseMoney).toBe(2.5));
    expect(saved.models.budgets).toMatchObject({
      day: { warnMoney: null },
      thread: { warnTokens: 10_000, refuseMoney: null },
    });
  });

  it('say how far they are used up', async () => {
    open({ 'usage.budgets': () => [state({ uncounted: 2 })] });
    await screen.findByText(/^Today: \$0\.80 of \$1\.00, past the warning/);
    expect(screen.getByRole('progressbar', { name: 'Today, money' }).getAttribute('aria-valuenow')).toBe('80');
    expect(screen.getByText(/^2 calls could not be counted/)).toBeTruthy();
  });

  it('are told above the question once one is used up, with the way to raise it', async () => {
    const bridge = new FakeBridge({ 'usage.budgets': () => [state({ level: 'spent', spent: 1 })] });
    const { user } = openWindow(bridge);
    await screen.findByText(/^The budget of today is used up \(\$1\.00 of \$1\.00\)/);
    await user.click(screen.getByRole('button', { name: 'Open Usage' }));
    expect(await screen.findByRole('heading', { name: 'Usage' })).toBeTruthy();
  });
});

describe('what requests said', () => {
  const kept = ({ olderThanDays }: { olderThanDays?: number }) =>
    olderThanDays === undefined ? { requests: 12, bytes: 3_000_000 } : { requests: 5, bytes: 1_000_000 };
  const openKept = () =>
    open({
      'ledger.totals': () => sentTotals(12),
      'ledger.ofThread': () => ({ transmissions: [transmission(1)], hasMore: false }),
      'ledger.kept': kept,
      'ledger.export': () => ({ kind: 'saved', name: 'sent.json' }),
    });

  it('is kept for good where nobody says otherwise, with what it takes beside it', async () => {
    openKept();
    const choice = await screen.findByLabelText<HTMLSelectElement>(english.ledger.keep());
    expect(choice.selectedOptions[0]?.text).toBe(english.ledger.keepFor(null));
    screen.getByText(english.ledger.kept(12, '3 MB'));
  });

  it('is deleted only after a question, which offers to export it first', async () => {
    const { user, bridge } = openKept();
    await user.selectOptions(await screen.findByLabelText(english.ledger.keep()), english.ledger.keepFor(90));
    const dialog = within(await screen.findByRole('dialog', { name: english.ledger.forget(5) }));
    dialog.getByText(english.ledger.forgetMeaning(90, '1 MB'));
    expect(bridge.inputsOf('settings.change')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Export as JSON' }));
    await waitFor(() => expect(bridge.inputsOf('ledger.export')).toEqual([{ threadId: null }]));
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await waitFor(() =>
      expect(bridge.inputsOf('settings.change')).toMatchObject([{ models: { keepRequestsDays: 90 } }]),
    );
  });
});
