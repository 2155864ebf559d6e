import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PartTurner } from '../../../../src/renderer/features/documents/PartTurner';
import { prepareWindow } from '../../open-window';

prepareWindow();
afterEach(cleanup);

it.each([
  ['3', 2],
  ['99', 8],
  ['0', 0],
  ['-4', 0],
  ['2.6', 2],
])('turns to a page there is, whatever number is typed: %s', (typed, part) => {
  const turned: number[] = [];
  render(<PartTurner unit="page" count={9} part={4} onPart={(to) => turned.push(to)} />);
  fireEvent.change(screen.getByLabelText('page'), { target: { value: typed } });
  expect(turned).toEqual([part]);
});
