import { screen, waitFor } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { english } from '../../../src/preload/words';
import { FakeBridge } from '../../support/fake-bridge';
import { message, run, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

it('says below an earlier question why it has no answer', async () => {
  const ending = { code: 'cancelled' as const };
  const stopped = { ...run('1', { status: 'cancelled', ending, createdAt: 20, finishedAt: 21 }), steps: [] };
  const done = { ...run('2', { status: 'completed', createdAt: 40, finishedAt: 41 }), steps: [] };
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.messages': () => ({
      messages: [message('first', { createdAt: 10 }), message('second', { createdAt: 30 })],
      hasEarlier: false,
    }),
    'runs.ofThread': () => [stopped, done],
  });
  openWindow(bridge, `#/t/${threadId('a')}`);
  const first = await screen.findByText('Text of first');
  const said = await screen.findByText(english.run.cancelled(ending));
  const second = screen.getByText('Text of second');
  expect(first.compareDocumentPosition(said)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(said.compareDocumentPosition(second)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('says how long a run takes once it takes long', async () => {
  const toFake = ['Date', 'performance', 'setInterval', 'clearInterval'] as const;
  vi.useFakeTimers({ now: 1_000_000, shouldAdvanceTime: true, toFake: [...toFake] });
  onTestFinished(() => void vi.useRealTimers());
  const working = { ...run('1', { status: 'in_progress', createdAt: Date.now(), finishedAt: null }), steps: [] };
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('first', { createdAt: 10 })], hasEarlier: false }),
    'runs.ofThread': () => [working],
  });
  openWindow(bridge, `#/t/${threadId('a')}`);
  const status = await screen.findByText(/^Reading the question/);
  expect(status.textContent).not.toContain(' s');
  vi.advanceTimersByTime(7_000);
  await waitFor(() => expect(status.textContent).toContain('· 7 s'));
  vi.advanceTimersByTime(60_000);
  await waitFor(() => expect(status.textContent).toContain('· 1 min 7 s'));
});
