import type { FileId } from '#contract';

/** A file that code made. */
export interface MadeFile {
  fileId: FileId;
  name: string;
  bytes: number;
}
