import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeBridge } from '../../support/fake-bridge';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

it('says beforehand when nothing can be asked, and keeps what was written', async () => {
  const bridge = new FakeBridge({ 'runs.possible': () => ({ possible: false }) });
  const { user } = openWindow(bridge);
  await screen.findByText('The engine is off: all can be read, nothing asked');
  await user.type(screen.getByLabelText('Your question'), 'total amount{Enter}');
  expect(bridge.inputsOf('runs.start')).toEqual([]);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Your question').value).toBe('total amount');
});
