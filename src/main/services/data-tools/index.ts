import type { z } from 'zod';
import type { CallId, RunId, ThreadId } from '#contract';
import { AnalyzeArgs, type AnalyzeOutput } from '#contract/analyze';
import {
  DescribeDataArgs,
  FindValuesArgs,
  MakeChartArgs,
  QUERY_OUTPUT_ROWS,
  QueryDataArgs,
} from '#contract/data-tools';
import { ResultId } from '#contract/ids';
import { AppError } from '#contract/result';
import type { Words } from '#words';
import type { AssistantsClient } from '../../api';
import type { Library, ThreadDataset } from '../../library';
import type { Log } from '../../log';
import { newId } from '../../new-id';
import { boundedTable, type TableBounds } from '../bounded-table';
import type { Charts } from '../charts';
import type { Datasets } from '../datasets';
import type { DataDefinitions } from '../definitions';
import { type Analysis, analyze, failureOf } from './analyze';
import { boundedDefinitions, describeDataset } from './describe';
import { findValues } from './find-values';

const ROWS_KEPT = 100_000;
const QUERY_TIME_MS = 120_000;
/** What a model is handed of a result. */
const FOR_MODELS: TableBounds = { rows: QUERY_OUTPUT_ROWS, cellChars: 1_000, chars: 256 * 1024 };

export interface ToolCall {
  id: CallId;
  name: string;
  arguments: string;
  runId: RunId;
  threadId: ThreadId;
}

export interface ToolOutcome {
  output: string;
  failed: boolean;
}

export interface DataToolsOptions {
  library: Library;
  datasets: Datasets;
  definitions: DataDefinitions;
  charts: Charts;
  client: () => Promise<AssistantsClient>;
  words: Words;
  log: Log;
  now: () => number;
}

/** Executes the function tools the app offers, on this machine. Failures become outputs, so that a model can try again. */
export class DataTools {
  readonly #options: DataToolsOptions;

  constructor(options: DataToolsOptions) {
    this.#options = options;
  }

  async execute(call: ToolCall, signal: AbortSignal): Promise<ToolOutcome> {
    try {
      signal.throwIfAborted();
      switch (call.name) {
        case 'describe_data':
          return await this.#describe(call, signal);
        case 'analyze':
          return await this.#analyze(call, signal);
        case 'find_values':
          return await this.#find(call, signal);
        case 'query_data':
          return await this.#query(call, signal);
        case 'make_chart':
          return await this.#chart(call, signal);
        default:
          throw new AppError('not_found', `There is no tool called ${call.name}.`);
      }
    } catch (error) {
      if (!(error instanceof AppError) && !signal.aborted)
        this.#options.log.error({ err: error, tool: call.name }, 'a tool failed');
      return { output: JSON.stringify({ error: toFailure(error, signal) }), failed: true };
    }
  }

  /** Runs SQL over a thread's data as the tools do. */
  async query(threadId: ThreadId, sql: string, signal?: AbortSignal) {
    const tables = await this.#ready(threadId, signal);
    if (tables.length === 0)
      throw new AppError('not_found', 'There is no data in this thread. Attach a file first.', {
        reason: { code: 'no_data' },
      });
    return this.#options.datasets.query({ tables, sql, maxRows: ROWS_KEPT, timeoutMs: QUERY_TIME_MS }, signal);
  }

  /** Computes a query over a thread's data: what it gives, or why it cannot be computed. */
  async analyze(threadId: ThreadId, query: unknown, signal?: AbortSignal): ReturnType<typeof analyze> {
    const tables = await this.#ready(threadId, signal);
    if (tables.length === 0)
      throw new AppError('not_found', 'There is no data in this thread. Attach a file first.', {
        reason: { code: 'no_data' },
      });
    return analyze(query, {
      definitions: await this.#options.definitions.ofTables(tables, signal),
      run: (sql) => this.#options.datasets.query({ tables, sql, maxRows: ROWS_KEPT, timeoutMs: QUERY_TIME_MS }, signal),
      onCheckFailed: (error) =>
        this.#options.log.warn({ err: error }, 'what to know of a result could not be computed'),
    });
  }

  async #describe(call: ToolCall, signal: AbortSignal): Promise<ToolOutcome> {
    const args = parseArguments(DescribeDataArgs, call.arguments);
    const all = await this.#ready(call.threadId, signal);
    const chosen = args.table === undefined ? all : all.filter((entry) => entry.table === args.table);
    if (args.table !== undefined && chosen.length === 0)
      throw new AppError('not_found', `There is no table called ${args.table}.`);
    const definitions = new Map(
      boundedDefinitions(await this.#options.definitions.ofTables(all, signal)).map((entry) => [entry.table, entry]),
    );
    const datasets = chosen.flatMap(({ dataset, table }) => {
      const described = describeDataset(dataset, table, this.#options.words);
      return described ? [{ ...described, definitions: definitions.get(table) ?? null }] : [];
    });
    return { output: JSON.stringify({ datasets }), failed: false };
  }

  async #find(call: ToolCall, signal: AbortSignal): Promise<ToolOutcome> {
    const { words, table } = parseArguments(FindValuesArgs, call.arguments);
    const tables = await this.#ready(call.threadId, signal);
    const definitions = await this.#options.definitions.ofTables(tables, signal);
    const chosen = table === undefined ? definitions : definitions.filter((entry) => entry.table === table);
    if (chosen.length === 0)
      throw new AppError(
        'not_found',
        table ? `There is no table called ${table}.` : 'There is no data in this thread.',
      );
    const run = (sql: string) =>
      this.#options.datasets.query({ tables, sql, maxRows: ROWS_KEPT, timeoutMs: QUERY_TIME_MS }, signal);
    return { output: JSON.stringify(await findValues(words, chosen, run)), failed: false };
  }

  async #query(call: ToolCall, signal: AbortSignal): Promise<ToolOutcome> {
    const { sql } = parseArguments(QueryDataArgs, call.arguments);
    const { table, truncated } = await this.query(call.threadId, sql, signal);
    const id = ResultId.parse(newId('res_'));
    this.#options.library.results.add({
      id,
      callId: call.id,
      threadId: call.threadId,
      table,
      truncated,
      at: this.#options.now(),
    });
    const output = {
      result_id: id,
      ...boundedTable(table, FOR_MODELS),
      row_count: table.rows.length,
      truncated,
    };
    return { output: JSON.stringify(output), failed: false };
  }

  async #analyze(call: ToolCall, signal: AbortSignal): Promise<ToolOutcome> {
    const { query: given, ...others } = parseArguments(AnalyzeArgs, call.arguments);
    const analysis = await this.analyze(call.threadId, given ?? others, signal);
    if ('problems' in analysis)
      return { output: JSON.stringify(failureOf(analysis.problems, this.#options.words)), failed: true };
    return { output: JSON.stringify(this.#keep(call, analysis)), failed: false };
  }

  #keep(call: ToolCall, { query, sql, columns, table, truncated, facts }: Analysis): AnalyzeOutput {
    const id = ResultId.parse(newId('res_'));
    this.#options.library.results.add({
      id,
      callId: call.id,
      threadId: call.threadId,
      table,
      truncated,
      at: this.#options.now(),
      computed: { query, sql, columns, facts },
    });
    const { rows, cut } = boundedTable(table, FOR_MODELS);
    const bounded = { rows, ...(cut ? { cut } : {}) };
    return { result_id: id, query, sql, columns, ...bounded, row_count: table.rows.length, truncated, facts };
  }

  async #chart(call: ToolCall, signal: AbortSignal): Promise<ToolOutcome> {
    const { result_id, ...spec } = parseArguments(MakeChartArgs, call.arguments);
    const resultId = ResultId.safeParse(result_id);
    if (!resultId.success || !this.#options.library.results.belongsTo(resultId.data, call.threadId)) {
      throw new AppError(
        'not_found',
        `There is no result ${result_id} in this thread. Use the result_id that analyze or query_data answered with.`,
      );
    }
    const { chart, png } = await this.#options.charts.make(
      { ...call, callId: call.id, resultId: resultId.data, spec },
      signal,
    );
    const fileId = await (await this.#options.client()).uploadPicture(`${chart.id}.png`, png);
    this.#options.library.charts.setRemoteFile(chart.id, fileId);
    return {
      output: JSON.stringify({ chart_id: chart.id, file_id: fileId }),
      failed: false,
    };
  }

  /** The thread's datasets once they are read; those that could not be read are left out. */
  async #ready(threadId: ThreadId, signal?: AbortSignal): Promise<ThreadDataset[]> {
    await Promise.all(
      this.#options.library.datasets
        .ofThread(threadId)
        .map((entry) => this.#options.datasets.settled(entry.dataset.id, signal)),
    );
    return this.#options.library.datasets.ofThread(threadId).filter((entry) => entry.dataset.status === 'ready');
  }
}

function parseArguments<T extends z.ZodType>(schema: T, text: string): z.output<T> {
  let value: unknown;
  try {
    value = JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new AppError('invalid_input', 'The arguments are not valid JSON.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError(
    'invalid_input',
    `The argument ${issue?.path.join('.') || 'object'} is not right: ${issue?.message ?? 'unknown reason'}.`,
  );
}

function toFailure(error: unknown, signal: AbortSignal) {
  if (error instanceof AppError)
    return {
      code: error.code,
      message: error.message,
      ...(error.at ? { at: error.at } : {}),
      ...(error.reason ? { reason: error.reason } : {}),
    };
  if (signal.aborted) return { code: 'cancelled', message: 'Stopped.' };
  return { code: 'internal', message: 'Something went wrong in Assay.' };
}
