/** Printed text goes out at once while there is little of it, and in pieces once there is much. */
const AT_ONCE = 100;
const WINDOW_MS = 100;
const PIECE = 16 * 1024;

export class TextOut {
  readonly #post: (bytes: Uint8Array<ArrayBuffer>) => void;
  #held = new Uint8Array(PIECE);
  #filled = 0;
  #windowFrom = 0;
  #posted = 0;

  constructor(post: (bytes: Uint8Array<ArrayBuffer>) => void) {
    this.#post = post;
  }

  write(bytes: Uint8Array): number {
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + PIECE - this.#filled);
      this.#held.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
      if (this.#filled === PIECE) this.flush();
    }
    const now = performance.now();
    if (now - this.#windowFrom > WINDOW_MS) {
      this.#windowFrom = now;
      this.#posted = 0;
    }
    if (this.#posted < AT_ONCE) this.flush();
    return bytes.length;
  }

  flush(): void {
    if (this.#filled === 0) return;
    this.#post(this.#held.slice(0, this.#filled));
    this.#filled = 0;
    this.#posted += 1;
  }
}
