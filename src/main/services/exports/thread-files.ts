import type { ChartId, ExportRequest, FileId, ThreadFormat } from '#contract';
import type { AssistantsClient, RawThread } from '../../api';
import type { DataDefinitions } from '../definitions';
import type { Notebooks } from '../notebook';
import type { BlobFiles, WrittenContent } from '../ports';
import { type EvidenceContents, evidenceOf } from './evidence';
import { orNull } from './or-null';
import { protocolOfLibrary } from './protocol-of-library';
import { type DocumentOrder, type Doing, ThreadDocuments, type ThreadDocumentsOptions } from './thread-documents';
import { type ExportedBytes, type FileWithBytes, threadJson } from './thread-json';
import type { KeptThread } from './thread-record';

type FileOrder = Omit<DocumentOrder, 'format'> & { format: Exclude<ThreadFormat, 'evidence'> };

export interface ThreadFilesOptions extends ThreadDocumentsOptions {
  blobs: BlobFiles;
  definitions: DataDefinitions;
  notebooks: Notebooks;
  client: () => Promise<AssistantsClient>;
  /** Of what computes here, by name. */
  versions: () => Record<string, string>;
}

/** Threads in each format, as files that are yet to be written. */
export class ThreadFiles {
  readonly #options: ThreadFilesOptions;
  readonly #documents: ThreadDocuments;

  constructor(options: ThreadFilesOptions) {
    this.#options = options;
    this.#documents = new ThreadDocuments(options);
  }

  /** The first is the thread itself, the others lie beside it. */
  async of(order: FileOrder, record: KeptThread, doing: Doing = {}): Promise<WrittenContent[]> {
    const { format } = order;
    if (format === 'json') return [await this.#json(record)];
    if (format !== 'notebook') return this.#documents.of({ ...order, format }, record, doing);
    const notebook = await this.#options.notebooks.of(record.thread.id);
    const text = new TextEncoder().encode(`${JSON.stringify(notebook, null, 1)}\n`);
    return [{ name: 'thread.ipynb', bytes: () => [text] }];
  }

  async evidence(record: KeptThread, { data }: Pick<ExportRequest, 'data'>): Promise<EvidenceContents> {
    const { library, charts, definitions, locale, versions } = this.#options;
    const raw = await this.#raw(record);
    const defined = await definitions.ofThread({ threadId: record.thread.id });
    return evidenceOf({
      record,
      library,
      withData: data,
      locale: locale(),
      versions: versions(),
      instructions: (raw?.assistants ?? []).map((assistant) => ({
        assistant: assistant.id,
        model: String(assistant.model ?? ''),
        text: typeof assistant.instructions === 'string' ? assistant.instructions : null,
      })),
      editsOf: ({ dataset }) => defined.find(({ datasetId }) => datasetId === dataset.id)?.edits ?? null,
      fileBytes: (id) => {
        const file = library.files.get(id);
        return file
          ? { sha256: file.blob, bytes: file.bytes, read: () => streamed(this.#options.blobs.read(file.blob)) }
          : null;
      },
      picture: (chart, format) => charts.bytes({ chartId: chart.id, format }),
    });
  }

  async #json(record: KeptThread): Promise<WrittenContent> {
    const raw = await this.#raw(record);
    const { thread, messages, runs, run_steps, assistants } = raw ?? protocolOfLibrary(record);
    const { title, tags, pinned, archived } = record.thread;
    const files = raw ? this.#serverFiles(raw) : this.#ownFiles(record);
    const exported = {
      source: raw ? 'server' : 'library',
      exported_at: Math.floor(this.#options.now() / 1_000),
      about: { title, tags, pinned, archived },
      ...{ thread, messages, runs, run_steps, assistants },
    } as Parameters<typeof threadJson>[0];
    return { name: 'thread.json', bytes: () => threadJson(exported, files) };
  }

  /** Null where the server cannot be asked, or does not know the thread. */
  async #raw({ thread }: KeptThread): Promise<RawThread | null> {
    return orNull(this.#options.client().then((client) => client.rawThread(thread.id)));
  }

  #serverFiles({ files }: RawThread): FileWithBytes[] {
    return files.map((object) => ({
      object: object as FileWithBytes['object'],
      open: () => this.#bytesOf(object.id),
    }));
  }

  /** A file of the server, by what this machine has of it. */
  async #bytesOf(remoteId: string): Promise<ExportedBytes | null> {
    const { library } = this.#options;
    const chartId = library.charts.byRemoteFile(remoteId);
    const painted = chartId && (await this.#painted(chartId));
    if (painted) return painted;
    const file = library.files.byRemoteFile(remoteId);
    if (file) return this.kept(file.blob);
    const document = library.documents.byRemoteFile(remoteId);
    const kept = document && library.files.get(document.fileId);
    return kept ? this.kept(kept.blob) : null;
  }

  /** What it was asked about, what code made, and its charts, under the ids that its messages and calls call them by. */
  #ownFiles(record: KeptThread): FileWithBytes[] {
    const { library } = this.#options;
    const files = fileIdsOf(record).map((id): FileWithBytes => {
      const file = library.files.get(id);
      const object = objectOf(id, file?.name ?? id, file?.createdAt ?? record.thread.createdAt);
      return {
        object: file ? { ...object, bytes: file.bytes } : object,
        open: async () => (file ? this.kept(file.blob) : null),
      };
    });
    const charts = record.charts.map(
      (chart): FileWithBytes => ({
        object: objectOf(chart.id, `${chart.id}.png`, record.thread.createdAt),
        open: () => this.#painted(chart.id),
      }),
    );
    return [...files, ...charts];
  }

  async #painted(chartId: ChartId): Promise<ExportedBytes | null> {
    const png = await orNull(this.#options.charts.bytes({ chartId, format: 'png' }));
    return png && { size: png.length, read: () => [png] };
  }

  /** The bytes of a kept file, to be read once; null where they are gone. */
  async kept(key: string): Promise<ExportedBytes | null> {
    const bytes = await orNull(this.#options.blobs.read(key));
    return bytes && { size: bytes.size, read: () => bytes.stream };
  }
}

const objectOf = (id: string, filename: string, createdAt: number): FileWithBytes['object'] => ({
  ...{ id, object: 'file', created_at: Math.floor(createdAt / 1_000), filename, purpose: 'assistants' },
});

/** Each file once. */
function fileIdsOf({ tables, documents, messages, runs }: KeptThread): FileId[] {
  const shown = [
    ...messages.flatMap(({ parts }) => parts),
    ...runs.flatMap(({ steps }) => steps.flatMap(({ calls }) => calls.flatMap(({ outputs }) => outputs))),
  ];
  return [
    ...new Set([
      ...tables.map(({ dataset }) => dataset.fileId),
      ...documents.map(({ fileId }) => fileId),
      ...shown.flatMap((part) => (part.type === 'image' || part.type === 'file' ? [part.fileId] : [])),
    ]),
  ];
}

async function* streamed(reading: Promise<{ stream: AsyncIterable<Uint8Array> }>): AsyncGenerator<Uint8Array> {
  yield* (await reading).stream;
}
