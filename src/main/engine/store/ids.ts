import { randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;
/** The largest multiple of 62 in a byte: bytes from here on would favour the first letters. */
const FAIR = 248;

export type IdPrefix = 'asst_' | 'thread_' | 'msg_' | 'run_' | 'step_' | 'call_' | 'file-';

export function newId(prefix: IdPrefix): string {
  let id = '';
  while (id.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      if (byte < FAIR && id.length < LENGTH) id += ALPHABET[byte % ALPHABET.length];
    }
  }
  return prefix + id;
}
