import { screen, within } from '@testing-library/react';
import { beforeAll, expect, it, vi } from 'vitest';
import type { AnswerFact, Settings } from '../../../src/preload/contract';
import { ResultId } from '../../../src/preload/contract/ids';
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

const amount = (row: number, cell: string) => ({
  row,
  column: 1,
  cell,
  show: { as: 'currency' as const, code: 'EUR', decimals: 2 },
});
const month = (row: number, cell: string) => [
  { row, column: 0, cell, show: { as: 'time' as const, grain: 'month' as const } },
];
const HEADLINE: AnswerFact = {
  code: 'headline',
  says: {
    kind: 'ends',
    kept: null,
    output: 'total_amount',
    counts: false,
    least: false,
    first: { group: month(1, '2025-03-01'), value: amount(1, '1234.50') },
    other: { group: month(0, '2025-02-01'), value: amount(0, '99.00') },
  },
};

it('tells an answer from before in German, and its figures still lead to their cells', async () => {
  const bridge = windowOf({ language: 'de' });
  bridge.answer('threads.messages', () => ({
    messages: [
      message('q'),
      message('m', {
        role: 'assistant',
        ...factsIn(['Total amount is highest in **March 2025**: € 1,234.50.', HEADLINE]),
        numbers: [{ part: 0, start: 44, end: 52, resultId: ResultId.parse('result_1'), row: 1, column: 1 }],
      }),
    ],
    hasEarlier: false,
  }));
  openWindow(bridge, '#/t/thread_a');

  const figure = await screen.findByRole('button', { name: /1\.234,50/ });
  expect(figure.closest('p')?.textContent?.replaceAll(/\s/g, ' ')).toBe(
    'total amount am höchsten: März 2025 mit 1.234,50 €, am niedrigsten: Februar 2025 mit 99,00 €.',
  );
});

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
