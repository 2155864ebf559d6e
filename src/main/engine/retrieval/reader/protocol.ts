import type { Chunking, DocumentError, Place, Section } from '../types';

export interface Request {
  filename: string;
  bytes: Uint8Array<ArrayBuffer>;
  chunking: Chunking;
}

/** A document as it is kept. */
export interface Digest {
  text: string;
  sections: Section[];
  passages: {
    text: string;
    place: Place;
    /** The stems of its words in their order, for the index. */
    stems: string;
  }[];
}

export type Answer = { ok: true; digest: Digest } | { ok: false; code: DocumentError['code']; message: string };
