import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Step } from '../../../src/preload/contract';
import { english } from '../../../src/preload/words';
import { FakeBridge } from '../../support/fake-bridge';
import { codeCall, codeEnding, message, runWith, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

async function openSteps(changes: Partial<Step>, calls = [codeCall('1')]) {
  const run = runWith(calls);
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('first')], hasEarlier: false }),
    'runs.ofThread': () => [{ ...run, steps: run.steps.map((step) => ({ ...step, ...changes })) }],
  });
  const { user } = openWindow(bridge, `#/t/${threadId('a')}`);
  await user.click(await screen.findByRole('button', { name: 'Inspector' }));
  return user;
}

it('folds away what the model thought before a step', async () => {
  const user = await openSteps({ reasoning: 'The totals are needed first.' });
  const summary = await screen.findByText('Reasoning');
  const details = summary.closest('details');
  expect(details?.open).toBe(false);
  await user.click(summary);
  expect(details?.open).toBe(true);
  expect(screen.getByText('The totals are needed first.')).toBeTruthy();
});

it('says what the model was not given for want of room', async () => {
  await openSteps({ leftOut: { toolResults: 2, messages: 1, pictures: 0 } });
  expect(await screen.findByText('Not sent, as there was no room: 2 earlier results, 1 earlier message.')).toBeTruthy();
});

it('says which pictures the model could not see, which is no want of room', async () => {
  await openSteps({ leftOut: { toolResults: 0, messages: 0, pictures: 1 } });
  expect(await screen.findByText('Not seen by this model: 1 picture.')).toBeTruthy();
  expect(screen.queryByText(/no room/)).toBeNull();
});

it('says what the server of the model has put together into a summary of its own', async () => {
  await openSteps({ leftOut: { toolResults: 0, messages: 0, pictures: 0, compacted: 12 } });
  expect(await screen.findByText(english.step.compacted(12))).toBeTruthy();
});

it('says which code ran at the server of the model', async () => {
  await openSteps({}, [codeCall('1'), codeCall('2', { ending: codeEnding({ hosted: true }) })]);
  expect(await screen.findByText('20 ms')).toBeTruthy();
  expect(screen.getByText('20 ms · at the server')).toBeTruthy();
});

it('says which search the server of the model has made', async () => {
  const search = { type: 'file_search', name: 'file_search', code: null } as const;
  await openSteps({}, [codeCall('1', { ...search, ending: codeEnding({ hosted: true }) })]);
  expect(await screen.findByText(`20 ms · ${english.code.atServer()}`)).toBeTruthy();
});
