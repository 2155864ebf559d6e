import type { AnalyzeOutput } from '#contract/analyze';
import type { QueryColumn } from '#contract/query-results';
import type { Cell } from '#contract/tables';
import { type Show, showOf, telling } from '../../../../query';
import { emptyName, numberOf, safe, written } from './format';

/** What came back for a query, by the names of its outputs. */
export class AnalyzedResult {
  readonly output: AnalyzeOutput;
  readonly #shows = new Map<QueryColumn, Show>();

  constructor(output: AnalyzeOutput) {
    this.output = output;
  }

  get rows(): readonly (readonly Cell[])[] {
    return this.output.rows;
  }

  get columns(): readonly QueryColumn[] {
    return this.output.columns;
  }

  /** What tells groups apart. */
  get groups(): QueryColumn[] {
    return this.columns.filter(({ role }) => role === 'group' || role === 'time' || role === 'part' || role === 'bin');
  }

  get values(): QueryColumn[] {
    return this.columns.filter((column) => !this.groups.includes(column));
  }

  cell(row: number, column: QueryColumn): Cell {
    return this.rows[row]?.[this.columns.indexOf(column)] ?? null;
  }

  show(column: QueryColumn): Show {
    const known = this.#shows.get(column);
    if (known) return known;
    const of = column.role === 'difference' ? this.columns.find(({ name }) => name === column.of) : undefined;
    const plain: Show = of && showOf(of).as === 'percent' ? { as: 'points' } : showOf(column);
    const at = this.columns.indexOf(column);
    const show = telling(
      plain,
      this.rows.flatMap((row) => numberOf(row[at] ?? null) ?? []),
    );
    this.#shows.set(column, show);
    return show;
  }

  /** A cell in words, safe to stand in markdown. */
  text(row: number, column: QueryColumn): string {
    return safe(written(this.cell(row, column), this.show(column)));
  }

  /** A group's name; rows without one are a group too. */
  name(row: number, column: QueryColumn): string {
    return this.cell(row, column) === null ? emptyName() : this.text(row, column);
  }
}
