import { randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;
/** The largest multiple of 62 in a byte: bytes from here on would favour the first letters. */
const FAIR = 248;

const POOL = 1024;

export type IdPrefix =
  | 'asst_'
  | 'thread_'
  | 'msg_'
  | 'run_'
  | 'step_'
  | 'call_'
  | 'file-'
  | 'vs_'
  | 'vsfb_'
  | 'upload_'
  | 'part_';

// One call for many ids: asking the system for random bytes is dear, and ids are made all the time.
let pool = randomBytes(POOL);
let used = 0;

export function newId(prefix: IdPrefix): string {
  let id = '';
  while (id.length < LENGTH) {
    const byte = nextByte();
    if (byte < FAIR) id += ALPHABET[byte % ALPHABET.length];
  }
  return prefix + id;
}

function nextByte(): number {
  if (used === POOL) {
    pool = randomBytes(POOL);
    used = 0;
  }
  used += 1;
  return pool[used - 1] ?? 0;
}
