import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { StepId } from '../../../src/preload/contract/ids';
import { AppError } from '../../../src/preload/contract/result';
import { FakeBridge } from '../../support/fake-bridge';
import { chart, codeCall, message, runWith, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const THREAD = {
  'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
  'threads.get': () => thread('a'),
};

const SALES = chart('1', { threadId: threadId('a'), messageId: message('2').id });
SALES.spec = { ...SALES.spec, title: 'Sales by region' };

describe('a picture of the gallery', () => {
  it('leads to the answer that its chart stands in, and not to the end of the thread', async () => {
    const asked = [1, 2, 3, 4].map((at) => message(String(at), { createdAt: at }));
    const bridge = new FakeBridge({
      ...THREAD,
      'threads.messages': () => ({ messages: asked, hasEarlier: false }),
      'charts.list': () => [SALES],
    });
    const { user } = openWindow(bridge, '#/charts');
    await user.click(await screen.findByRole('button', { name: /^Sales by region/ }));
    const answer = (await screen.findByText('Text of 2')).closest('article');
    await waitFor(() => expect(document.activeElement).toBe(answer));
  });
});

describe('a thread that cannot be read', () => {
  it('stays the open page with what happened and a way to try again, as long as it is not gone', async () => {
    let reached = false;
    const bridge = new FakeBridge({
      ...THREAD,
      'threads.get': () => {
        if (!reached) throw new AppError('unavailable', 'Assay is not running any more.');
        return thread('a');
      },
      'threads.messages': () => ({ messages: [message('1')], hasEarlier: false }),
    });
    const { user } = openWindow(bridge, `#/t/${threadId('a')}`);
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(window.location.hash).toBe(`#/t/${threadId('a')}`);
    reached = true;
    await user.click(again);
    expect(await screen.findByText('Text of 1')).toBeTruthy();
  });

  it('leads to a new one when it is gone', async () => {
    const bridge = new FakeBridge({
      'threads.get': () => {
        throw new AppError('not_found', 'This thread is no longer there.');
      },
    });
    openWindow(bridge, `#/t/${threadId('a')}`);
    await waitFor(() => expect(window.location.hash).toBe('#/'));
  });
});

describe('what a run does now', () => {
  it('is not the writing of an answer while its code waits for Python', async () => {
    const waiting = runWith([
      codeCall('1', { status: 'running', waitsFor: { code: 'starting_python', first: false } }),
    ]);
    const [code] = waiting.steps;
    if (!code) throw new Error('There is no step');
    const writing = { ...code, id: StepId.parse('step_2'), type: 'message_creation', status: 'in_progress', calls: [] };
    const bridge = new FakeBridge({
      ...THREAD,
      'threads.messages': () => ({ messages: [message('1')], hasEarlier: false }),
      'runs.ofThread': () => [
        { ...waiting, status: 'in_progress', finishedAt: null, steps: [...waiting.steps, writing] },
      ],
    });
    openWindow(bridge, `#/t/${threadId('a')}`);
    await screen.findByText('Text of 1');
    expect((await screen.findByText(/Starting Python/, { selector: 'p[role=status]' })).textContent).not.toContain(
      'Writing',
    );
  });
});
