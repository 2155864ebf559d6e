import { z } from 'zod';

export const THREAD_EXPORT_FORMAT = 'assistants-thread-export/v1';

/** An object of the protocol as a server tells it; whatever else it has is kept. */
const protocolObject = <const Name extends string>(name: Name) =>
  z.looseObject({ id: z.string().min(1).max(200), object: z.literal(name) });

export const ExportedThread = protocolObject('thread');
export type ExportedThread = z.infer<typeof ExportedThread>;
export const ExportedMessage = protocolObject('thread.message').extend({ thread_id: z.string() });
export type ExportedMessage = z.infer<typeof ExportedMessage>;
export const ExportedRun = protocolObject('thread.run').extend({ thread_id: z.string() });
export type ExportedRun = z.infer<typeof ExportedRun>;
export const ExportedStep = protocolObject('thread.run.step').extend({ thread_id: z.string(), run_id: z.string() });
export type ExportedStep = z.infer<typeof ExportedStep>;
export const ExportedAssistant = protocolObject('assistant');
export type ExportedAssistant = z.infer<typeof ExportedAssistant>;

/** A file with its bytes: in base64, or where they lie beside the export, as a relative path with `/`; neither where they are gone. */
export const ExportedFile = z.object({
  object: protocolObject('file'),
  content: z.string().optional(),
  path: z.string().max(1_000).optional(),
});
export type ExportedFile = z.infer<typeof ExportedFile>;

/** What the protocol has no place for: how the thread lies in a library. */
export const ThreadAbout = z.object({
  title: z.string(),
  tags: z.array(z.string()).default([]),
  pinned: z.boolean().default(false),
  archived: z.boolean().default(false),
});
export type ThreadAbout = z.infer<typeof ThreadAbout>;

/**
 * One thread with all that belongs to it, as raw objects of the protocol; messages, runs and steps oldest first.
 * `exported_at` is in seconds since the Unix epoch, as the protocol's times are.
 */
export const ThreadExport = z.looseObject({
  format: z.literal(THREAD_EXPORT_FORMAT),
  exported_at: z.int().nonnegative(),
  about: ThreadAbout.optional(),
  thread: ExportedThread,
  messages: z.array(ExportedMessage),
  runs: z.array(ExportedRun),
  run_steps: z.array(ExportedStep),
  assistants: z.array(ExportedAssistant),
  files: z.array(ExportedFile),
});
export type ThreadExport = z.infer<typeof ThreadExport>;
