export type { DocumentFault, FailureReason } from '#contract/failure-reasons';

/** A document that was to be searched: `in_progress` while it is still being read, `failed` where it cannot be. */
export interface UnreadDocument {
  fileId: string;
  filename: string;
  status: 'in_progress' | 'failed';
}

/** A found passage with the marker an answer cites it by; the engine turns the marker into a citation of the file. */
export interface CitablePassage extends Passage {
  /** Such as `【3:0†source】`, to be written behind the words that rest on the passage. Unique in the thread. */
  marker: string;
}

export type Attributes = Record<string, string | number | boolean>;

/** Which documents, by their attributes. */
export type AttributeFilter =
  | { type: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'; key: string; value: string | number | boolean }
  | { type: 'in' | 'nin'; key: string; value: (string | number)[] }
  | { type: 'and' | 'or'; filters: AttributeFilter[] };

/** Where a passage stands. `start` and `end` are UTF-16 offsets into the document's extracted text. */
export interface PassagePlace {
  /** 1-based. */
  page?: number;
  sheet?: string;
  /** 1-based line of the extracted text. */
  line: number;
  start: number;
  end: number;
}

/** Turns texts into vectors whose cosine tells how close they are in meaning. Searching by words does without one. */
export interface Embedder {
  /** Vectors of different models are never compared. */
  readonly model: string;
  /** One vector for each text, all of one length. May reject; documents are then found by their words. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}

/** A piece of a document that fits a question. */
export interface Passage {
  storeId: string;
  fileId: string;
  filename: string;
  /** 0..1, higher is better; comparable within one search. */
  score: number;
  attributes: Attributes;
  text: string;
  /** The passage's number within its document, from 0. */
  chunk: number;
  place: PassagePlace;
  /** What the score is made of, for people to look at. */
  why: unknown;
}

/**
 * Reads documents and finds passages in them. What it keeps should be in the engine's own database, so that a store and
 * its passages come and go together.
 */
export interface DocumentSearch {
  /**
   * Durable when it resolves; takes the place of what was known of the file. Rejects with a `DocumentError` (an error
   * whose `code` is that of a vector store file's `last_error`), or with the signal's reason.
   */
  index(
    document: {
      storeId: string;
      fileId: string;
      filename: string;
      blobKey: string;
      chunking: { maxTokens: number; overlapTokens: number };
      attributes: Attributes;
    },
    signal?: AbortSignal,
  ): Promise<{ usageBytes: number; chunks: number }>;
  setAttributes(storeId: string, fileId: string, attributes: Attributes): void;
  remove(storeId: string, fileId: string): void;
  removeStore(storeId: string): void;
  /** The best passages first. */
  search(question: {
    storeIds: readonly string[];
    query: string | readonly string[];
    limit: number;
    filter?: AttributeFilter;
    scoreThreshold?: number;
  }): Promise<Passage[]>;
  /** All passages of a document, in order. */
  chunks(storeId: string, fileId: string): { text: string; place: PassagePlace }[];
}
