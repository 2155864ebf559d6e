import type { CodeRange } from '#contract';
import { AppError } from '#contract/result';
import { rangeAt } from './code-range';
import { FUNCTIONS, TABLE_FUNCTIONS } from './functions';

/** What DuckDB's `json_serialize_sql` makes of SQL. */
interface Parsed {
  error: boolean;
  statements?: { node: unknown }[];
}

export interface Names {
  /** The statement as it was written. */
  sql: string;
  /** The tables that queries may read. */
  tables: readonly string[];
  /** Whether DuckDB has a function of that name at all. */
  isFunction(name: string): boolean;
}

type Node = Readonly<Record<string, unknown>>;
/** Tables named by the query itself, lower case. */
type Scope = ReadonlySet<string>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (node: Node, key: string): string => (typeof node[key] === 'string' ? node[key] : '');

/**
 * Refuses a statement that names anything but the given tables, and functions that only compute. What is not known to be
 * harmless is refused; a name that DuckDB has not heard of is left to DuckDB, which has suggestions.
 * @param json what DuckDB's parser made of the statement
 * @throws AppError `query_refused`, `query_failed`
 */
export function checkStatement(json: string, names: Names): void {
  const { error, statements = [] }: Parsed = JSON.parse(json);
  if (error || statements.length !== 1) throw onlyReads();
  new Checker(names).check(statements[0]?.node, new Set());
}

export const onlyReads = (): AppError =>
  new AppError(
    'query_refused',
    'Data can only be read here. Write one SELECT; nothing is created, changed or loaded.',
    { reason: { code: 'query_reads_only' } },
  );

class Checker {
  readonly #names: Names;
  readonly #tables: ReadonlySet<string>;

  constructor(names: Names) {
    this.#names = names;
    this.#tables = new Set(names.tables.map((name) => name.toLowerCase()));
  }

  check(value: unknown, scope: Scope): void {
    if (Array.isArray(value)) for (const item of value) this.check(item, scope);
    else if (isNode(value)) this.#checkNode(value, scope);
  }

  #checkNode(node: Node, outer: Scope): void {
    const scope = this.#withTablesOf(node, outer);
    if (node.class === 'FUNCTION' || node.class === 'WINDOW') this.#checkFunction(node, FUNCTIONS);
    if (node.type === 'BASE_TABLE') this.#checkTable(node, scope);
    if (node.type === 'SHOW_REF' && !isNode(node.query)) throw refused('SHOW', SCHEMA_HINT, this.#rangeOf(node));
    for (const [key, value] of Object.entries(node)) {
      if (key === 'cte_map') continue;
      if (node.type === 'TABLE_FUNCTION' && key === 'function' && isNode(value)) {
        this.#checkFunction(value, TABLE_FUNCTIONS);
        this.check(value.children, scope);
      } else this.check(value, scope);
    }
  }

  /** Each table of a WITH may use those before it, and a recursive one itself. */
  #withTablesOf(node: Node, outer: Scope): Scope {
    const entries = isNode(node.cte_map) && Array.isArray(node.cte_map.map) ? node.cte_map.map.filter(isNode) : [];
    const scope = new Set(outer);
    for (const { key, value } of entries) {
      const name = String(key).toLowerCase();
      this.check(value, isRecursive(value) ? new Set([...scope, name]) : scope);
      scope.add(name);
    }
    return scope;
  }

  #checkTable(node: Node, scope: Scope): void {
    const name = textIn(node, 'table_name');
    const schema = textIn(node, 'schema_name').toLowerCase();
    const ours =
      (schema === '' || schema === 'main') && ['', 'memory'].includes(textIn(node, 'catalog_name').toLowerCase());
    if (ours && this.#tables.has(name.toLowerCase())) return;
    if ((schema === '' || schema === 'recurring') && scope.has(name.toLowerCase())) return;
    const full = [textIn(node, 'catalog_name'), textIn(node, 'schema_name'), name].filter(Boolean).join('.');
    const { tables } = this.#names;
    throw new AppError(
      'query_failed',
      `There is no table called ${full} here. ${tables.length > 0 ? `There is: ${tables.join(', ')}.` : 'There are none.'}`,
      {
        reason: { code: 'query_no_table', table: full.slice(0, 1_000), tables: tables.slice(0, 100) },
        at: this.#rangeOf(node),
      },
    );
  }

  #checkFunction(node: Node, allowed: ReadonlySet<string>): void {
    const name = textIn(node, 'function_name').toLowerCase();
    if (allowed.has(name) || !this.#names.isFunction(name)) return;
    const at = this.#rangeOf(node);
    if (allowed === TABLE_FUNCTIONS && FUNCTIONS.has(name))
      throw refused(name, 'It stands in SELECT, not in FROM.', at);
    throw refused(name, hintFor(name), at);
  }

  #rangeOf({ query_location: offset }: Node): CodeRange | undefined {
    return rangeAt(this.#names.sql, typeof offset === 'number' ? offset : null);
  }
}

function isRecursive(value: unknown): boolean {
  const query = isNode(value) ? value.query : undefined;
  const body = isNode(query) ? query.node : undefined;
  return isNode(body) && body.type === 'RECURSIVE_CTE_NODE';
}

const refused = (name: string, hint: string, at: CodeRange | undefined): AppError =>
  new AppError(
    'query_refused',
    `${name} cannot be used here: a query computes from the tables of this thread. ${hint}`,
    { reason: { code: 'query_no_function', function: name.slice(0, 1_000) }, at },
  );

const SCHEMA_HINT = 'DESCRIBE and SUMMARIZE tell what is in a table.';

/** What to use instead; only words hang on it. */
function hintFor(name: string): string {
  if (/read_|scan|glob|sniff|parquet|query/.test(name)) return 'Attach a file to query it, and name its table.';
  if (/^(?:duckdb|pragma|pg|current|has|summary|stats)_?/.test(name)) return SCHEMA_HINT;
  if (name === 'setseed') return 'hash(column) orders rows the same way each time.';
  if (name === 'nextval' || name === 'currval') return 'row_number() OVER () numbers rows.';
  return 'Functions that compute from values can be used.';
}
