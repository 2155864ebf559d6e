import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LibraryFile } from '../../../src/preload/contract';
import { ReportId } from '../../../src/preload/contract/ids';
import { FakeBridge } from '../../support/fake-bridge';
import { libraryFile, thread } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

function openFiles(files: LibraryFile[], answers: ConstructorParameters<typeof FakeBridge>[0] = {}) {
  const bridge = new FakeBridge({
    'files.list': () => files,
    'files.uses': () => ({ threads: [], reports: [], assistants: [] }),
    'files.delete': () => ({}),
    'files.restore': () => ({}),
    'files.attach': () => ({}),
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    ...answers,
  });
  return { bridge, ...openWindow(bridge, '#/files') };
}

const sales = libraryFile('1', { name: 'sales.csv', bytes: 545_000 });
const choose = async (user: ReturnType<typeof openFiles>['user'], name: string, action: string | RegExp) => {
  await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
};

describe('the files of the library', () => {
  it('are listed, each to be saved', async () => {
    const { user, bridge } = openFiles([sales], { 'files.save': () => ({ kind: 'saved', name: 'sales.csv' }) });
    await choose(user, 'sales.csv', 'Save a copy');
    expect(bridge.inputsOf('files.save')).toEqual([{ fileId: sales.id }]);
    expect(await screen.findByText('Saved sales.csv')).toBeTruthy();
  });

  it('are shown by the newest of very many, and more on demand', async () => {
    const files = Array.from({ length: 210 }, (_, index) => libraryFile(String(index), { name: `part ${index}.csv` }));
    const { user } = openFiles(files);
    await screen.findByText('part 0.csv');
    const rows = () => screen.getAllByText(/^part \d+\.csv$/).length;
    expect(rows()).toBe(200);
    await user.click(screen.getByText('Show more'));
    expect(rows()).toBe(210);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('are found by their names', async () => {
    const { user } = openFiles([sales, libraryFile('2', { name: 'rain.csv' })]);
    await user.type(await screen.findByLabelText('Search files by name'), 'RAI');
    expect(screen.queryByText('sales.csv')).toBeNull();
    expect(screen.getByText('rain.csv')).toBeTruthy();
    await user.type(screen.getByLabelText('Search files by name'), 'x');
    expect(screen.getByText('No file is called “RAIx”.')).toBeTruthy();
  });

  it('of one name are versions of each other, and each can be looked at', async () => {
    const older = libraryFile('0', { name: 'Sales.csv', createdAt: 500 });
    const { user } = openFiles([sales, older]);
    expect(await screen.findByText('2 versions')).toBeTruthy();
    expect(screen.queryByText('Sales.csv')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'sales.csv' }));
    const dialog = await screen.findByRole('dialog', { name: 'sales.csv' });
    await user.click(within(dialog).getAllByRole('button', { name: /1970/ })[0]!);
    expect(await screen.findByRole('dialog', { name: 'Sales.csv' })).toBeTruthy();
  });

  it('can be asked about in a new thread', async () => {
    const { user, bridge } = openFiles([sales]);
    await choose(user, 'sales.csv', 'Ask about it');
    await screen.findByLabelText('Your question');
    expect(bridge.inputsOf('files.attach')).toEqual([{ fileId: sales.id, threadId: null }]);
  });

  it('can be dragged onto a thread', async () => {
    const { bridge } = openFiles([sales]);
    const data = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, value: string) => data.set(type, value),
      getData: (type: string) => data.get(type) ?? '',
      get types() {
        return [...data.keys()];
      },
      files: [],
    };
    const row = (await screen.findByText('sales.csv')).closest('tr');
    const target = await screen.findByRole('button', { name: 'Thread a' });
    if (row) fireEvent.dragStart(row, { dataTransfer });
    fireEvent.dragOver(target, { dataTransfer });
    fireEvent.drop(target, { dataTransfer });
    await waitFor(() => expect(bridge.inputsOf('files.attach')).toEqual([{ fileId: sales.id, threadId: 'thread_a' }]));
  });

  it('are renamed by F2, and the name before the ending is marked', async () => {
    const { user, bridge } = openFiles([sales], { 'files.rename': () => sales });
    (await screen.findByRole('button', { name: 'sales.csv' })).focus();
    await user.keyboard('{F2}');
    await user.keyboard('orders{Enter}');
    expect(bridge.inputsOf('files.rename')).toEqual([{ fileId: sales.id, name: 'orders.csv' }]);
  });

  it('are deleted by Delete, with a way back', async () => {
    const { user, bridge } = openFiles([sales]);
    (await screen.findByRole('button', { name: 'sales.csv' })).focus();
    await user.keyboard('{Delete}');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(bridge.inputsOf('files.delete')).toEqual([{ fileIds: [sales.id] }]);
    expect(bridge.inputsOf('files.restore')).toEqual([{ fileIds: [sales.id] }]);
  });

  it('that threads use are deleted after that was told, with the threads where that is wanted', async () => {
    const { user, bridge } = openFiles([sales], {
      'files.uses': () => ({
        threads: [{ threadId: thread('a').id, title: 'Thread a', deleted: false }],
        reports: [{ reportId: ReportId.parse('report_a'), title: 'For the board', deleted: false }],
        assistants: ['Reporter'],
      }),
      'threads.delete': () => ({}),
    });
    await choose(user, 'sales.csv', /Delete/);
    const dialog = await screen.findByRole('dialog', { name: 'Delete sales.csv?' });
    expect(await within(dialog).findByText(/^Reporter will no longer have it/)).toBeTruthy();
    expect(within(dialog).getByText('For the board')).toBeTruthy();
    expect(bridge.inputsOf('files.delete')).toEqual([]);
    await user.click(within(dialog).getByLabelText('Delete the thread as well'));
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(bridge.inputsOf('threads.delete')).toEqual([{ threadId: 'thread_a' }]));
    expect(bridge.inputsOf('files.delete')).toEqual([{ fileIds: [sales.id] }]);
  });
});

describe('what is deleted', () => {
  it('can be restored, and erased once that was confirmed', async () => {
    const { user, bridge } = openFiles([sales], {
      'deletions.list': () => ({
        threads: [{ threadId: thread('b').id, title: 'Old thread', deletedAt: 0, erasedAt: 1 }],
        files: [{ fileId: sales.id, name: 'sales.csv', bytes: 10, deletedAt: 0, erasedAt: 1, threads: 1, reports: 1 }],
        reports: [{ reportId: ReportId.parse('report_a'), title: 'For the board', deletedAt: 0, erasedAt: 1 }],
      }),
      'deletions.copies': () => ({
        copies: [{ name: 'library-2026-11-30.db', database: 'library', madeAt: 0, bytes: 10, kind: 'day' }],
        daysKept: 7,
        setAside: { files: 0, bytes: 0 },
      }),
      'deletions.erase': () => ({ threads: 1, files: 0, reports: 1, used: [sales.id], awaited: 0 }),
      'deletions.renewCopies': () => ({ copies: [], daysKept: 7, setAside: { files: 0, bytes: 0 } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Recently deleted' }));
    await user.click(await screen.findByRole('button', { name: 'Restore sales.csv' }));
    expect(bridge.inputsOf('files.restore')).toEqual([{ fileIds: [sales.id] }]);
    await user.click(screen.getByRole('button', { name: 'Erase all now' }));
    await user.click(await screen.findByRole('button', { name: 'Erase for good' }));
    expect(bridge.inputsOf('deletions.erase')).toEqual([
      { threadIds: ['thread_b'], fileIds: [sales.id], reportIds: ['report_a'] },
    ]);
    expect(await screen.findByText(/^Erased 1 thread and 1 report\. 1 file is still used/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Make backups anew' }));
    expect(bridge.inputsOf('deletions.renewCopies')).toEqual([{ setAside: false }]);
  });
});
