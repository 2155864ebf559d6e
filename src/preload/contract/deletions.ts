import { z } from 'zod';
import { FileId, Instant, ReportId, ThreadId } from './ids';
import { DatabaseName } from './recovery';

/** A thread that is deleted and can still be restored. */
export const DeletedThread = z.object({
  threadId: ThreadId,
  title: z.string(),
  deletedAt: Instant,
  /** When it is erased by itself, at the next start of Assay after that. */
  erasedAt: Instant,
});
export type DeletedThread = z.infer<typeof DeletedThread>;

export const DeletedFile = z.object({
  fileId: FileId,
  name: z.string(),
  bytes: z.int().nonnegative(),
  deletedAt: Instant,
  erasedAt: Instant,
  /** Threads that keep it for as long as they are there, the deleted ones among them. */
  threads: z.int().nonnegative(),
  /** The same of reports. */
  reports: z.int().nonnegative(),
});
export type DeletedFile = z.infer<typeof DeletedFile>;

export const DeletedReport = z.object({
  reportId: ReportId,
  title: z.string(),
  deletedAt: Instant,
  erasedAt: Instant,
});
export type DeletedReport = z.infer<typeof DeletedReport>;

/** A copy of a database, with all that was in it when it was made. */
export const DataCopy = z.object({
  name: z.string(),
  database: DatabaseName,
  madeAt: Instant,
  bytes: z.int().nonnegative(),
  /** Copies of days go when so many later days have one; those from before an update of Assay stay until they are deleted. */
  kind: z.enum(['day', 'update']),
});
export type DataCopy = z.infer<typeof DataCopy>;

export const DataCopies = z.object({
  copies: z.array(DataCopy),
  /** How many days have a copy. */
  daysKept: z.int().positive(),
  /** Databases that were replaced when data was restored, or did not belong: never removed by themselves. */
  setAside: z.object({ files: z.int().nonnegative(), bytes: z.int().nonnegative() }),
});
export type DataCopies = z.infer<typeof DataCopies>;

/** What came of erasing. */
export const Erasure = z.object({
  threads: z.int().nonnegative(),
  files: z.int().nonnegative(),
  reports: z.int().nonnegative(),
  /** Files that a thread, a report or a question on its way still uses. */
  used: z.array(FileId),
  /** What the engine, which is off, is yet to delete. */
  awaited: z.int().nonnegative(),
});
export type Erasure = z.infer<typeof Erasure>;

export const deletionRequests = {
  /** The last deleted first. */
  list: {
    input: z.object({}),
    output: z.object({
      threads: z.array(DeletedThread),
      files: z.array(DeletedFile),
      reports: z.array(DeletedReport),
    }),
  },
  /**
   * Erases what is deleted, for good: rows, files, what was read of them, and what the engine has of them. Resolves when nothing of
   * it is left in the data folder outside of the copies that `copies` tells of. What of a thread was pinned stays in its reports.
   */
  erase: {
    input: z.object({
      threadIds: z.array(ThreadId).max(10_000),
      fileIds: z.array(FileId).max(10_000),
      reportIds: z.array(ReportId).max(10_000).default([]),
    }),
    output: Erasure,
  },
  copies: { input: z.object({}), output: DataCopies },
  /** Copies the databases as they are now, and deletes all earlier copies; what was set aside as well, where that is wanted. */
  renewCopies: { input: z.object({ setAside: z.boolean() }), output: DataCopies },
};

export const deletionEvents = {
  /** What is deleted, or can still be restored. */
  'deletions.changed': z.object({}),
};
