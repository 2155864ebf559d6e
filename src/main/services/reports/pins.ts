import type {
  BlockContent,
  BlockSource,
  Call,
  CallId,
  ChartId,
  MessageId,
  PinnedFile,
  PinTarget,
  QueryReading,
  ResultId,
  ThreadId,
} from '#contract';
import type { Query } from '#contract/query';
import { AppError } from '#contract/result';
import type { Library } from '../../library';
import type { Queries } from '../queries';
import { lastQueried, versionsOf } from './answer-versions';
import { pinnedAnswer, type ShownAnswer } from './pinned-answer';
import { filesOfCode, filesOfDocuments, filesOfThread, joinedFiles } from './pinned-files';
import { pinnedTable } from './pinned-table';

/** What is kept of something that is pinned. */
export interface Pinned {
  content: BlockContent;
  source: BlockSource;
}

export interface PinsOptions {
  library: Library;
  queries: Pick<Queries, 'read'>;
}

type Place = Omit<BlockSource, 'title'>;
type TargetOf<K extends PinTarget['kind']> = Extract<PinTarget, { kind: K }>;

const NOWHERE = { messageId: null, callId: null, resultId: null, chartId: null, documentId: null };

/** Copies what is to be pinned out of its thread. */
export class Pins {
  readonly #library: Library;
  readonly #queries: PinsOptions['queries'];

  constructor({ library, queries }: PinsOptions) {
    this.#library = library;
    this.#queries = queries;
  }

  /** @throws AppError `not_found` */
  pinned(target: PinTarget): Promise<Pinned> {
    switch (target.kind) {
      case 'answer':
        return this.#answer(target);
      case 'table':
        return this.#table(target.resultId);
      case 'chart':
        return this.#chart(target.chartId);
      case 'figure':
        return this.#figure(target);
      case 'quote':
        return this.#quote(target);
    }
  }

  /** The same of the newest version of what a block was pinned from. */
  renewed({ messageId, callId, chartId, resultId }: BlockSource, kind: BlockContent['kind']): Promise<Pinned> {
    const newest = callId === null ? undefined : versionsOf(this.#library, callId).at(-1);
    const result = newest?.result?.id ?? resultId;
    if (kind === 'answer' && messageId) return this.#answer({ messageId });
    if (kind === 'table' && result) return this.#table(result);
    if (kind === 'chart' && chartId) return this.#chart(this.#newestChart(chartId, newest));
    throw new AppError('invalid_input', 'This cannot be renewed. Pin it again from its thread.');
  }

  #newestChart(chartId: ChartId, newest: Call | undefined): ChartId {
    const { charts } = this.#library;
    const chart = charts.get(chartId);
    const drawn = newest?.result && newest.result.id !== chart?.resultId ? charts.ofResult(newest.result.id) : [];
    return drawn.at(-1)?.id ?? charts.versions(chart?.versionOf ?? chartId).at(-1)?.id ?? chartId;
  }

  async #answer({ messageId, callId }: Omit<TargetOf<'answer'>, 'kind'>): Promise<Pinned> {
    const answer = await this.#shown(messageId, callId);
    const { message, shown, asGiven, run } = answer;
    const content = pinnedAnswer(this.#library, answer);
    const { threadId } = message;
    const cited = message.citations.flatMap(({ documentId }) => documentId ?? []);
    const isComputed = run !== null && shown !== null && (run.model === 'built-in' || !asGiven);
    const files = isComputed
      ? joinedFiles(this.#filesOf(shown, threadId), filesOfDocuments(this.#library, cited))
      : filesOfThread(this.#library, threadId);
    const chart = shown?.result ? this.#library.charts.ofResult(shown.result.id).at(-1) : undefined;
    const place = { ...NOWHERE, messageId, callId: shown?.id ?? null, chartId: chart?.id ?? null };
    const at = asGiven ? message.createdAt : (shown?.startedAt ?? message.createdAt);
    return { content, source: this.#source({ ...place, threadId, files, at }) };
  }

  async #shown(messageId: MessageId, callId: CallId | undefined): Promise<ShownAnswer> {
    const { messages, runs, steps } = this.#library;
    const message = messages.get(messageId);
    if (!message) throw new AppError('not_found', 'This answer is no longer there.');
    const run = message.runId === null ? null : (runs.get(message.runId) ?? null);
    const adopted = run?.adopted && steps.call(run.adopted);
    if (adopted) return { message, run, shown: adopted, asGiven: false, reading: null };
    const queried = run && lastQueried(this.#library, run);
    const { origin, versions } = queried ?? { origin: null, versions: [] };
    const shown = versions.find(({ id }) => id === callId) ?? versions.at(-1) ?? origin;
    const reading = shown?.query ? await this.#reading(message.threadId, shown.query.query) : null;
    const isGiven = shown === null || (shown.id === origin?.id && shown.name !== 'explore');
    // What cannot be read any more stands as it was written.
    return { message, run, shown, asGiven: isGiven || reading === null, reading };
  }

  async #table(resultId: ResultId): Promise<Pinned> {
    const { threadId, callId, query } = this.#library.results.get(resultId);
    const call = this.#library.steps.call(callId);
    const reading = query && (await this.#reading(threadId, query.query));
    const table = pinnedTable(this.#library, resultId, reading?.names ?? null);
    return {
      content: { kind: 'table', table, reading },
      source: this.#source({ ...this.#placeOf(call, threadId), resultId }),
    };
  }

  async #chart(chartId: ChartId): Promise<Pinned> {
    const { charts, results, steps } = this.#library;
    const chart = charts.get(chartId);
    if (!chart) throw new AppError('not_found', 'This chart is no longer kept.');
    const { callId, query } = results.get(chart.resultId);
    const reading = query && (await this.#reading(chart.threadId, query.query));
    const { spec, resultId, threadId } = chart;
    return {
      content: { kind: 'chart', chart: { spec, table: results.table(resultId), reading } },
      source: this.#source({ ...this.#placeOf(steps.call(callId), threadId), chartId, resultId }),
    };
  }

  async #figure({ resultId, row, column }: TargetOf<'figure'>): Promise<Pinned> {
    const { threadId, callId, query, rowCount, columns } = this.#library.results.get(resultId);
    if (row >= rowCount || column >= columns.length)
      throw new AppError('not_found', 'This figure is no longer in its result.');
    const reading = query && (await this.#reading(threadId, query.query));
    const table = pinnedTable(this.#library, resultId, reading?.names ?? null, row);
    return {
      content: { kind: 'figure', table, column },
      source: this.#source({ ...this.#placeOf(this.#library.steps.call(callId), threadId), resultId }),
    };
  }

  async #quote({ threadId, documentId, quote, place }: TargetOf<'quote'>): Promise<Pinned> {
    const document = this.#library.documents.get(documentId);
    if (!document) throw new AppError('not_found', 'This document is no longer kept.');
    const files = filesOfDocuments(this.#library, [documentId]);
    return {
      content: { kind: 'quote', quote, name: document.name, place },
      source: this.#source({ ...NOWHERE, threadId, documentId, files, at: document.createdAt }),
    };
  }

  #placeOf(call: Call | undefined, threadId: ThreadId): Place {
    const files = call ? this.#filesOf(call, threadId) : filesOfThread(this.#library, threadId);
    return { ...NOWHERE, threadId, callId: call?.id ?? null, files, at: call?.startedAt ?? 0 };
  }

  /** Code that names no table may have read any of them. */
  #filesOf({ code, input }: Call, threadId: ThreadId): PinnedFile[] {
    const named = filesOfCode(this.#library, threadId, code?.text ?? input);
    return named.length > 0 ? named : filesOfThread(this.#library, threadId);
  }

  #source(place: Place): BlockSource {
    const thread = this.#library.threads.get(place.threadId);
    if (!thread) throw new AppError('not_found', 'This thread is no longer there.');
    return { ...place, title: thread.title };
  }

  /** Null where its tables are not there any more. */
  async #reading(threadId: ThreadId, query: Query): Promise<QueryReading | null> {
    try {
      return await this.#queries.read({ threadId, datasetIds: [], query });
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }
}
