import type { Log } from '../../log';
import type { Database } from '../../storage';
import type { Blobs, Embedder } from '../ports';
import { chunksOf } from './chunk';
import { DocumentReader } from './reader';
import { PassageSearch, type Question } from './search';
import { type Attributes, type Chunking, DocumentError, type Found, type Place, type Section } from './types';
import { Vectors } from './vectors';
import { wordsIn } from './words';

export { retrievalMigration, vectorMigration } from './migrations';
export * from './types';

/** Larger files are not worth the minutes they take. */
const LARGEST = 512 * 1024 * 1024;
const PASSAGES_AT_MOST = 200_000;
/** Reads documents into passages, and finds those that fit a question. */
export class Retrieval {
  readonly #db: Database;
  readonly #blobs: Blobs;
  readonly #reader: DocumentReader;
  readonly #vectors: Vectors;
  readonly #search: PassageSearch;

  constructor(options: {
    database: Database;
    blobs: Blobs;
    readerPath: string;
    /** Without one, passages are found by their words alone. */
    embedder?: Embedder | null;
    log: Log;
    timeMs?: number;
  }) {
    const { database, embedder = null, log } = options;
    this.#db = database;
    this.#blobs = options.blobs;
    this.#reader = new DocumentReader(options.readerPath, options.timeMs);
    this.#vectors = new Vectors({ database, embedder, log });
    this.#search = new PassageSearch(database, this.#vectors);
  }

  /** Durable when it resolves; takes the place of what was known of the file. @throws DocumentError */
  async index(
    input: {
      storeId: string;
      fileId: string;
      filename: string;
      blobKey: string;
      chunking: Chunking;
      attributes: Attributes;
    },
    signal?: AbortSignal,
  ): Promise<{ usageBytes: number; chunks: number }> {
    const bytes = await this.#bytes(input.blobKey);
    const extracted = await this.#reader.read({ filename: input.filename, bytes }, signal);
    const chunks = chunksOf(extracted, input.chunking);
    if (chunks.length > PASSAGES_AT_MOST)
      throw new DocumentError('invalid_file', 'The document is too long to be searched. Split it.');
    const vectors = await this.#vectors.of(
      chunks.map((chunk) => chunk.text),
      signal,
    );
    const title = wordsIn(input.filename)
      .map((one) => one.word)
      .join(' ');
    this.#db.transaction(() => {
      this.remove(input.storeId, input.fileId);
      this.#db.run(
        'INSERT INTO document (store_id, file_id, filename, attributes, text, sections) VALUES (:storeId, :fileId, :filename, :attributes, :text, :sections)',
        {
          storeId: input.storeId,
          fileId: input.fileId,
          filename: input.filename,
          attributes: JSON.stringify(input.attributes),
          text: extracted.text,
          sections: JSON.stringify(extracted.sections),
        },
      );
      const document = this.#documentId(input.storeId, input.fileId) ?? 0;
      for (const [number, { text, place }] of chunks.entries()) this.#add(document, number, text, place, title);
      if (vectors) this.#vectors.save(document, vectors);
    });
    return { usageBytes: Buffer.byteLength(extracted.text), chunks: chunks.length };
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
  search(question: Question): Promise<Found[]> {
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
    return this.#reader.close();
  }

  async #bytes(key: string): Promise<Uint8Array> {
    const { stream, size } = await this.#blobs.read(key);
    if (size > LARGEST) throw new DocumentError('invalid_file', 'The file is larger than 512 MB. Split it.');
    const bytes = new Uint8Array(size);
    let at = 0;
    for await (const chunk of stream) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
    return bytes;
  }

  #add(document: number, number: number, text: string, place: Place, title: string): void {
    this.#db.run('INSERT INTO passage (document_id, number, text, place) VALUES (:document, :number, :text, :place)', {
      document,
      number,
      text,
      place: JSON.stringify(place),
    });
    this.#db.run(
      'INSERT INTO passage_index (rowid, title, body, stems) VALUES (last_insert_rowid(), :title, :text, :stems)',
      {
        title,
        text,
        stems: wordsIn(text)
          .map((one) => one.stem)
          .join(' '),
      },
    );
  }

  #documentId(storeId: string, fileId: string): number | undefined {
    return this.#db.get<{ id: number }>('SELECT id FROM document WHERE store_id = :storeId AND file_id = :fileId', {
      storeId,
      fileId,
    })?.id;
  }

  #removeWhere(condition: string, values: Record<string, string>): void {
    this.#db.transaction(() => {
      this.#db.run(
        `DELETE FROM passage_index WHERE rowid IN (SELECT passage.id FROM passage JOIN document ON document.id = document_id WHERE ${condition})`,
        values,
      );
      this.#db.run(`DELETE FROM passage WHERE document_id IN (SELECT id FROM document WHERE ${condition})`, values);
      this.#db.run(`DELETE FROM document WHERE ${condition}`, values);
    });
  }
}
