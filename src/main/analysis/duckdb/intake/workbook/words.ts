import type { Sheet } from '../../../../office';
import type { Merged } from './csv';
import type { Listed, SheetPlace } from './list';

const NAMED = 5;

const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** What of a workbook is in none of its tables here, each a sentence with what to do about it. */
export function notesOfWorkbook(all: Listed, read: number): string[] {
  const left = (places: readonly SheetPlace[]) => places.filter(({ at }) => at !== read);
  const note = (places: readonly SheetPlace[], one: string, many: string): string[] =>
    places.length === 0 ? [] : [`${names(places)} ${places.length === 1 ? one : many}`];
  return [
    ...note(
      left(all.hidden),
      'is hidden in the workbook and was not read. Unhide it to read it as well.',
      'are hidden in the workbook and were not read. Unhide them to read them as well.',
    ),
    ...note(
      left(all.noTable),
      'holds no table and was not read; search its text to find what it says.',
      'hold no tables and were not read; search their text to find what they say.',
    ),
    ...note(
      all.beyond,
      `was not read: ${all.read.length} sheets are read at most. Drop it in a workbook of its own.`,
      `were not read: ${all.read.length} sheets are read at most. Drop them in a workbook of their own.`,
    ),
    ...note(left(all.empty), 'is empty.', 'are empty.'),
  ];
}

/** Choices made in one sheet. */
export function notesOfSheet({ errors, unsolved, hiddenRows }: Sheet, merged: Merged): string[] {
  return [
    ...(errors.count > 0
      ? [
          `${count(errors.count, 'cell shows an error', 'cells show an error')}, such as ${errors.first}, and ${errors.count === 1 ? 'was' : 'were'} read as empty.`,
        ]
      : []),
    ...(unsolved > 0
      ? [
          `${count(unsolved, 'formula was saved without its result and was', 'formulas were saved without their results and were')} read as empty. Open the workbook in Excel, save it, and drop it again.`,
        ]
      : []),
    ...(merged.texts > 0
      ? [
          `${count(merged.texts, 'merged cell', 'merged cells')}: what stands in ${merged.texts === 1 ? 'it' : 'each'} was read for every row it covers.`,
        ]
      : []),
    ...(merged.numbers > 0
      ? [
          `${count(merged.numbers, 'number stands', 'numbers stand')} in merged cells and ${merged.numbers === 1 ? 'was' : 'were'} read once, for the first of the rows.`,
        ]
      : []),
    ...(hiddenRows > 0 ? [`${count(hiddenRows, 'hidden row', 'hidden rows')} read as well.`] : []),
  ];
}

function names(places: readonly SheetPlace[]): string {
  const shown = places.slice(0, NAMED).map(({ name }) => `"${name}"`);
  if (places.length > shown.length) return `${shown.join(', ')} and ${places.length - shown.length} more sheets`;
  const last = shown.pop() ?? '';
  return `The ${places.length === 1 ? 'sheet' : 'sheets'} ${shown.length > 0 ? `${shown.join(', ')} and ` : ''}${last}`;
}
