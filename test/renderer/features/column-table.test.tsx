import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ColumnTable } from '../../../src/renderer/features/datasets/ColumnTable';
import { column } from '../../support/rows';

it('counts a value that does not fit among the empty cells, as answers do', () => {
  const odd = { count: 1, examples: [{ record: 3, text: '2024-02-30' }] };
  render(<ColumnTable columns={[{ ...column, name: 'day', nulls: 1, odd }, column]} rows={100} />);
  const cells = screen.getAllByRole('row').map((row) => row.children[2]?.textContent);
  expect(cells).toEqual(['Empty', '2 (2.0 %)', '0']);
});
