import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { PackagesState } from '../../../src/preload/contract';
import { FakeBridge } from '../../support/fake-bridge';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const state = (changes: Partial<PackagesState> = {}): PackagesState => ({
  packages: [{ name: 'pandas', version: '3.0.2', installed: false, missing: ['pandas'], damaged: [] }],
  source: { kind: 'folder', place: '/mirror', chosen: true },
  download: null,
  problem: null,
  ...changes,
});
const failed = state({ problem: { code: 'unavailable', message: 'pandas could not be fetched.' } });
const begun = state({ download: { names: ['pandas'], doing: '', files: 0, allFiles: 1, bytes: 0, allBytes: null } });

describe('an answer that an event has overtaken', () => {
  it('does not bring back what was when something was begun', async () => {
    const answer = Promise.withResolvers<PackagesState>();
    const bridge = new FakeBridge({
      'packages.state': () => state(),
      'packages.plan': () => ({ files: ['pandas.whl'], bytes: 1_000 }),
      'packages.download': () => answer.promise,
    });
    const { user } = openWindow(bridge, '#/settings/python-packages');
    await user.click(await screen.findByRole('button', { name: 'Download pandas' }));
    await user.click(await screen.findByRole('button', { name: 'Download' }));
    bridge.answer('packages.state', () => failed);
    act(() => bridge.emit({ name: 'packages.changed', data: failed }));
    await screen.findByText('pandas could not be fetched.');
    await act(async () => answer.resolve(begun));
    expect(screen.queryByText(/^Starting/)).toBeNull();
    expect(screen.getByText('pandas could not be fetched.')).toBeTruthy();
  });

  it('does not bring back what was when it was first asked', async () => {
    const answer = Promise.withResolvers<PackagesState>();
    const bridge = new FakeBridge({ 'packages.state': () => answer.promise });
    openWindow(bridge, '#/settings/python-packages');
    await expect.poll(() => bridge.inputsOf('packages.state')).toHaveLength(1);
    bridge.answer('packages.state', () => failed);
    act(() => bridge.emit({ name: 'packages.changed', data: failed }));
    await screen.findByText('pandas could not be fetched.');
    await act(async () => answer.resolve(begun));
    await expect.poll(() => screen.queryByText('pandas could not be fetched.')).toBeTruthy();
    expect(screen.queryByText(/^Starting/)).toBeNull();
  });
});
