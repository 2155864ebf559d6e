import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnType } from '#contract';
import { onlyValue, readTable } from '../connection';
import type { LookedRows, ResultAnswer, ResultOrigin, ResultRequest } from '../protocol';
import { columnDetails } from './column-details';
import { columnName, orderOf, TYPES, whereOf } from './result-sql';
import { collectRows } from './rows';

/** Results whose rows are ready to be looked at; the one not used for longest goes. */
const KEPT = 2;
/** Of a query that has more, as many rows are looked at. */
const ROWS = 10_000_000;
const FORGOTTEN_MS = 5 * 60_000;

interface ResultTable {
  name: string;
  types: ColumnType[];
  /** The cells are as they were kept, in a column of their own. */
  asKept: boolean;
  of: number;
  /** The view whose rows were counted last. */
  counted: { where: string; matching: number } | null;
  /** The view whose order is laid down in `<name>_order`. */
  ordered: string | null;
}

/** Rows of results as tables of a session, which queries cannot name. They go when nobody has looked at them for a while. */
export class ResultTables {
  readonly #connection: DuckDBConnection;
  readonly #tables = new Map<string, ResultTable>();
  #made = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  async answer(request: ResultRequest): Promise<ResultAnswer> {
    const table = await this.#tableOf(request);
    if (table === null) return { type: 'unknown' };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#forget(0).catch(() => undefined), FORGOTTEN_MS).unref();
    if (request.wish.type === 'rows') return this.#rows(table, request, request.wish);
    const { column } = request.wish;
    const where = whereOf(request.filters, table.types);
    const place = { table: table.name, at: column, type: table.types[column] ?? 'text', where };
    return { type: 'column', details: await columnDetails(this.#connection, place) };
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #tableOf({ key, columns, origin }: ResultRequest): Promise<ResultTable | null> {
    const known = this.#tables.get(key);
    this.#tables.delete(key);
    if (!known && origin === null) return null;
    const table =
      known ??
      (await this.#make(
        columns.map(({ type }) => type),
        origin ?? { rows: [] },
      ));
    this.#tables.set(key, table);
    await this.#forget(KEPT);
    return table;
  }

  async #make(types: ColumnType[], origin: ResultOrigin): Promise<ResultTable> {
    if (this.#made === 0) await this.#connection.run('CREATE SCHEMA IF NOT EXISTS kept_results');
    this.#made += 1;
    const name = `kept_results.result_${this.#made}`;
    try {
      await ('sql' in origin ? this.#compute(name, types, origin.sql) : this.#fill(name, types, origin.rows));
    } catch (error) {
      await this.#connection.run(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined);
      throw error;
    }
    const of = Number(await onlyValue(this.#connection, `SELECT count(*) FROM ${name}`));
    return { name, types, asKept: !('sql' in origin), of, counted: null, ordered: null };
  }

  /** The statement has been looked at by whoever hands it over. */
  async #compute(name: string, types: readonly ColumnType[], sql: string): Promise<void> {
    const names = types.map((_, at) => columnName(at)).join(', ');
    const query = sql.replace(/[;\s]+$/, '');
    await this.#connection.run(`CREATE TABLE ${name} AS SELECT * FROM (${query}\n) AS query(${names}) LIMIT ${ROWS}`);
  }

  async #fill(name: string, types: readonly ColumnType[], blocks: readonly string[]): Promise<void> {
    const fields = types.map((type, at) => `${columnName(at)} ${TYPES[type]}`).join(', ');
    await this.#connection.run(`CREATE TABLE ${name} (kept VARCHAR${fields === '' ? '' : `, ${fields}`})`);
    const values = types.map((type, at) => `, TRY_CAST(kept ->> '$[${at}]' AS ${TYPES[type]})`).join('');
    const insert = await this.#connection.prepare(
      `INSERT INTO ${name} SELECT kept${values} FROM (SELECT unnest(from_json(CAST($1 AS JSON), '["JSON"]')) AS kept)`,
    );
    for (const block of blocks) {
      insert.bindVarchar(1, block);
      await insert.run();
    }
  }

  async #rows(
    table: ResultTable,
    { sort, filters }: ResultRequest,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<LookedRows> {
    const { name, types } = table;
    const where = whereOf(filters, types);
    if (table.counted?.where !== where) {
      const matching = where === '' ? table.of : await this.#count(`FROM ${name}${where}`);
      table.counted = { where, matching };
    }
    const plain = where === '' && sort.length === 0;
    const order = orderOf(sort, types);
    let rows: string;
    if (plain) rows = `FROM ${name} AS t WHERE t.rowid >= ${offset} AND t.rowid < ${offset + limit} ORDER BY t.rowid`;
    else if (offset === 0) rows = `FROM ${name} AS t${where}${order} LIMIT ${limit}`;
    else rows = await this.#orderedRows(table, `${where}${order}`, offset, limit);
    const { matching } = table.counted;
    return { type: 'rows', ...(await this.#read(table, rows)), matching, of: table.of };
  }

  /** Whoever goes on below the first page is likely to go further: the order is laid down once. */
  async #orderedRows(table: ResultTable, view: string, offset: number, limit: number): Promise<string> {
    const order = `${table.name}_order`;
    if (table.ordered !== view) {
      table.ordered = null;
      await this.#connection.run(`CREATE OR REPLACE TABLE ${order} AS SELECT rowid AS place FROM ${table.name}${view}`);
      table.ordered = view;
    }
    const page = `SELECT place, rowid AS at FROM ${order} WHERE rowid >= ${offset} AND rowid < ${offset + limit}`;
    return `FROM ${table.name} AS t JOIN (${page}) AS page ON t.rowid = page.place ORDER BY page.at`;
  }

  async #read(table: ResultTable, from: string): Promise<Pick<LookedRows, 'rows' | 'places' | 'cut'>> {
    if (table.asKept) {
      const { rows } = await readTable(this.#connection, `SELECT t.rowid, t.kept ${from}`);
      const cells = rows.map(([, kept]): Cell[] => JSON.parse(String(kept)));
      return { rows: cells, places: rows.map(([place]) => Number(place)) };
    }
    const names = table.types.map((_, at) => `, t.${columnName(at)}`).join('');
    const result = await this.#connection.stream(`SELECT t.rowid${names} ${from}`);
    const { rows, cut } = (await collectRows(result, Number.MAX_SAFE_INTEGER)).table;
    return {
      rows: rows.map((row) => row.slice(1)),
      places: rows.map(([place]) => Number(place)),
      ...(cut ? { cut: cut.map((cell) => ({ ...cell, column: cell.column - 1 })) } : {}),
    };
  }

  async #count(from: string): Promise<number> {
    return Number(await onlyValue(this.#connection, `SELECT count(*) ${from}`));
  }

  async #forget(kept: number): Promise<void> {
    const old = [...this.#tables].slice(0, Math.max(0, this.#tables.size - kept));
    for (const [key, { name }] of old) {
      this.#tables.delete(key);
      await this.#connection.run(`DROP TABLE IF EXISTS ${name}_order`);
      await this.#connection.run(`DROP TABLE IF EXISTS ${name}`);
    }
  }
}
