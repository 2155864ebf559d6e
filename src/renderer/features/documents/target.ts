import type { DocumentId, DocumentPlace } from '#contract';

/** What is to be shown of a document: all of it from its beginning, or the words at a place. */
export interface SourceTarget {
  /** Null for a file that is not of this library: then there is only the passage itself to show. */
  documentId: DocumentId | null;
  name: string;
  place: DocumentPlace | null;
  /** The words to point out. */
  quote: string;
}
