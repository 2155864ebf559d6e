import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DocumentId, FileId } from '../../../src/preload/contract/ids';
import { FakeBridge } from '../../support/fake-bridge';
import { codeCall, message, runWith, thread } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const notes = {
  ...{ id: DocumentId.parse('doc_1'), fileId: FileId.parse('fil_1'), name: 'notes.md', kind: 'markdown', bytes: 60 },
  ...{ status: 'ready', parts: { unit: 'text', count: 1, names: [] }, error: null, createdAt: 1 },
};

async function opened(status: 'running' | 'cancelled' = 'running') {
  const bridge = new FakeBridge({
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages: [message('1')], hasEarlier: false }),
    'runs.ofThread': () => [runWith([codeCall('1', { status, ms: status === 'running' ? null : 4_600 })])],
    'documents.ofThread': () => [notes],
  });
  const { user } = openWindow(bridge, '#/t/thread_a');
  await user.click(await screen.findByRole('button', { name: 'Inspector' }));
  await screen.findByRole('tab', { name: 'Sources' });
  return user;
}

it('has tabs that are one stop, gone through with the arrow keys', async () => {
  const user = await opened();
  const [steps, sources] = [screen.getByRole('tab', { name: 'Steps' }), screen.getByRole('tab', { name: 'Sources' })];
  expect([steps.tabIndex, sources.tabIndex]).toEqual([0, -1]);
  steps.focus();
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(sources);
  expect(sources.getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(steps);
});

it('says what a step does while it does it', async () => {
  await opened();
  expect(await screen.findByText('Running Python', { selector: 'b' })).toBeTruthy();
});

it('says that a step was stopped, and when', async () => {
  await opened('cancelled');
  expect(await screen.findByText('Stopped after 4.6 s')).toBeTruthy();
});
