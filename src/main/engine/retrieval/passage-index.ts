import type { Log } from '../../log';
import { type Database, SearchIndex } from '../../storage';
import { stemsIn, wordsIn } from './words';

/** As the first migration made it. */
const CREATE = `CREATE VIRTUAL TABLE passage_index USING fts5 (
  title, body, stems,
  tokenize = "unicode61 remove_diacritics 2"
)`;

export interface PassageColumns {
  [column: string]: string;
  title: string;
  body: string;
  stems: string;
}

/** The index of passages by their words as written and by their stems. */
export function passageIndex(db: Database, log: Log): SearchIndex {
  return new SearchIndex(db, {
    table: 'passage_index',
    create: CREATE,
    columns: ['title', 'body', 'stems'],
    ids: 'SELECT id FROM passage',
    columnsOf: (id) => columnsOf(db, id),
    onFault: (error) => log.warn({ err: error }, 'the index of passages was found damaged'),
  });
}

/** A file's name as it is searched. */
export const titleOf = (filename: string): string =>
  wordsIn(filename)
    .map(({ word }) => word)
    .join(' ');

function columnsOf(db: Database, id: number): PassageColumns | null {
  const row = db.get<{ filename: string; text: string }>(
    'SELECT filename, passage.text FROM passage JOIN document ON document.id = document_id WHERE passage.id = :id',
    { id },
  );
  return row ? { title: titleOf(row.filename), body: row.text, stems: stemsIn(row.text) } : null;
}
