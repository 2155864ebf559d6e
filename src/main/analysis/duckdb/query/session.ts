import { existsSync } from 'node:fs';
import { type DuckDBConnection, StatementType } from '@duckdb/node-api';
import { AppError } from '#contract/result';
import { type Limits, type MemoryDatabase, openMemory } from '../connection';
import type { Recipe } from '../recipe';
import { cacheOf, fileOf, quoteName, quoteText, rawTable, typedSelect } from '../sql';
import { queryError } from './errors';
import { Parser } from './parser';
import { collectRows, type Rows } from './rows';
import { SettingsSeal } from './settings';
import { checkStatement, onlyReads } from './statement';

export interface QuerySource {
  table: string;
  path: string;
  folder: string;
  recipe: Recipe;
}

/** A locked-down instance with the sources as views: it can read these files and nothing else, and write nothing. */
export class QuerySession {
  readonly #database: MemoryDatabase;
  /** Names of tables by the paths of their files. */
  readonly #files: ReadonlyMap<string, string>;
  readonly #tables: readonly string[];
  readonly #parser: Parser;
  readonly #settings: SettingsSeal;
  /** The instance is not to be used again. */
  spent = false;

  static async open(sources: readonly QuerySource[], limits: Limits): Promise<QuerySession> {
    const database = await openMemory(limits);
    try {
      const files = new Map<string, string>();
      for (const source of sources) {
        const { path, sql } = viewOf(source);
        files.set(path, source.table);
        await database.connection.run(`CREATE VIEW ${quoteName(source.table)} AS ${sql}`);
      }
      await lockDown(database.connection, [...files.keys()]);
      const names = sources.map(({ table }) => table);
      return new QuerySession(
        database,
        files,
        names,
        await Parser.of(database.connection),
        await SettingsSeal.of(database.connection),
      );
    } catch (error) {
      database.close();
      throw error;
    }
  }

  private constructor(
    database: MemoryDatabase,
    files: ReadonlyMap<string, string>,
    tables: readonly string[],
    parser: Parser,
    settings: SettingsSeal,
  ) {
    this.#database = database;
    this.#files = files;
    this.#tables = tables;
    this.#parser = parser;
    this.#settings = settings;
  }

  close(): void {
    this.#database.close();
  }

  interrupt(): void {
    this.#database.connection.interrupt();
  }

  /** @throws AppError `query_refused`, `query_failed`, `too_large`, `no_space`, `cancelled` */
  async query(sql: string, maxRows: number): Promise<Rows> {
    try {
      return await collectRows(await (await this.#prepare(sql)).stream(), maxRows);
    } catch (error) {
      // What failed on the disk or in memory holds both until it is closed; after errors of its own DuckDB answers no more.
      if (error instanceof Error && /^(?:FATAL|INTERNAL|IO|Out of Memory) Error/.test(error.message)) this.spent = true;
      throw queryError(error, { tables: this.#files, spill: this.#database.spill });
    } finally {
      // No query can change a setting; should one have found a way, the next does not feel it.
      this.spent ||= !(await this.#settings.holds().catch(() => false));
    }
  }

  async #prepare(sql: string) {
    const statements = await this.#database.connection.extractStatements(sql);
    if (statements.count !== 1) {
      throw new AppError(
        'query_refused',
        statements.count === 0
          ? 'There is no query. Write one SELECT.'
          : 'Only one statement at a time. Write one SELECT.',
      );
    }
    checkStatement(await this.#parser.parse(sql), {
      tables: this.#tables,
      isFunction: (name) => this.#parser.isFunction(name),
    });
    const statement = await statements.prepare(0);
    if (statement.statementType !== StatementType.SELECT) throw onlyReads();
    if (statement.parameterCount > 0)
      throw new AppError('query_refused', 'The query has placeholders without values. Write the values out.');
    return statement;
  }
}

function viewOf(source: QuerySource): { path: string; sql: string } {
  const cache = cacheOf(source);
  if (existsSync(cache)) {
    const fields = source.recipe.columns.map((column) => quoteName(column.name)).join(', ');
    return { path: cache, sql: `SELECT ${fields} FROM read_parquet(${quoteText(cache)})` };
  }
  const path = fileOf(source, source.recipe);
  return { path, sql: typedSelect(rawTable(path, source.recipe), source.recipe.columns) };
}

/** The order matters: each line closes a door that the next one could not close any more. */
async function lockDown(connection: DuckDBConnection, paths: readonly string[]): Promise<void> {
  for (const sql of [
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
