import type { Database, SearchIndex } from '../../storage';
import { fits } from './filters';
import { blend, isNearDuplicate, judge, queryOf, type WeightedQuery } from './rank';
import type { Filter, PassageHit } from './types';
import type { Vectors } from './vectors';

/** Passages that are looked at closely; the index has put the best of them first. */
const CANDIDATES = 120;
const WORDS_ASKED = 32;
/** Passages that share no word with the question and are looked at for their meaning alone. */
const BY_MEANING = 40;

export interface SearchRequest {
  storeIds: readonly string[];
  query: string | readonly string[];
  limit: number;
  filter?: Filter;
  scoreThreshold?: number;
}

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

const FIELDS = 'passage.id, store_id, file_id, filename, attributes, passage.text, number, place';

/** Finds passages by their words, and by what they mean where passages have vectors. */
export class PassageSearch {
  readonly #db: Database;
  readonly #index: SearchIndex;
  readonly #vectors: Vectors;

  constructor(database: Database, index: SearchIndex, vectors: Vectors) {
    this.#db = database;
    this.#index = index;
    this.#vectors = vectors;
  }

  /** The best passages first. Text of the query is only ever compared, never read as a query language. */
  async search(question: SearchRequest): Promise<PassageHit[]> {
    await this.#index.settled();
    const candidates = await this.#searchAll(question);
    if (!this.#index.rebuilding) return candidates;
    // It was found damaged on the way: what is answered now would lack what is yet to be indexed.
    await this.#index.settled();
    return this.#searchAll(question);
  }

  async #searchAll(question: SearchRequest): Promise<PassageHit[]> {
    const queries = typeof question.query === 'string' ? [question.query] : question.query;
    const best = new Map<string, PassageHit>();
    for (const query of queries) {
      for (const passage of await this.#searchOne(query, question.storeIds, question.filter)) {
        const key = `${passage.fileId}:${passage.chunk}`;
        const known = best.get(key);
        if (!known || known.score < passage.score) best.set(key, passage);
      }
    }
    return withoutRepeats([...best.values()], question);
  }

  async #searchOne(text: string, storeIds: readonly string[], filter: Filter | undefined): Promise<PassageHit[]> {
    if (storeIds.length === 0) return [];
    const query = queryOf(text, (stem) => this.#rarity(stem));
    const documents = this.#documents(storeIds, filter);
    const similar = await this.#vectors.similarities(text, documents);
    const rows = this.#byWords(query, documents);
    const known = new Set(rows.map((row) => row.id));
    const close = [...similar].filter(([id]) => !known.has(id)).toSorted((a, b) => b[1] - a[1]);
    rows.push(...this.#byIds(close.slice(0, BY_MEANING).map(([id]) => id)));
    return rows.map((row) => foundIn(row, query, similar.get(row.id) ?? null));
  }

  /** Those that fit, so that only passages that may be found take part in the ranking. */
  #documents(storeIds: readonly string[], filter: Filter | undefined): number[] {
    const rows = this.#db.all<{ id: number; attributes: string }>(
      'SELECT id, attributes FROM document WHERE store_id IN (SELECT value FROM json_each(:stores))',
      { stores: JSON.stringify(storeIds) },
    );
    return rows.filter(({ attributes }) => !filter || fits(JSON.parse(attributes), filter)).map(({ id }) => id);
  }

  #byWords(query: WeightedQuery, documents: readonly number[]): Row[] {
    const terms = query.words.slice(0, WORDS_ASKED).flatMap(({ word, stem }) => [`"${word}"`, `stems : "${stem}"`]);
    if (terms.length === 0) return [];
    // Ranked by number first: to carry the texts of all that match through the sorting costs most of the time.
    const select = `SELECT ${FIELDS}, bm25
       FROM (
         SELECT passage_index.rowid AS ranked, bm25(passage_index, 2.0, 1.0, 1.2) AS bm25
         FROM passage_index JOIN passage ON passage.id = passage_index.rowid
         WHERE passage_index MATCH :match AND document_id IN (SELECT value FROM json_each(:documents))
         ORDER BY bm25 LIMIT :limit
       ) JOIN passage ON passage.id = ranked JOIN document ON document.id = document_id
       ORDER BY bm25`;
    const values = {
      match: [...new Set(terms)].join(' OR '),
      documents: JSON.stringify(documents),
      limit: CANDIDATES,
    };
    return this.#index.query(() => this.#db.all<Row>(select, values));
  }

  #byIds(ids: readonly number[]): Row[] {
    if (ids.length === 0) return [];
    return this.#db.all<Row>(
      `SELECT ${FIELDS}, 0 AS bm25 FROM passage JOIN document ON document.id = document_id
       WHERE passage.id IN (SELECT value FROM json_each(:ids))`,
      { ids: JSON.stringify(ids) },
    );
  }

  /** Inverse document frequency over all passages; null when none has it. */
  #rarity(stem: string): number | null {
    const count = (sql: string, values = {}) => this.#db.get<{ n: number }>(sql, values)?.n ?? 0;
    const all = count('SELECT count(*) AS n FROM passage');
    const having = this.#index.query(() =>
      count('SELECT count(*) AS n FROM passage_index WHERE passage_index MATCH :match', {
        match: `stems : "${stem}"`,
      }),
    );
    return having === 0 ? null : Math.log(1 + (all - having + 0.5) / (having + 0.5));
  }
}

function foundIn(row: Row, query: WeightedQuery, similarity: number | null): PassageHit {
  const words = judge({ title: row.filename, text: row.text, bm25: row.bm25 }, query);
  return {
    storeId: row.store_id,
    fileId: row.file_id,
    filename: row.filename,
    score: blend(words.score, similarity),
    attributes: JSON.parse(row.attributes),
    text: row.text,
    chunk: row.number,
    place: JSON.parse(row.place),
    why: similarity === null ? words.why : { ...words.why, similarity },
  };
}

/** Passages that say the same as a better one are left out. */
function withoutRepeats(candidates: readonly PassageHit[], { limit, scoreThreshold = 0 }: SearchRequest): PassageHit[] {
  const ranked = candidates.toSorted(
    (a, b) =>
      b.score - a.score ||
      a.filename.localeCompare(b.filename, 'en') ||
      a.fileId.localeCompare(b.fileId, 'en') ||
      a.chunk - b.chunk,
  );
  const kept: PassageHit[] = [];
  for (const candidate of ranked) {
    if (kept.length === limit || candidate.score < scoreThreshold) break;
    if (!kept.some((better) => better.score - candidate.score < 0.02 && isNearDuplicate(better.text, candidate.text)))
      kept.push(candidate);
  }
  return kept;
}
