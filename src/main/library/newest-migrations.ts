import type { Migration } from '../storage';

/** The newest steps of the library's schema, in their order. */
export const newestMigrations: readonly Migration[] = [
  {
    name: 'versions of charts',
    sql: `
      ALTER TABLE charts ADD COLUMN version_of TEXT REFERENCES charts (id) ON DELETE CASCADE;
      CREATE INDEX charts_of_origin ON charts (version_of);
      `,
  },
  {
    // `kept` is 0 of what was dropped in and never asked about. What could not be read then is the only such thing that is known of.
    name: 'files as a library',
    sql: `
      ALTER TABLE files ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE files ADD COLUMN kept INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE files ADD COLUMN deleted_at INTEGER;
      CREATE INDEX files_by_blob ON files (blob);
      CREATE INDEX datasets_of_file ON datasets (file_id);
      CREATE INDEX documents_of_file ON documents (file_id);
      CREATE INDEX thread_datasets_of_dataset ON thread_datasets (dataset_id);
      CREATE INDEX thread_documents_of_document ON thread_documents (document_id);

      CREATE TABLE file_uses (
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        file_id TEXT NOT NULL,
        PRIMARY KEY (thread_id, file_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX file_uses_of_file ON file_uses (file_id);
      INSERT OR IGNORE INTO file_uses (thread_id, file_id)
        SELECT m.thread_id, part.value ->> 'fileId' FROM messages m JOIN threads t ON t.id = m.thread_id,
          json_each(m.parts) AS part WHERE instr(m.parts, '"fileId"') > 0 AND part.value ->> 'fileId' IS NOT NULL
        UNION SELECT c.thread_id, part.value ->> 'fileId' FROM calls c JOIN threads t ON t.id = c.thread_id,
          json_each(c.outputs) AS part WHERE instr(c.outputs, '"fileId"') > 0 AND part.value ->> 'fileId' IS NOT NULL;
      UPDATE files SET made = 1 WHERE id IN (SELECT file_id FROM file_uses)
        AND id NOT IN (SELECT file_id FROM datasets UNION SELECT file_id FROM documents);
      UPDATE files SET kept = 0 WHERE made = 0 AND remote_file_id IS NULL
        AND id IN (SELECT file_id FROM datasets)
        AND id NOT IN (SELECT file_id FROM datasets WHERE status IN ('ready', 'reading')
          UNION SELECT file_id FROM documents WHERE status IN ('ready', 'reading')
          UNION SELECT d.file_id FROM thread_datasets td JOIN datasets d ON d.id = td.dataset_id);

      -- What the engine, which may be off, is yet to delete.
      CREATE TABLE engine_deletions (
        kind TEXT NOT NULL,
        remote_id TEXT NOT NULL,
        PRIMARY KEY (kind, remote_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE thread_tags (
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        tag TEXT NOT NULL COLLATE NOCASE,
        PRIMARY KEY (thread_id, tag)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX threads_by_tag ON thread_tags (tag);
    `,
  },
  {
    name: 'results as answers and as data',
    sql: `
      ALTER TABLE runs ADD COLUMN adopted TEXT;
      ALTER TABLE datasets ADD COLUMN origin TEXT;
    `,
  },
  {
    // Blocks hold copies, so no thread is referred to; files that they hold something of cannot be erased before them.
    name: 'reports',
    sql: `
      CREATE TABLE reports (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        activity INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        deleted_at INTEGER
      ) STRICT;
      CREATE TABLE report_blocks (
        id TEXT PRIMARY KEY,
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        content TEXT NOT NULL,
        source TEXT,
        removed INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX report_blocks_of_report ON report_blocks (report_id, place);
      CREATE TABLE report_files (
        block_id TEXT NOT NULL REFERENCES report_blocks (id) ON DELETE CASCADE,
        file_id TEXT NOT NULL,
        PRIMARY KEY (block_id, file_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX report_files_of_file ON report_files (file_id);
    `,
  },
  {
    // `names`: what the thread calls a file that has taken the place of another one.
    name: 'threads run again on other files',
    sql: `
      ALTER TABLE thread_datasets ADD COLUMN names TEXT;
      CREATE TABLE reruns (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        from_thread TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        to_thread TEXT REFERENCES threads (id) ON DELETE CASCADE,
        status TEXT NOT NULL,
        body TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX reruns_from ON reruns (from_thread);
      CREATE INDEX reruns_to ON reruns (to_thread);
    `,
  },
  {
    name: 'what was imported',
    sql: `
      CREATE TABLE imports (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        kind TEXT,
        status TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        bytes_read INTEGER NOT NULL,
        counts TEXT NOT NULL,
        problem TEXT,
        started_at INTEGER NOT NULL,
        finished_at INTEGER
      ) STRICT;
      CREATE TABLE import_items (
        import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        title TEXT,
        outcome TEXT NOT NULL,
        thread_id TEXT REFERENCES threads (id) ON DELETE SET NULL,
        losses TEXT NOT NULL,
        refusal TEXT,
        hash TEXT,
        PRIMARY KEY (import_id, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX import_items_by_hash ON import_items (hash) WHERE thread_id IS NOT NULL;
      CREATE INDEX import_items_of_thread ON import_items (thread_id) WHERE thread_id IS NOT NULL;
    `,
  },
  {
    name: 'reports run again on other files',
    sql: `
      CREATE TABLE report_reruns (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        from_report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        to_report TEXT REFERENCES reports (id) ON DELETE CASCADE,
        status TEXT NOT NULL,
        body TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX report_reruns_from ON report_reruns (from_report);
      CREATE INDEX report_reruns_to ON report_reruns (to_report);
    `,
  },
  {
    name: 'calls without sentences about them',
    sql: 'ALTER TABLE calls DROP COLUMN title',
  },
];
