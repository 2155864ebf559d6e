import type { QueryDataOutput } from '#contract/data-tools';
import type { Cell } from '#contract/tables';
import type { OutColumn, Query, QueryRole } from '../sql/query';
import { EMPTY, safe, written } from './format';

/** What came back for a query, with what its columns are. */
export class QueryResult {
  readonly query: Query;
  readonly output: QueryDataOutput;

  constructor(query: Query, output: QueryDataOutput) {
    this.query = query;
    this.output = output;
  }

  get rows(): readonly (readonly Cell[])[] {
    return this.output.rows;
  }

  cell(row: number, column: number): Cell {
    return this.output.rows[row]?.[column] ?? null;
  }

  column(index: number): OutColumn {
    return this.query.columns[index] ?? { name: '', show: { as: 'text' } };
  }

  /** A cell in words. */
  written(row: number, column: number): string {
    return written(this.cell(row, column), this.column(column).show);
  }

  /** The same, safe to stand in markdown. */
  text(row: number, column: number): string {
    return safe(this.written(row, column));
  }

  /** A group's name; rows without one are a group too. */
  name(row: number, column: number): string {
    return this.cell(row, column) === null ? EMPTY : this.text(row, column);
  }
}

export type Results = Partial<Record<QueryRole, QueryResult>> & { main: QueryResult };
