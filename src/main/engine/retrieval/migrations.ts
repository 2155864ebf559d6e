import type { Migration } from '../../storage';

/**
 * Documents as text, cut into passages; an index of their words as written and by their stems, which keeps no text of its
 * own; and vectors of passages where something makes them. A document that is not ready is still being written.
 */
export const retrievalMigration: Migration = {
  name: 'documents and passages for file search',
  sql: `
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      store_id TEXT NOT NULL,
      file_id TEXT NOT NULL,
      filename TEXT NOT NULL,
      title TEXT NOT NULL,
      attributes TEXT NOT NULL,
      text TEXT NOT NULL,
      sections TEXT NOT NULL,
      ready INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX document_of_store ON document (store_id, file_id) WHERE ready = 1;
    CREATE INDEX document_place ON document (store_id, file_id);
    CREATE INDEX document_unready ON document (ready) WHERE ready = 0;

    CREATE TABLE passage (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      text TEXT NOT NULL,
      heading TEXT NOT NULL,
      stems TEXT NOT NULL,
      place TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX passage_of_document ON passage (document_id, number);

    CREATE VIRTUAL TABLE passage_index USING fts5 (
      title, heading, body, stems,
      content = '', contentless_delete = 1,
      tokenize = "unicode61 remove_diacritics 2"
    );

    CREATE TABLE passage_vector (
      passage_id INTEGER PRIMARY KEY REFERENCES passage(id) ON DELETE CASCADE,
      provider TEXT NOT NULL,
      vector BLOB NOT NULL
    ) STRICT;
  `,
};

/** For a database that holds nothing but documents. */
export const retrievalMigrations: readonly Migration[] = [retrievalMigration];
