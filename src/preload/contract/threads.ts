import { z } from 'zod';
import { DataBoundary } from './connections';
import { DocumentPlace } from './documents';
import { PlacedFact } from './facts';
import { GoneFile, MissingFile } from './files';
import {
  AnswererId,
  AssistantId,
  ChartId,
  DatasetId,
  DocumentId,
  FileId,
  Instant,
  MessageId,
  ResultId,
  RunId,
  ThreadId,
} from './ids';
import { ThreadChoices } from './models';

export const Thread = z.object({
  id: ThreadId,
  title: z.string(),
  pinned: z.boolean(),
  archived: z.boolean(),
  /** In order of the alphabet; upper and lower case make no other tag. */
  tags: z.array(z.string()),
  /** A run of this thread is under way. */
  busy: z.boolean(),
  /** Grows each time any thread is used: the greater, the more recently. Unlike times, no clock can shuffle it. */
  activity: z.int().nonnegative(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Thread = z.infer<typeof Thread>;

/** A thread that has not been used for a while. */
export const UnusedThread = Thread.extend({
  messages: z.int().nonnegative(),
  /** Files that no other thread uses, and their bytes. */
  files: z.int().nonnegative(),
  fileBytes: z.int().nonnegative(),
});
export type UnusedThread = z.infer<typeof UnusedThread>;

export const MessagePart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('chart'), chartId: ChartId }),
  z.object({ type: z.literal('image'), fileId: FileId }),
  /** A file that code made. The text links to it as `sandbox:/mnt/data/<path>`. */
  z.object({
    type: z.literal('file'),
    fileId: FileId,
    name: z.string(),
    path: z.string(),
    bytes: z.int().nonnegative(),
  }),
  MissingFile,
  GoneFile,
]);
export type MessagePart = z.infer<typeof MessagePart>;

/** Ties a number in the text to the cell of the query result it was read from. Offsets are UTF-16 units in the part. */
export const NumberSource = z.object({
  part: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  resultId: ResultId,
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
});
export type NumberSource = z.infer<typeof NumberSource>;

/** Ties a citation mark in the text, such as `【0:1†source】`, to the words in a document that the sentence rests on. */
export const Citation = z.object({
  part: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** As it is shown: 1 is the first of its message, and the same words have the same number. */
  number: z.int().positive(),
  /** Null for a file that is not of this library. */
  documentId: DocumentId.nullable(),
  /** The file's name. */
  name: z.string(),
  /** The words themselves: those that were quoted, or the whole passage. */
  quote: z.string(),
  place: DocumentPlace.nullable(),
});
export type Citation = z.infer<typeof Citation>;

/** A file that came with a message: a table as data, anything else as a document. */
export const Attachment = z.union([
  z.object({ datasetId: DatasetId, name: z.string() }),
  z.object({ documentId: DocumentId, name: z.string() }),
]);
export type Attachment = z.infer<typeof Attachment>;

export const Message = z.object({
  id: MessageId,
  threadId: ThreadId,
  runId: RunId.nullable(),
  role: z.enum(['user', 'assistant']),
  status: z.enum(['in_progress', 'completed', 'incomplete']),
  parts: z.array(MessagePart),
  /** What the texts say as data, and where they do. */
  facts: z.array(PlacedFact),
  attachments: z.array(Attachment),
  numbers: z.array(NumberSource),
  citations: z.array(Citation),
  /**
   * The question that this one was asked after, which makes questions a tree: those after the same one are versions of each other.
   * Null for one that begins the thread; absent where it is simply the one before it. Of an answer that no question has asked for:
   * the question below which it stands.
   */
  follows: MessageId.nullable().optional(),
  createdAt: Instant,
});
export type Message = z.infer<typeof Message>;

export const SearchHit = z.object({
  threadId: ThreadId,
  title: z.string(),
  messageId: MessageId.nullable(),
  /** Text around the hit; matches stand between U+0002 and U+0003. */
  excerpt: z.string(),
  at: Instant,
});
export type SearchHit = z.infer<typeof SearchHit>;

/** What the analyst has typed and attached but not sent. `threadId` null is the new thread's composer. */
export const Draft = z.object({
  threadId: ThreadId.nullable(),
  text: z.string().max(100_000),
  /** More may be attached than go with a question, until some are taken out. */
  datasetIds: z.array(DatasetId).max(1_000),
  documentIds: z.array(DocumentId).max(1_000),
});
export type Draft = z.infer<typeof Draft>;

const byId = z.object({ threadId: ThreadId });

export const threadRequests = {
  list: {
    input: z.object({
      archived: z.boolean().default(false),
      /** Only those that have it. */
      tag: z.string().max(40).optional(),
      /** The last thread of the page before. */
      after: ThreadId.optional(),
      limit: z.int().min(1).max(200).default(100),
    }),
    /** Pinned first, then newest first. */
    output: z.object({ threads: z.array(Thread), hasMore: z.boolean() }),
  },
  get: { input: byId, output: Thread },
  messages: {
    input: byId.extend({ before: MessageId.optional(), limit: z.int().min(1).max(200).default(50) }),
    /** Oldest first; the newest page when `before` is absent. */
    output: z.object({ messages: z.array(Message), hasEarlier: z.boolean() }),
  },
  rename: { input: byId.extend({ title: z.string().trim().min(1).max(200) }), output: Thread },
  pin: { input: byId.extend({ pinned: z.boolean() }), output: Thread },
  archive: { input: byId.extend({ archived: z.boolean() }), output: Thread },
  /** Hides the thread at once; `restore` brings it back until it is purged, 30 days later. */
  delete: { input: byId, output: z.object({}) },
  restore: { input: byId, output: Thread },
  setTags: { input: byId.extend({ tags: z.array(z.string().trim().min(1).max(40)).max(20) }), output: Thread },
  /** Every tag there is, in order of the alphabet, with how many threads have it. */
  tags: { input: z.object({}), output: z.array(z.object({ tag: z.string(), threads: z.int().nonnegative() })) },
  /**
   * Threads that were last used so many days ago or longer, archived ones as well; not those that are pinned or at work. The one not used for
   * longest first.
   */
  unused: { input: z.object({ days: z.int().min(1).max(3_650) }), output: z.array(UnusedThread) },
  /** Deletes several as `delete` does, and with them the files that no other thread uses, where that is wanted. Tells which. */
  deleteAll: {
    input: z.object({ threadIds: z.array(ThreadId).min(1).max(10_000), withFiles: z.boolean() }),
    output: z.object({ threadIds: z.array(ThreadId), fileIds: z.array(FileId) }),
  },
  search: {
    input: z.object({ query: z.string().max(500), limit: z.int().min(1).max(50).default(20) }),
    output: z.array(SearchHit),
  },
  draft: { input: z.object({ threadId: ThreadId.nullable() }), output: Draft },
  saveDraft: { input: Draft, output: z.object({}) },
  /** Who answers in a thread, and with how much of the data; null for a thread that is yet to begin. */
  choices: { input: z.object({ threadId: ThreadId.nullable() }), output: ThreadChoices },
  /** Null goes back to the default; so it does for the boundary and the assistant. Holds from the next run on. */
  setModel: { input: byId.extend({ answerer: AnswererId.nullable() }), output: ThreadChoices },
  setBoundary: { input: byId.extend({ boundary: DataBoundary.nullable() }), output: ThreadChoices },
  setAssistant: { input: byId.extend({ assistantId: AssistantId.nullable() }), output: ThreadChoices },
};

export const threadEvents = {
  'threads.changed': Thread,
  'threads.choicesChanged': ThreadChoices,
  'threads.deleted': byId,
  'messages.changed': Message,
  /** Text that arrived since the last event, to be put at `offset` of the text part `part`. */
  'messages.grew': z.object({
    messageId: MessageId,
    threadId: ThreadId,
    part: z.int().nonnegative(),
    offset: z.int().nonnegative(),
    text: z.string(),
  }),
};
