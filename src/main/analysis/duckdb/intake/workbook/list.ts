import { ATTACHED_AT_MOST } from '#contract/conventions';
import { type Book, readSheet } from '../../../../office';

/** A sheet by its place in the workbook, as names may differ in nothing but their case. */
export interface SheetPlace {
  at: number;
  name: string;
}

/** The sheets of a workbook: what is read of it, and what is left. */
export interface Listed {
  read: SheetPlace[];
  hidden: SheetPlace[];
  /** Visible ones with something in them that is no table, and those with nothing. */
  noTable: SheetPlace[];
  empty: SheetPlace[];
  /** Tables beyond those that go with one question. */
  beyond: SheetPlace[];
}

export function listed(book: Book): Listed {
  const all: Listed = { read: [], hidden: [], noTable: [], empty: [], beyond: [] };
  const looked = new Map<string, Look>();
  for (const [at, { name, hidden, path }] of book.sheets.entries()) {
    const place = { at, name };
    // Any number of sheets may be said to be in the same file.
    const look = path === null ? 'empty' : (looked.get(path) ?? lookAt(book, path));
    if (path !== null) looked.set(path, look);
    if (look === 'empty') all.empty.push(place);
    else if (hidden) all.hidden.push(place);
    else if (look === 'other') all.noTable.push(place);
    else (all.read.length < ATTACHED_AT_MOST ? all.read : all.beyond).push(place);
  }
  // A workbook with nothing to see but one list of values is read as that.
  if (all.read.length === 0 && all.noTable.length > 0) all.read.push(...all.noTable.splice(0, 1));
  if (all.read.length === 0) all.read.push(...all.hidden.splice(0, ATTACHED_AT_MOST));
  return all;
}

type Look = 'table' | 'other' | 'empty';

/** A table has two rows with more than one cell each: a header and something under it. */
function lookAt(book: Book, path: string): Look {
  let wide = 0;
  const { rows } = readSheet(book, book.xmlOf(path), ({ cells }) => {
    if (cells.length > 1) wide += 1;
    return wide === 2;
  });
  if (rows.length === 0) return 'empty';
  return wide === 2 ? 'table' : 'other';
}
