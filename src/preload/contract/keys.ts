import { z } from 'zod';
import { Failure } from './failure-reasons';

/** Secrets live in the OS keychain. They go in through here and never come back: the window only learns whether one is set. */
export const KeyName = z.enum(['serve']);
export type KeyName = z.infer<typeof KeyName>;

export const KeyStatus = z.object({
  name: KeyName,
  set: z.boolean(),
  /** Why the keychain cannot be used now, and what to do; null when it can. */
  problem: Failure.nullable(),
});
export type KeyStatus = z.infer<typeof KeyStatus>;

export const keyRequests = {
  status: { input: z.object({ name: KeyName }), output: KeyStatus },
  set: { input: z.object({ name: KeyName, value: z.string().min(8).max(4096) }), output: KeyStatus },
  remove: { input: z.object({ name: KeyName }), output: KeyStatus },
};
