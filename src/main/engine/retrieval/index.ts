import { randomUUID } from 'node:crypto';
import type { Log } from '../../log';
import type { Database, SearchIndex } from '../../storage';
import type { Blobs, Embedder } from '../ports';
import { ReadingAttempts } from './attempts';
import { passageIndex, titleOf } from './passage-index';
import { DocumentReader, type DocumentReaderOptions, ReaderCrashed } from './reader';
import type { Digest } from './reader/protocol';
import { digestKey, RecentDigests } from './recent';
import { PassageSearch, type SearchRequest } from './search';
import { type Attributes, type Chunking, DocumentError, type PassageHit, type Place, type Section } from './types';
import { Vectors } from './vectors';

export { attemptMigration, queueMigration, retrievalMigration, vectorMigration } from './migrations';
export * from './types';

/** Larger files are not worth the minutes they take. */
const LARGEST = 512 * 1024 * 1024;
/** Milliseconds that passages are written in one go, before others get their turn. */
const SLICE_MS = 15;
/** The store of a document that is still being written: none that can be searched. */
const PENDING = 'pending:';

interface Document {
  storeId: string;
  fileId: string;
  filename: string;
  blobKey: string;
  chunking: Chunking;
  attributes: Attributes;
}

export type ReaderOptions = Omit<DocumentReaderOptions, 'log'>;

/** Reads documents into passages, and finds those that fit a question. */
export class Retrieval {
  readonly #db: Database;
  readonly #blobs: Blobs;
  readonly #reader: DocumentReader;
  readonly #attempts: ReadingAttempts;
  readonly #recent = new RecentDigests();
  readonly #vectors: Vectors;
  readonly #index: SearchIndex;
  readonly #search: PassageSearch;

  constructor(options: {
    database: Database;
    blobs: Blobs;
    reader: ReaderOptions;
    /** Without one, passages are found by their words alone. */
    embedder?: Embedder | null;
    now: () => number;
    log: Log;
  }) {
    const { database, embedder = null, now, log } = options;
    this.#db = database;
    this.#blobs = options.blobs;
    this.#reader = new DocumentReader({ ...options.reader, log });
    this.#attempts = new ReadingAttempts(database, now);
    this.#vectors = new Vectors({ database, embedder, log });
    this.#index = passageIndex(database, log);
    this.#search = new PassageSearch(database, this.#index, this.#vectors);
    // What was being written when the app was ended.
    this.#removeWhere('store_id >= :from AND store_id < :to', { from: PENDING, to: `${PENDING}~` });
  }

  /** Durable when it resolves; takes the place of what was known of the file. @throws DocumentError */
  async index(input: Document, signal?: AbortSignal): Promise<{ usageBytes: number; chunks: number }> {
    const digest = await this.#read(input, signal);
    const vectors = await this.#vectors.of(
      digest.passages.map((passage) => passage.text),
      signal,
    );
    await this.#write(input, digest, vectors, signal);
    return { usageBytes: Buffer.byteLength(digest.text), chunks: digest.passages.length };
  }

  async #read(document: Document, signal?: AbortSignal): Promise<Digest> {
    const { filename, blobKey, chunking } = document;
    const key = digestKey(blobKey, filename, chunking);
    const known = this.#recent.get(key);
    if (known) return known;
    const digest = await this.#attempt(document, signal);
    this.#recent.keep(key, digest);
    return digest;
  }

  /** A document that the reader died of is tried once more; a third time begins only on another day. */
  async #attempt(document: Document, signal?: AbortSignal): Promise<Digest> {
    const { filename, blobKey, chunking } = document;
    for (;;) {
      this.#attempts.begin(blobKey);
      try {
        const { stream, size } = await this.#blobs.read(blobKey);
        if (size > LARGEST)
          throw new DocumentError('invalid_file', 'The file is larger than 512 MB. Split it.', 'too_large');
        const digest = await this.#reader.read({ filename, size, bytes: stream, chunking }, signal);
        this.#attempts.forget(blobKey);
        return digest;
      } catch (error) {
        if (error instanceof ReaderCrashed) continue;
        this.#attempts.forget(blobKey);
        throw error;
      }
    }
  }

  /** A large document is written in slices, aside; the last step puts it where it belongs. */
  async #write(input: Document, digest: Digest, vectors: Float32Array[] | null, signal?: AbortSignal): Promise<void> {
    const aside = PENDING + randomUUID();
    const document = this.#addDocument(aside, input, digest);
    const title = titleOf(input.filename);
    try {
      for (let next = 0; next < digest.passages.length; ) {
        const until = performance.now() + SLICE_MS;
        this.#db.relaxedTransaction(() => {
          for (; next < digest.passages.length && performance.now() < until; next += 1)
            this.#add(document, next, digest.passages[next], vectors?.[next], title);
        });
        await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
      }
      await this.#index.settled();
      this.#db.transaction(() => {
        this.remove(input.storeId, input.fileId);
        this.#db.run('UPDATE document SET store_id = :storeId WHERE id = :document', {
          storeId: input.storeId,
          document,
        });
      });
    } catch (error) {
      this.removeStore(aside);
      throw error;
    }
  }

  #addDocument(storeId: string, input: Document, { text, sections }: Digest): number {
    const row = this.#db.get<{ id: number }>(
      'INSERT INTO document (store_id, file_id, filename, attributes, text, sections) VALUES (:storeId, :fileId, :filename, :attributes, :text, :sections) RETURNING id',
      {
        storeId,
        fileId: input.fileId,
        filename: input.filename,
        attributes: JSON.stringify(input.attributes),
        text,
        sections: JSON.stringify(sections),
      },
    );
    return row?.id ?? 0;
  }

  setAttributes(storeId: string, fileId: string, attributes: Attributes): void {
    this.#db.run('UPDATE document SET attributes = :attributes WHERE store_id = :storeId AND file_id = :fileId', {
      storeId,
      fileId,
      attributes: JSON.stringify(attributes),
    });
  }

  remove(storeId: string, fileId: string): void {
    this.#removeWhere('store_id = :storeId AND file_id = :fileId', { storeId, fileId });
  }

  removeStore(storeId: string): void {
    this.#removeWhere('store_id = :storeId', { storeId });
  }

  /** The best passages first. */
  search(question: SearchRequest): Promise<PassageHit[]> {
    return this.#search.search(question);
  }

  chunks(storeId: string, fileId: string): { text: string; place: Place }[] {
    const rows = this.#db.all<{ text: string; place: string }>(
      'SELECT passage.text, place FROM passage JOIN document ON document.id = document_id WHERE store_id = :storeId AND file_id = :fileId ORDER BY number',
      { storeId, fileId },
    );
    return rows.map(({ text, place }) => ({ text, place: JSON.parse(place) }));
  }

  /** The whole text of a document, from whichever store has it. */
  text(fileId: string): { filename: string; text: string; sections: Section[] } | null {
    const row = this.#db.get<{ filename: string; text: string; sections: string }>(
      'SELECT filename, text, sections FROM document WHERE file_id = :fileId LIMIT 1',
      { fileId },
    );
    return row ? { filename: row.filename, text: row.text, sections: JSON.parse(row.sections) } : null;
  }

  close(): Promise<void> {
    this.#recent.clear();
    this.#index.close();
    return this.#reader.close();
  }

  #add(
    document: number,
    number: number,
    passage: Digest['passages'][number] | undefined,
    vector: Float32Array | undefined,
    title: string,
  ): void {
    if (!passage) return;
    const { text, place, stems } = passage;
    const row = this.#db.get<{ id: number }>(
      'INSERT INTO passage (document_id, number, text, place) VALUES (:document, :number, :text, :place) RETURNING id',
      { document, number, text, place: JSON.stringify(place) },
    );
    const id = row?.id ?? 0;
    this.#index.changed(id, { title, body: text, stems });
    if (vector) this.#vectors.save(id, vector);
  }

  #removeWhere(condition: string, values: Record<string, string>): void {
    this.#db.transaction(() => {
      this.#index.changedWhere(
        `SELECT passage.id FROM passage JOIN document ON document.id = document_id WHERE ${condition}`,
        values,
      );
      this.#db.run(`DELETE FROM passage WHERE document_id IN (SELECT id FROM document WHERE ${condition})`, values);
      this.#db.run(`DELETE FROM document WHERE ${condition}`, values);
    });
  }
}
