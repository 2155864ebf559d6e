import { z } from 'zod';
import { FileId, Instant, ThreadId } from './ids';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/, 'is not an id');
export const ImportId = id.brand<'ImportId'>();
export type ImportId = z.infer<typeof ImportId>;

/** What was written elsewhere, by how it is read: raw objects of the Assistants protocol, or conversations of ChatGPT's export. */
export const ImportKind = z.enum(['assistants', 'chatgpt']);
export type ImportKind = z.infer<typeof ImportKind>;

/** Something of an item that could not be taken. */
export const ImportLoss = z.object({
  code: z.enum([
    /** A file whose bytes do not come along. */
    'file_missing',
    'file_too_large',
    /** A recording of what was spoken; what was said is there where it was written down. */
    'audio',
    /** What the analyst had told about themselves, which is no part of the thread. */
    'instructions',
    /** Content of a kind that is not known; `detail` is its name. */
    'unknown_content',
    /** Characters that are no UTF-8, in whose places stand others. */
    'encoding',
    /** Messages that follow each other in a circle, or one that is not there. */
    'order',
    /** A run that was under way when it was written down. */
    'unfinished_run',
    /** A message or a step that is not as the protocol has it. */
    'damaged_object',
  ]),
  count: z.int().positive(),
  detail: z.string().max(200).nullable(),
});
export type ImportLoss = z.infer<typeof ImportLoss>;

/** Why nothing of an item was taken. */
export const ImportRefusal = z.enum(['damaged', 'too_large', 'empty', 'id_taken', 'unknown', 'internal']);
export type ImportRefusal = z.infer<typeof ImportRefusal>;

export const ImportOutcome = z.enum([
  'imported',
  /** Taken, but for what `losses` tell. */
  'partly',
  /** The thread was here, and has got messages that were not. */
  'updated',
  'present',
  'skipped',
]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const ImportItem = z.object({
  /** Its place in the import, from 1. */
  number: z.int().positive(),
  /** Null where what it is called could not be read. */
  title: z.string().nullable(),
  outcome: ImportOutcome,
  threadId: ThreadId.nullable(),
  losses: z.array(ImportLoss),
  refusal: ImportRefusal.nullable(),
});
export type ImportItem = z.infer<typeof ImportItem>;

const count = z.int().nonnegative();

export const Import = z.object({
  id: ImportId,
  /** Of the file that is read. */
  name: z.string(),
  /** Null until something was recognised. */
  kind: ImportKind.nullable(),
  status: z.enum(['running', 'completed', 'cancelled', 'failed']),
  bytes: count,
  /** Read so far, of `bytes`. */
  bytesRead: count,
  counts: z.object({ imported: count, partly: count, updated: count, present: count, skipped: count }),
  /** Why it failed; what was taken until then stays. */
  problem: z
    .enum(['not_recognised', 'damaged', 'encrypted', 'too_large', 'no_space', 'engine_off', 'interrupted', 'internal'])
    .nullable(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
});
export type Import = z.infer<typeof Import>;

const byId = z.object({ importId: ImportId });

export const importRequests = {
  /**
   * Reads threads out of a file that was uploaded; answers when it has begun, the rest arrives as `imports.changed`. What is
   * here already is recognised, and stays as it is. One at a time: `busy` while another is under way.
   */
  begin: { input: z.object({ fileId: FileId }), output: Import },
  /** Ends it after the item under way; what was taken stays. */
  cancel: { input: byId, output: Import },
  /** Newest first. */
  list: { input: z.object({}), output: z.array(Import) },
  /** In their order, those behind `after`. */
  items: {
    input: byId.extend({
      /** Only those. */
      outcome: ImportOutcome.optional(),
      after: count.default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ items: z.array(ImportItem), hasMore: z.boolean() }),
  },
};

export const importEvents = { 'imports.changed': Import };
