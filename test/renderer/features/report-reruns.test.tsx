import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CallDifferences, RerunGate, ShapeFinding } from '../../../src/preload/contract';
import {
  CallId,
  ChartId,
  DatasetId,
  FileId,
  ReportBlockId,
  ReportId,
  ReportRerunId,
} from '../../../src/preload/contract/ids';
import type { ReportRerun } from '../../../src/preload/contract/report-reruns';
import { english } from '../../../src/preload/words';
import { FakeBridge, type RequestName } from '../../support/fake-bridge';
import { dataset } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const { reports, reruns } = english.ui;
const REPORT = ReportId.parse('report_march');
const NEW_REPORT = ReportId.parse('report_april');
const march = dataset({ id: DatasetId.parse('ds_march'), name: 'march.csv' });
const april = dataset({ id: DatasetId.parse('ds_april'), fileId: FileId.parse('fil_april'), name: 'april.csv' });

const gate = (findings: ShapeFinding[] = []): RerunGate => ({
  replacements: [
    { datasetId: march.id, by: april.id, name: march.name, byName: april.name, findings, mappings: [], free: [] },
  ],
  stops: findings.filter(({ weight }) => weight === 'stops').length,
  asks: findings.filter(({ weight }) => weight === 'asks').length,
});
const GONE: ShapeFinding = { weight: 'stops', fact: { code: 'column_gone', column: 'amount', used: true } };
const FEWER: ShapeFinding = {
  weight: 'asks',
  fact: { code: 'values_gone', column: 'region', values: ['West'], count: 1 },
};

const rerun = (changes: Partial<ReportRerun> = {}): ReportRerun => ({
  ...{ id: ReportRerunId.parse('rprr_1'), fromReport: REPORT, toReport: null, status: 'running', done: 0, of: 2 },
  ...{ gate: gate(), reruns: [], blocks: [], failure: null, createdAt: 1 },
  ...changes,
});
const block = (id: string, changes: Partial<ReportRerun['blocks'][number]> = {}): ReportRerun['blocks'][number] => ({
  ...{ before: ReportBlockId.parse(`block_${id}`), kind: 'answer', about: `Question ${id}` },
  ...{ outcome: 'same', why: null, call: null, charts: [] },
  ...changes,
});
const PAIR = { before: CallId.parse('call_1'), after: CallId.parse('call_2'), name: 'analyze', why: null };
const OVER = rerun({
  ...{ status: 'incomplete', done: 2, toReport: NEW_REPORT },
  blocks: [
    block('sums', { outcome: 'changed', call: { ...PAIR, outcome: 'changed' } }),
    block('rows', {
      outcome: 'changed',
      call: { ...PAIR, before: CallId.parse('call_3'), outcome: 'changed' },
      charts: [{ before: ChartId.parse('chart_march'), after: ChartId.parse('chart_april') }],
    }),
    block('alike'),
    block('lost', { kind: 'figure', outcome: 'not_run', why: { code: 'row_gone' } }),
    block('own', { kind: 'text', outcome: 'copied' }),
  ],
});
const side = (id: string) => ({ callId: CallId.parse(`call_${id}`), resultId: null, chartId: null });
const DIFFERENCES: CallDifferences = {
  ...{ equal: false, before: side('1'), after: side('2'), pictures: null },
  code: { before: null, after: null, equal: true },
  printed: { before: 'West 12.50', after: 'West 9.25', equal: false },
  table: null,
};
/** In dollars before, in euros now. */
const MONEY: CallDifferences = {
  ...DIFFERENCES,
  printed: { before: '', after: '', equal: true },
  table: {
    equal: false,
    columns: [
      {
        ...{ name: 'total', type: 'decimal', unit: { kind: 'currency', code: 'EUR' }, key: false, only: null },
        show: { as: 'currency', code: 'EUR', decimals: 2 },
        showBefore: { as: 'currency', code: 'USD', decimals: 2 },
        incomparable: 'unit',
      },
    ],
    rows: [
      {
        ...{ state: 'changed', before: ['12.50'], after: ['9.25'], places: { before: 0, after: 0 } },
        changes: [{ column: 0, by: null, share: null }],
      },
    ],
    counts: { same: 0, changed: 1, gone: 0, new: 0 },
    ...{ reordered: false, matchedBy: 'single', truncated: false },
  },
};

function opened(answers: Partial<Record<RequestName, (input: never) => unknown>> = {}, place = `/${april.id}`) {
  const bridge = new FakeBridge({
    'reportReruns.ofReport': () => [],
    'reportReruns.files': () => [march],
    'datasets.list': () => [march, april],
    'reportReruns.check': () => gate(),
    'reruns.compareCalls': ({ before }: { before: CallId }) => (before === PAIR.before ? DIFFERENCES : MONEY),
    ...answers,
  });
  return { bridge, ...openWindow(bridge, `#/reports/${REPORT}/rerun${place}`) };
}

const start = () => screen.findByRole<HTMLButtonElement>('button', { name: reruns.start });
const part = (kind: keyof typeof reports.kind, about: string) =>
  screen.findByRole('region', { name: reports.named(reports.kind[kind], about) });

describe('a report on another file', () => {
  it('has the dropped file in the place of its only one, and begins with it at once where nothing differs', async () => {
    const { bridge, user } = opened({ 'reportReruns.start': () => rerun(), 'reportReruns.get': () => rerun() });
    await screen.findByText(reruns.alike);
    await user.click(await start());
    const replacements = [{ datasetId: march.id, by: april.id, columns: [] }];
    await waitFor(() =>
      expect(bridge.inputsOf('reportReruns.start')).toEqual([{ reportId: REPORT, replacements, accepted: true }]),
    );
    expect(await screen.findByRole('progressbar')).toBeTruthy();
  });

  it('does not begin while something stops it, and says what', async () => {
    opened({ 'reportReruns.check': () => gate([GONE]) });
    expect(await screen.findByText(/amount/)).toBeTruthy();
    expect(await screen.findByText(reruns.weights.stops)).toBeTruthy();
    expect((await start()).disabled).toBe(true);
    expect(screen.queryByRole('checkbox', { name: reruns.accept })).toBeNull();
  });

  it('waits for the analyst to say yes to what differs', async () => {
    const { user } = opened({ 'reportReruns.check': () => gate([FEWER]) });
    expect(await screen.findByText(/West/)).toBeTruthy();
    expect((await start()).disabled).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: reruns.accept }));
    expect((await start()).disabled).toBe(false);
  });

  it('tells how far it is, is stopped, and shows what came of each part once it is over', async () => {
    const { bridge, user } = opened(
      {
        'reportReruns.ofReport': () => [rerun()],
        'reportReruns.get': () => rerun(),
        'reportReruns.cancel': () => rerun({ status: 'cancelled' }),
      },
      '',
    );
    await user.click(await screen.findByRole('button', { name: reruns.stop }));
    await waitFor(() => expect(bridge.inputsOf('reportReruns.cancel')).toEqual([{ reportRerunId: rerun().id }]));
    act(() => bridge.emit({ name: 'reportReruns.changed', data: OVER }));
    const sums = within(await part('answer', 'Question sums'));
    expect(sums.getByText(reruns.outcomes.changed)).toBeTruthy();
    expect(await sums.findByText('West 9.25')).toBeTruthy();
    expect(within(await part('figure', 'Question lost')).getByText(reruns.outcomes.not_run)).toBeTruthy();
    expect(screen.queryByRole('region', { name: reports.named(reports.kind.text, 'Question own') })).toBeNull();
    expect(screen.getByRole('status').textContent).toContain(reruns.partOutcomes({ same: 1, changed: 2, notRun: 1 }));

    // Each side in its own currency, without a difference, and the charts of both.
    const cells = within(await part('answer', 'Question rows')).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent?.replaceAll(/\s/g, ''))).toEqual([
      ...[reruns.states.changed, '$12.50', '€9.25', reruns.otherUnit.replaceAll(' ', '')],
    ]);
    const drawn = bridge.inputsOf('charts.get').map((input) => (input as { chartId: string }).chartId);
    expect(drawn).toEqual(expect.arrayContaining(['chart_march', 'chart_april']));

    await user.click(screen.getByRole('checkbox', { name: reruns.onlyChanged }));
    expect(screen.queryByRole('region', { name: reports.named(reports.kind.answer, 'Question alike') })).toBeNull();
    await user.click(screen.getByRole('button', { name: reruns.openReport }));
    await waitFor(() => expect(bridge.inputsOf('reports.get')).toContainEqual({ reportId: NEW_REPORT }));
  });

  it('says that a report without data has nothing to run again', async () => {
    opened({ 'reportReruns.files': () => [] }, '');
    expect(await screen.findByText(reruns.reportNoData)).toBeTruthy();
  });
});
