import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../src/preload/contract';
import { CallId } from '../../../src/preload/contract/ids';
import { AppError } from '../../../src/preload/contract/result';
import { FakeBridge, type RequestName } from '../../support/fake-bridge';
import { codeCall, runWith, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const thread = {
  id: threadId('a'),
  title: 'Thread',
  pinned: false,
  archived: false,
  busy: false,
  createdAt: 1,
  updatedAt: 1,
  activity: 1,
};
const origin = codeCall('1');
const local = (id: string, changes: Partial<Call> = {}) =>
  codeCall(id, { localOf: origin.id, sameOutput: true, ...changes });

async function opened(calls: Call[], answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) {
  const bridge = new FakeBridge({
    'threads.get': () => thread,
    'runs.ofThread': () => [runWith(calls)],
    ...answers,
  });
  const view = openWindow(bridge, '#/t/thread_a');
  await view.user.click(await screen.findByRole('button', { name: 'Inspector' }));
  await screen.findByRole('list', { name: 'Steps' });
  return { bridge, ...view };
}

const say = (bridge: FakeBridge, calls: Call[]) => {
  const [step] = runWith(calls).steps;
  if (step) act(() => bridge.emit({ name: 'steps.changed', data: step }));
};
const localRun = () => screen.findByRole('region', { name: /^Local run/ });

describe('code that waits for Python', () => {
  it('shows its place in line, and what it starts or loads, in a step and in a local run, until it runs', async () => {
    const waiting = { status: 'running' as const, outputs: [], ending: null, ms: null };
    const { bridge } = await opened([codeCall('1', { ...waiting, waitsFor: { code: 'queued', place: 3 } })]);
    const steps = within(await screen.findByRole('list', { name: 'Steps' }));
    expect(steps.getByText('Waiting for Python')).toBeTruthy();
    expect(steps.getByText(/number 3 in line/)).toBeTruthy();
    say(bridge, [codeCall('1', { ...waiting, waitsFor: { code: 'queued', place: 1 } })]);
    expect(await steps.findByText(/the next to run/)).toBeTruthy();
    say(bridge, [codeCall('1', { ...waiting, waitsFor: { code: 'starting_python', first: true } })]);
    expect(await steps.findByText(/for the first time on this computer/)).toBeTruthy();
    expect(steps.getByText('Starting Python')).toBeTruthy();
    say(bridge, [codeCall('1', { ...waiting, waitsFor: { code: 'loading_packages', packages: ['numpy', 'pandas'] } })]);
    expect(await steps.findByText('Loading numpy, pandas.')).toBeTruthy();
    say(bridge, [codeCall('1', waiting)]);
    expect(await steps.findByText('Running Python')).toBeTruthy();
    say(bridge, [origin, local('2', { ...waiting, sameOutput: null, waitsFor: { code: 'queued', place: 2 } })]);
    expect(within(await localRun()).getByText(/number 2 in line/)).toBeTruthy();
  });
});

describe('running a step again', () => {
  it('shows that it runs, stops it, and leaves the step as it was', async () => {
    const running = local('2', { status: 'running', outputs: [], sameOutput: null, ms: null });
    const { bridge, user } = await opened([origin], { 'runs.runCode': () => running, 'runs.stopCode': () => running });
    await user.click(screen.getByRole('button', { name: 'Run again' }));
    expect(bridge.inputsOf('runs.runCode')).toEqual([{ callId: origin.id, code: 'print(42)' }]);
    say(bridge, [origin, running]);
    await localRun();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run again' }).disabled).toBe(true);
    await user.click(within(await localRun()).getByRole('button', { name: 'Stop' }));
    expect(bridge.inputsOf('runs.stopCode')).toEqual([{ callId: running.id }]);
    say(bridge, [origin, { ...running, status: 'cancelled' }]);
    expect(await screen.findByText('Stopped.')).toBeTruthy();
    expect(screen.getAllByText('Ran Python')).toHaveLength(1);
  });

  it('says whether the output is the same, and shows it when it is not', async () => {
    const { bridge } = await opened([origin, local('2')]);
    const first = within(await localRun());
    expect(first.getByText('Same output as the step')).toBeTruthy();
    expect(first.getByText('Output').closest('details')?.open).toBe(false);
    const other = local('3', { sameOutput: false, outputs: [{ type: 'logs', text: '43\n' }] });
    say(bridge, [origin, local('2'), other]);
    expect(await screen.findByText('Different output than the step')).toBeTruthy();
    expect(screen.getByText('43').closest('details')).toBeNull();
  });

  it('heads what came of edited code as that, not as a difference, and brings it into view', async () => {
    const seen = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(() => undefined);
    const code = { language: 'python', text: 'print(43)' } as const;
    const running = local('2', { code, status: 'running', outputs: [], sameOutput: null, ms: null });
    const { bridge } = await opened([origin]);
    say(bridge, [origin, running]);
    const place = await localRun();
    expect(within(place).getByText(/^Edited version, /)).toBeTruthy();
    say(bridge, [origin, { ...running, status: 'completed', sameOutput: false, ms: 3 }]);
    await waitFor(() => expect(within(place).queryByText('Running…')).toBeNull());
    expect(within(place).queryByText('Different output than the step')).toBeNull();
    expect(seen.mock.contexts).toContain(place);
  });

  it('takes the focus to the code and back, and gives it back to a button it waited for', async () => {
    const { bridge, user } = await opened([origin], { 'runs.runCode': () => local('2') });
    const focused = () => document.activeElement?.textContent;
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const editor = await screen.findByRole('textbox', { name: 'Code' });
    await waitFor(() => expect(document.activeElement).toBe(editor));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(focused()).toBe('Edit');
    await user.click(screen.getByRole('button', { name: 'Run again' }));
    say(bridge, [origin, local('2', { status: 'running', outputs: [], sameOutput: null, ms: null })]);
    await localRun();
    // As a browser does with a button that is switched off.
    act(() => (document.activeElement as HTMLElement).blur());
    say(bridge, [origin, local('2')]);
    await screen.findByText('Same output as the step');
    expect(focused()).toBe('Run again');
  });

  it('runs what stands in the editor by Ctrl+Enter, and keeps it when that fails', async () => {
    const { bridge, user } = await opened([origin], {
      'runs.runCode': () => {
        throw new AppError('unavailable', 'Python is off, so this cannot be run now.');
      },
    });
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const editor = await screen.findByRole('textbox', { name: 'Code' });
    await waitFor(() => expect(document.activeElement).toBe(editor));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.inputsOf('runs.runCode')).toEqual([{ callId: origin.id, code: 'print(42)' }]);
    expect(await screen.findByText(/Python is off/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Code' })).toBe(editor);
  });

  it('folds what was tried before', async () => {
    const edited = local('3', { code: { language: 'python', text: 'print(7)' }, startedAt: 5_000 });
    const { user } = await opened([origin, local('2'), edited]);
    expect(within(await localRun()).getByText('Edited code')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show 1 earlier local run' }));
    expect(screen.getAllByRole('region', { name: /^Local run/ })).toHaveLength(2);
  });

  it('names why a query was refused', async () => {
    const query = codeCall('q', {
      ...{ type: 'function', name: 'query_data', outputs: [] },
      code: { language: 'sql', text: 'SELECT 1' },
    });
    const refused = { ...query, id: CallId.parse('call_r'), localOf: query.id, status: 'failed' as const };
    const failure = { code: 'query_refused' as const, message: 'A query only reads.' };
    await opened([query, { ...refused, failure, sameOutput: false }]);
    expect(within(await localRun()).getByText('A query only reads.')).toBeTruthy();
  });
});
