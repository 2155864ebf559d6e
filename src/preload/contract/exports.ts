import { z } from 'zod';
import { Saved } from './charts';
import { ThreadId } from './ids';

/** What a thread becomes outside of Assay. `evidence` is an archive that can be verified, `json` its raw objects. */
export const ThreadFormat = z.enum(['html', 'pdf', 'markdown', 'notebook', 'json', 'evidence']);
export type ThreadFormat = z.infer<typeof ThreadFormat>;

export const ExportRequest = z.object({
  threadId: ThreadId,
  format: ThreadFormat,
  /** HTML, PDF and Markdown: the code below the answers. */
  code: z.boolean().default(true),
  /** Evidence: the files themselves; without them it holds their hashes, and nothing can be run again. */
  data: z.boolean().default(true),
  /** PDF, and HTML where it is printed. */
  paper: z.enum(['A4', 'Letter']).default('A4'),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/** How far the one export that takes its time is: so many of all threads, reports and files are written. */
export const ExportProgress = z.object({ done: z.int().nonnegative(), of: z.int().nonnegative() });
export type ExportProgress = z.infer<typeof ExportProgress>;

export const exportRequests = {
  /**
   * One thread as it stands, put where the analyst chooses. Fails with `busy` while the same one is written, with `cancelled`
   * where `cancel` has stopped it.
   */
  thread: { input: ExportRequest, output: Saved },
  /**
   * Every thread in these formats, with the reports and the files of the library where that is wanted, as one archive. Answers when it is
   * saved; meanwhile `exports.progressed` tells how far it is. Fails with `busy` while another one is made, with `cancelled`
   * where `cancel` has stopped it.
   */
  everything: {
    input: z.object({
      formats: z.array(ThreadFormat).max(10),
      files: z.boolean().default(true),
      /** Each report as a web page and as a workbook. */
      reports: z.boolean().default(true),
      archived: z.boolean().default(true),
      paper: ExportRequest.shape.paper,
    }),
    output: Saved,
  },
  /** The export of one thread, or else that of everything. */
  cancel: { input: z.object({ threadId: ThreadId.optional() }), output: z.object({}) },
};

export const exportEvents = {
  'exports.progressed': ExportProgress,
  /** So many pieces of a thread's document, of all: its pictures, and the writing of it. */
  'exports.threadProgressed': ExportProgress.extend({ threadId: ThreadId }),
};
