import { z } from 'zod';
import { Saved } from './charts';
import { FileId, Instant } from './ids';

/** A file as this machine keeps it. Its bytes enter by `Bridge.upload` and leave by URL, never through a request. */
export const StoredFile = z.object({
  id: FileId,
  name: z.string(),
  bytes: z.int().nonnegative(),
  createdAt: Instant,
});
export type StoredFile = z.infer<typeof StoredFile>;

export const fileRequests = {
  list: { input: z.object({}), output: z.array(StoredFile) },
  /** Lets the analyst put a copy where they choose. */
  save: { input: z.object({ fileId: FileId }), output: Saved },
};
