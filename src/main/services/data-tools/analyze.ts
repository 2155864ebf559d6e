import type { Table } from '#contract';
import type { AnalyzeFailure } from '#contract/analyze';
import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QueryColumn, QueryFact, QueryProblem } from '#contract/query-results';
import { AppError } from '#contract/result';
import { problemWords, type Words } from '#words';
import {
  type CompiledCheck,
  type CompiledQuery,
  check,
  compile,
  factsOf,
  normal,
  parseQuery,
  withNarrowerBins,
  withRelated,
  withUnpivot,
} from '../../query';

export interface AnalyzeContext {
  definitions: readonly Definitions[];
  /** Runs SQL over the thread's tables. */
  run(sql: string): Promise<{ table: Table; truncated: boolean }>;
  /** A check that failed: the figures are right without it. */
  onCheckFailed(error: unknown): void;
}

export interface Analysis {
  query: Query;
  sql: string;
  columns: QueryColumn[];
  table: Table;
  truncated: boolean;
  facts: QueryFact[];
}

/** Computes a query as anybody may have written it. Problems come as data; the data engine's errors are thrown. */
export async function analyze(
  given: unknown,
  context: AnalyzeContext,
): Promise<Analysis | { problems: QueryProblem[] }> {
  const parsed = parseQuery(given);
  if ('problems' in parsed) return parsed;
  const { definitions, run } = context;
  const query = await withTellingBins(
    normal(withUnpivot(withRelated(parsed.query, definitions), definitions)),
    context,
  );
  const problems = check(query, definitions);
  if (problems.length > 0) return { problems };
  const compiled = compile(query, definitions);
  const repeated = await repeatedKeys(compiled, run);
  if (repeated !== null)
    return { problems: [{ code: 'fan_out', path: 'from.joins', table: repeated, alternatives: [] }] };
  const { table, truncated } = await run(compiled.sql);
  const checks = [];
  for (const entry of compiled.checks) checks.push(...(await checked(entry, context)));
  const facts = factsOf(query, definitions, compiled, table.rows, checks);
  return {
    query,
    sql: compiled.sql,
    columns: compiled.columns.map((column, at) => ({ ...column, type: table.columns[at]?.type ?? column.type })),
    table,
    truncated,
    facts: truncated ? [...facts, { code: 'result_cut' }] : facts,
  };
}

const NARROWED_AT_MOST = 3;
/** More rows than these are no table of how values are spread. */
const BINS_AT_MOST = 300;

/** Bins that show how values are spread, where a few far out would leave the others in one. */
async function withTellingBins(query: Query, { definitions, run }: AnalyzeContext): Promise<Query> {
  const isOurs = query.by?.length === 1 && query.by.some(({ bin }) => bin && 'count' in bin);
  if (!isOurs || check(query, definitions).length > 0) return query;
  const binned = query.by?.[0]?.field;
  const field = definitions.flatMap(({ fields }) => fields).find(({ id }) => id === binned);
  const least = field?.type === 'integer' ? 1 : 0;
  let telling = query;
  let tried = query;
  for (let narrowed = 0; narrowed <= NARROWED_AT_MOST; narrowed += 1) {
    const { columns, sql } = compile(tried, definitions);
    const { rows } = (await run(sql)).table;
    if (rows.length > BINS_AT_MOST) return telling;
    telling = tried;
    const narrower = withNarrowerBins(query, columns, rows, least);
    if (!narrower) return telling;
    tried = narrower;
  }
  return telling;
}

async function repeatedKeys({ guards }: CompiledQuery, run: AnalyzeContext['run']): Promise<string | null> {
  for (const { table, sql } of guards) if ((await run(sql)).table.rows.length > 0) return table;
  return null;
}

async function checked(entry: CompiledCheck, { run, onCheckFailed }: AnalyzeContext) {
  try {
    return [{ check: entry, table: (await run(entry.sql)).table }];
  } catch (error) {
    // Stopped, or out of room: then the whole of it is.
    if (error instanceof AppError && error.code !== 'query_failed') throw error;
    onCheckFailed(error);
    return [];
  }
}

/** What a model, or whoever reads the step, is told of a query that cannot be computed. */
export function failureOf(problems: QueryProblem[], words: Words): AnalyzeFailure {
  const message = problems.map((problem) => problemWords(words, problem)).join(' ');
  return { error: { code: 'invalid_input', message }, problems };
}
