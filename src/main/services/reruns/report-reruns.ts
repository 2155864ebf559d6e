import type {
  Dataset,
  FileReplacement,
  ReportId,
  ReportRerun,
  ReportRerunId,
  Rerun,
  RerunGate,
  ThreadId,
} from '#contract';
import { ReportRerunId as ReportRerunIdSchema } from '#contract/ids';
import { AppError } from '#contract/result';
import type { Library } from '../../library';
import type { Log } from '../../log';
import { newId } from '../../new-id';
import type { Datasets } from '../datasets';
import type { Emit } from '../hub';
import type { Reports } from '../reports';
import { joinedGates } from './joined-gates';
import { type RerunBlock, RerunBlocks } from './rerun-blocks';
import type { Reruns } from './thread-reruns';

export interface ReportRerunsOptions {
  library: Library;
  datasets: Datasets;
  reruns: Reruns;
  reports: Reports;
  emit: Emit;
  log: Log;
  now: () => number;
}

type Asked = { reportId: ReportId; replacements: FileReplacement[] };
/** A thread of the report, with those replacements that are of its files. */
type Part = { threadId: ThreadId; replacements: FileReplacement[] };

const TITLE_AT_MOST = 200;

/** Reports run again on other files: their threads are, and what came of those is pinned anew in the same order. */
export class ReportReruns {
  readonly #options: ReportRerunsOptions;
  readonly #active = new Map<ReportRerunId, { stop: AbortController; done: Promise<void> }>();

  constructor(options: ReportRerunsOptions) {
    this.#options = options;
  }

  files({ reportId }: { reportId: ReportId }): Dataset[] {
    const { datasets } = this.#options;
    const all = this.#threadsOf(reportId).flatMap((threadId) => datasets.ofThread({ threadId }));
    return [...new Map(all.map((dataset) => [dataset.id, dataset])).values()];
  }

  async check(input: Asked): Promise<RerunGate> {
    const gates: RerunGate[] = [];
    for (const part of this.#partsOf(input)) gates.push(await this.#options.reruns.check(part));
    return joinedGates(gates);
  }

  async start({ accepted, ...asked }: Asked & { accepted: boolean }): Promise<ReportRerun> {
    const gate = await this.check(asked);
    if (gate.stops > 0) throw new AppError('invalid_input', 'The file lacks something that the questions ask for.');
    if (gate.asks > 0 && !accepted)
      throw new AppError('invalid_input', 'The file differs in a way that has to be confirmed first.');
    const parts = this.#partsOf(asked);
    const begun = this.#save({
      ...{ id: ReportRerunIdSchema.parse(newId('report_rerun_')), fromReport: asked.reportId, toReport: null },
      ...{ status: 'running', done: 0, of: parts.length, gate, reruns: [], blocks: [], failure: null },
      createdAt: this.#options.now(),
    });
    const stop = new AbortController();
    const done = this.#follow(begun, parts, stop.signal).finally(() => this.#active.delete(begun.id));
    this.#active.set(begun.id, { stop, done });
    return begun;
  }

  cancel({ reportRerunId }: { reportRerunId: ReportRerunId }): ReportRerun {
    this.#active.get(reportRerunId)?.stop.abort();
    return this.#find(reportRerunId);
  }

  get({ reportRerunId }: { reportRerunId: ReportRerunId }): ReportRerun {
    return this.#find(reportRerunId);
  }

  ofReport({ reportId }: { reportId: ReportId }): ReportRerun[] {
    return this.#options.library.reportReruns.ofReport(reportId);
  }

  /** Resolves when it is over. */
  async finished(id: ReportRerunId): Promise<ReportRerun> {
    await this.#active.get(id)?.done;
    return this.#find(id);
  }

  /** Those an earlier process left under way are over. */
  resume(): void {
    this.#options.library.reportReruns.endOpen();
  }

  async close(): Promise<void> {
    const active = [...this.#active.values()];
    for (const { stop } of active) stop.abort();
    await Promise.all(active.map(({ done }) => done));
  }

  async #follow(begun: ReportRerun, parts: readonly Part[], signal: AbortSignal): Promise<void> {
    const { log } = this.#options;
    try {
      const reruns: Rerun[] = [];
      for (const part of parts) {
        if (signal.aborted) break;
        reruns.push(await this.#runThread(begun.id, part, signal));
      }
      if (signal.aborted) this.#change(begun.id, { status: 'cancelled' });
      else await this.#pin(begun, reruns);
    } catch (error) {
      log.error({ err: error }, 'a report could not be run again');
      const failure = error instanceof AppError ? error.message : 'Something went wrong in Assay.';
      this.#change(begun.id, { status: 'failed', failure });
    }
  }

  async #runThread(id: ReportRerunId, part: Part, signal: AbortSignal): Promise<Rerun> {
    const { reruns } = this.#options;
    const { id: rerunId } = await reruns.start({ ...part, accepted: true });
    this.#change(id, { reruns: [...this.#find(id).reruns, rerunId] });
    const onAbort = () => void reruns.cancel({ rerunId });
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    const rerun = await reruns.finished(rerunId).finally(() => signal.removeEventListener('abort', onAbort));
    this.#change(id, { done: this.#find(id).done + 1 });
    return rerun;
  }

  async #pin({ id, fromReport, gate }: ReportRerun, reruns: readonly Rerun[]): Promise<void> {
    const { reports } = this.#options;
    const renewal = new RerunBlocks(this.#options, reruns);
    const blocks: RerunBlock[] = [];
    for (const block of reports.blocksOf(fromReport)) blocks.push(await renewal.inPlaceOf(block));
    const files = [...new Set(gate.replacements.map(({ byName }) => byName))].join(', ');
    const title = `${reports.get({ reportId: fromReport }).title} · ${files}`.slice(0, TITLE_AT_MOST);
    const { id: toReport } = reports.copyWith(title, blocks);
    const pairs = blocks.map(({ pair }) => pair);
    const status = pairs.some(({ outcome }) => outcome === 'not_run') ? 'incomplete' : 'completed';
    this.#change(id, { status, toReport, blocks: pairs });
  }

  #threadsOf(reportId: ReportId): ThreadId[] {
    const { library, reports } = this.#options;
    const ids = reports.blocksOf(reportId).flatMap(({ source }) => source?.threadId ?? []);
    return [...new Set(ids)].filter((id) => library.threads.get(id));
  }

  /** @throws AppError `not_found` where a file is of none of its threads */
  #partsOf({ reportId, replacements }: Asked): Part[] {
    const { library } = this.#options;
    const parts = this.#threadsOf(reportId).map((threadId) => {
      const own = new Set(library.datasets.ofThread(threadId).map(({ dataset }) => dataset.id));
      return { threadId, replacements: replacements.filter(({ datasetId }) => own.has(datasetId)) };
    });
    const known = new Set(parts.flatMap((part) => part.replacements.map(({ datasetId }) => datasetId)));
    if (replacements.some(({ datasetId }) => !known.has(datasetId)))
      throw new AppError('not_found', 'The file that is to be replaced is not a file of this report.');
    return parts.filter((part) => part.replacements.length > 0);
  }

  #change(id: ReportRerunId, change: Partial<ReportRerun>): ReportRerun {
    return this.#save({ ...this.#find(id), ...change });
  }

  #save(rerun: ReportRerun): ReportRerun {
    this.#options.library.reportReruns.save(rerun);
    this.#options.emit({ name: 'reportReruns.changed', data: rerun });
    return rerun;
  }

  #find(id: ReportRerunId): ReportRerun {
    const rerun = this.#options.library.reportReruns.get(id);
    if (!rerun) throw new AppError('not_found', 'This is no longer kept.');
    return rerun;
  }
}
