import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AnswerFact } from '../../../src/preload/contract';
import { ResultId, RunId } from '../../../src/preload/contract/ids';
import { FakeBridge } from '../../support/fake-bridge';
import { codeCall, dataset, factsIn, message, raised, runWith, thread } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const LACKING =
  'Traceback (most recent call last):\n  File "<cell 1>", line 1, in <module>\nModuleNotFoundError: No module named \'pandas\'\n';
const PANDAS = { module: 'pandas', package: 'pandas', standard: false };
const resultId = ResultId.parse('res_1');

/** An answer that says the fact in whatever words. */
function opened(fact: AnswerFact, call = codeCall('1')) {
  const profile = dataset().profile!;
  const odd = { count: 1, examples: [{ record: 41, text: 'n.v.' }] };
  const sales = dataset({
    profile: {
      ...profile,
      rejects: [{ line: 51, reason: { code: 'field_count', fields: 7, expected: 4 }, text: 'a,b,c,d,e,f,g' }],
      columns: profile.columns.map((one) => ({ ...one, odd, guessed: true })),
    },
  });
  const said = factsIn('It is 4.\n\n', ['> Bla bla.', fact]);
  const answer = message('a', { role: 'assistant', runId: RunId.parse('run_1'), ...said });
  const bridge = new FakeBridge({
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('q'), answer], hasEarlier: false }),
    'runs.ofThread': () => [runWith([call])],
    'runs.result': () => ({ columns: [{ name: 'n', type: 'integer', unit: null }], rows: [[7]] }),
    'datasets.ofThread': () => [sales],
    'datasets.rows': () => ({ columns: [], rows: [] }),
  });
  return { bridge, ...openWindow(bridge, '#/t/thread_a') };
}

const inspector = () => screen.findByRole('complementary', { name: 'Inspector' });
const answer = () => screen.findByRole('article', { name: 'Answer' });

it('leads from rejected lines to the lines themselves, and has its own words for them', async () => {
  const { user } = opened({ code: 'lines_rejected', file: 'sales.csv', count: 2, of: 12, lines: [51, 102] });
  expect((await answer()).textContent).not.toContain('Bla');
  await user.click(await screen.findByRole('button', { name: 'Show them' }));
  const line = await within(await inspector()).findByText(/Line 51:/);
  expect(line.closest('details')?.open).toBe(true);
  expect(document.activeElement?.contains(line)).toBe(true);
  expect(screen.getByRole('tab', { name: 'Data' }).getAttribute('aria-selected')).toBe('true');
});

it('leads from a total that was left out to its line', async () => {
  const { user } = opened({ code: 'total_line', file: 'sales.csv', line: 51 });
  await user.click(await screen.findByRole('button', { name: 'Show it' }));
  expect((await inspector()).textContent).toMatch(/Line 51/);
});

it('leads from values read as empty to those values', async () => {
  const { user } = opened({ code: 'odd_values', column: 'region', count: 1, example: 'n.v.' });
  await user.click(await screen.findByRole('button', { name: 'Show it' }));
  expect((await inspector()).textContent).toContain('"n.v." (row 41)');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('"n.v." (row 41)'));
});

it('leads from a column that could be read otherwise to the column', async () => {
  const { user } = opened({ code: 'guessed_type', column: 'region', readAs: [{ code: 'day_first' }] });
  await user.click(await screen.findByRole('button', { name: 'Show it' }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('region'));
});

it('offers no way to data that the thread does not have', async () => {
  opened({ code: 'lines_rejected', file: 'other.csv', count: 2, of: 12, lines: [] });
  await screen.findByText(/other\.csv/);
  expect(screen.queryByRole('button', { name: 'Show them' })).toBeNull();
});

it.each<AnswerFact>([{ code: 'rows_shown', rows: { shown: 12, of: 4_000 }, columns: null }, { code: 'result_cut' }])(
  'leads from the first rows of a result to all of them: $code',
  async (fact) => {
    const result = { id: resultId, rowCount: 4_000, truncated: false, columns: [] };
    const { user } = opened(
      fact,
      codeCall('1', { type: 'function', name: 'query_data', result, outputs: [], ending: null }),
    );
    await user.click(await screen.findByRole('button', { name: 'Show its rows' }));
    await user.click(await within(await inspector()).findByRole('button', { name: 'Hide rows' }));
    expect(await within(await inspector()).findByRole('button', { name: 'Show rows' })).toBeTruthy();
  },
);

it('leads from a missing package to where packages are installed, from the answer and from the step', async () => {
  const { user } = opened(
    { code: 'package_missing', ...PANDAS },
    codeCall('1', {
      status: 'failed',
      outputs: [{ type: 'logs', text: LACKING }],
      ending: raised('ModuleNotFoundError', "No module named 'pandas'", PANDAS),
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Inspector' }));
  await within(await inspector()).findByRole('button', { name: 'Open Python packages' });
  await user.click(within(await answer()).getByRole('button', { name: 'Open Python packages' }));
  await waitFor(() => expect(window.location.hash).toBe('#/settings/python-packages'));
});

it('leads nowhere from a module of Python itself that the sandbox leaves out', async () => {
  opened({ code: 'package_missing', module: 'tkinter', package: null, standard: true });
  expect((await answer()).textContent).toContain('tkinter');
  expect(screen.queryByRole('button', { name: 'Open Python packages' })).toBeNull();
});
