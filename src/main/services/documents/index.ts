import type {
  CallId,
  Document,
  DocumentId,
  DocumentLine,
  DocumentMatch,
  FileId,
  FoundPassage,
  ThreadId,
} from '#contract';
import { documentKindOf } from '#contract/document-kinds';
import { DocumentId as DocumentIdSchema } from '#contract/ids';
import { AppError, failureOf } from '#contract/result';
import type { AssistantsClient, ReadDocument } from '../../api';
import type { DocumentText, Library } from '../../library';
import type { Log } from '../../log';
import { newId } from '../../new-id';
import type { Emit } from '../hub';
import type { BlobFiles } from '../ports';
import type { SentFiles } from '../sent-files';
import { linesOf, type PartLines, partAt } from './lines';
import { matchesIn } from './matches';
import { partsOf } from './parts';

const TEXT_LIMIT = 1024 ** 3;

export interface DocumentsOptions {
  library: Library;
  blobs: BlobFiles;
  sent: SentFiles;
  client: () => Promise<AssistantsClient>;
  emit: Emit;
  log: Log;
  now: () => number;
}

/** Files to be searched and quoted: kept here, read by the server, shown from here. */
export class Documents {
  readonly #options: DocumentsOptions;
  readonly #library: Library;
  readonly #work = new Map<DocumentId, Promise<void>>();
  readonly #closing = new AbortController();
  /** The lines of the part that was shown last: whoever scrolls asks for the same again and again. */
  #shown: { id: DocumentId; part: number; lines: PartLines } | null = null;

  constructor(options: DocumentsOptions) {
    this.#options = options;
    this.#library = options.library;
  }

  get(input: { documentId: DocumentId }): Document {
    const document = this.#library.documents.get(input.documentId);
    if (!document) throw new AppError('not_found', 'This document is no longer kept.');
    return document;
  }

  ofThread(input: { threadId: ThreadId }): Document[] {
    return this.#library.documents.ofThread(input.threadId);
  }

  add(input: { fileId: FileId }): Document {
    const file = this.#library.files.get(input.fileId);
    if (!file)
      throw new AppError('not_found', 'The file is no longer there. Drop it again.', { reason: { code: 'file_gone' } });
    const document: Document = {
      id: DocumentIdSchema.parse(newId('doc_')),
      fileId: file.id,
      name: file.name,
      kind: documentKindOf(file.name) ?? 'text',
      bytes: file.bytes,
      status: 'reading',
      parts: null,
      error: null,
      createdAt: this.#options.now(),
    };
    this.#library.documents.add(document);
    this.#read(document.id);
    return this.#publishSaved(document.id);
  }

  retry(input: { documentId: DocumentId }): Document {
    if (this.get(input).status === 'failed') {
      this.#library.documents.markReading(input.documentId);
      this.#read(input.documentId);
    }
    return this.#publishSaved(input.documentId);
  }

  async lines(input: {
    documentId: DocumentId;
    part: number;
    from: number;
    limit: number;
  }): Promise<{ lines: DocumentLine[]; total: number }> {
    const lines = await this.#linesOf(input.documentId, input.part);
    return { lines: lines.slice(input.from, input.from + input.limit), total: lines.length };
  }

  async locate(input: {
    documentId: DocumentId;
    offset: number;
  }): Promise<{ part: number; line: number; column: number }> {
    const { sections } = this.#textOf(input.documentId);
    const part = partAt(sections, input.offset);
    const lines = await this.#linesOf(input.documentId, part);
    const at = lines.findLastIndex(({ start }) => start <= input.offset);
    const line = Math.max(0, at);
    return { part, line, column: Math.max(0, input.offset - (lines[line]?.start ?? 0)) };
  }

  async search(input: { documentId: DocumentId; words: string }): Promise<{ matches: DocumentMatch[]; more: boolean }> {
    const { blob, sections } = this.#textOf(input.documentId);
    return matchesIn(await this.#wholeText(blob), sections, input.words);
  }

  found(input: { callId: CallId }): FoundPassage[] {
    return this.#library.passages.ofCall(input.callId);
  }

  /** The server's ids of documents that are about to be asked about; sent again where the server has lost them. */
  async searchable(ids: readonly DocumentId[]): Promise<string[]> {
    return Promise.all(ids.map((id) => this.#send(id)));
  }

  /** Resolves when the document is being read no more, however that ended. */
  async settled(id: DocumentId): Promise<void> {
    await this.#work.get(id);
  }

  /** It is about to be erased. The engine stops to read it when it is told to delete the file. */
  forget(id: DocumentId): void {
    if (this.#shown?.id === id) this.#shown = null;
  }

  /** Takes up what an earlier process left unread. */
  resume(): void {
    for (const { id } of this.#library.documents.unfinished()) {
      this.#library.documents.markReading(id);
      this.#read(id);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#work.values());
  }

  #read(id: DocumentId): void {
    const work = this.#readNow(id).then(
      () => this.#finish(id, null),
      (error: unknown) => this.#finish(id, this.#failure(error)),
    );
    this.#work.set(id, work);
  }

  /** `unsaved` is why the end of the reading could not be saved: it is told all the same, and read again at the next start. */
  #finish(id: DocumentId, unsaved: Document['error']): void {
    this.#work.delete(id);
    if (this.#closing.signal.aborted || !this.#library.documents.get(id)) return;
    if (unsaved === null) this.#publishSaved(id);
    else this.#publish({ ...this.get({ documentId: id }), status: 'failed', error: unsaved });
  }

  async #readNow(id: DocumentId): Promise<void> {
    const { signal } = this.#closing;
    try {
      const remote = await this.#send(id);
      const client = await this.#options.client();
      await this.#keep(id, await client.documents.read(remote, signal));
    } catch (error) {
      // Reading that the app's own end broke off begins again at the next start.
      if (!signal.aborted) this.#library.documents.markFailed(id, this.#failure(error));
    }
  }

  async #send(id: DocumentId): Promise<string> {
    const remote = await this.#options.sent.idOf(this.get({ documentId: id }).fileId, this.#closing.signal);
    if (remote !== this.#library.documents.remoteId(id)) this.#library.documents.setRemoteId(id, remote);
    return remote;
  }

  async #keep(id: DocumentId, read: ReadDocument): Promise<void> {
    const { blobs } = this.#options;
    const { key } = await blobs.put([new TextEncoder().encode(read.text)], TEXT_LIMIT);
    const document = this.#library.documents.get(id);
    // It was erased while it was read.
    if (!document) return blobs.discard(key, () => this.#library.deletions.isBlobUsed(key));
    this.#library.documents.markReady(id, partsOf(document.kind, read.sections), {
      blob: key,
      sections: read.sections,
    });
  }

  #textOf(id: DocumentId): DocumentText {
    const text = this.#library.documents.text(id);
    if (!text) throw new AppError('not_found', 'The text of this document was never read.');
    return text;
  }

  async #linesOf(id: DocumentId, part: number): Promise<PartLines> {
    if (this.#shown?.id === id && this.#shown.part === part) return this.#shown.lines;
    const { blob, sections } = this.#textOf(id);
    const section = sections[part];
    const lines = section ? linesOf(await this.#wholeText(blob), section) : [];
    this.#shown = { id, part, lines };
    return lines;
  }

  async #wholeText(blob: string): Promise<string> {
    const { stream } = await this.#options.blobs.read(blob);
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  }

  #failure(error: unknown): NonNullable<Document['error']> {
    if (error instanceof AppError) {
      const later = error.code === 'unavailable' ? ' This document is read at the next start.' : '';
      return { ...failureOf(error), message: `${error.message}${later}` };
    }
    this.#options.log.error({ err: error }, 'a document could not be read');
    return { code: 'internal', message: 'Something went wrong while reading the document. Try again.' };
  }

  #publishSaved(id: DocumentId): Document {
    return this.#publish(this.get({ documentId: id }));
  }

  #publish(document: Document): Document {
    this.#options.emit({ name: 'documents.changed', data: document });
    return document;
  }
}
