import { type DuckDBConnection, StatementType } from '@duckdb/node-api';
import { AppError } from '#contract/result';
import { type DatabaseLimits, type MemoryDatabase, openMemory } from '../connection';
import { isLastOfSession } from '../duckdb-errors';
import type { ResultAnswer, ResultRequest } from '../protocol';
import { quoteName, quoteText } from '../sql';
import { queryError } from './errors';
import { Parser } from './parser';
import { ResultTables } from './result-tables';
import { withRowLimit } from './row-limit';
import { collectRows, type QueryRows } from './rows';
import { SettingsSeal } from './settings';
import { checkStatement, onlyReads } from './statement';
import { type QuerySource, viewOf } from './views';

interface Parts {
  database: MemoryDatabase;
  /** Names of tables by the paths of their files. */
  files: ReadonlyMap<string, string>;
  tables: readonly string[];
  parser: Parser;
  settings: SettingsSeal;
  results: ResultTables;
  /** Folders whose columnar copy is damaged or gone. */
  withoutCopy: readonly string[];
}

/** A locked-down instance with the sources as views: it can read these files and nothing else, and write nothing. */
export class QuerySession {
  readonly #parts: Parts;
  /** The instance is not to be used again. */
  spent = false;

  /** @throws AppError `unreadable_file` */
  static async open(sources: readonly QuerySource[], limits: DatabaseLimits): Promise<QuerySession> {
    const database = await openMemory(limits);
    const { connection } = database;
    try {
      const files = new Map<string, string>();
      const withoutCopy: string[] = [];
      for (const source of sources) {
        const view = await viewOf(source);
        if (view.withoutCopy) withoutCopy.push(source.folder);
        files.set(view.path, source.table);
        await connection.run(`CREATE VIEW ${quoteName(source.table)} AS ${view.sql}`);
      }
      await lockDown(connection, [...files.keys()]);
      const [parser, settings] = [await Parser.of(connection), await SettingsSeal.of(connection)];
      const tables = sources.map(({ table }) => table);
      const results = new ResultTables(connection);
      return new QuerySession({ database, files, tables, parser, settings, results, withoutCopy });
    } catch (error) {
      database.close();
      throw error;
    }
  }

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  get withoutCopy(): readonly string[] {
    return this.#parts.withoutCopy;
  }

  close(): void {
    this.#parts.results.close();
    this.#parts.database.close();
  }

  interrupt(): void {
    this.#parts.database.connection.interrupt();
  }

  /** @throws AppError `query_refused`, `query_failed`, `too_large`, `no_space`, `cancelled` */
  query(sql: string, maxRows: number): Promise<QueryRows> {
    return this.#guarded(sql, async () => collectRows(await (await this.#prepare(sql, maxRows)).stream(), maxRows));
  }

  /** Rows of a result as they are looked at. @throws AppError as {@link query} */
  result(request: ResultRequest): Promise<ResultAnswer> {
    return this.#guarded(null, async () => {
      if (request.origin && 'sql' in request.origin) await this.#check(request.origin.sql);
      return this.#parts.results.answer(request);
    });
  }

  async #guarded<T>(sql: string | null, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isLastOfSession(error)) this.spent = true;
      throw queryError(error, { tables: this.#parts.files, spill: this.#parts.database.spill, sql });
    } finally {
      // No query can change a setting; should one have found a way, the next does not feel it.
      this.spent ||= !(await this.#parts.settings.holds().catch(() => false));
    }
  }

  async #prepare(sql: string, maxRows: number) {
    const parsed = await this.#check(sql);
    // One row more tells that there are more.
    const limited = await withRowLimit(parsed, maxRows + 1, (text) => this.#parts.parser.parse(text));
    const statement = await this.#parts.database.connection.prepare(limited);
    if (statement.statementType !== StatementType.SELECT) throw onlyReads();
    if (statement.parameterCount > 0)
      throw new AppError('query_refused', 'The query has placeholders without values. Write the values out.', {
        reason: { code: 'query_placeholders' },
      });
    return statement;
  }

  /** One statement, which reads the tables of this session and nothing else. */
  async #check(sql: string): Promise<{ sql: string; json: string }> {
    const statements = await this.#parts.database.connection.extractStatements(sql);
    if (statements.count !== 1) {
      throw new AppError(
        'query_refused',
        statements.count === 0
          ? 'There is no query. Write one SELECT.'
          : 'Only one statement at a time. Write one SELECT.',
        { reason: { code: statements.count === 0 ? 'query_missing' : 'query_several' } },
      );
    }
    const { parser, tables } = this.#parts;
    const parsed = { sql, json: await parser.parse(sql) };
    checkStatement(parsed.json, { sql, tables, isFunction: (name) => parser.isFunction(name) });
    return parsed;
  }
}

/** The order matters: each line closes a door that the next one could not close any more. */
async function lockDown(connection: DuckDBConnection, paths: readonly string[]): Promise<void> {
  for (const sql of [
    // So that the places of errors come as data.
    'SET errors_as_json = true',
    `SET allowed_paths = [${paths.map(quoteText).join(', ')}]`,
    'SET enable_external_access = false',
    'SET autoload_known_extensions = false',
    'SET autoinstall_known_extensions = false',
    'SET allow_community_extensions = false',
    'SET lock_configuration = true',
  ]) {
    await connection.run(sql);
  }
}
