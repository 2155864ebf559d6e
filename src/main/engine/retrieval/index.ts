import type { Database } from '../../storage';
import type { Blobs } from '../ports';
import { chunksOf } from './chunk';
import { fits } from './filters';
import { isNearDuplicate, judge, queryOf } from './rank';
import { DocumentReader } from './reader';
import {
  type Attributes,
  type Chunking,
  DocumentError,
  type Filter,
  type Found,
  type Place,
  type Section,
} from './types';
import { wordsIn } from './words';

export { retrievalMigration } from './migrations';
export * from './types';

/** Larger files are not worth the minutes they take. */
const LARGEST = 512 * 1024 * 1024;
const PASSAGES_AT_MOST = 200_000;
/** Passages that are looked at closely; the index has put the best of them first. */
const CANDIDATES = 120;
const WORDS_ASKED = 32;

interface Row {
  id: number;
  store_id: string;
  file_id: string;
  filename: string;
  attributes: string;
  text: string;
  number: number;
  place: string;
  bm25: number;
}

/** Reads documents into passages, and finds those that fit a question. */
export class Retrieval {
  readonly #db: Database;
  readonly #blobs: Blobs;
  readonly #reader: DocumentReader;

  constructor(options: { database: Database; blobs: Blobs; readerPath: string; timeMs?: number }) {
    this.#db = options.database;
    this.#blobs = options.blobs;
    this.#reader = new DocumentReader(options.readerPath, options.timeMs);
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

  /** The best passages first. Text of the query is only ever compared, never read as a query language. */
  search(input: {
    storeIds: readonly string[];
    query: string | readonly string[];
    limit: number;
    filter?: Filter;
    scoreThreshold?: number;
  }): Found[] {
    const queries = typeof input.query === 'string' ? [input.query] : input.query;
    const best = new Map<string, Found>();
    for (const found of queries.flatMap((query) => this.#searchOne(query, input.storeIds, input.filter))) {
      const key = `${found.fileId}:${found.chunk}`;
      const known = best.get(key);
      if (!known || known.score < found.score) best.set(key, found);
    }
    const ranked = [...best.values()].toSorted(
      (a, b) =>
        b.score - a.score ||
        a.filename.localeCompare(b.filename, 'en') ||
        a.fileId.localeCompare(b.fileId, 'en') ||
        a.chunk - b.chunk,
    );
    const kept: Found[] = [];
    for (const found of ranked) {
      if (kept.length === input.limit || found.score < (input.scoreThreshold ?? 0)) break;
      if (!kept.some((one) => one.score - found.score < 0.02 && isNearDuplicate(one.text, found.text)))
        kept.push(found);
    }
    return kept;
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

  #searchOne(text: string, storeIds: readonly string[], filter: Filter | undefined): Found[] {
    const query = queryOf(text, (stem) => this.#rarity(stem));
    const terms = query.words.slice(0, WORDS_ASKED).flatMap(({ word, stem }) => [`"${word}"`, `stems : "${stem}"`]);
    if (terms.length === 0 || storeIds.length === 0) return [];
    const rows = this.#db.all<Row>(
      `SELECT passage.id, store_id, file_id, filename, attributes, passage.text, number, place, bm25(passage_index, 2.0, 1.0, 1.2) AS bm25
       FROM passage_index JOIN passage ON passage.id = passage_index.rowid JOIN document ON document.id = document_id
       WHERE passage_index MATCH :match AND store_id IN (SELECT value FROM json_each(:stores))
       ORDER BY bm25 LIMIT :limit`,
      {
        match: [...new Set(terms)].join(' OR '),
        stores: JSON.stringify(storeIds),
        limit: filter ? CANDIDATES * 10 : CANDIDATES,
      },
    );
    return rows.flatMap((row): Found[] => {
      const attributes: Attributes = JSON.parse(row.attributes);
      if (!fits(attributes, filter)) return [];
      const { score, why } = judge({ title: row.filename, text: row.text, bm25: row.bm25 }, query);
      return [
        {
          storeId: row.store_id,
          fileId: row.file_id,
          filename: row.filename,
          score,
          attributes,
          text: row.text,
          chunk: row.number,
          place: JSON.parse(row.place),
          why,
        },
      ];
    });
  }

  /** Inverse document frequency over all passages. */
  #rarity(stem: string): number {
    const count = (sql: string, values = {}) => this.#db.get<{ n: number }>(sql, values)?.n ?? 0;
    const all = count('SELECT count(*) AS n FROM passage');
    const having = count('SELECT count(*) AS n FROM passage_index WHERE passage_index MATCH :match', {
      match: `stems : "${stem}"`,
    });
    return Math.log(1 + (all - having + 0.5) / (having + 0.5));
  }
}
