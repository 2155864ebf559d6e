import type { DocumentFault, FailureReason, Passage } from '../ports';

export type { AttributeFilter as Filter, Attributes, PassagePlace as Place } from '../ports';

/** How a document is cut. Tokens are estimated: four ASCII characters, or one other character. */
export interface Chunking {
  maxTokens: number;
  overlapTokens: number;
}

/** Why a passage was found: the parts its score is made of. */
export interface ScoreParts {
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

export interface PassageHit extends Passage {
  why: ScoreParts;
}

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

/**
 * A document that cannot be searched; `code` and `reason` are those of the vector store file's `last_error`, the latter beside
 * what the protocol has there.
 */
export class DocumentError extends Error {
  readonly code: 'unsupported_file' | 'invalid_file' | 'server_error';
  readonly reason: FailureReason;

  constructor(
    code: DocumentError['code'],
    message: string,
    reason: DocumentFault | FailureReason,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DocumentError';
    this.code = code;
    this.reason = typeof reason === 'string' ? { code: 'document', fault: reason } : reason;
  }
}
