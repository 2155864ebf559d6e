import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sheetName } from '../../../src/preload/contract/conventions';
import { DatasetId } from '../../../src/preload/contract/ids';
import { english } from '../../../src/preload/words';
import { tablesOf } from '../../../src/renderer/features/conversation/tables-of';
import { FakeBridge } from '../../support/fake-bridge';
import { dataset } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const FILE = 'years.xlsx';
const sheets = ['2023', '2024', '2025'].map((sheet) =>
  dataset({ id: DatasetId.parse(`ds_${sheet}`), sheet, name: sheetName(FILE, sheet) }),
);

describe('the sheets of a workbook', () => {
  it('are cards of their own, and let go together', async () => {
    const bridge = new FakeBridge({
      'datasets.add': () => sheets,
      'datasets.get': ({ datasetId }: { datasetId: string }) => sheets.find((one) => one.id === datasetId),
    });
    const { user } = openWindow(bridge);
    await user.upload(await screen.findByLabelText('Choose files to attach'), new File(['PK'], FILE));
    act(() => bridge.uploads[0]?.end({ ok: true, value: { id: 'fil_1', name: FILE, bytes: 5, createdAt: 1 } }));
    await screen.findByText(/^3 sheets, each a table of its own/);
    const card = await screen.findByRole('article', { name: 'Profile of years.xlsx › 2024' });
    // The workbook's name stands above the cards, once.
    expect(card.querySelector('b')?.textContent).toBe('2024');
    await user.click(screen.getByRole('button', { name: 'Remove all sheets of years.xlsx' }));
    await waitFor(() => expect(screen.queryAllByRole('article', { name: /^Profile/ })).toEqual([]));
  });

  it('are told as a number once they are many', () => {
    const of = (...names: string[]) => names.map((name, n) => ({ datasetId: DatasetId.parse(`ds_${n}`), name }));
    const names = sheets.map((one) => one.name);
    expect(tablesOf(of(...names, 'a.csv'), english.ui.count.sheets)).toEqual([
      { name: 'years.xlsx · 3 sheets', title: names.join('\n') },
      { name: 'a.csv', title: 'a.csv' },
    ]);
    expect(tablesOf(of(...names.slice(0, 2)), english.ui.count.sheets).map((one) => one.name)).toEqual(
      names.slice(0, 2),
    );
  });
});
