import type { Abilities, ConnectionId, ToolCalling } from '#contract';
import type { Database } from '../storage';

/** A model of a connection as it is kept. */
export interface SavedModel {
  connectionId: ConnectionId;
  name: string;
  /** Its server named it when it was last asked for its models. */
  listed: boolean;
  /** What the server said of it. */
  told: Partial<Abilities>;
  /** What the analyst has set. */
  edited: Partial<Abilities>;
  calling: ToolCalling | null;
  usedAt: number | null;
}

/** What was learned of a model, as the provider put it. */
export interface SavedQuirk {
  model: string;
  quirk: { code: string };
  learnedAt: number;
}

interface Row {
  connection_id: ConnectionId;
  name: string;
  listed: number;
  told: string;
  edited: string;
  calling: ToolCalling | null;
  used_at: number | null;
}

export class ModelRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Takes over what a server lists: models that it no longer names stay where the analyst has used or set them. */
  saveListed(connectionId: ConnectionId, models: readonly { name: string; told: Partial<Abilities> }[]): void {
    this.#db.transaction(() => {
      this.#db.run('UPDATE models SET listed = 0 WHERE connection_id = :connectionId', { connectionId });
      for (const { name, told: abilities } of models)
        this.#db.run(
          `INSERT INTO models (connection_id, name, told) VALUES (:connectionId, :name, :told)
           ON CONFLICT DO UPDATE SET listed = 1, told = excluded.told`,
          { connectionId, name, told: JSON.stringify(abilities) },
        );
      this.#db.run(
        `DELETE FROM models WHERE connection_id = :connectionId AND NOT listed AND used_at IS NULL AND edited = '{}'`,
        { connectionId },
      );
    });
  }

  edit(connectionId: ConnectionId, name: string, edited: Partial<Abilities>): void {
    this.#set(connectionId, name, 'edited', JSON.stringify(edited));
  }

  setCalling(connectionId: ConnectionId, name: string, calling: ToolCalling): void {
    this.#set(connectionId, name, 'calling', calling);
  }

  touch(connectionId: ConnectionId, name: string, at: number): void {
    this.#set(connectionId, name, 'used_at', at);
  }

  get(connectionId: string, name: string): SavedModel | undefined {
    const row = this.#db.get<Row>('SELECT * FROM models WHERE connection_id = :connectionId AND name = :name', {
      connectionId,
      name,
    });
    return row && toModel(row);
  }

  ofConnection(connectionId: string): SavedModel[] {
    return this.#db
      .all<Row>('SELECT * FROM models WHERE connection_id = :connectionId ORDER BY name', { connectionId })
      .map(toModel);
  }

  /** Of all connections, the oldest connection first. */
  named(name: string): SavedModel[] {
    return this.#db
      .all<Row>(
        'SELECT m.* FROM models m JOIN connections c ON c.id = m.connection_id WHERE m.name = :name ORDER BY c.seq',
        { name },
      )
      .map(toModel);
  }

  quirks(connectionId: string): SavedQuirk[] {
    return this.#db
      .all<{ model: string; quirk: string; learned_at: number }>(
        'SELECT model, quirk, learned_at FROM quirks WHERE connection_id = :connectionId ORDER BY learned_at, model, quirk',
        { connectionId },
      )
      .map(({ model, quirk, learned_at }) => ({ model, quirk: JSON.parse(quirk), learnedAt: learned_at }));
  }

  /** False where that was known. */
  learn(connectionId: ConnectionId, { model, quirk, learnedAt }: SavedQuirk): boolean {
    return this.#db.transaction(
      () =>
        this.#db.run(
          `INSERT INTO quirks (connection_id, model, quirk, learned_at)
           SELECT :connectionId, :model, :quirk, :learnedAt FROM connections WHERE id = :connectionId
           ON CONFLICT DO NOTHING`,
          { connectionId, model, quirk: JSON.stringify(quirk), learnedAt },
        ) > 0,
    );
  }

  /** What was learned of all models, of one, or one thing that was learned of it. */
  forget(connectionId: ConnectionId, model: string | null, code: string | null = null): void {
    this.#db.transaction(() =>
      this.#db.run(
        `DELETE FROM quirks WHERE connection_id = :connectionId AND (:model IS NULL OR model = :model)
         AND (:code IS NULL OR quirk ->> 'code' = :code)`,
        { connectionId, model, code },
      ),
    );
  }

  /** A model that its server does not list, or a connection that was removed meanwhile, is no error. */
  #set(connectionId: ConnectionId, name: string, column: 'edited' | 'calling' | 'used_at', value: string | number) {
    this.#db.transaction(() =>
      this.#db.run(
        `INSERT INTO models (connection_id, name, listed, ${column})
         SELECT :connectionId, :name, 0, :value FROM connections WHERE id = :connectionId
         ON CONFLICT DO UPDATE SET ${column} = excluded.${column}`,
        { connectionId, name, value },
      ),
    );
  }
}

function toModel(row: Row): SavedModel {
  return {
    connectionId: row.connection_id,
    name: row.name,
    listed: row.listed === 1,
    told: JSON.parse(row.told),
    edited: JSON.parse(row.edited),
    calling: row.calling,
    usedAt: row.used_at,
  };
}
