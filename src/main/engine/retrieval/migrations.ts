import type { Migration } from '../../storage';

/** Documents as text, cut into passages, with an index of their words as written and by their stems. */
export const retrievalMigration: Migration = {
  name: 'documents and passages for file search',
  sql: `
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      store_id TEXT NOT NULL,
      file_id TEXT NOT NULL,
      filename TEXT NOT NULL,
      attributes TEXT NOT NULL,
      text TEXT NOT NULL,
      sections TEXT NOT NULL,
      UNIQUE (store_id, file_id)
    ) STRICT;
    CREATE INDEX document_of_file ON document (file_id);

    CREATE TABLE passage (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      text TEXT NOT NULL,
      place TEXT NOT NULL
    ) STRICT;
    CREATE INDEX passage_of_document ON passage (document_id, number);

    CREATE VIRTUAL TABLE passage_index USING fts5 (
      title, body, stems,
      tokenize = "unicode61 remove_diacritics 2"
    );
  `,
};

/** Documents whose reading was begun and has not ended, each by its bytes; and how often. */
export const attemptMigration: Migration = {
  name: 'attempts to read documents',
  sql: `
    CREATE TABLE reading_attempt (
      blob_key TEXT PRIMARY KEY,
      count INTEGER NOT NULL,
      begun_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};

/** What passages mean, as an embedder of that name has it: 32-bit floats, of length one. */
export const vectorMigration: Migration = {
  name: 'vectors of passages',
  sql: `
    CREATE TABLE passage_vector (
      passage_id INTEGER PRIMARY KEY REFERENCES passage(id) ON DELETE CASCADE,
      model TEXT NOT NULL,
      vector BLOB NOT NULL
    ) STRICT;
  `,
};

/** Passages whose words are yet to be indexed. */
export const queueMigration: Migration = {
  name: 'passages yet to be indexed',
  sql: 'CREATE TABLE passage_index_queue (id INTEGER PRIMARY KEY) STRICT',
};
