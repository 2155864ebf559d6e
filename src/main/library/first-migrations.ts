import type { Migration } from '../storage';

/** The steps of `libraryMigrations` until what is said was kept as data. */
export const firstMigrations: readonly Migration[] = [
  {
    name: 'the first library',
    sql: `
      CREATE TABLE threads (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        pinned INTEGER NOT NULL DEFAULT 0,
        archived INTEGER NOT NULL DEFAULT 0,
        deleted_at INTEGER,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX threads_listed ON threads (archived, pinned DESC, updated_at DESC, seq DESC) WHERE deleted_at IS NULL;
      CREATE INDEX threads_deleted ON threads (deleted_at) WHERE deleted_at IS NOT NULL;

      CREATE TABLE messages (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        run_id TEXT,
        role TEXT NOT NULL,
        status TEXT NOT NULL,
        reading TEXT,
        parts TEXT NOT NULL,
        attachments TEXT NOT NULL,
        numbers TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX messages_of_thread ON messages (thread_id, seq);

      CREATE TABLE runs (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        status TEXT NOT NULL,
        model TEXT NOT NULL,
        error TEXT,
        prompt_tokens INTEGER,
        completion_tokens INTEGER,
        created_at INTEGER NOT NULL,
        started_at INTEGER,
        finished_at INTEGER
      ) STRICT;
      CREATE INDEX runs_of_thread ON runs (thread_id, seq);
      CREATE INDEX runs_open ON runs (thread_id) WHERE finished_at IS NULL;

      CREATE TABLE steps (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        thread_id TEXT NOT NULL,
        type TEXT NOT NULL,
        status TEXT NOT NULL,
        message_id TEXT,
        error TEXT,
        started_at INTEGER NOT NULL,
        ms REAL
      ) STRICT;
      CREATE INDEX steps_of_run ON steps (run_id, seq);

      CREATE TABLE calls (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        step_id TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
        run_id TEXT NOT NULL,
        thread_id TEXT NOT NULL,
        type TEXT NOT NULL,
        name TEXT NOT NULL,
        title TEXT NOT NULL,
        status TEXT NOT NULL,
        input TEXT NOT NULL,
        output TEXT,
        started_at INTEGER NOT NULL,
        ms REAL
      ) STRICT;
      CREATE INDEX calls_of_step ON calls (step_id, seq);

      CREATE TABLE results (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
        thread_id TEXT NOT NULL,
        columns TEXT NOT NULL,
        row_count INTEGER NOT NULL,
        truncated INTEGER NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX results_of_call ON results (call_id);
      CREATE TABLE result_rows (
        result_id TEXT NOT NULL REFERENCES results (id) ON DELETE CASCADE,
        block INTEGER NOT NULL,
        rows TEXT NOT NULL,
        PRIMARY KEY (result_id, block)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE charts (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        run_id TEXT NOT NULL,
        call_id TEXT NOT NULL,
        result_id TEXT NOT NULL,
        spec TEXT NOT NULL,
        remote_file_id TEXT,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX charts_by_time ON charts (created_at DESC);
      CREATE INDEX charts_of_call ON charts (call_id);
      CREATE INDEX charts_by_remote_file ON charts (remote_file_id);
      CREATE TABLE chart_pictures (
        chart_id TEXT NOT NULL REFERENCES charts (id) ON DELETE CASCADE,
        format TEXT NOT NULL,
        theme TEXT NOT NULL,
        blob TEXT NOT NULL,
        PRIMARY KEY (chart_id, format, theme)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE files (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        blob TEXT NOT NULL,
        remote_file_id TEXT,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX files_by_remote_file ON files (remote_file_id);

      CREATE TABLE datasets (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        file_id TEXT NOT NULL REFERENCES files (id),
        name TEXT NOT NULL,
        table_name TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        status TEXT NOT NULL,
        profile TEXT,
        reading TEXT,
        error TEXT,
        removed INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE thread_datasets (
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        dataset_id TEXT NOT NULL REFERENCES datasets (id),
        table_name TEXT NOT NULL,
        seq INTEGER NOT NULL,
        PRIMARY KEY (thread_id, dataset_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE drafts (
        thread_id TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        dataset_ids TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      /* What has been decided but perhaps not yet reached the server; settled at the next start. */
      CREATE TABLE outbox (
        key TEXT PRIMARY KEY,
        thread_id TEXT,
        body TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE remembered (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE VIRTUAL TABLE search USING fts5 (
        body, thread_id UNINDEXED, message_id UNINDEXED,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
      );
    `,
  },
  {
    name: 'what code shows',
    sql: `ALTER TABLE calls ADD COLUMN outputs TEXT NOT NULL DEFAULT '[]'`,
  },
  {
    name: 'documents, what was found in them, and what answers cite',
    sql: `
      CREATE TABLE documents (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        file_id TEXT NOT NULL REFERENCES files (id),
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        status TEXT NOT NULL,
        remote_file_id TEXT,
        text_blob TEXT,
        sections TEXT,
        parts TEXT,
        error TEXT,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX documents_by_remote_file ON documents (remote_file_id);
      CREATE TABLE thread_documents (
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        document_id TEXT NOT NULL REFERENCES documents (id),
        seq INTEGER NOT NULL,
        PRIMARY KEY (thread_id, document_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE passages (
        call_id TEXT NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        thread_id TEXT NOT NULL,
        remote_file_id TEXT NOT NULL,
        marker TEXT,
        body TEXT NOT NULL,
        PRIMARY KEY (call_id, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX passages_by_marker ON passages (thread_id, marker);

      ALTER TABLE messages ADD COLUMN citations TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE drafts ADD COLUMN document_ids TEXT NOT NULL DEFAULT '[]';
    `,
  },
  {
    name: 'local runs',
    sql: `
      ALTER TABLE calls ADD COLUMN local_of TEXT;
      ALTER TABLE calls ADD COLUMN same_output INTEGER;
      CREATE INDEX calls_local ON calls (thread_id, seq) WHERE local_of IS NOT NULL;
    `,
  },
  {
    name: 'sheets of workbooks',
    sql: `ALTER TABLE datasets ADD COLUMN sheet TEXT`,
  },
  {
    name: 'what could not be fetched yet',
    sql: `
      CREATE INDEX messages_missing ON messages (thread_id) WHERE instr(parts, '"type":"missing"') > 0;
      CREATE INDEX calls_missing ON calls (thread_id) WHERE instr(outputs, '"type":"missing"') > 0;
    `,
  },
  {
    name: 'recipes of files',
    sql: `ALTER TABLE datasets RENAME COLUMN reading TO recipe`,
  },
  {
    // What reading a file has found out was kept as sentences; those of a total are told by the words they had then.
    name: 'facts of files as data',
    sql: `
      UPDATE datasets SET profile = json_set(profile,
        '$.notes', (
          SELECT json_group_array(json_object('code', 'legacy', 'text', value)) FROM json_each(profile, '$.notes')
        ),
        '$.rejects', (
          SELECT json_group_array(json_set(value, '$.reason', CASE value ->> 'reason'
            WHEN 'It is a total of the rows above.' THEN json_object('code', 'total')
            ELSE json_object('code', 'legacy', 'text', value ->> 'reason') END))
          FROM json_each(profile, '$.rejects')
        ),
        '$.columns', (
          SELECT json_group_array(json_set(value,
            '$.readAs', iif(value ->> 'readAs' IS NULL, json_array(),
              json_array(json_object('code', 'legacy', 'text', value ->> 'readAs'))),
            '$.distinctExact', json(iif(value ->> 'distinct' <= 10000, 'true', 'false'))))
          FROM json_each(profile, '$.columns')
        ))
      WHERE profile IS NOT NULL;
    `,
  },
  {
    name: 'what is yet to be indexed',
    sql: 'CREATE TABLE search_queue (id INTEGER PRIMARY KEY) STRICT',
  },
];
