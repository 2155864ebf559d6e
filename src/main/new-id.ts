const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;
/** The largest multiple of 62 in a byte: bytes from here on would favour the first letters. */
const FAIR = 248;

// One call for many ids: asking the system for random bytes is dear, and ids are made all the time.
const pool = new Uint8Array(1024);
let used = pool.length;

/** 24 letters and digits after a prefix, as ids of the protocol look. */
export function newId(prefix: string): string {
  let id = '';
  while (id.length < LENGTH) {
    const byte = nextByte();
    if (byte < FAIR) id += ALPHABET[byte % ALPHABET.length];
  }
  return prefix + id;
}

function nextByte(): number {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += 1;
  return pool[used - 1] ?? 0;
}
