import type { ProfileNote } from '#contract';
import { ATTACHED_AT_MOST } from '#contract/conventions';
import type { Sheet } from '../../../../office';
import type { Merged } from './csv';
import type { Listed, SheetPlace } from './list';

/** What of a workbook is in none of its tables here. */
export function notesOfWorkbook(all: Listed, read: number): ProfileNote[] {
  const note = (
    reason: Extract<ProfileNote, { code: 'sheets_not_read' }>['reason'],
    places: readonly SheetPlace[],
  ): ProfileNote[] => {
    const names = places.filter(({ at }) => at !== read).map(({ name }) => name);
    return names.length === 0 ? [] : [{ code: 'sheets_not_read', reason, names, limit: ATTACHED_AT_MOST }];
  };
  return [
    ...note('hidden', all.hidden),
    ...note('no_table', all.noTable),
    ...note('beyond_limit', all.beyond),
    ...note('empty', all.empty),
  ];
}

/** Choices made in one sheet. */
export function notesOfSheet({ errors, unsolved, hiddenRows }: Sheet, merged: Merged): ProfileNote[] {
  const counted = (
    code: 'formulas_without_result' | 'merged_texts' | 'merged_numbers' | 'hidden_rows',
    count: number,
  ) => (count > 0 ? [{ code, count }] : []);
  return [
    ...(errors.first ? [{ code: 'cell_errors' as const, count: errors.count, example: errors.first }] : []),
    ...counted('formulas_without_result', unsolved),
    ...counted('merged_texts', merged.texts),
    ...counted('merged_numbers', merged.numbers),
    ...counted('hidden_rows', hiddenRows),
  ];
}
