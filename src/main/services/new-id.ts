const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 24 letters and digits after a prefix, as the protocol's own ids look. */
export function newId(prefix: string): string {
  let id = `${prefix}_`;
  // 248 = 4 × 62: bytes beyond it would favour the first letters.
  while (id.length < prefix.length + 25) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < 248 && id.length < prefix.length + 25) id += ALPHABET[byte % 62];
    }
  }
  return id;
}
