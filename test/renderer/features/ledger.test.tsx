import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FakeBridge, type RequestName } from '../../support/fake-bridge';
import { message, thread, threadId } from '../../support/rows';
import { sentTotals, transmission } from '../../support/sent';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const BODY = JSON.stringify({ model: 'gpt-6-luna', input: 'What was sold?' });

function openThread(answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) {
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('first')], hasEarlier: false }),
    ...answers,
  });
  return { bridge, ...openWindow(bridge, `#/t/${threadId('a')}`) };
}

const withRequests = () =>
  openThread({
    'ledger.totals': () => sentTotals(2),
    'ledger.ofThread': () => ({ transmissions: [transmission(2), transmission(1)], hasMore: false }),
    'ledger.request': () => ({ text: BODY, offset: 0, characters: BODY.length }),
  });

describe('what was sent', () => {
  it('is 0 bytes as long as the built-in analyst answers', async () => {
    const { user } = openThread({ 'ledger.ofThread': () => ({ transmissions: [], hasMore: false }) });
    await user.click(await screen.findByRole('button', { name: '0 bytes sent' }));
    expect(await screen.findByText(/^Nothing was sent in this thread/)).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Sent' }).getAttribute('aria-selected')).toBe('true');
  });

  it('is listed request by request: when, where to, how much of what', async () => {
    const { user } = withRequests();
    await user.click(await screen.findByRole('button', { name: '6 kB sent' }));
    const panel = within(await screen.findByRole('tabpanel'));
    await panel.findByText('6 kB');
    const rows = within(panel.getByRole('list', { name: 'Requests, newest first' })).getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    const text = rows[0]?.textContent ?? '';
    for (const part of [
      '200',
      '3 kB',
      'api.openai.com/v1/responses',
      'gpt-6-luna',
      '800 in (500 cached)',
      'Schema',
      '900 bytes',
    ])
      expect(text).toContain(part);
  });

  it('can be read whole, by the keyboard', async () => {
    const { user } = withRequests();
    await user.click(await screen.findByRole('button', { name: '6 kB sent' }));
    const [read] = await screen.findAllByRole('button', { name: /^Read the request of/ });
    read?.focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Sent to api.openai.com/v1/responses' });
    await within(dialog).findByText(/What was sold\?/);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Sent to/ })).toBeNull());
  });

  it('is read in stretches where it is long', async () => {
    const long = 'x'.repeat(300_000);
    const { user, bridge } = withRequests();
    bridge.answer('ledger.request', ({ offset, limit }: { offset: number; limit: number }) => ({
      text: long.slice(offset, offset + limit),
      offset,
      characters: long.length,
    }));
    await user.click(await screen.findByRole('button', { name: '6 kB sent' }));
    await user.click((await screen.findAllByRole('button', { name: /^Read the request of/ }))[0]!);
    await screen.findByText('The first 200,000 of 300,000 characters');
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.queryByText(/^The first 200,000/)).toBeNull());
    expect(bridge.inputsOf('ledger.request')).toMatchObject([{ offset: 0 }, { offset: 200_000 }]);
  });

  it('grows while the model works', async () => {
    const { bridge, user } = withRequests();
    await user.click(await screen.findByRole('button', { name: '6 kB sent' }));
    await screen.findByRole('list', { name: 'Requests, newest first' });
    const open = transmission(3, { state: 'open', status: null, usage: null, money: null, ms: null });
    act(() => bridge.emit({ name: 'ledger.changed', data: { transmission: open, totals: sentTotals(3) } }));
    await screen.findByText('under way');
    expect(await screen.findByRole('button', { name: '9 kB sent' })).toBeTruthy();
    act(() => bridge.emit({ name: 'ledger.changed', data: { transmission: transmission(3), totals: sentTotals(3) } }));
    await waitFor(() => expect(screen.queryByText('under way')).toBeNull());
  });

  it('does not count as sent what stayed on this computer', async () => {
    openThread({ 'ledger.totals': () => sentTotals(2, { localBytes: 6_000 }) });
    expect(await screen.findByRole('button', { name: '0 bytes sent' })).toBeTruthy();
  });

  it('is exported as JSON', async () => {
    const { user, bridge } = withRequests();
    bridge.answer('ledger.export', () => ({ kind: 'saved', name: 'sent.json' }));
    await user.click(await screen.findByRole('button', { name: '6 kB sent' }));
    await user.click(await screen.findByRole('button', { name: 'Export as JSON' }));
    await vi.waitFor(() => expect(bridge.inputsOf('ledger.export')).toEqual([{ threadId: threadId('a') }]));
  });
});
