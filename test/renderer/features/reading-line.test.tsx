import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Call, Choice, QueryReading } from '../../../src/preload/contract';
import type { Query } from '../../../src/preload/contract/query';
import { AppError } from '../../../src/preload/contract/result';
import { english } from '../../../src/preload/words';
import { FakeBridge, type RequestName } from '../../support/fake-bridge';
import { codeCall, message, runWith, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const total: Query = {
  from: { table: 'orders' },
  by: [{ field: 'region', as: 'region' }],
  compute: [{ measure: 'sum', of: 'amount', as: 'amount' }],
};
const average: Query = { ...total, compute: [{ measure: 'mean', of: 'amount', as: 'average' }] };
const count: Query = { from: { table: 'orders' }, compute: [{ measure: 'count', as: 'count' }] };

const readingOf = (query: Query): QueryReading => ({
  query,
  parts: [
    ...(query.compute ?? []).map((value, at) => ({ kind: 'measure' as const, slot: `compute.${at}`, value })),
    ...(query.by ?? []).map((value, at) => ({ kind: 'group' as const, slot: `by.${at}`, value })),
  ],
  names: {
    fields: { region: { title: 'Region', type: 'text' }, amount: { title: 'Amount', type: 'decimal' } },
    outputs: {},
    measures: {},
    conditions: {},
    tables: {},
    entity: 'order',
  },
  problems: [],
});

const choice = (label: Choice['label'], query: Query | null, changes: Partial<Choice> = {}): Choice => ({
  group: 'how',
  label,
  query,
  terms: '',
  count: null,
  chosen: false,
  next: null,
  ...changes,
});
const MEASURES: Choice[] = [
  choice({ code: 'measure', aggregate: 'sum', title: 'Amount' }, total, { chosen: true }),
  choice({ code: 'measure', aggregate: 'mean', title: 'Amount' }, average),
];
const REMOVE = choice({ code: 'remove' }, count, { group: 'part' });

const callWith = (id: string, query: Query, changes: Partial<Call> = {}): Call =>
  codeCall(id, {
    type: 'function',
    name: 'analyze',
    code: null,
    input: JSON.stringify({ query }),
    query: { query, columns: [], facts: [] },
    outputs: [],
    ending: null,
    ...changes,
  });
const origin = callWith('1', total);
const answered = message('b', {
  role: 'assistant',
  runId: runWith([]).id,
  parts: [{ type: 'text', text: 'It is 100.' }],
});

async function opened(answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) {
  const bridge = new FakeBridge({
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('a'), answered], hasEarlier: false }),
    'runs.ofThread': () => [runWith([origin])],
    'queries.read': ({ query }: { query: Query }) => readingOf(query),
    'queries.choices': ({ query, slot }: { query: Query; slot: string }) => ({
      choices: slot === 'by.0' ? [REMOVE] : MEASURES,
      names: readingOf(query).names,
      more: false,
      writes: null,
    }),
    ...answers,
  });
  const view = openWindow(bridge, `#/t/${threadId('a')}`);
  const line = await screen.findByRole('toolbar', { name: 'How this was read: Amount by region' });
  return { bridge, line: within(line), ...view };
}

const emit = (bridge: FakeBridge, calls: Call[]) => {
  const [step] = runWith(calls).steps;
  if (step) act(() => bridge.emit({ name: 'steps.changed', data: step }));
};

describe('the line above an answer', () => {
  it('says how the question was read, each part a button that is walked by arrow keys', async () => {
    const { line, user } = await opened();
    const names = line.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual(['Measure: Amount', 'Grouping: region', 'Add to the question']);
    line.getByRole('button', { name: 'Measure: Amount' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Grouping: region');
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Add to the question');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Measure: Amount');
  });

  it('comes above the answer without drawing that anew', async () => {
    const runs = Promise.withResolvers<void>();
    const reading = Promise.withResolvers<void>();
    const opening = opened({
      'runs.ofThread': () => runs.promise.then(() => [runWith([origin])]),
      'queries.read': ({ query }: { query: Query }) => reading.promise.then(() => readingOf(query)),
    });
    const answer = await screen.findByText('It is 100.');
    await act(async () => runs.resolve());
    expect(screen.getByText('It is 100.')).toBe(answer);
    reading.resolve();
    await opening;
    expect(screen.getByText('It is 100.')).toBe(answer);
  });

  it('computes what is chosen at once, shows the old until it is there, and goes back by Ctrl+Z', async () => {
    const running = callWith('2', average, { localOf: origin.id, status: 'running', result: null });
    delete running.query;
    const { bridge, line, user } = await opened({ 'queries.compute': () => running });
    await user.click(line.getByRole('button', { name: 'Measure: Amount' }));
    await user.click(await screen.findByRole('option', { name: 'Average amount' }));
    await waitFor(() =>
      expect(bridge.inputsOf('queries.compute')).toEqual([{ callId: origin.id, query: average, shownCharts: [] }]),
    );
    emit(bridge, [origin, running]);
    expect(await screen.findByRole('button', { name: 'Measure: Average amount' })).toBeTruthy();
    expect(screen.getByText('It is 100.')).toBeTruthy();
    emit(bridge, [origin, callWith('2', average, { localOf: origin.id })]);
    expect(await screen.findByText('Version 2 of 2')).toBeTruthy();
    expect(screen.queryByText('It is 100.')).toBeNull();
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('It is 100.')).toBeTruthy();
    expect(screen.getByText('Version 1 of 2')).toBeTruthy();
  });

  it('sets the version that is shown beside another', async () => {
    const { bridge, user } = await opened({ 'comparisons.answers': () => [] });
    expect(screen.queryByRole('button', { name: english.ui.comparisons.versionWith })).toBeNull();
    const newer = callWith('2', average, { localOf: origin.id });
    emit(bridge, [origin, newer]);
    await screen.findByText('Version 2 of 2');
    await user.click(screen.getByRole('button', { name: english.ui.comparisons.versionWith }));
    expect(window.location.hash).toBe(`#/compare/${threadId('a')}/${answered.runId}/${newer.id}`);
    window.history.back();
    await screen.findByText('Version 2 of 2');
    await user.click(screen.getByRole('button', { name: english.ui.query.earlier }));
    await user.click(screen.getByRole('button', { name: english.ui.comparisons.versionWith }));
    expect(window.location.hash).toBe(`#/compare/${threadId('a')}/${answered.runId}`);
  });

  it('goes to the last answer of a run without that what the run said before is drawn anew', async () => {
    const first = message('b', { role: 'assistant', runId: answered.runId, parts: [{ type: 'text', text: 'First.' }] });
    let messages = [message('a'), first];
    const { bridge } = await opened({ 'threads.messages': () => ({ messages, hasEarlier: false }) });
    const drawn = await screen.findByText('First.');
    const second = { ...answered, id: message('c').id };
    messages = [...messages, second];
    act(() => bridge.emit({ name: 'messages.changed', data: second }));
    await screen.findByText('It is 100.');
    expect(screen.getAllByRole('toolbar')).toHaveLength(1);
    expect(screen.getByText('First.')).toBe(drawn);
  });

  it('has a menu that is read anew each time it opens, so that no entry moves under the pointer', async () => {
    const again = Promise.withResolvers<void>();
    let reads = 0;
    const names = readingOf(total).names;
    const { line, user } = await opened({
      'queries.choices': async () => {
        reads += 1;
        if (reads > 1) await again.promise;
        return { choices: reads > 1 ? MEASURES.toReversed() : MEASURES, names, more: false, writes: null };
      },
    });
    const chip = line.getByRole('button', { name: 'Measure: Amount' });
    await user.click(chip);
    await screen.findByRole('option', { name: 'Average amount' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryAllByRole('option')).toEqual([]));
    await user.click(chip);
    await screen.findByText('Looking…');
    expect(screen.queryAllByRole('option')).toEqual([]);
    again.resolve();
    expect((await screen.findAllByRole('option'))[0]?.textContent).toBe('Average amount');
  });

  it('takes a part away by Backspace', async () => {
    const { bridge, line, user } = await opened({
      'queries.compute': () => callWith('2', count, { localOf: origin.id }),
    });
    line.getByRole('button', { name: 'Grouping: region' }).focus();
    await user.keyboard('{Backspace}');
    await waitFor(() =>
      expect(bridge.inputsOf('queries.compute')).toEqual([{ callId: origin.id, query: count, shownCharts: [] }]),
    );
  });

  it('says why something cannot be computed, and keeps what was there', async () => {
    const { bridge, line, user } = await opened({
      'queries.read': ({ query }: { query: Query }) => ({
        ...readingOf(query),
        problems:
          query.compute?.[0]?.as === 'average'
            ? [{ code: 'does_not_add_up', path: 'compute.0', field: 'amount', why: 'never', alternatives: [] }]
            : [],
      }),
    });
    await user.click(line.getByRole('button', { name: 'Measure: Amount' }));
    await user.click(await screen.findByRole('option', { name: 'Average amount' }));
    expect(await screen.findByText(/amount must not be added up/)).toBeTruthy();
    expect(bridge.inputsOf('queries.compute')).toEqual([]);
    expect(screen.getByText('It is 100.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Measure: Amount' })).toBeTruthy();
  });

  it('shows the old answer below a version that failed, and why that did', async () => {
    const failure = { code: 'query_failed' as const, message: 'The disk is full.' };
    const failed = callWith('2', average, { localOf: origin.id, status: 'failed', failure });
    delete failed.query;
    const { bridge, line, user } = await opened({ 'queries.compute': () => ({ ...failed, status: 'running' }) });
    await user.click(line.getByRole('button', { name: 'Measure: Amount' }));
    await user.click(await screen.findByRole('option', { name: 'Average amount' }));
    await waitFor(() => expect(bridge.inputsOf('queries.compute')).toHaveLength(1));
    emit(bridge, [origin, failed]);
    expect(await screen.findByText(/The disk is full\. What was there before stays\./)).toBeTruthy();
    expect(screen.getByText('It is 100.')).toBeTruthy();
  });

  it('marks what it was not sure of, and has the other reading first', async () => {
    const facts = [{ fact: { code: 'other_readings' as const, queries: [average] }, part: 0, start: 0, end: 0 }];
    const { bridge, line, user } = await opened({
      'threads.messages': () => ({ messages: [message('a'), { ...answered, facts }], hasEarlier: false }),
      'queries.compute': () => callWith('2', average, { localOf: origin.id }),
    });
    await user.click(await line.findByRole('button', { name: 'Measure: Amount, not sure' }));
    expect(line.getByRole('button', { name: 'Grouping: region' })).toBeTruthy();
    const [first] = await screen.findAllByRole('option');
    expect(first?.textContent).toBe('Average amount by region');
    if (first) await user.click(first);
    await waitFor(() =>
      expect(bridge.inputsOf('queries.compute')).toEqual([{ callId: origin.id, query: average, shownCharts: [] }]),
    );
  });

  it('is not there where nothing was computed from a question', async () => {
    const bridge = new FakeBridge({
      'threads.get': () => thread('a'),
      'threads.messages': () => ({ messages: [message('a'), answered], hasEarlier: false }),
      'runs.ofThread': () => [runWith([codeCall('1')])],
      'queries.read': () => {
        throw new AppError('not_found', 'There is no data here yet.');
      },
    });
    openWindow(bridge, `#/t/${threadId('a')}`);
    expect(await screen.findByText('It is 100.')).toBeTruthy();
    expect(screen.queryByRole('toolbar')).toBeNull();
  });
});
