import type { Call, Chart, ChartId, ExportRequest, FileId, QueryReading } from '#contract';
import { inLocale, type Locale, wordsIn } from '#words';
import type { Library } from '../../library';
import type { DocumentWriter, PublicationChart } from '../../publishing';
import type { Charts } from '../charts';
import type { Files } from '../files';
import type { WrittenContent } from '../ports';
import type { Queries } from '../queries';
import { answerOf } from './answer-of-run';
import { orNull } from './or-null';
import { pictureBlock } from './picture-block';
import { publicationOfThread, type ThreadMaterial } from './publication-of-thread';
import type { KeptThread } from './thread-record';

/** A document has so many rows of a table; all of them are in the evidence. */
const ROWS_SHOWN = 500;

export interface ThreadDocumentsOptions {
  library: Library;
  files: Pick<Files, 'bytes'>;
  charts: Charts;
  queries: Queries;
  writer: Pick<DocumentWriter, 'write'>;
  /** How documents are worded and written. */
  locale: () => Locale;
  now: () => number;
}

/** How far a document is: pieces that are done, of all. */
export interface Doing {
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, of: number) => void) | undefined;
}

export type DocumentOrder = Pick<ExportRequest, 'code' | 'paper'> & { format: keyof typeof FORMATS };

const FORMATS = { html: 'html', pdf: 'pdf', markdown: 'md' } as const;

/** Threads as documents: HTML, PDF, Markdown. */
export class ThreadDocuments {
  readonly #options: ThreadDocumentsOptions;

  constructor(options: ThreadDocumentsOptions) {
    this.#options = options;
  }

  /** The first is the document, the others lie beside it. */
  async of(order: DocumentOrder, record: KeptThread, doing: Doing = {}): Promise<WrittenContent[]> {
    const publication = await this.#publication(record, order.code, doing);
    const format = FORMATS[order.format];
    const request = { publication, format, paper: order.paper, name: `thread.${format}` };
    const files = await this.#options.writer.write(request, doing.signal);
    return files.map(({ name, bytes }) => ({ name, bytes: () => [bytes] }));
  }

  async #publication(record: KeptThread, code: boolean, doing: Doing) {
    const { library, locale, now } = this.#options;
    const chosen = locale();
    const material: ThreadMaterial = {
      record,
      readings: await this.#readings(record),
      pictures: await this.#pictures(record, doing),
      rowsOf: (call) => (call.result ? library.results.table(call.result.id, { offset: 0, limit: ROWS_SHOWN }) : null),
      locale: chosen,
      words: wordsIn(chosen),
      now: now(),
    };
    return inLocale(chosen, () => publicationOfThread(material, { code }));
  }

  /** Of what was computed last in each run. */
  async #readings({ thread, runs }: KeptThread): Promise<Map<Call['id'], QueryReading>> {
    const readings = new Map<Call['id'], QueryReading>();
    for (const run of runs) {
      const call = answerOf(run, readings)?.call;
      if (!call?.query) continue;
      const { query } = call.query;
      const reading = await orNull(this.#options.queries.read({ threadId: thread.id, datasetIds: [], query }));
      if (reading) readings.set(call.id, reading);
    }
    return readings;
  }

  async #pictures({ messages, runs, charts }: KeptThread, doing: Doing) {
    const pictures = new Map<ChartId | FileId, PublicationChart>();
    const newest = new Map(charts.map((chart) => [chart.versionOf ?? chart.id, chart]));
    let done = 0;
    for (const [id, chart] of newest) {
      doing.signal?.throwIfAborted();
      // The writing of it all is one piece more.
      doing.onProgress?.(done++, newest.size + 1);
      const block = await orNull(this.#drawn(chart));
      if (block) pictures.set(id, block).set(chart.id, block);
    }
    const { locale } = this.#options;
    const { pictureAlt } = wordsIn(locale()).ui.exports;
    const shown = [
      ...messages.flatMap(({ parts }) => parts),
      ...runs.flatMap(({ steps }) => steps.flatMap(({ calls }) => calls.flatMap(({ outputs }) => outputs))),
    ];
    for (const part of shown) {
      if (part.type !== 'image' || pictures.has(part.fileId)) continue;
      const bytes = await orNull(this.#options.files.bytes(part.fileId));
      if (bytes) pictures.set(part.fileId, pictureBlock(bytes, pictureAlt));
    }
    doing.onProgress?.(newest.size, newest.size + 1);
    return pictures;
  }

  async #drawn(chart: Chart): Promise<PublicationChart> {
    const { charts } = this.#options;
    const bytes = (format: 'svg' | 'png') => charts.bytes({ chartId: chart.id, format });
    const svg = new TextDecoder().decode(await bytes('svg'));
    const title = chart.spec.look?.title ?? chart.spec.title;
    const [, width = '720', height = '420'] = /<svg[^>]*?\bwidth="(\d+)[^>]*?\bheight="(\d+)/.exec(svg) ?? [];
    return {
      type: 'chart',
      title,
      svg,
      png: await bytes('png'),
      width: Number(width),
      height: Number(height),
      alt: title,
      note: null,
    };
  }
}
