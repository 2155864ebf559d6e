import type { AttributeFilter, Attributes, PassagePlace } from '../ports';

export type { AttributeFilter as Filter, Attributes, PassagePlace as Place } from '../ports';

/** How a document is cut. Tokens are estimated: four ASCII characters, or one other character. */
export interface Chunking {
  maxTokens: number;
  overlapTokens: number;
}

/** Turns texts into vectors, so that passages are also found by what they mean. */
export interface EmbeddingProvider {
  /** Names the model; vectors of different ones are never compared. */
  readonly id: string;
  /** One vector for each text, in order, all of one length. */
  embed(texts: string[]): Promise<number[][]>;
}

/** Why a passage was found: the parts its score is made of, each 0..1. */
export interface Why {
  /** Words of the query weighed by rarity, frequency and length of the passage, as share of what is possible. */
  bm25: number;
  /** Words of the query that are in the passage, its headings or its document's name, as they were asked. */
  terms: string[];
  /** Share of the query's weight that the passage covers. */
  coverage: number;
  /** Share of neighbouring query words that are neighbours here, in order. */
  phrase: number;
  /** How close together the query's words stand at their closest. */
  proximity: number;
  /** Share of the query's weight in the document's name or title. */
  title: number;
  /** Share of the query's weight in the headings above the passage. */
  heading: number;
  /** Likeness in meaning; null where no embeddings took part. */
  embedding: number | null;
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
  place: PassagePlace;
  why: Why;
}

export interface Search {
  storeIds: readonly string[];
  query: string | readonly string[];
  limit: number;
  filter?: AttributeFilter;
  scoreThreshold?: number;
}

/** A page or a sheet of a document, as offsets into its text. */
export interface Section {
  page?: number;
  sheet?: string;
  start: number;
  end: number;
}

/** A heading stands over what follows, until the next one of its level or a higher one; 1 is the highest. */
export interface Heading {
  /** Offset from which it holds. */
  at: number;
  level: number;
  text: string;
}

export interface Extracted {
  /** What the document calls itself, where it does. */
  title?: string;
  text: string;
  sections: Section[];
  headings: Heading[];
}

/** A passage ready to be kept. */
export interface PassageDraft {
  place: PassagePlace;
  /** The headings above it, the highest first. */
  heading: string;
  /** The stem of each word of the text, in order. */
  stems: string;
}

export interface ReadDocument {
  title: string;
  text: string;
  sections: Section[];
  passages: PassageDraft[];
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
