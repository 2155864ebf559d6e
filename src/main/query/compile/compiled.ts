import type { Grain } from '#contract/query';
import type { QueryColumn, QueryFact } from '#contract/query-results';

/** A query beside the main one. Its row is read by name: what each column of it says stands in `counts`. */
export interface CompiledCheck {
  code: 'rows' | 'ties' | 'ties_within' | 'periods_without_rows' | 'unmatched' | 'orphans' | 'several_at_moment';
  sql: string;
  /** Of `rows`: the columns that count what is empty. */
  empty?: EmptyCount[];
  output?: string;
  grain?: Grain;
  table?: string;
  kept?: boolean;
}

/** Rows without a value in a field, and which outputs leave them out: all where there are none named. */
export interface EmptyCount {
  column: string;
  field: string;
  outputs: string[];
}

export interface CompiledQuery {
  sql: string;
  /** Of the result, in its order. */
  columns: QueryColumn[];
  /** To be run before: where one of them gives a row, the query must not be run, for rows would count several times. */
  guards: { table: string; sql: string }[];
  /** To be run beside: `factsOf` makes facts of what they give. */
  checks: CompiledCheck[];
  /** Known without running anything. */
  facts: QueryFact[];
}
