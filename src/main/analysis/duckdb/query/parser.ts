import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { readTable } from '../connection';

/** DuckDB's own parser, and what its functions are called. */
export class Parser {
  readonly #statement: DuckDBPreparedStatement;
  readonly #functions: ReadonlySet<string>;

  static async of(connection: DuckDBConnection): Promise<Parser> {
    known ??= functionNames(connection);
    return new Parser(await connection.prepare('SELECT json_serialize_sql(CAST($1 AS VARCHAR))'), await known);
  }

  private constructor(statement: DuckDBPreparedStatement, functions: ReadonlySet<string>) {
    this.#statement = statement;
    this.#functions = functions;
  }

  isFunction(name: string): boolean {
    return this.#functions.has(name.toLowerCase());
  }

  /** The statement as JSON text; not run, and not looked up in any catalog. */
  async parse(sql: string): Promise<string> {
    this.#statement.bindVarchar(1, sql);
    const [[json] = []] = await (await this.#statement.run()).getRowsJson();
    return String(json);
  }
}

/** The same in every session of a process. */
let known: Promise<ReadonlySet<string>> | null = null;

async function functionNames(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const { rows } = await readTable(connection, 'SELECT DISTINCT lower(function_name) FROM duckdb_functions()');
  return new Set(rows.map(([name]) => String(name)));
}
