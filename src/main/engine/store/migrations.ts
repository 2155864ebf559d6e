import type { Migration } from '../../storage';
import { attemptMigration, queueMigration, retrievalMigration, vectorMigration } from '../retrieval';

/**
 * `seq` orders every list: it only grows, so neither equal seconds nor a clock set back can shuffle a page. What is
 * never searched by is JSON.
 */
export const engineMigrations: readonly Migration[] = [
  {
    name: 'assistants, threads, messages, runs, steps, files',
    sql: `
      CREATE TABLE assistant (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        body TEXT NOT NULL
      ) STRICT;

      CREATE TABLE thread (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        metadata TEXT NOT NULL,
        tool_resources TEXT NOT NULL
      ) STRICT;

      CREATE TABLE run (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        thread_id TEXT NOT NULL REFERENCES thread(id) ON DELETE CASCADE,
        assistant_id TEXT NOT NULL,
        status TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        started_at INTEGER,
        cancelled_at INTEGER,
        failed_at INTEGER,
        completed_at INTEGER,
        required_action TEXT NOT NULL,
        last_error TEXT NOT NULL,
        incomplete_details TEXT NOT NULL,
        usage TEXT NOT NULL,
        metadata TEXT NOT NULL,
        settings TEXT NOT NULL
      ) STRICT;
      CREATE INDEX run_of_thread ON run (thread_id, seq);
      CREATE UNIQUE INDEX active_run ON run (thread_id)
        WHERE status IN ('queued', 'in_progress', 'requires_action', 'cancelling');

      CREATE TABLE message (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        thread_id TEXT NOT NULL REFERENCES thread(id) ON DELETE CASCADE,
        run_id TEXT,
        assistant_id TEXT,
        role TEXT NOT NULL,
        status TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        completed_at INTEGER,
        incomplete_at INTEGER,
        incomplete_details TEXT NOT NULL,
        content TEXT NOT NULL,
        attachments TEXT NOT NULL,
        metadata TEXT NOT NULL
      ) STRICT;
      CREATE INDEX message_of_thread ON message (thread_id, seq);
      CREATE INDEX message_of_run ON message (run_id, seq) WHERE run_id IS NOT NULL;

      CREATE TABLE step (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        run_id TEXT NOT NULL REFERENCES run(id) ON DELETE CASCADE,
        thread_id TEXT NOT NULL,
        assistant_id TEXT NOT NULL,
        type TEXT NOT NULL,
        status TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        cancelled_at INTEGER,
        completed_at INTEGER,
        expired_at INTEGER,
        failed_at INTEGER,
        last_error TEXT NOT NULL,
        step_details TEXT NOT NULL,
        usage TEXT NOT NULL,
        metadata TEXT NOT NULL
      ) STRICT;
      CREATE INDEX step_of_run ON step (run_id, seq);

      CREATE TABLE file (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        expires_at INTEGER,
        filename TEXT NOT NULL,
        purpose TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        blob_key TEXT NOT NULL
      ) STRICT;
      CREATE INDEX file_of_purpose ON file (purpose, seq);
      CREATE INDEX file_of_blob ON file (blob_key);
      CREATE INDEX file_expiry ON file (expires_at) WHERE expires_at IS NOT NULL;

      -- Where deleted rows stood, so that a reader who deletes while paging keeps its place.
      CREATE TABLE tombstone (
        id TEXT PRIMARY KEY,
        seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  retrievalMigration,
  {
    name: 'vector stores, their files and batches',
    sql: `
      CREATE TABLE vector_store (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        body TEXT NOT NULL
      ) STRICT;

      CREATE TABLE vector_store_file (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        vector_store_id TEXT NOT NULL REFERENCES vector_store(id) ON DELETE CASCADE,
        file_id TEXT NOT NULL,
        batch_id TEXT,
        status TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX file_of_store ON vector_store_file (vector_store_id, seq);
      CREATE INDEX store_of_file ON vector_store_file (file_id);
      CREATE INDEX file_waiting ON vector_store_file (seq) WHERE status = 'in_progress';

      CREATE TABLE file_batch (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        vector_store_id TEXT NOT NULL REFERENCES vector_store(id) ON DELETE CASCADE,
        body TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    name: 'what tools found and made',
    sql: `
      CREATE TABLE tool_result (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        thread_id TEXT NOT NULL REFERENCES thread(id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        number INTEGER NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX result_of_thread ON tool_result (thread_id, kind, number);
    `,
  },
  {
    name: 'uploads in parts',
    sql: `
      CREATE TABLE upload (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        filename TEXT NOT NULL,
        purpose TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        status TEXT NOT NULL,
        file_id TEXT,
        file_lifetime INTEGER
      ) STRICT;

      CREATE TABLE upload_part (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        upload_id TEXT NOT NULL REFERENCES upload(id) ON DELETE CASCADE,
        bytes INTEGER NOT NULL,
        blob_key TEXT NOT NULL
      ) STRICT;
      CREATE INDEX part_of_upload ON upload_part (upload_id, seq);
      CREATE INDEX part_of_blob ON upload_part (blob_key);
    `,
  },
  vectorMigration,
  {
    name: 'whose list a deleted row stood in',
    sql: `
      -- What was deleted before does not say, and who is in the middle of a list begins it again.
      DROP TABLE tombstone;
      CREATE TABLE tombstone (
        id TEXT PRIMARY KEY,
        list TEXT NOT NULL,
        owner TEXT,
        seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'how code ended, in codes',
    // Quotes within texts are escaped, so that only the key itself is found.
    sql: `UPDATE tool_result SET body = replace(body, '"ended":"too much output"', '"ended":"output_limit"')
      WHERE kind = 'code_interpreter'`,
  },
  attemptMigration,
  queueMigration,
  {
    name: 'states of models, and what they say once outputs have come',
    sql: `
      CREATE TABLE model_state (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        run_id TEXT NOT NULL REFERENCES run(id) ON DELETE CASCADE,
        answerer TEXT NOT NULL,
        anchor TEXT NOT NULL,
        place TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX state_of_run ON model_state (run_id, seq);

      ALTER TABLE run ADD COLUMN held TEXT NOT NULL DEFAULT '[]';
    `,
  },
  {
    name: 'answers that go on at the server of a model',
    sql: `
      CREATE TABLE ongoing_answer (
        run_id TEXT PRIMARY KEY REFERENCES run(id) ON DELETE CASCADE,
        last_step TEXT,
        body TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'what stands for the beginning of a thread',
    sql: `
      CREATE TABLE thread_summary (
        thread_id TEXT PRIMARY KEY REFERENCES thread(id) ON DELETE CASCADE,
        run_id TEXT NOT NULL REFERENCES run(id) ON DELETE CASCADE,
        answerer TEXT NOT NULL,
        anchor TEXT NOT NULL,
        last_message TEXT NOT NULL,
        basis TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX summary_of_run ON thread_summary (run_id);
    `,
  },
];
