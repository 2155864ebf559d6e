import { z } from 'zod';
import { Saved } from './charts';
import { DatasetId, DocumentId, FileId, Instant, ReportId, ThreadId } from './ids';
import { ERROR_CODES } from './result';

/** A file as this machine keeps it. Its bytes enter by `Bridge.upload` and leave by URL, never through a request. */
export const StoredFile = z.object({
  id: FileId,
  name: z.string(),
  bytes: z.int().nonnegative(),
  createdAt: Instant,
});
export type StoredFile = z.infer<typeof StoredFile>;

/** A file of the library, with what is known of it. Files of one name are versions of each other. */
export const LibraryFile = StoredFile.extend({
  /** Code made it, or a model; it goes with the last thread that uses it. */
  made: z.boolean(),
  /** Threads that use it, without those that are deleted. */
  threads: z.int().nonnegative(),
  /** The same for files that hold the same bytes. */
  content: z.string(),
  /** How reading it went, as data or as a document; null where nobody has read it. */
  status: z.enum(['reading', 'ready', 'failed', 'cancelled']).nullable(),
  /** As data: one, or the sheets of a workbook. */
  datasetIds: z.array(DatasetId),
  /** As a document. */
  documentId: DocumentId.nullable(),
});
export type LibraryFile = z.infer<typeof LibraryFile>;

/** A thread that uses a file. */
export const FileUse = z.object({
  threadId: ThreadId,
  title: z.string(),
  /** It is deleted, and can still be restored. */
  deleted: z.boolean(),
});
export type FileUse = z.infer<typeof FileUse>;

/** A report that holds something of a file. */
export const FileReport = z.object({
  reportId: ReportId,
  title: z.string(),
  /** It is deleted, and can still be restored. */
  deleted: z.boolean(),
});
export type FileReport = z.infer<typeof FileReport>;

/** Bytes on the disk, by what takes them. */
export const StorageSizes = z.object({
  /** Files and pictures of charts. */
  files: z.int().nonnegative(),
  /** What makes queries quick, written anew from files where it is missing. */
  copies: z.int().nonnegative(),
  /** What the engine keeps of files that it was given. */
  engineFiles: z.int().nonnegative(),
  /** Threads, results and indexes. */
  databases: z.int().nonnegative(),
  backups: z.int().nonnegative(),
});
export type StorageSizes = z.infer<typeof StorageSizes>;

/** A picture or a file that the server has and this machine could not get yet. It is tried again, and then replaced. */
export const MissingFile = z.object({
  type: z.literal('missing'),
  remoteFileId: z.string(),
  /** Where code wrote it, below /mnt/data; null for a picture. */
  path: z.string().nullable(),
  /** What stood in the way. */
  reason: z.enum(ERROR_CODES),
});
export type MissingFile = z.infer<typeof MissingFile>;

/** One that this machine will never get: the server no longer has it, or it is too large. */
export const GoneFile = z.object({
  type: z.literal('gone'),
  path: z.string().nullable(),
  reason: z.enum(['not_found', 'too_large']),
});
export type GoneFile = z.infer<typeof GoneFile>;

const byId = z.object({ fileId: FileId });

export const fileRequests = {
  /** Newest first, without those that are deleted. */
  list: { input: z.object({}), output: z.array(LibraryFile) },
  /** Where it is used: threads, the last used first, reports with something of it, and names of assistants that have it. */
  uses: {
    input: byId,
    output: z.object({
      threads: z.array(FileUse),
      reports: z.array(FileReport),
      assistants: z.array(z.string()),
    }),
  },
  /** The ending stays, as it says how the file is read. */
  rename: { input: byId.extend({ name: z.string().trim().min(1).max(200) }), output: LibraryFile },
  /**
   * Puts the file into what is being written in a thread, as data or as a document, read anew only where it has not been; null is
   * the thread that is about to begin.
   */
  attach: { input: byId.extend({ threadId: ThreadId.nullable() }), output: z.object({}) },
  /** Takes files out of the library at once; `restore` brings them back until they are erased, see `deletions`. */
  delete: { input: z.object({ fileIds: z.array(FileId).min(1).max(1_000) }), output: z.object({}) },
  restore: { input: z.object({ fileIds: z.array(FileId).min(1).max(1_000) }), output: z.object({}) },
  sizes: { input: z.object({}), output: StorageSizes },
  /** Lets the analyst put a copy where they choose. */
  save: { input: byId, output: Saved },
};

export const fileEvents = {
  /** Which files there are, or what they are called. */
  'files.changed': z.object({}),
};
