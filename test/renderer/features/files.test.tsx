import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FileId } from '../../../src/preload/contract/ids';
import { FakeBridge } from '../../support/fake-bridge';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

it('lists the files that are kept, each to be saved', async () => {
  const id = FileId.parse('fil_1');
  const bridge = new FakeBridge({
    'files.list': () => [{ id, name: 'sales.csv', bytes: 545_000, createdAt: 1_000 }],
    'files.save': () => ({ kind: 'saved', name: 'sales.csv' }),
  });
  const { user } = openWindow(bridge, '#/files');
  await user.click(await screen.findByRole('button', { name: 'Save sales.csv' }));
  expect(bridge.inputsOf('files.save')).toEqual([{ fileId: id }]);
  expect(await screen.findByText('Saved sales.csv')).toBeTruthy();
});

it('shows the newest of very many, and more on demand', async () => {
  const files = Array.from({ length: 450 }, (_, index) => ({
    id: FileId.parse(`fil_${index}`),
    name: `part ${index}.csv`,
    bytes: 10,
    createdAt: 1_000,
  }));
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
