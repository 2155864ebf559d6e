import type {
  CallId,
  Chart,
  ColumnDetails,
  Dataset,
  ResultId,
  ResultPage,
  ResultView,
  Run,
  RunId,
  Saved,
  Table,
  TableColumn,
} from '#contract';
import { AppError } from '#contract/result';
import type { KeptResult, Library } from '../../library';
import type { Log } from '../../log';
import { boundedTable, IN_WINDOW } from '../bounded-table';
import type { Looked, LookedAt, ShellServices } from '../ports';
import { pivoted } from './pivot';
import { type SavedColumn, savedFile } from './save';
import { ResultUses, type ResultUsesOptions } from './uses';

const QUERY_TIME_MS = 120_000;

export interface ResultsOptions extends ResultUsesOptions {
  shell: Pick<ShellServices, 'save'>;
  log: Log;
}

/** Results as they are looked at: all of their rows, sorted, filtered, described, saved. Of a query with more rows than are kept, all of those. */
export class Results {
  readonly #options: ResultsOptions;
  readonly #library: Library;
  readonly #uses: ResultUses;

  constructor(options: ResultsOptions) {
    this.#options = options;
    this.#library = options.library;
    this.#uses = new ResultUses(options, (view) => this.#page(view));
  }

  async page(input: ResultView & { offset: number; limit: number }): Promise<ResultPage> {
    const page = await this.#page(input);
    const { columns, rows, cut } = boundedTable(page, IN_WINDOW);
    return { ...page, columns, rows, ...(cut ? { cut } : {}) };
  }

  async column({ column, ...view }: ResultView & { column: number }): Promise<ColumnDetails> {
    const { looked } = await this.#look(view, { type: 'column', column });
    if (looked.type !== 'column') throw new Error('rows came where a column was asked for');
    return looked.details;
  }

  save({
    columns,
    format,
    name,
    ...view
  }: ResultView & { columns: SavedColumn[]; format: 'csv' | 'xlsx'; name: string }): Promise<Saved> {
    const { query } = this.#library.results.get(view.resultId);
    const page = (offset: number, limit: number) => this.#page({ ...view, whole: true, offset, limit });
    const units = view.pivot
      ? (at: number) => query?.columns[at === 0 ? (view.pivot?.along ?? 0) : (view.pivot?.value ?? 0)]
      : (at: number) => query?.columns[at];
    return savedFile({ columns, format, name, page, about: units }, this.#options.shell);
  }

  chart(input: { resultId: ResultId }): Promise<Chart> {
    return this.#uses.chart(input.resultId);
  }

  takeAsData(input: { resultId: ResultId; name: string }): Promise<Dataset> {
    return this.#uses.data(input.resultId, input.name);
  }

  makeAnswer(input: { runId: RunId; callId: CallId | null }): Run {
    return this.#uses.makeAnswer(input.runId, input.callId);
  }

  async #page({ offset, limit, ...view }: ResultView & { offset: number; limit: number }): Promise<ResultPage> {
    const result = this.#library.results.get(view.resultId);
    const asKept = view.sort.length === 0 && view.filters.length === 0 && !(view.whole && result.truncated);
    if (asKept) return this.#keptPage(result, view, offset, limit);
    const { columns, looked, complete } = await this.#look(view, { type: 'rows', offset, limit });
    if (looked.type !== 'rows') throw new Error('a column came where rows were asked for');
    const { rows, places, cut, matching, of } = looked;
    return { columns, rows, ...(cut ? { cut } : {}), places, matching, of, complete };
  }

  #keptPage(result: KeptResult, { pivot }: ResultView, offset: number, limit: number): ResultPage {
    const all = pivot ? pivoted(this.#library.results.table(result.id), pivot) : null;
    const count = all ? all.rows.length : result.rowCount;
    const table: Table = all
      ? { columns: all.columns, rows: all.rows.slice(offset, offset + limit) }
      : this.#library.results.table(result.id, { offset, limit });
    const places = table.rows.map((_, at) => offset + at);
    return { ...table, places, matching: count, of: count, complete: !result.truncated };
  }

  async #look(
    view: ResultView,
    wish: LookedAt['wish'],
  ): Promise<{ columns: TableColumn[]; looked: Looked; complete: boolean }> {
    const result = this.#library.results.get(view.resultId);
    const common = { sort: view.sort, filters: view.filters, wish, timeoutMs: QUERY_TIME_MS };
    if (result.truncated && result.sql !== null && !view.pivot) {
      const { columns, sql } = result;
      const tables = await this.#tablesOf(result);
      const asked = { ...common, tables, columns, key: result.id, origin: () => ({ sql }) };
      const looked = await this.#options.datasets.result(asked).catch((error: unknown) => this.#unlessGone(error));
      if (looked) return { columns, looked, complete: true };
    }
    const table = view.pivot ? pivoted(this.#library.results.table(result.id), view.pivot) : null;
    const columns = table?.columns ?? result.columns;
    const looked = await this.#options.datasets.result({
      ...common,
      tables: [],
      columns,
      key: JSON.stringify([result.id, view.pivot ?? null]),
      origin: () => ({ rows: table ? [JSON.stringify(table.rows)] : this.#library.results.blocks(result.id) }),
    });
    return { columns, looked, complete: !result.truncated };
  }

  async #tablesOf({ threadId }: KeptResult) {
    const all = this.#library.datasets.ofThread(threadId);
    await Promise.all(all.map(({ dataset }) => this.#options.datasets.settled(dataset.id)));
    return this.#library.datasets.ofThread(threadId).filter(({ dataset }) => dataset.status === 'ready');
  }

  /** What was computed once may be no longer: then there is what was kept. */
  #unlessGone(error: unknown): null {
    if (error instanceof AppError && (error.code === 'cancelled' || error.code === 'timeout')) throw error;
    this.#options.log.info({ err: error }, 'the rows of a result could not be computed again');
    return null;
  }
}
