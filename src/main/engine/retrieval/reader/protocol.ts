import type { DocumentError, Extracted } from '../types';

export interface Request {
  filename: string;
  bytes: Uint8Array;
}

export type Answer = { ok: true; extracted: Extracted } | { ok: false; code: DocumentError['code']; message: string };
