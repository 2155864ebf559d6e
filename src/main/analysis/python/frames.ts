/** A header longer than this is not one of ours. */
const HEADER_AT_MOST = 1024 * 1024;
const LENGTHS = 8;

export interface Frame {
  header: unknown;
  body: Uint8Array;
}

/** Two lengths and the header; the body follows as it is, so that it need not be copied. */
export function frameHead(header: unknown, bodyBytes: number): Uint8Array {
  const text = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(LENGTHS + text.length);
  head.writeUInt32LE(text.length, 0);
  head.writeUInt32LE(bodyBytes, 4);
  text.copy(head, LENGTHS);
  return head;
}

/** Puts frames together from pieces of any size, copying each byte once. */
export class FrameReader {
  readonly #bodyAtMost: number;
  #pieces: Uint8Array[] = [];
  #held = 0;
  #lengths: { header: number; body: number } | null = null;

  constructor(bodyAtMost: number) {
    this.#bodyAtMost = bodyAtMost;
  }

  /** @throws when what came cannot be a frame */
  *push(piece: Uint8Array): Generator<Frame> {
    this.#pieces.push(piece);
    this.#held += piece.length;
    for (;;) {
      this.#lengths ??= this.#held >= LENGTHS ? this.#readLengths() : null;
      if (!this.#lengths || this.#held < this.#lengths.header + this.#lengths.body) return;
      const header = this.#take(this.#lengths.header);
      const body = this.#take(this.#lengths.body);
      this.#lengths = null;
      yield { header: JSON.parse(header.toString('utf8')), body };
    }
  }

  #readLengths(): { header: number; body: number } {
    const lengths = this.#take(LENGTHS);
    const header = lengths.readUInt32LE(0);
    const body = lengths.readUInt32LE(4);
    if (header > HEADER_AT_MOST || body > this.#bodyAtMost) throw new Error(`a frame of ${header} + ${body} bytes`);
    return { header, body };
  }

  #take(bytes: number): Buffer {
    const taken = Buffer.allocUnsafe(bytes);
    let filled = 0;
    let used = 0;
    while (filled < bytes) {
      const first = this.#pieces[used];
      if (!first) throw new Error('asked for more bytes than there are');
      const part = first.subarray(0, bytes - filled);
      taken.set(part, filled);
      filled += part.length;
      if (part.length === first.length) used += 1;
      else this.#pieces[used] = first.subarray(part.length);
    }
    // At once: taking many small pieces off the front one by one would move all the others each time.
    this.#pieces.splice(0, used);
    this.#held -= bytes;
    return taken;
  }
}
