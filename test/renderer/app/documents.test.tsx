import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/preload/contract';
import { DocumentId, FileId } from '../../../src/preload/contract/ids';
import { AppError } from '../../../src/preload/contract/result';
import { FakeBridge } from '../../support/fake-bridge';
import { message, run, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const document = (changes: Partial<Document> = {}): Document => ({
  id: DocumentId.parse('doc_1'),
  fileId: FileId.parse('fil_1'),
  name: 'handbook.pdf',
  kind: 'pdf',
  bytes: 2_000,
  status: 'ready',
  parts: { unit: 'page', count: 12, names: [] },
  error: null,
  createdAt: 1,
  ...changes,
});
const field = () => screen.findByLabelText<HTMLTextAreaElement>('Your question');

async function attached(state: Document, name = 'handbook.pdf') {
  let now = state;
  const bridge = new FakeBridge({
    'documents.add': () => now,
    'documents.get': () => now,
    'documents.retry': () => now,
  });
  const { user } = openWindow(bridge);
  await user.upload(await screen.findByLabelText('Choose files to attach'), new File(['%PDF-'], name));
  act(() => bridge.uploads[0]?.end({ ok: true, value: { id: 'fil_1', name, bytes: 5, createdAt: 1 } }));
  await screen.findByRole('article', { name: 'Document handbook.pdf' });
  const become = (next: Document) => {
    now = next;
    act(() => bridge.emit({ name: 'documents.changed', data: next }));
  };
  return { bridge, user, become };
}

describe('a document in the composer', () => {
  it('is read, then asked about', async () => {
    const { bridge, user, become } = await attached(document({ status: 'reading', parts: null }));
    screen.getByText('Reading…');
    await user.type(await field(), 'Where do storks nest?{Enter}');
    expect(bridge.inputsOf('runs.start')).toEqual([]);
    become(document());
    await screen.findByText('PDF · 12 pages · 2 kB');
    bridge.answer('runs.start', () => ({ thread: { id: threadId('a') }, message: message('q'), run: run('1') }));
    await user.type(await field(), '{Enter}');
    await waitFor(() =>
      expect(bridge.inputsOf('runs.start')).toEqual([
        { threadId: null, prompt: 'Where do storks nest?', datasetIds: [], documentIds: ['doc_1'] },
      ]),
    );
  });

  it('that cannot be read says why, can be read again, and is not sent along', async () => {
    const failed = document({
      status: 'failed',
      parts: null,
      error: { code: 'unreadable_file', message: 'The PDF holds pictures of pages. Recognise its text first.' },
    });
    const { bridge, user } = await attached(failed);
    await screen.findByText(/Recognise its text first/);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(bridge.inputsOf('documents.retry')).toEqual([{ documentId: 'doc_1' }]);
    bridge.answer('documents.retry', () => {
      throw new AppError('unavailable', 'The engine is off now.');
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('The engine is off now.')).toBeTruthy();
    await user.type(await field(), 'x{Enter}');
    expect(bridge.inputsOf('runs.start')).toMatchObject([{ documentIds: [] }]);
    await user.click(screen.getByRole('button', { name: 'Remove handbook.pdf' }));
    await waitFor(() => expect(screen.queryByText(/Recognise its text first/)).toBeNull());
  });
});
