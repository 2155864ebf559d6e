import { z } from 'zod';
import type { Paper, Publication } from './publication';

export const PublicationFormat = z.enum(['html', 'pdf', 'docx', 'md', 'xlsx']);
export type PublicationFormat = z.infer<typeof PublicationFormat>;

/** What the writing worker is asked. It comes from this process, so that its form is not checked again. */
export interface WriteRequest {
  publication: Publication;
  format: PublicationFormat;
  paper: Paper;
  /** Of the main file, with its ending. */
  name: string;
}

/** A file of a document; `name` is a path below where the document is put. */
export interface WrittenFile {
  name: string;
  bytes: Uint8Array;
}

export type WriteOutcome = { files: WrittenFile[] } | { error: string };
