import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeBridge } from '../../support/fake-bridge';
import { libraryFile } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

it('lists the files that are kept, each to be saved', async () => {
  const file = libraryFile('1', { name: 'sales.csv', bytes: 545_000 });
  const bridge = new FakeBridge({
    'files.list': () => [file],
    'files.save': () => ({ kind: 'saved', name: 'sales.csv' }),
  });
  const { user } = openWindow(bridge, '#/files');
  await user.click(await screen.findByRole('button', { name: 'Save sales.csv' }));
  expect(bridge.inputsOf('files.save')).toEqual([{ fileId: file.id }]);
  expect(await screen.findByText('Saved sales.csv')).toBeTruthy();
});

it('shows the newest of very many, and more on demand', async () => {
  const files = Array.from({ length: 450 }, (_, index) => libraryFile(String(index), { name: `part ${index}.csv` }));
  const { user } = openWindow(new FakeBridge({ 'files.list': () => files }), '#/files');
  await screen.findByText('part 0.csv');
  const rows = () => screen.getAllByRole('button', { name: /^Save part/ }).length;
  expect(rows()).toBe(200);
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(rows()).toBe(400);
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(rows()).toBe(450);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});
