import type { Chunking, DocumentError, Place, Section } from '../types';

/** A passage as it is kept. */
export interface DigestPassage {
  text: string;
  place: Place;
  /** The stems of its words in their order, for the index. */
  stems: string;
}

/** A document as it is kept. */
export interface Digest {
  text: string;
  sections: Section[];
  passages: DigestPassage[];
}

/** What the reading process is sent: a document's head, its bytes piece by piece, and when they are all there. */
export type ReaderRequest =
  | { op: 'document'; filename: string; size: number; chunking: Chunking }
  | { op: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
  | { op: 'read' };

/** What it sends back. Text and passages come in pieces, so that no message is as large as the document. */
export type ReaderMessage =
  | { say: 'taken' }
  | { say: 'text'; text: string }
  | { say: 'sections'; sections: Section[] }
  | { say: 'passages'; passages: DigestPassage[] }
  | { say: 'done'; rssBytes: number }
  | { say: 'refused'; code: DocumentError['code']; message: string; reason: DocumentError['reason'] }
  /** It holds more than it may, and is to be ended. */
  | { say: 'too_much_memory' };

/** A document, whole, as the thread that reads it gets it. */
export interface WholeDocument {
  filename: string;
  bytes: Uint8Array<ArrayBuffer>;
  chunking: Chunking;
}
