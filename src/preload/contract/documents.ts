import { z } from 'zod';
import { DOCUMENT_KINDS } from './document-kinds';
import { Failure } from './failure-reasons';
import { CallId, DocumentId, FileId, Instant, ThreadId } from './ids';

/** What a document is divided into. Text without such parts is one part of unit `text`. */
export const DocumentParts = z.object({
  unit: z.enum(['page', 'slide', 'sheet', 'text']),
  count: z.int().positive(),
  /** The sheets' names, as far as there are 200 of them. */
  names: z.array(z.string()).max(200),
});
export type DocumentParts = z.infer<typeof DocumentParts>;

export const Document = z.object({
  id: DocumentId,
  fileId: FileId,
  /** The file's name as the analyst knows it. */
  name: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  bytes: z.int().nonnegative(),
  status: z.enum(['reading', 'ready', 'failed']),
  /** Known once it is read. */
  parts: DocumentParts.nullable(),
  /** Why it could not be read, and what to do. */
  error: Failure.nullable(),
  createdAt: Instant,
});
export type Document = z.infer<typeof Document>;

/** Where words stand in a document. Offsets are UTF-16 units of the text that was read from it. */
export const DocumentPlace = z.object({
  /** 1-based; of slides as well. */
  page: z.int().positive().nullable(),
  sheet: z.string().nullable(),
  /** 1-based line of the text. */
  line: z.int().positive(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type DocumentPlace = z.infer<typeof DocumentPlace>;

/** A line of a document's text, or a piece of a very long one. */
export const DocumentLine = z.object({
  /** 1-based within its part; null for what goes on a line that began before. */
  number: z.int().positive().nullable(),
  /** Where it begins in the document's text. */
  start: z.int().nonnegative(),
  text: z.string(),
});
export type DocumentLine = z.infer<typeof DocumentLine>;

/** Where words that are searched for stand in a document, and how they are written there. */
export const DocumentMatch = z.object({ place: DocumentPlace, text: z.string() });
export type DocumentMatch = z.infer<typeof DocumentMatch>;

/** Why a passage was found. Shares are 0..1. */
export const Why = z.object({
  /** Words of the question that are in the passage, as they were compared: stems. */
  terms: z.array(z.string()),
  /** How much of the question's weight these words are. */
  coverage: z.number(),
  /** How many of the question's neighbouring words are neighbours here. */
  phrase: z.number(),
  /** How many of the question's words are in the document's name. */
  title: z.number(),
  /** Cosine of the meanings of question and passage, where both are known. */
  similarity: z.number().nullable(),
});
export type Why = z.infer<typeof Why>;

/** What a search in documents found, as kept on this machine. */
export const FoundPassage = z.object({
  /** Null for a file that is not of this library. */
  documentId: DocumentId.nullable(),
  name: z.string(),
  text: z.string(),
  /** 0..1, comparable within one search. */
  score: z.number(),
  place: DocumentPlace.nullable(),
  why: Why.nullable(),
});
export type FoundPassage = z.infer<typeof FoundPassage>;

const byId = z.object({ documentId: DocumentId });

export const documentRequests = {
  get: { input: byId, output: Document },
  /** The documents a thread's questions may be answered from, in the order they were attached. */
  ofThread: { input: z.object({ threadId: ThreadId }), output: z.array(Document) },
  /** Starts reading an uploaded file; what comes of it arrives as `documents.changed`. */
  add: { input: z.object({ fileId: FileId }), output: Document },
  /** Reads a document again that could not be read. */
  retry: { input: byId, output: Document },
  /** Lines of one part; `part` counts from 0. */
  lines: {
    input: byId.extend({ part: z.int().nonnegative(), from: z.int().nonnegative(), limit: z.int().min(1).max(1000) }),
    output: z.object({ lines: z.array(DocumentLine), total: z.int().nonnegative() }),
  },
  /** The part, the line in it and the UTF-16 unit of that line (all from 0) where an offset of the text stands. */
  locate: {
    input: byId.extend({ offset: z.int().nonnegative() }),
    output: z.object({ part: z.int().nonnegative(), line: z.int().nonnegative(), column: z.int().nonnegative() }),
  },
  /**
   * Where words stand in a document that has been read, in the order of its text: whatever their case, and however the text
   * is broken between them. `more` where there are more than are listed.
   */
  search: {
    input: byId.extend({ words: z.string().trim().min(1).max(200) }),
    output: z.object({ matches: z.array(DocumentMatch), more: z.boolean() }),
  },
  /** The passages that a search step found, the best first. */
  found: { input: z.object({ callId: CallId }), output: z.array(FoundPassage) },
};

export const documentEvents = { 'documents.changed': Document };
