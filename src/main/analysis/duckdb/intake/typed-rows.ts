import type { IntakeColumn } from '../infer/types';

/** Some of the columns as a table. */
export interface TypedTable {
  /** A table with each of the columns under its own name. */
  from: string;
  /** Which row of the file it is, counted from 0; null where nothing is told of single rows. */
  row: string | null;
  /** The text of a column where that is none of its type, as SQL. */
  unread(column: IntakeColumn): string;
  /** True for rows with any such text. */
  anyUnread: string;
}

/** The rows of a file with the types of its columns, where SQL finds them. */
export interface TypedRows {
  columns: readonly IntakeColumn[];
  /** They lie in columns. Where there is no room for a copy that does, every look is one at the file. */
  stored: boolean;
  tableOf(columns: readonly IntakeColumn[]): TypedTable;
  /** A table with a number `h` for each row, the same for rows that are the same. */
  hashes: string;
}
