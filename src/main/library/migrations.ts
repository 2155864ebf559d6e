import type { Migration } from '../storage';
import { firstMigrations } from './first-migrations';
import { newestMigrations } from './newest-migrations';

/** Never change a released step; add the next one. `seq` orders what was created in the same millisecond. */
export const libraryMigrations: readonly Migration[] = [
  ...firstMigrations,
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
  {
    // No reference to connections: what is left at the server of one that was removed is still to be deleted there.
    name: 'what lies at servers of models',
    sql: `
      CREATE TABLE remote_objects (
        seq INTEGER PRIMARY KEY,
        connection_id TEXT NOT NULL,
        base_url TEXT NOT NULL,
        kind TEXT NOT NULL,
        remote_id TEXT NOT NULL,
        run_id TEXT NOT NULL,
        thread_id TEXT NOT NULL,
        model TEXT NOT NULL,
        hash TEXT,
        details TEXT NOT NULL,
        expires_at INTEGER NOT NULL,
        wanted INTEGER NOT NULL,
        UNIQUE (connection_id, base_url, kind, remote_id)
      ) STRICT;
      CREATE INDEX remote_objects_of_thread ON remote_objects (thread_id);
      CREATE INDEX remote_objects_unwanted ON remote_objects (connection_id) WHERE wanted = 0;

      CREATE TABLE remote_file_uses (
        object INTEGER NOT NULL REFERENCES remote_objects (seq) ON DELETE CASCADE,
        thread_id TEXT NOT NULL,
        file_id TEXT NOT NULL,
        PRIMARY KEY (object, thread_id, file_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX remote_file_uses_of_thread ON remote_file_uses (thread_id);
      CREATE INDEX remote_file_uses_of_file ON remote_file_uses (file_id);
    `,
  },
  {
    name: 'connections whose vector stores may be given documents',
    sql: 'ALTER TABLE connections ADD COLUMN hosted_search INTEGER NOT NULL DEFAULT 0',
  },
  {
    name: 'questions as a tree',
    sql: 'ALTER TABLE messages ADD COLUMN follows TEXT',
  },
  ...newestMigrations,
];
