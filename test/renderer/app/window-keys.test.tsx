import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/preload/contract/settings';
import { FakeBridge } from '../../support/fake-bridge';
import { message, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const opened = (at = '#/') => {
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a'), thread('b')], hasMore: false }),
    'threads.get': () => thread('b'),
    'threads.messages': () => ({ messages: [message('1')], hasEarlier: false }),
  });
  return { bridge, ...openWindow(bridge, at) };
};

describe('the palette', () => {
  it('has the threads used last and all commands while nothing is typed', async () => {
    const { user } = opened();
    await screen.findByRole('navigation', { name: 'Navigation' });
    await screen.findAllByRole('button', { name: /Thread b/ });
    await user.keyboard('{Control>}k{/Control}');
    const palette = within(await screen.findByRole('dialog', { name: 'Search and commands' }));
    const names = palette.getAllByRole('button').map((button) => button.textContent);
    expect(names.slice(0, 2).toSorted()).toEqual(['Thread a', 'Thread b']);
    expect(names.some((name) => name?.startsWith('New thread'))).toBe(true);
    await user.click(palette.getByRole('button', { name: 'Thread b' }));
    await waitFor(() => expect(window.location.hash).toBe(`#/t/${threadId('b')}`));
  });
});

describe('the question mark', () => {
  it('lists what keys do, but is a sign like any other where something is written', async () => {
    const { user } = opened('#/charts');
    await screen.findByRole('heading', { name: 'Charts' });
    await user.keyboard('?');
    const list = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    expect(list.getByText('Show or hide the inspector')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull());
    await user.keyboard('{Control>}n{/Control}');
    await user.type(await screen.findByLabelText('Your question'), 'why?');
    expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull();
  });
});

describe('the navigation', () => {
  it('is folded away and back by its key and by its button', async () => {
    const { user, bridge } = opened();
    const told = (panes: object) =>
      act(() => bridge.emit({ name: 'settings.changed', data: { ...defaultSettings, ...panes } }));
    await screen.findByRole('navigation', { name: 'Navigation' });
    await user.keyboard('{Control>}b{/Control}');
    const [folded] = bridge.inputsOf('settings.change');
    expect(folded).toMatchObject({ panes: { navigation: false } });
    told(folded as object);
    await waitFor(() => expect(screen.queryByRole('navigation', { name: 'Navigation' })).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Show or hide the navigation' }));
    expect(bridge.inputsOf('settings.change').at(-1)).toMatchObject({ panes: { navigation: true } });
    told(bridge.inputsOf('settings.change').at(-1) as object);
    expect(await screen.findByRole('navigation', { name: 'Navigation' })).toBeTruthy();
  });
});

describe('an engine that is off', () => {
  it('is told above every page', async () => {
    const bridge = new FakeBridge({ 'runs.possible': () => ({ possible: false }) });
    openWindow(bridge, '#/settings');
    expect(await screen.findByText(/^The engine is off: threads, charts and files can be read/)).toBeTruthy();
  });
});
