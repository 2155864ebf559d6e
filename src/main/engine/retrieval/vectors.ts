import type { Log } from '../../log';
import type { Database } from '../../storage';
import type { Embedder } from '../ports';

/** Texts given to the embedder at once. */
const BATCH = 64;

/**
 * Passages as vectors, where there is an embedder. It is an addition: when it fails, passages are found by their words,
 * and the log says so. Comparing reads every vector of the stores asked for, in time linear in their number.
 */
export class Vectors {
  readonly #db: Database;
  readonly #embedder: Embedder | null;
  readonly #log: Log;

  constructor(options: { database: Database; embedder: Embedder | null; log: Log }) {
    this.#db = options.database;
    this.#embedder = options.embedder;
    this.#log = options.log;
  }

  /** One for each text, of length one; null without an embedder, or when it fails. Rejects with the signal's reason. */
  async of(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[] | null> {
    if (!this.#embedder || texts.length === 0) return null;
    const vectors: Float32Array[] = [];
    try {
      for (let from = 0; from < texts.length; from += BATCH)
        vectors.push(...(await this.#embedder.embed(texts.slice(from, from + BATCH), signal)));
      if (vectors.length !== texts.length || vectors.some((vector) => vector.length !== vectors[0]?.length))
        throw new Error(`${vectors.length} vectors for ${texts.length} texts, or of several lengths`);
    } catch (error) {
      signal?.throwIfAborted();
      this.#log.warn({ err: error }, 'text could not be embedded; it is found by its words');
      return null;
    }
    return vectors.map(unit);
  }

  save(passage: number, vector: Float32Array): void {
    this.#db.run('INSERT INTO passage_vector (passage_id, model, vector) VALUES (:passage, :model, :vector)', {
      passage,
      model: this.#embedder?.model ?? '',
      vector: new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
    });
  }

  /** Passage → cosine with the text, for all passages of these documents that have a vector of the same model. */
  async similarities(text: string, documents: readonly number[]): Promise<Map<number, number>> {
    const [query] = (await this.of([text])) ?? [];
    if (!query || !this.#embedder) return new Map();
    const rows = this.#db.all<{ id: number; vector: Uint8Array }>(
      `SELECT passage_id AS id, vector FROM passage_vector
       JOIN passage ON passage.id = passage_id
       WHERE model = :model AND document_id IN (SELECT value FROM json_each(:documents))`,
      { model: this.#embedder.model, documents: JSON.stringify(documents) },
    );
    return new Map(
      rows
        .filter(({ vector }) => vector.byteLength === query.byteLength)
        .map(({ id, vector }) => [id, dot(query, vector)]),
    );
  }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

function dot(query: Float32Array, bytes: Uint8Array): number {
  // Copied, as the bytes of a row need not lie where a number may begin.
  const other = new Float32Array(bytes.slice().buffer);
  let sum = 0;
  for (const [index, value] of query.entries()) sum += value * (other[index] ?? 0);
  return sum;
}
