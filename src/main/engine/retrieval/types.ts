/** How a document is cut. Tokens are estimated: four ASCII characters, or one other character. */
export interface Chunking {
  maxTokens: number;
  overlapTokens: number;
}

/** Where a passage stands. `start` and `end` are UTF-16 offsets into the document's extracted text. */
export interface Place {
  /** 1-based. */
  page?: number;
  sheet?: string;
  /** 1-based line of the extracted text. */
  line: number;
  start: number;
  end: number;
}

export type Attributes = Record<string, string | number | boolean>;

/** Why a passage was found: the parts its score is made of. */
export interface Why {
  bm25: number;
  /** Words of the query that are in the passage, as they were compared. */
  terms: string[];
  /** Share of the query's weight that the passage covers, 0..1. */
  coverage: number;
  /** Share of neighbouring query words that are neighbours in the passage, 0..1. */
  phrase: number;
  /** Share of the query's words in the document's name, 0..1. */
  title: number;
  /** Cosine of the vectors of query and passage, where both have one. */
  similarity?: number;
}

export interface Found {
  storeId: string;
  fileId: string;
  filename: string;
  /** 0..1, higher is better; comparable within one search. */
  score: number;
  attributes: Attributes;
  text: string;
  /** The passage's number within its document, from 0. */
  chunk: number;
  place: Place;
  why: Why;
}

export type Filter =
  | { type: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'; key: string; value: string | number | boolean }
  | { type: 'in' | 'nin'; key: string; value: (string | number)[] }
  | { type: 'and' | 'or'; filters: Filter[] };

/** A page or a sheet of a document, as offsets into its text. */
export interface Section {
  page?: number;
  sheet?: string;
  start: number;
  end: number;
}

export interface Extracted {
  text: string;
  sections: Section[];
}

/** A document that cannot be searched; `code` is the vector store file's `last_error.code`. */
export class DocumentError extends Error {
  readonly code: 'unsupported_file' | 'invalid_file' | 'server_error';

  constructor(code: DocumentError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DocumentError';
    this.code = code;
  }
}
