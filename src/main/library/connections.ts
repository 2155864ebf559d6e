import type { Connection, ConnectionId, DataBoundary, ServerApi } from '#contract';
import type { Database } from '../storage';

/** Where the key was put when it was given; the key itself is never here. */
export type KeyKept = 'none' | 'keychain' | 'session';

export type SavedConnection = Omit<Connection, 'keyState' | 'local' | 'quirks'> & { keyKept: KeyKept };

interface Row {
  id: ConnectionId;
  name: string;
  preset: string | null;
  api: ServerApi;
  base_url: string;
  key_kept: KeyKept;
  boundary: DataBoundary;
  rows_at_most: number;
  allow_http: number;
  hosted_code: number;
  hosted_search: number;
  verification: string | null;
  created_at: number;
}

export class ConnectionRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Adds the connection, or brings it up to date. */
  save(connection: SavedConnection): void {
    this.#db.transaction(() =>
      this.#db.run(
        `INSERT INTO connections (id, name, preset, api, base_url, key_kept, boundary, rows_at_most, allow_http, hosted_code,
           hosted_search, verification, created_at)
         VALUES (:id, :name, :preset, :api, :baseUrl, :keyKept, :boundary, :rowsAtMost, :allowHttp, :hostedCode,
           :hostedSearch, :verification, :createdAt)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, preset = excluded.preset, api = excluded.api,
           base_url = excluded.base_url, key_kept = excluded.key_kept, boundary = excluded.boundary,
           rows_at_most = excluded.rows_at_most, allow_http = excluded.allow_http, hosted_code = excluded.hosted_code,
           hosted_search = excluded.hosted_search,
           verification = excluded.verification`,
        {
          ...connection,
          allowHttp: Number(connection.allowHttp),
          hostedCode: Number(connection.hostedCode),
          hostedSearch: Number(connection.hostedSearch),
          verification: connection.verification && JSON.stringify(connection.verification),
        },
      ),
    );
  }

  get(id: string): SavedConnection | undefined {
    const row = this.#db.get<Row>('SELECT * FROM connections WHERE id = :id', { id });
    return row && toConnection(row);
  }

  /** Whatever the case of its letters. */
  byName(name: string): SavedConnection | undefined {
    const row = this.#db.get<Row>('SELECT * FROM connections WHERE name = :name', { name });
    return row && toConnection(row);
  }

  /** In the order they were made. */
  list(): SavedConnection[] {
    return this.#db.all<Row>('SELECT * FROM connections ORDER BY seq').map(toConnection);
  }

  /** With its models and what was learned of them. */
  remove(id: ConnectionId): void {
    this.#db.transaction(() => this.#db.run('DELETE FROM connections WHERE id = :id', { id }));
  }
}

function toConnection(row: Row): SavedConnection {
  return {
    id: row.id,
    name: row.name,
    preset: row.preset,
    api: row.api,
    baseUrl: row.base_url,
    keyKept: row.key_kept,
    boundary: row.boundary,
    rowsAtMost: row.rows_at_most,
    allowHttp: row.allow_http === 1,
    hostedCode: row.hosted_code === 1,
    hostedSearch: row.hosted_search === 1,
    verification: row.verification === null ? null : JSON.parse(row.verification),
    createdAt: row.created_at,
  };
}
