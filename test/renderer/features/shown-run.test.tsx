import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RunWithSteps } from '../../../src/preload/contract';
import { RunId } from '../../../src/preload/contract/ids';
import { unknownAbilities } from '../../../src/preload/contract/models';
import { connectedModel } from '../../support/connections';
import { FakeBridge } from '../../support/fake-bridge';
import { codeCall, message, run, runWith, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const ended = (id: string, createdAt: number): RunWithSteps => {
  const { steps } = runWith([codeCall(id, { outputs: [{ type: 'logs', text: `printed by ${id}` }] })]);
  return {
    ...run(id, { status: 'completed', createdAt, startedAt: createdAt, finishedAt: createdAt + 10 }),
    steps: steps.map((step) => ({ ...step, runId: RunId.parse(`run_${id}`) })),
  };
};

async function opened(shutdownDate: string | null = null) {
  const model = connectedModel('gpt-6-luna', { abilities: { ...unknownAbilities, shutdownDate } });
  const bridge = new FakeBridge({
    'models.list': () => [model],
    'threads.get': () => thread('a'),
    'threads.messages': () => ({
      messages: [
        message('1', { createdAt: 1_000, parts: [{ type: 'text', text: 'Sales by month' }] }),
        message('2', { createdAt: 2_000, parts: [{ type: 'text', text: '```python\n1 + 1\n```' }] }),
      ],
      hasEarlier: false,
    }),
    'runs.ofThread': () => [ended('first', 1_000), { ...ended('second', 2_000), answerer: model.answerer }],
  });
  const view = openWindow(bridge, `#/t/${threadId('a')}`);
  await view.user.click(await screen.findByRole('button', { name: 'Inspector' }));
  const shown = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Run' });
  return { bridge, shown, ...view };
}

const steps = () => within(screen.getByRole('list', { name: 'Steps' }));

describe('the run of the inspector', () => {
  it('is the newest, and is named after its question', async () => {
    const { shown } = await opened();
    expect([...shown.options].map((one) => one.text)).toEqual(['1 of 2 · Sales by month', '2 of 2 · 1 + 1']);
    expect(shown.selectedOptions[0]?.text).toContain('2 of 2');
    expect(steps().getByText('printed by second')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show latest' })).toBeNull();
  });

  it('says when the model that answered is about to be switched off by its maker', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { user, shown } = await opened(inDays(20));
    await screen.findByText(/^gpt-6-luna answered this\. Switched off by its maker on /);
    await user.selectOptions(shown, '1 of 2 · Sales by month');
    expect(screen.queryByText(/answered this/)).toBeNull();
  });

  it('says nothing of a model that stays for longer', async () => {
    await opened('2099-01-01');
    expect(screen.queryByText(/answered this/)).toBeNull();
  });

  it('is the one chosen, with a way back', async () => {
    const { user, shown } = await opened();
    await user.selectOptions(shown, '1 of 2 · Sales by month');
    expect(steps().getByText('printed by first')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show latest' }));
    expect(steps().getByText('printed by second')).toBeTruthy();
  });

  it('is the newest again as soon as another begins, whatever was chosen before', async () => {
    const { user, bridge, shown } = await opened();
    await user.selectOptions(shown, '1 of 2 · Sales by month');
    const third = run('third', { status: 'in_progress', createdAt: 3_000, startedAt: 3_000 });
    bridge.emit({ name: 'runs.changed', data: third });
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Run' })).toHaveProperty('value', 'run_third'));
    await user.selectOptions(shown, '1 of 3 · Sales by month');
    bridge.emit({ name: 'runs.changed', data: { ...third, status: 'completed', finishedAt: 3_010 } });
    await screen.findByText('Completed in 10 ms');
    expect(steps().getByText('printed by first')).toBeTruthy();
  });
});
