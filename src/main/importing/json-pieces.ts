/** One piece of a JSON text: an element of a list, or an object without the lists that are read by themselves. */
export interface JsonPiece {
  /** The key of the list, null for one that is the whole text; absent for an object. */
  list?: string | null;
  /** JSON, unless it could not be kept. */
  bytes: Uint8Array;
  problem: 'too_large' | 'damaged' | null;
}

export interface PieceOptions {
  /** Lists under these keys of an outermost object are read element by element. */
  lists: ReadonlySet<string>;
  /** Bytes of a piece. */
  atMost: number;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
/** What is deeper was made to keep readers busy. */
const DEPTH_AT_MOST = 500;
const KEY_AT_MOST = 100;

/**
 * Takes JSON texts apart, one behind the other, without ever holding more of them than one piece: that one of thousands is
 * damaged or larger than memory is no reason to lose the others, as it would be for a parser of the whole.
 */
export async function* jsonPieces(chunks: AsyncIterable<Uint8Array>, options: PieceOptions): AsyncGenerator<JsonPiece> {
  const scanner = new PieceScanner(options);
  for await (const chunk of chunks) yield* scanner.feed(chunk);
  yield* scanner.end();
}

/** Bytes of a piece as they come, over the borders of chunks. */
class Capture {
  problem: JsonPiece['problem'] = null;
  readonly #atMost: number;
  #parts: Uint8Array[] = [];
  #size = 0;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  add(bytes: Uint8Array): void {
    this.#size += bytes.length;
    if (this.#size > this.#atMost) this.problem ??= 'too_large';
    if (this.problem === null) this.#parts.push(bytes);
    else this.#parts = [];
  }

  piece(list?: string | null): JsonPiece {
    return { ...(list === undefined ? {} : { list }), bytes: Buffer.concat(this.#parts), problem: this.problem };
  }
}

class PieceScanner {
  readonly #options: PieceOptions;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Of the list whose elements are pieces: the depth of its elements, and its key. */
  #listDepth = 0;
  #list: string | null = null;
  /** The object around it, of which its own list is no part. */
  #rest: Capture | null = null;
  #item: Capture | null = null;
  /** The bytes of a key of the outermost object, while it is read; then the key. */
  #keyBytes: number[] | null = null;
  #key: string | null = null;
  #expectsKey = false;
  /** What stands outside of all objects and lists is told once, however long it is. */
  #isStray = false;
  /** Where what is captured begins in the chunk. */
  #from = 0;

  constructor(options: PieceOptions) {
    this.#options = options;
  }

  *feed(chunk: Uint8Array): Generator<JsonPiece> {
    this.#from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.#inString) this.#inText(byte);
      else yield* this.#outsideText(byte, at, chunk);
    }
    this.#current()?.add(chunk.subarray(this.#from));
  }

  /** What was cut off is damaged. */
  *end(): Generator<JsonPiece> {
    const open = this.#item ?? this.#rest;
    if (!open) return;
    open.problem ??= 'damaged';
    yield open.piece(this.#item ? this.#list : undefined);
  }

  /** What is being captured: an element, else the object, but not while a list of its is read. */
  #current(): Capture | null {
    return this.#item ?? (this.#listDepth === 0 ? this.#rest : null);
  }

  #inText(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) {
      this.#inString = false;
      this.#key = this.#keyBytes ? Buffer.from(this.#keyBytes).toString() : this.#key;
      this.#keyBytes = null;
      return;
    }
    if (this.#keyBytes && this.#keyBytes.length < KEY_AT_MOST) this.#keyBytes.push(byte);
  }

  *#outsideText(byte: number, at: number, chunk: Uint8Array): Generator<JsonPiece> {
    if (SPACES.has(byte)) return;
    const isElement = this.#listDepth > 0 && this.#depth === this.#listDepth && this.#item === null;
    if (isElement && byte !== COMMA && byte !== CLOSE_LIST) this.#begin(at);
    switch (byte) {
      case QUOTE:
        this.#inString = true;
        if (this.#expectsKey && this.#depth === 1 && this.#listDepth === 0) this.#keyBytes = [];
        this.#expectsKey = false;
        return;
      case OPEN_LIST:
      case OPEN_OBJECT:
        return this.#open(byte, at, chunk);
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        return yield* this.#close(at, chunk);
      case COMMA:
        if (this.#item && this.#depth === this.#listDepth) yield this.#endItem(chunk.subarray(this.#from, at));
        if (this.#depth === 1) this.#expectsKey = true;
        return;
      case COLON:
        return;
      default:
        if (this.#depth > 0 || this.#isStray) return;
        this.#isStray = true;
        yield { bytes: new Uint8Array(), problem: 'damaged' };
    }
  }

  #begin(at: number): void {
    this.#item = new Capture(this.#options.atMost);
    this.#from = at;
  }

  #open(byte: number, at: number, chunk: Uint8Array): void {
    const isList = byte === OPEN_LIST;
    this.#depth += 1;
    const captured = this.#current();
    if (this.#depth > DEPTH_AT_MOST && captured) captured.problem ??= 'damaged';
    if (this.#depth === 1) {
      this.#isStray = false;
      this.#key = null;
      this.#expectsKey = true;
      if (isList) this.#enter(1, null);
      else {
        this.#rest = new Capture(this.#options.atMost);
        this.#from = at;
      }
    } else if (this.#depth === 2 && isList && this.#rest && this.#key !== null && this.#options.lists.has(this.#key)) {
      this.#rest.add(chunk.subarray(this.#from, at + 1));
      this.#enter(2, this.#key);
    }
  }

  #enter(depth: number, list: string | null): void {
    this.#listDepth = depth;
    this.#list = list;
  }

  *#close(at: number, chunk: Uint8Array): Generator<JsonPiece> {
    if (this.#item && this.#depth === this.#listDepth) yield this.#endItem(chunk.subarray(this.#from, at));
    this.#depth = Math.max(0, this.#depth - 1);
    if (this.#item && this.#depth === this.#listDepth) yield this.#endItem(chunk.subarray(this.#from, at + 1));
    else if (this.#listDepth > this.#depth) {
      this.#listDepth = 0;
      this.#from = at;
    }
    if (this.#depth > 0 || !this.#rest) return;
    this.#rest.add(chunk.subarray(this.#from, at + 1));
    const piece = this.#rest.piece();
    this.#rest = null;
    yield piece;
  }

  #endItem(last: Uint8Array): JsonPiece {
    const item = this.#item ?? new Capture(0);
    item.add(last);
    this.#item = null;
    return item.piece(this.#list);
  }
}
