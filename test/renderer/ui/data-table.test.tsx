import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DataTable } from '../../../src/renderer/ui';
import { prepareWindow } from '../open-window';

prepareWindow();

it('shows the beginning of a long text, and how long all of it is', () => {
  const table = {
    columns: [{ name: 'note', type: 'text' as const }],
    rows: [['x'.repeat(1_000)], ['y'.repeat(600)], ['short']],
    cut: [{ row: 0, column: 0, length: 2_000_000 }],
  };
  render(<DataTable table={table} label="Notes" />);
  const cells = screen.getAllByRole('cell').map(({ textContent }) => textContent);
  expect(cells).toEqual([`${'x'.repeat(500)}… 2,000,000 characters`, `${'y'.repeat(500)}… 600 characters`, 'short']);
});
