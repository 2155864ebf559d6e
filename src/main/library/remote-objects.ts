import type { ConnectionId } from '#contract';
import type { Database } from '../storage';

/** What a connection's server was given or made for us and keeps: an upload, a container, a store of texts, a file in one, or an answer. */
export type RemoteKind = 'file' | 'container' | 'container_file' | 'vector_store' | 'vector_store_file' | 'response';

/** Where something lies: a connection, and the address that it had then. */
export interface RemotePlace {
  connectionId: ConnectionId;
  baseUrl: string;
}

export interface RemoteObject extends RemotePlace {
  kind: RemoteKind;
  /** As the server calls it; of a file in a container or a store `<container>/files/<file>`. */
  remoteId: string;
  /** Whose request made it, for the ledger. */
  madeBy: { runId: string; threadId: string; model: string };
  /** Uploads: the SHA-256 of what they hold. */
  hash: string | null;
  /** Of a container or store, what its user needs to know of it. */
  details: unknown;
  /** Milliseconds since 1970, after which the server has forgotten it by itself. */
  expiresAt: number;
}

interface Row {
  connection_id: ConnectionId;
  base_url: string;
  kind: RemoteKind;
  remote_id: string;
  run_id: string;
  thread_id: string;
  model: string;
  hash: string | null;
  details: string;
  expires_at: number;
}

const AT = 'connection_id = :connectionId AND base_url = :baseUrl';
/** That nobody needs any more: it is to be deleted at the server. */
const UNWANTED = 'wanted = 0';

/** What lies at the servers of connections, so that it is found again by a later process, and deleted there in the end. */
export class RemoteObjectRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Adds it, or brings it up to date. What belongs to a thread that is deleted is to be deleted as well. */
  save({ madeBy, details, ...object }: RemoteObject): void {
    this.#db.transaction(() =>
      this.#db.run(
        `INSERT INTO remote_objects (connection_id, base_url, kind, remote_id, run_id, thread_id, model, hash, details,
           expires_at, wanted)
         VALUES (:connectionId, :baseUrl, :kind, :remoteId, :runId, :threadId, :model, :hash, :details, :expiresAt,
           NOT EXISTS (SELECT 1 FROM threads WHERE id = :threadId AND deleted_at IS NOT NULL))
         ON CONFLICT (connection_id, base_url, kind, remote_id) DO UPDATE SET details = excluded.details,
           expires_at = excluded.expires_at`,
        { ...object, ...madeBy, details: JSON.stringify(details) },
      ),
    );
  }

  /** The upload of these bytes that will be there for a while. */
  upload(place: RemotePlace, hash: string, until: number): RemoteObject | undefined {
    return this.#first(place, `kind = 'file' AND hash = :hash AND expires_at > :until`, { hash, until });
  }

  /** The newest of its kind that was made for a thread. */
  ofThread(place: RemotePlace, kind: RemoteKind, threadId: string, now: number): RemoteObject | undefined {
    return this.#first(place, 'kind = :kind AND thread_id = :threadId AND expires_at > :now', { kind, threadId, now });
  }

  /** A thread needs an upload, under the id that the file has here. */
  addUse(place: RemotePlace, remoteId: string, use: { threadId: string; fileId: string }): void {
    this.#db.transaction(() =>
      this.#db.run(
        `INSERT OR IGNORE INTO remote_file_uses (object, thread_id, file_id)
         SELECT seq, :threadId, :fileId FROM remote_objects WHERE ${AT} AND kind = 'file' AND remote_id = :remoteId`,
        { ...placeOf(place), ...use, remoteId },
      ),
    );
  }

  /** What was made for a thread is not needed any more, nor are uploads that no other thread uses. False where there is none. */
  dropThread(threadId: string): boolean {
    return this.#db.transaction(() => {
      const made = `UPDATE remote_objects SET wanted = 0 WHERE kind <> 'file' AND thread_id = :threadId`;
      const dropped = this.#db.run(made, { threadId });
      return dropped + this.#dropUses('thread_id = :threadId', { threadId }) > 0;
    });
  }

  /** Answers of all runs but those that still wait for theirs. */
  dropAnswers(exceptRuns: readonly string[]): void {
    const waiting = 'SELECT value FROM json_each(:exceptRuns)';
    this.#db.transaction(() =>
      this.#db.run(`UPDATE remote_objects SET wanted = 0 WHERE kind = 'response' AND run_id NOT IN (${waiting})`, {
        exceptRuns: JSON.stringify(exceptRuns),
      }),
    );
  }

  /** As `dropThread`, for all that are deleted. */
  dropDeletedThreads(): void {
    this.#db.transaction(() => {
      const deleted = 'thread_id IN (SELECT id FROM threads WHERE deleted_at IS NOT NULL)';
      this.#db.run(`UPDATE remote_objects SET wanted = 0 WHERE kind <> 'file' AND ${deleted}`);
      this.#dropUses(deleted, {});
    });
  }

  /** Uploads that were this file's alone are not needed any more. False where there is none. */
  dropFile(fileId: string): boolean {
    return this.#db.transaction(() => this.#dropUses('file_id = :fileId', { fileId })) > 0;
  }

  /** Nothing of a connection is needed any more. */
  dropConnection(connectionId: ConnectionId): void {
    this.#db.transaction(() =>
      this.#db.run('UPDATE remote_objects SET wanted = 0 WHERE connection_id = :connectionId', { connectionId }),
    );
  }

  drop(place: RemotePlace, kind: RemoteKind, remoteId: string): void {
    this.#db.transaction(() =>
      this.#db.run(`UPDATE remote_objects SET wanted = 0 WHERE ${AT} AND kind = :kind AND remote_id = :remoteId`, {
        ...placeOf(place),
        kind,
        remoteId,
      }),
    );
  }

  /** It is not there any more. */
  forget(place: RemotePlace, kind: RemoteKind, remoteId: string): void {
    this.#db.transaction(() =>
      this.#db.run(`DELETE FROM remote_objects WHERE ${AT} AND kind = :kind AND remote_id = :remoteId`, {
        ...placeOf(place),
        kind,
        remoteId,
      }),
    );
  }

  /** What their servers have forgotten by themselves. */
  forgetExpired(now: number): void {
    this.#db.transaction(() => this.#db.run('DELETE FROM remote_objects WHERE expires_at <= :now', { now }));
  }

  /** Containers and stores where a file of this machine lies. */
  holding(fileId: string): RemoteObject[] {
    return this.#db
      .all<Row>(
        `SELECT * FROM remote_objects WHERE wanted = 1 AND kind IN ('container', 'vector_store')
         AND EXISTS (SELECT 1 FROM json_each(details, '$.files') WHERE value ->> 'fileId' = :fileId)`,
        { fileId },
      )
      .map(toObject);
  }

  /** What is to be deleted at a server, that of connections to it which were removed included. */
  unwanted({ connectionId, baseUrl }: RemotePlace): RemoteObject[] {
    return this.#db
      .all<Row>(
        `SELECT * FROM remote_objects AS object WHERE ${UNWANTED} AND base_url = :baseUrl
           AND (connection_id = :connectionId OR NOT EXISTS (SELECT 1 FROM connections
             WHERE connections.id = object.connection_id AND connections.base_url = object.base_url)) ORDER BY seq`,
        { connectionId, baseUrl },
      )
      .map(toObject);
  }

  /** Connections at whose servers something is to be deleted. */
  connectionsWithUnwanted(): ConnectionId[] {
    return this.#db
      .all<{ id: ConnectionId }>(`SELECT DISTINCT connection_id AS id FROM remote_objects WHERE ${UNWANTED}`)
      .map(({ id }) => id);
  }

  /** How many uploads nobody uses any more. */
  #dropUses(where: string, parameters: Record<string, string>): number {
    const used = `SELECT object FROM remote_file_uses WHERE ${where}`;
    const dropped = this.#db.run(
      `UPDATE remote_objects SET wanted = 0 WHERE seq IN (${used}) AND NOT EXISTS (
         SELECT 1 FROM remote_file_uses WHERE object = remote_objects.seq AND NOT ${where})`,
      parameters,
    );
    this.#db.run(`DELETE FROM remote_file_uses WHERE ${where}`, parameters);
    return dropped;
  }

  #first(place: RemotePlace, where: string, parameters: Record<string, string | number>): RemoteObject | undefined {
    const row = this.#db.get<Row>(
      `SELECT * FROM remote_objects WHERE ${AT} AND wanted = 1 AND ${where} ORDER BY seq DESC LIMIT 1`,
      { ...placeOf(place), ...parameters },
    );
    return row && toObject(row);
  }
}

const placeOf = ({ connectionId, baseUrl }: RemotePlace): Record<string, string> => ({ connectionId, baseUrl });

function toObject(row: Row): RemoteObject {
  return {
    connectionId: row.connection_id,
    baseUrl: row.base_url,
    kind: row.kind,
    remoteId: row.remote_id,
    madeBy: { runId: row.run_id, threadId: row.thread_id, model: row.model },
    hash: row.hash,
    details: JSON.parse(row.details),
    expiresAt: row.expires_at,
  };
}
