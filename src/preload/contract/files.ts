import { z } from 'zod';
import { Saved } from './charts';
import { FileId, Instant } from './ids';
import { ERROR_CODES } from './result';

/** A file as this machine keeps it. Its bytes enter by `Bridge.upload` and leave by URL, never through a request. */
export const StoredFile = z.object({
  id: FileId,
  name: z.string(),
  bytes: z.int().nonnegative(),
  createdAt: Instant,
});
export type StoredFile = z.infer<typeof StoredFile>;

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

export const fileRequests = {
  list: { input: z.object({}), output: z.array(StoredFile) },
  /** Lets the analyst put a copy where they choose. */
  save: { input: z.object({ fileId: FileId }), output: Saved },
};
