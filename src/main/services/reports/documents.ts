import type { Paper, ReportFormat } from '#contract';
import type { Locale } from '#words';
import type { KeptBlock } from '../../library';
import type { WriteRequest, WrittenFile } from '../../publishing';
import { fileNameFrom } from '../file-names';
import type { Files } from '../files';
import type { ChartPainter } from '../ports';
import { drawn } from './pictures';
import { publicationOf } from './publication-of';

/** Writes documents beside the app. */
export interface PublicationWriter {
  write(request: WriteRequest, signal?: AbortSignal): Promise<WrittenFile[]>;
}

export interface ReportDocumentsOptions {
  painter: ChartPainter;
  writer: PublicationWriter;
  files: Pick<Files, 'bytes'>;
  /** How words and figures of documents are written. */
  locale: () => Locale;
  now: () => number;
}

/** A report that is to be written. */
export interface ReportContent {
  title: string;
  blocks: readonly KeptBlock[];
}

/** Reports as documents, in the words of their reader. */
export class ReportDocuments {
  readonly #options: ReportDocumentsOptions;

  constructor(options: ReportDocumentsOptions) {
    this.#options = options;
  }

  /**
   * The files of a document, the main one first.
   * @throws AppError `cancelled`, `timeout`, `internal`
   */
  async write(
    { title, blocks }: ReportContent,
    { format, paper }: { format: ReportFormat; paper: Paper },
    { signal, onProgress }: { signal: AbortSignal; onProgress(done: number, of: number): void },
  ): Promise<WrittenFile[]> {
    const { painter, writer, files, now } = this.#options;
    const locale = this.#options.locale();
    const pictures = await drawn(blocks, { painter, locale, files, onProgress, signal });
    const publication = publicationOf({ title, blocks, pictures, locale, now: now() });
    const name = `${fileNameFrom(title)}.${format}`;
    return writer.write({ publication, format, paper, name }, signal);
  }
}
