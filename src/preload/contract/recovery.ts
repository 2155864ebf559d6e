import { z } from 'zod';
import { Instant } from './ids';

/** The library is what the window shows; the engine is what answers, and what scripts use. */
export const DatabaseName = z.enum(['library', 'engine']);
export type DatabaseName = z.infer<typeof DatabaseName>;

/** What a copy of a database holds, to weigh one against another. */
export const Holdings = z.object({
  threads: z.int().nonnegative(),
  messages: z.int().nonnegative(),
  /** When its newest message came; null when it has none. */
  latest: Instant.nullable(),
});
export type Holdings = z.infer<typeof Holdings>;

export const Backup = z.object({
  /** Of the file in the folder of backups. */
  name: z.string(),
  madeAt: Instant,
  /** Null when it cannot be read either. */
  holdings: Holdings.nullable(),
});
export type Backup = z.infer<typeof Backup>;

export const DataProblem = z.object({
  database: DatabaseName,
  /** `damaged` cannot be read in part or as a whole; `missing` was not there, while the other database was. */
  kind: z.enum(['damaged', 'missing']),
  /** What can still be read of it, and would be kept by `recovery.repair`; null where nothing can. */
  readable: Holdings.nullable(),
  /** When it was last written to; null where there is no file. */
  savedAt: Instant.nullable(),
  /** Newest first. */
  backups: z.array(Backup),
  /** What has been brought back from the other database so far; null where nothing can be. */
  rebuilt: z.object({ threads: z.int().nonnegative(), messages: z.int().nonnegative(), done: z.boolean() }).nullable(),
});
export type DataProblem = z.infer<typeof DataProblem>;

export const RecoveryState = z.object({
  /** False when the library could not be opened at all: nothing can be shown until something is done about it. */
  open: z.boolean(),
  problems: z.array(DataProblem),
});
export type RecoveryState = z.infer<typeof RecoveryState>;

const database = z.object({ database: DatabaseName });

export const recoveryRequests = {
  get: { input: z.object({}), output: RecoveryState },
  /**
   * Puts a backup in the database's place, which goes to quarantine, and brings back from the other database what the backup
   * lacks. The app is opened anew on the way: the window reads everything again.
   */
  restore: { input: database.extend({ backup: z.string().min(1).max(200) }), output: RecoveryState },
  /** The same with a database of all that can be read of the damaged one. */
  repair: { input: database, output: RecoveryState },
  /** The analyst has read it and wants nothing done about it. */
  dismiss: { input: database, output: RecoveryState },
};

export const recoveryEvents = { 'recovery.changed': RecoveryState };
