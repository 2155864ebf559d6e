import type { Migration } from '../storage';

/** Never change a released step; add the next one. `seq` orders what was created in the same millisecond. */
export const libraryMigrations: readonly Migration[] = [
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
  {
    // Why runs ended was kept as sentences, of which only the server's own say more than the status does.
    name: 'facts of answers, runs and code as data',
    sql: `
      ALTER TABLE messages ADD COLUMN facts TEXT NOT NULL DEFAULT '[]';
      UPDATE messages SET facts = json_array(json_object(
        'fact', json_object('code', 'reading', 'text', reading), 'part', 0, 'start', 0, 'end', 0))
      WHERE reading IS NOT NULL;
      ALTER TABLE messages DROP COLUMN reading;

      ALTER TABLE runs ADD COLUMN ending TEXT;
      UPDATE runs SET ending = CASE status
        WHEN 'cancelled' THEN json_object('code', 'cancelled')
        WHEN 'expired' THEN json_object('code', 'expired')
        WHEN 'incomplete' THEN json_object('code', iif(error LIKE 'The conversation%', 'prompt_limit', 'length_limit'))
        ELSE json_object('code', 'failed', 'message', error) END
      WHERE status IN ('cancelled', 'expired', 'incomplete', 'failed');
      ALTER TABLE runs DROP COLUMN error;

      ALTER TABLE steps ADD COLUMN ending TEXT;
      UPDATE steps SET ending = json_object('code', 'failed', 'message', error) WHERE error IS NOT NULL;
      ALTER TABLE steps DROP COLUMN error;

      ALTER TABLE calls ADD COLUMN ending TEXT;
    `,
  },
  {
    name: 'cells of results that were cut',
    sql: `ALTER TABLE results ADD COLUMN cut TEXT NOT NULL DEFAULT '[]'`,
  },
  {
    name: 'places in line for Python',
    sql: 'ALTER TABLE calls ADD COLUMN queue_place INTEGER',
  },
  {
    // Why files could not be fetched was kept as a sentence. They are tried for again, so that it need not be exact.
    name: 'why files are missing, in codes',
    sql: `
      UPDATE messages SET parts = (
        SELECT json_group_array(json(iif(value ->> 'type' = 'missing',
          json_remove(json_set(value, '$.reason', 'unavailable'), '$.why'), value))) FROM json_each(parts))
      WHERE instr(parts, '"type":"missing"') > 0;
      UPDATE calls SET outputs = (
        SELECT json_group_array(json(iif(value ->> 'type' = 'missing',
          json_remove(json_set(value, '$.reason', 'unavailable'), '$.why'), value))) FROM json_each(outputs))
      WHERE instr(outputs, '"type":"missing"') > 0;
    `,
  },
  {
    name: 'the order in which threads were used',
    sql: `
      ALTER TABLE threads ADD COLUMN activity INTEGER NOT NULL DEFAULT 0;
      UPDATE threads SET activity = used.place
        FROM (SELECT seq, row_number() OVER (ORDER BY updated_at, seq) AS place FROM threads) AS used
        WHERE used.seq = threads.seq;
      DROP INDEX threads_listed;
      CREATE INDEX threads_listed ON threads (archived, pinned DESC, activity DESC) WHERE deleted_at IS NULL;
      CREATE INDEX threads_by_activity ON threads (activity);
    `,
  },
  {
    // What was sent outlives its connection and its thread, so that it can always be accounted for. Keys are never kept here.
    name: 'connections, models, and what was sent to them',
    sql: `
      CREATE TABLE connections (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        preset TEXT,
        api TEXT NOT NULL,
        base_url TEXT NOT NULL,
        key_kept TEXT NOT NULL,
        boundary TEXT NOT NULL,
        rows_at_most INTEGER NOT NULL,
        allow_http INTEGER NOT NULL,
        hosted_code INTEGER NOT NULL,
        verification TEXT,
        created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE models (
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        listed INTEGER NOT NULL DEFAULT 1,
        told TEXT NOT NULL DEFAULT '{}',
        edited TEXT NOT NULL DEFAULT '{}',
        calling TEXT,
        used_at INTEGER,
        PRIMARY KEY (connection_id, name)
      ) STRICT;

      CREATE TABLE quirks (
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        model TEXT NOT NULL,
        quirk TEXT NOT NULL,
        learned_at INTEGER NOT NULL,
        PRIMARY KEY (connection_id, model, quirk)
      ) STRICT;

      CREATE TABLE transmissions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        run_id TEXT NOT NULL,
        thread_id TEXT NOT NULL,
        connection_id TEXT NOT NULL,
        connection TEXT NOT NULL,
        local INTEGER NOT NULL,
        host TEXT NOT NULL,
        path TEXT NOT NULL,
        model TEXT NOT NULL,
        bytes TEXT NOT NULL,
        total_bytes INTEGER NOT NULL,
        body TEXT NOT NULL,
        expected_tokens INTEGER NOT NULL,
        expected_money REAL,
        state TEXT NOT NULL DEFAULT 'open',
        status INTEGER,
        problem TEXT,
        prompt_tokens INTEGER,
        cached_tokens INTEGER,
        completion_tokens INTEGER,
        reasoning_tokens INTEGER,
        estimated INTEGER,
        ms REAL,
        money REAL
      ) STRICT;
      CREATE INDEX transmissions_by_thread ON transmissions (thread_id, id);
      CREATE INDEX transmissions_by_time ON transmissions (at);
      CREATE INDEX transmissions_by_run ON transmissions (run_id);
      CREATE INDEX transmissions_open ON transmissions (id) WHERE state = 'open';

      CREATE TABLE thread_choices (
        thread_id TEXT PRIMARY KEY REFERENCES threads (id) ON DELETE CASCADE,
        answerer TEXT,
        boundary TEXT,
        assistant_id TEXT
      ) STRICT;

      ALTER TABLE runs ADD COLUMN answerer TEXT;
      ALTER TABLE runs ADD COLUMN beside_of TEXT;
      ALTER TABLE runs ADD COLUMN instead_of TEXT;
    `,
  },
  {
    name: 'usage in detail; which model and connection could not answer',
    sql: `
      ALTER TABLE runs ADD COLUMN cached_tokens INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE runs ADD COLUMN reasoning_tokens INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE runs ADD COLUMN estimated INTEGER NOT NULL DEFAULT 0;
      UPDATE runs SET ending = json_set(ending, '$.connection', NULL, '$.model', model, '$.message', ending ->> 'message')
        WHERE ending ->> 'code' IN ('rate_limit', 'content_filter');
      UPDATE steps SET ending = json_set(ending, '$.connection', NULL, '$.model', NULL, '$.message', ending ->> 'message')
        WHERE ending ->> 'code' IN ('rate_limit', 'content_filter');
    `,
  },
  {
    name: 'what models thought, and what they were not given',
    sql: `
      ALTER TABLE steps ADD COLUMN reasoning TEXT;
      ALTER TABLE steps ADD COLUMN left_out TEXT;
    `,
  },
  {
    name: 'what results were computed from',
    sql: 'ALTER TABLE results ADD COLUMN computed TEXT;',
  },
  {
    name: 'what the analyst says of tables, and how datasets relate',
    sql: `
      CREATE TABLE definition_edits (
        shape TEXT PRIMARY KEY,
        edits TEXT NOT NULL,
        saved_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE related_datasets (
        dataset_id TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
        other_id TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
        related TEXT NOT NULL,
        PRIMARY KEY (dataset_id, other_id)
      ) STRICT;
    `,
  },
  {
    name: 'what code waits for',
    sql: `
      ALTER TABLE calls DROP COLUMN queue_place;
      ALTER TABLE calls ADD COLUMN waits_for TEXT;
    `,
  },
  {
    name: 'requests beside their rows',
    sql: `
      CREATE TABLE request_bodies (
        id INTEGER PRIMARY KEY REFERENCES transmissions (id) ON DELETE CASCADE,
        deflated BLOB NOT NULL
      ) STRICT;
    `,
  },
];
