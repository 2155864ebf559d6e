import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ResultId, RunId } from '../../../src/preload/contract/ids';
import { FakeBridge } from '../../support/fake-bridge';
import { codeCall, dataset, message, runWith, thread } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const LACKING =
  'Traceback (most recent call last):\n  File "<cell 1>", line 1, in <module>\nModuleNotFoundError: No module named \'pandas\'\n';
const ADVICE = 'pandas is not installed. Install it in Settings, Python packages, then run this again.';
const resultId = ResultId.parse('res_1');

function opened(text: string, call = codeCall('1')) {
  const profile = dataset().profile!;
  const odd = { count: 1, examples: [{ record: 41, text: 'n.v.' }] };
  const sales = dataset({
    profile: {
      ...profile,
      rejects: [{ line: 51, reason: { code: 'field_count', fields: 7, expected: 4 }, text: 'a,b,c,d,e,f,g' }],
      columns: profile.columns.map((one) => ({ ...one, odd })),
    },
  });
  const answer = message('a', { role: 'assistant', runId: RunId.parse('run_1'), parts: [{ type: 'text', text }] });
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

it('leads from rejected lines to the lines themselves', async () => {
  const { user } = opened(
    '> 2 lines of 12 in sales.csv could not be read (lines 51, 102) and are not in these figures.',
  );
  await user.click(await screen.findByRole('button', { name: 'Show them' }));
  const line = await within(await inspector()).findByText(/7 fields where 4 are expected/);
  expect(line.closest('details')?.open).toBe(true);
  expect(document.activeElement?.contains(line)).toBe(true);
  expect(screen.getByRole('tab', { name: 'Data' }).getAttribute('aria-selected')).toBe('true');
});

it('leads from a total that was left out to its line', async () => {
  const { user } = opened('> Line 51 of sales.csv is a total of the rows above and is not in these figures.');
  await user.click(await screen.findByRole('button', { name: 'Show it' }));
  expect((await inspector()).textContent).toMatch(/Line 51/);
});

it('leads from values read as empty to those values', async () => {
  const { user } = opened(
    '> 1 value of region did not fit the rest and counts as empty, such as “n.v.”.\n>\n> 2025 is not complete.',
  );
  await user.click(await screen.findByRole('button', { name: 'Show it' }));
  expect((await inspector()).textContent).toContain('"n.v." (row 41)');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('"n.v." (row 41)'));
});

it('offers no way to data that the thread does not have', async () => {
  opened('> 2 lines of 12 in other.csv could not be read and are not in these figures.');
  await screen.findByText(/other\.csv could not be read/);
  expect(screen.queryByRole('button', { name: 'Show them' })).toBeNull();
});

it('leads from the first rows of a result to all of them', async () => {
  const result = { id: resultId, rowCount: 4_000, truncated: false, columns: [] };
  const { user } = opened(
    'Shown here: the first 12 of 4,000 rows. The whole result is with the step.',
    codeCall('1', { type: 'function', name: 'query_data', result, outputs: [] }),
  );
  await user.click(await screen.findByRole('button', { name: 'Show its rows' }));
  await user.click(await within(await inspector()).findByRole('button', { name: 'Hide rows' }));
  expect(await within(await inspector()).findByRole('button', { name: 'Show rows' })).toBeTruthy();
});

it('leads from a missing package to where packages are installed, from the answer and from the step', async () => {
  const { user } = opened(
    `> ${ADVICE}`,
    codeCall('1', { status: 'failed', outputs: [{ type: 'logs', text: `${LACKING}${ADVICE}\n` }] }),
  );
  await user.click(await screen.findByRole('button', { name: 'Inspector' }));
  await within(await inspector()).findByRole('button', { name: 'Open Python packages' });
  await user.click(
    within(await screen.findByRole('article', { name: 'Answer' })).getByRole('button', {
      name: 'Open Python packages',
    }),
  );
  await waitFor(() => expect(window.location.hash).toBe('#/settings/python-packages'));
});
