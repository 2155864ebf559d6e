import { screen, within } from '@testing-library/react';
import { beforeAll, expect, it, vi } from 'vitest';
import type { AnswerFact, Settings } from '../../../src/preload/contract';
import { defaultSettings } from '../../../src/preload/contract/settings';
import { FakeBridge } from '../../support/fake-bridge';
import { factsIn, message, runWith, thread } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();
beforeAll(() => {
  vi.setConfig({ testTimeout: 60_000 });
});

const REJECTED: AnswerFact = { code: 'lines_rejected', file: 'sales.csv', count: 1200, of: 45000, lines: [7] };

/** A window whose settings can be changed, with a thread whose answer says what was rejected. */
function windowOf(first: Partial<Settings>) {
  let settings: Settings = { ...defaultSettings, ...first };
  const bridge = new FakeBridge({
    'settings.get': () => settings,
    'settings.change': (input: Partial<Settings>) => {
      settings = { ...settings, ...input };
      bridge.emit({ name: 'settings.changed', data: settings });
      return settings;
    },
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.messages': () => ({
      messages: [message('q'), message('m', { role: 'assistant', ...factsIn(['1,200 lines', REJECTED]) })],
      hasEarlier: false,
    }),
    'runs.ofThread': () => [runWith([])],
  });
  return bridge;
}

it('says what it knows of an answer in the chosen language, and writes numbers as it does', async () => {
  openWindow(windowOf({ language: 'de' }), '#/t/thread_a');

  expect(await screen.findByText(/1\.200 von 45\.000 Zeilen in sales\.csv konnten nicht gelesen werden/)).toBeTruthy();
  expect(document.documentElement.lang).toBe('de');
});

it('writes numbers as another region does where that is chosen, whatever the language', async () => {
  openWindow(windowOf({ language: 'en', numbers: 'de-DE' }), '#/t/thread_a');

  expect(await screen.findByText(/1\.200 lines of 45\.000 in sales\.csv could not be read/)).toBeTruthy();
});

it('changes the language of the open window where it is chosen', async () => {
  const { user } = openWindow(windowOf({}), '#/settings');

  await user.selectOptions(await screen.findByRole('combobox', { name: 'Language of the window' }), 'Deutsch');

  const language = await screen.findByRole('region', { name: 'Sprache' });
  const numbers = within(language).getByRole('combobox', { name: 'Zahlen und Datumsangaben' });
  expect(within(numbers).getByRole('option', { name: /^Wie die Sprache \(1\.234,5 · 31\.12\.2026\)$/ })).toBeTruthy();
});
