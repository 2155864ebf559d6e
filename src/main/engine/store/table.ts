import type { Database } from '../../storage';

export type SqlValue = string | number | null;
export type SqlValues = Record<string, SqlValue>;

/** Which part of a list: `limit` rows in `order`, beyond the cursors. */
export interface PageQuery {
  limit: number;
  order: 'asc' | 'desc';
  after: string | null;
  before: string | null;
}

export interface Page<T> {
  data: T[];
  hasMore: boolean;
}

/** Thrown for a cursor that never was a row of the list. */
export class UnknownCursor extends Error {
  readonly parameter: 'after' | 'before';
  readonly cursor: string;

  constructor(parameter: 'after' | 'before', cursor: string) {
    super(`Unknown cursor in ${parameter}`);
    this.parameter = parameter;
    this.cursor = cursor;
  }
}

interface Codec<Row, T> {
  /** Every column but `seq`; `id` first. */
  columns: readonly string[];
  /** The column that says whose list a row is in, such as its thread's, where not all rows make one list. */
  owner?: string;
  decode(row: Row): T;
  encode(record: T): SqlValues;
}

/** One table of rows that have an id and a place in the order of creation. */
export class RecordTable<Row, T extends { id: string }> {
  readonly #db: Database;
  readonly #name: string;
  readonly #codec: Codec<Row, T>;
  readonly #insert: string;
  readonly #select: string;

  constructor(db: Database, name: string, codec: Codec<Row, T>) {
    const { columns } = codec;
    this.#db = db;
    this.#name = name;
    this.#codec = codec;
    this.#select = `SELECT ${columns.join(', ')} FROM ${name}`;
    this.#insert = `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map((column) => `$${column}`).join(', ')})`;
  }

  insert(record: T): T {
    this.#db.run(this.#insert, this.#codec.encode(record));
    return record;
  }

  get(id: string): T | undefined {
    const row = this.#db.get<Row>(`${this.#select} WHERE id = $id`, { id });
    return row && this.#codec.decode(row);
  }

  /** Reads before it writes, so that nobody's change is lost to a copy held elsewhere. Undefined when the row is gone. */
  update(id: string, patch: Partial<T>): T | undefined {
    return this.#db.transaction(() => {
      const row = this.#db.get<Row & SqlValues>(`${this.#select} WHERE id = $id`, { id });
      if (!row) return undefined;
      const next = { ...this.#codec.decode(row), ...patch };
      const values = this.#codec.encode(next);
      // Only what is new: a column that is set, even to what it was, has its indexes written to disk again.
      const changed = this.#codec.columns.filter((column) => values[column] !== row[column]);
      const assignments = changed.map((column) => `${column} = $${column}`).join(', ');
      if (changed.length > 0) this.#db.run(`UPDATE ${this.#name} SET ${assignments} WHERE id = $id`, values);
      return next;
    });
  }

  delete(id: string): boolean {
    return this.#db.transaction(() => {
      this.#db.run(
        `INSERT OR REPLACE INTO tombstone (id, list, owner, seq)
         SELECT id, $list, ${this.#codec.owner ?? 'NULL'}, seq FROM ${this.#name} WHERE id = $id`,
        { id, list: this.#name },
      );
      return this.#db.run(`DELETE FROM ${this.#name} WHERE id = $id`, { id }) > 0;
    });
  }

  /** `where` is SQL over this table's columns; `tail` orders and limits. */
  /** Whether a row was made before another. */
  isOlder(id: string, than: string): boolean {
    const sql = `SELECT 1 FROM ${this.#name} WHERE id = $id AND seq < (SELECT seq FROM ${this.#name} WHERE id = $than)`;
    return this.#db.get(sql, { id, than }) !== undefined;
  }

  select(where: string, values: SqlValues, tail = 'ORDER BY seq'): T[] {
    return this.#db.all<Row>(`${this.#select} WHERE ${where} ${tail}`, values).map((row) => this.#codec.decode(row));
  }

  /**
   * A part of the list of `owner`, or of the only list there is; `where` leaves out rows of it, but may not tell lists apart.
   * @throws UnknownCursor
   */
  page(where: string, values: SqlValues, query: PageQuery, owner: string | null = null): Page<T> {
    const after = this.#seqOf(query.after, 'after', owner);
    const before = this.#seqOf(query.before, 'before', owner);
    const [over, under] = query.order === 'asc' ? [after, before] : [before, after];
    const conditions = [where];
    if (over !== null) conditions.push('seq > $over');
    if (under !== null) conditions.push('seq < $under');
    // With `before` alone the page is the one that ends there, so it is read backwards.
    const backwards = before !== null && after === null;
    const direction = (query.order === 'asc') === backwards ? 'DESC' : 'ASC';
    const rows = this.select(
      conditions.join(' AND '),
      { ...values, over, under, limit: query.limit + 1 },
      `ORDER BY seq ${direction} LIMIT $limit`,
    );
    const data = rows.slice(0, query.limit);
    return { data: backwards ? data.reverse() : data, hasMore: rows.length > query.limit };
  }

  #seqOf(id: string | null, parameter: 'after' | 'before', owner: string | null): number | null {
    if (id === null) return null;
    const { owner: column } = this.#codec;
    const values = { id, owner, list: this.#name };
    const living = `SELECT seq FROM ${this.#name} WHERE id = $id${column ? ` AND ${column} = $owner` : ''}`;
    const deleted = 'SELECT seq FROM tombstone WHERE id = $id AND list = $list AND owner IS $owner';
    const row = this.#db.get<{ seq: number }>(living, values) ?? this.#db.get<{ seq: number }>(deleted, values);
    if (!row) throw new UnknownCursor(parameter, id);
    return row.seq;
  }
}
