import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { DatasetProfile } from '../../../src/preload/contract';
import { english } from '../../../src/preload/words';
import { ColumnTable } from '../../../src/renderer/features/datasets/ColumnTable';
import { Reservations } from '../../../src/renderer/features/datasets/Reservations';
import { WordsProvider } from '../../../src/renderer/ui';
import { nonsense } from '../../support/nonsense-words';
import { column, dataset } from '../../support/rows';

afterEach(cleanup);

it('counts a value that does not fit among the empty cells, as answers do', () => {
  const odd = { count: 1, examples: [{ record: 3, text: '2024-02-30' }] };
  render(<ColumnTable columns={[{ ...column, name: 'day', nulls: 1, odd }, column]} rows={100} />);
  const cells = screen.getAllByRole('row').map((row) => row.children[2]?.textContent);
  expect(cells).toEqual(['Empty', '2 (2.0 %)', '0']);
});

it('writes ranges as answers do: with a minus sign, and shares as percentages', () => {
  const measure = { ...column, role: 'measure', type: 'decimal' } as const;
  const loss = { ...measure, name: 'loss', min: '-1200.50', max: '7.00' };
  const discount = { ...measure, name: 'discount', min: '0.005', max: '0.30', unit: { kind: 'percent' } } as const;
  const numbering = { ...column, type: 'integer', min: 3000, max: 3023 } as const;
  const ids = [
    { ...numbering, name: 'order_id', role: 'measure' as const },
    { ...numbering, name: 'belege', role: 'id' as const },
  ];
  render(<ColumnTable columns={[loss, discount, ...ids]} rows={100} />);
  const values = screen.getAllByRole('row').map((row) => row.children[4]?.textContent);
  expect(values).toEqual(['Values', '−1,200.50 to 7.00', '0.5 % to 30 %', '3000 to 3023', '3000 to 3023']);
});

it('names columns that could be read otherwise in one line, the one that is pointed out first', () => {
  const guessed = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => ({
    ...column,
    name,
    type: 'decimal' as const,
    guessed: true,
  }));
  const profile = {
    ...dataset().profile!,
    rejected: 0,
    columns: [...guessed, { ...column, guessed: true, readAs: [{ code: 'day_first' as const }] }],
  };
  const place = { datasetId: dataset().id, column: 'h' };
  render(<Reservations profile={profile} place={place} />);
  const items = screen.getAllByRole('listitem').map((one) => one.textContent);
  expect(items).toEqual([
    'h, a, b, c, d, e, and 2 more were read with a decimal point; they could also be read otherwise.',
    `${column.name} was read as day first; it could also be read otherwise.`,
  ]);
});

it('says "about" where different values were only estimated', () => {
  render(
    <ColumnTable columns={[{ ...column, name: 'id', distinct: 18_712, distinctExact: false }, column]} rows={20_000} />,
  );
  const cells = screen.getAllByRole('row').map((row) => row.children[3]?.textContent);
  expect(cells).toEqual(['Different', 'about 18,712', '4']);
});

it('shows the same lines and columns whatever the words are', () => {
  const profile: DatasetProfile = {
    ...dataset().profile!,
    rejects: [
      { line: 4, reason: { code: 'field_count', fields: 1, expected: 4 }, text: 'a' },
      { line: 9, reason: { code: 'total' }, text: 'Total' },
    ],
    columns: ['a', 'b'].map((name) => ({
      ...column,
      name,
      guessed: true,
      readAs: [{ code: `${name === 'a' ? 'day' : 'month'}_first` as const }],
    })),
    notes: [{ code: 'blank_lines', count: 2 }, { code: 'no_header' }],
  };
  const shown = [english, nonsense].map((words) => {
    render(
      <WordsProvider value={words}>
        <Reservations profile={profile} place={{ datasetId: dataset().id, column: 'b' }} />
      </WordsProvider>,
    );
    const items = screen.getAllByRole('listitem');
    const facts = {
      items: items.length,
      pointed: items.findIndex((item) => item.contains(document.activeElement)),
      rejects: items.flatMap((item) => item.querySelector('code')?.textContent ?? []),
    };
    cleanup();
    return facts;
  });
  expect(shown[1]).toEqual(shown[0]);
  expect(shown[0]).toEqual({ items: 6, pointed: 5, rejects: ['a', 'Total'] });
});
