import type {
  Paper,
  PinTarget,
  Report,
  ReportBlock,
  ReportBlockId,
  ReportFormat,
  ReportId,
  ReportSummary,
  Saved,
} from '#contract';
import { ReportBlockId as ReportBlockIdSchema, ReportId as ReportIdSchema } from '#contract/ids';
import { AppError } from '#contract/result';
import type { KeptBlock, Library } from '../../library';
import { newId } from '../../new-id';
import type { WrittenFile } from '../../publishing';
import { fileNameFrom } from '../file-names';
import type { Emit } from '../hub';
import type { OutgoingFiles, ShellServices } from '../ports';
import { changesOf } from './changes';
import { ReportDocuments, type ReportDocumentsOptions } from './documents';
import { chartIn } from './pictures';
import { type Pinned, Pins, type PinsOptions } from './pins';
import { shortened } from './shortened';

export interface ReportsOptions extends PinsOptions, ReportDocumentsOptions {
  shell: Pick<ShellServices, 'save'>;
  outgoing: Pick<OutgoingFiles, 'archive'>;
  emit: Emit;
}

const TYPES: Record<ReportFormat, string> = {
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What was pinned out of answers, in the analyst's order and words; copies, so that a report outlives its threads. */
export class Reports {
  readonly #options: ReportsOptions;
  readonly #library: Library;
  readonly #pins: Pins;
  readonly #documents: ReportDocuments;
  readonly #making = new Map<ReportId, AbortController>();

  constructor(options: ReportsOptions) {
    this.#options = options;
    this.#library = options.library;
    this.#pins = new Pins(options);
    this.#documents = new ReportDocuments(options);
    // What was removed could be put back until now.
    this.#library.reports.purgeRemoved();
  }

  list(): ReportSummary[] {
    return this.#library.reports.list();
  }

  get(input: { reportId: ReportId }): Report {
    const summary = this.#find(input.reportId);
    const blocks = this.#library.reports.blocks(summary.id).map((block) => this.#told(block));
    return { ...summary, blocks };
  }

  /** As they are kept, with all rows. */
  blocksOf(reportId: ReportId): KeptBlock[] {
    return this.#library.reports.blocks(this.#find(reportId).id);
  }

  create(input: { title: string }): ReportSummary {
    return this.#said(this.#begun(input.title));
  }

  /** A report with other contents in its blocks, as of another file; those left out are not in it. */
  copyWith(title: string, blocks: readonly Pick<KeptBlock, 'content' | 'source'>[]): ReportSummary {
    const id = this.#library.transaction(() => {
      const reportId = this.#begun(title);
      for (const block of blocks) this.#library.reports.addBlock(this.#blockOf(reportId, block), null);
      return reportId;
    });
    return this.#said(id);
  }

  /** A copy of what would be pinned, in no report yet. */
  pinned(target: PinTarget): Promise<Pinned> {
    return this.#pins.pinned(target);
  }

  rename(input: { reportId: ReportId; title: string }): ReportSummary {
    this.#find(input.reportId);
    this.#library.reports.rename(input.reportId, input.title);
    return this.#changed(input.reportId);
  }

  delete(input: { reportId: ReportId }): Record<string, never> {
    this.#find(input.reportId);
    this.#library.reports.hide(input.reportId, this.#options.now());
    this.#sayDeleted(input.reportId);
    return {};
  }

  restore(input: { reportId: ReportId }): ReportSummary {
    if (!this.#library.reports.unhide(input.reportId))
      throw new AppError('not_found', 'This report was deleted for good.');
    this.#sayDeleted(input.reportId);
    return this.#find(input.reportId);
  }

  async pin(input: { reportId: ReportId | null; target: PinTarget }): Promise<ReportBlock> {
    if (input.reportId !== null) this.#find(input.reportId);
    const pinned = await this.#pins.pinned(input.target);
    const block = this.#library.transaction(() => {
      const reportId = input.reportId ?? this.#begun(pinned.source.title);
      const added = this.#blockOf(reportId, pinned);
      this.#library.reports.addBlock(added, null);
      return added;
    });
    return this.#changedBlock(block);
  }

  addText(input: { reportId: ReportId; markdown: string; before: ReportBlockId | null }): ReportBlock {
    this.#find(input.reportId);
    const content = { kind: 'text' as const, markdown: input.markdown };
    const block = this.#blockOf(input.reportId, { content, source: null });
    this.#library.reports.addBlock(block, input.before);
    return this.#changedBlock(block);
  }

  editText(input: { blockId: ReportBlockId; markdown: string }): ReportBlock {
    const block = this.#block(input.blockId);
    if (block.content.kind !== 'text') throw new AppError('invalid_input', 'Only own text can be edited.');
    this.#library.reports.change(block.id, { kind: 'text', markdown: input.markdown }, null);
    return this.#changedBlock(block);
  }

  move(input: { blockId: ReportBlockId; before: ReportBlockId | null }): Record<string, never> {
    const block = this.#block(input.blockId);
    this.#library.reports.move(block.id, input.before);
    this.#changed(block.reportId);
    return {};
  }

  remove(input: { blockId: ReportBlockId }): Record<string, never> {
    const block = this.#block(input.blockId);
    this.#library.reports.setRemoved(block.id, true);
    this.#changed(block.reportId);
    return {};
  }

  putBack(input: { blockId: ReportBlockId }): ReportBlock {
    const block = this.#block(input.blockId);
    this.#library.reports.setRemoved(block.id, false);
    return this.#changedBlock(block);
  }

  async renew(input: { blockId: ReportBlockId }): Promise<ReportBlock> {
    const block = this.#block(input.blockId);
    if (block.source === null) throw new AppError('invalid_input', 'Own text has no newer version.');
    const { content, source } = await this.#pins.renewed(block.source, block.content.kind);
    this.#library.reports.change(block.id, content, source);
    return this.#changedBlock(block);
  }

  /** One at a time of a report. */
  async export(input: { reportId: ReportId; format: ReportFormat; paper: Paper }): Promise<Saved> {
    const [main, ...pictures] = await this.document(input);
    if (!main) throw new Error('a document without a file');
    const type = TYPES[input.format];
    const { shell, outgoing } = this.#options;
    if (pictures.length === 0) return shell.save({ name: main.name, type, bytes: main.bytes });
    const contents = [main, ...pictures].map(({ name, bytes }) => ({ name, bytes: () => [bytes] }));
    const { path } = await outgoing.archive(contents, {});
    return shell.save({ name: `${main.name}.zip`, type: 'application/zip', path });
  }

  /**
   * The files of a document, the main one first.
   * @throws AppError `cancelled` after `stopExport` or by `signal`, `busy` while one is made of the same report
   */
  async document(
    { reportId, ...as }: { reportId: ReportId; format: ReportFormat; paper: Paper },
    signal?: AbortSignal,
  ): Promise<WrittenFile[]> {
    const { title } = this.#find(reportId);
    if (this.#making.has(reportId)) throw new AppError('busy', 'A document of this report is being made already.');
    const stop = new AbortController();
    const stopped = signal ? AbortSignal.any([stop.signal, signal]) : stop.signal;
    this.#making.set(reportId, stop);
    const onProgress = (done: number, of: number) =>
      this.#options.emit({ name: 'reports.exporting', data: { reportId, done, of } });
    try {
      const content = { title, blocks: this.#library.reports.blocks(reportId) };
      return await this.#documents.write(content, as, { signal: stopped, onProgress });
    } catch (error) {
      if (stopped.aborted) throw new AppError('cancelled', 'The export was stopped.', { cause: error });
      throw error;
    } finally {
      this.#making.delete(reportId);
    }
  }

  stopExport(input: { reportId: ReportId }): Record<string, never> {
    this.#making.get(input.reportId)?.abort();
    return {};
  }

  /** Documents that are being made end as stopped ones. */
  close(): void {
    for (const stop of this.#making.values()) stop.abort();
  }

  async saveChart(input: { blockId: ReportBlockId }): Promise<Saved> {
    const { content } = this.#block(input.blockId);
    if (content.kind !== 'chart') throw new AppError('invalid_input', 'Only charts are saved as pictures.');
    const { shell, painter, locale } = this.#options;
    const chart = chartIn(locale(), content.chart);
    const { png } = await painter.draw({ ...chart, theme: 'light', locale: locale() });
    const name = `${fileNameFrom(chart.spec.look?.title ?? chart.spec.title)}.png`;
    return shell.save({ name, type: 'image/png', bytes: png });
  }

  #begun(title: string): ReportId {
    const id = ReportIdSchema.parse(newId('report_'));
    this.#library.reports.add({ id, title, at: this.#options.now() });
    return id;
  }

  #blockOf(reportId: ReportId, { content, source }: Pick<KeptBlock, 'content' | 'source'>): KeptBlock {
    const id = ReportBlockIdSchema.parse(newId('block_'));
    return { id, reportId, content, source, createdAt: this.#options.now() };
  }

  #block(id: ReportBlockId): KeptBlock {
    const block = this.#library.reports.block(id);
    if (!block) throw new AppError('not_found', 'This part of the report is no longer there.');
    this.#find(block.reportId);
    return block;
  }

  #find(id: ReportId): ReportSummary {
    const report = this.#library.reports.get(id);
    if (!report) throw new AppError('not_found', 'This report is no longer there.');
    return report;
  }

  /** For the window: long tables by their first rows. */
  #told(block: KeptBlock): ReportBlock {
    return { ...block, content: shortened(block.content), changes: changesOf(this.#library, block.source) };
  }

  #changedBlock(block: KeptBlock): ReportBlock {
    this.#changed(block.reportId);
    return this.#told(this.#block(block.id));
  }

  #changed(id: ReportId): ReportSummary {
    this.#library.reports.touch(id, this.#options.now());
    return this.#said(id);
  }

  #said(id: ReportId): ReportSummary {
    this.#options.emit({ name: 'reports.changed', data: { reportId: id } });
    return this.#find(id);
  }

  /** Files say which reports use them. */
  #sayDeleted(id: ReportId): void {
    this.#options.emit({ name: 'reports.changed', data: { reportId: id } });
    this.#options.emit({ name: 'deletions.changed', data: {} });
  }
}
