/** What one record of a CSV file is like. Reused from record to record, so read it before scanning on. */
export interface ScannedRecord {
  /** Where the next record begins, in the scanned buffer. */
  next: number;
  /** Where this record ends, line end not included. */
  end: number;
  fields: number;
  /** Line ends inside quotes. */
  lineEnds: number;
  /** Nothing stands there, or nothing but delimiters. */
  blank: boolean;
  /** A quote stands inside an unquoted field, as in `5" pipe`, or a quoted one has blanks around it. */
  looseQuote: boolean;
  /** Text follows a closing quote, or a quote is never closed. */
  broken: 'text_after_quote' | 'unclosed_quote' | null;
  /** How the line ended. */
  newline: '\n' | '\r\n' | '\r' | '';
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;
const TAB = 0x09;

/**
 * Reads one record of RFC 4180 text at a time out of a buffer and counts what it sees; it makes no strings. This is the
 * independent count that the rows DuckDB reads are held against.
 */
export class RecordScanner {
  readonly record: ScannedRecord = {
    next: 0,
    end: 0,
    fields: 0,
    lineEnds: 0,
    blank: false,
    looseQuote: false,
    broken: null,
    newline: '',
  };
  readonly #delimiter: number;
  /** 1 for every byte that an unquoted field may end at, or that tells something about it. */
  readonly #stops = new Uint8Array(256);

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    for (const byte of [this.#delimiter, LF, CR, QUOTE]) this.#stops[byte] = 1;
  }

  /** Scans the record at `at`. False when the buffer ends before the record does and `last` says more will come. */
  scan(buffer: Buffer, at: number, last: boolean): boolean {
    const { record } = this;
    record.lineEnds = 0;
    record.looseQuote = false;
    record.broken = null;
    // Every byte of the file passes here: what is looked at for each is kept out of objects.
    const stops = this.#stops;
    const delimiter = this.#delimiter;
    const { length } = buffer;
    let fields = 1;
    let i = at;
    let starts = true;
    let begin = at;
    while (i < length) {
      const byte = buffer[i] as number;
      if (stops[byte] === 0) {
        i += 1;
        starts = false;
      } else if (byte === delimiter) {
        fields += 1;
        i += 1;
        begin = i;
        starts = true;
      } else if (byte === QUOTE) {
        if (starts) i = this.#quoted(buffer, i, last);
        else i = this.#loose(buffer, begin, i, last);
        if (i < 0) return false;
        starts = false;
      } else {
        record.fields = fields;
        if (byte === LF) return this.#close(at, i, i + 1, '\n');
        if (i + 1 >= length && !last) return false;
        return buffer[i + 1] === LF ? this.#close(at, i, i + 2, '\r\n') : this.#close(at, i, i + 1, '\r');
      }
    }
    record.fields = fields;
    return last && this.#close(at, length, length, '');
  }

  #close(at: number, end: number, next: number, newline: ScannedRecord['newline']): boolean {
    const { record } = this;
    record.end = end;
    record.next = next;
    record.newline = newline;
    record.blank = end - at === record.fields - 1;
    return true;
  }

  /** Returns where the quotes of a field close; -1 when that cannot be known before more of the file is there. */
  #quoted(buffer: Buffer, from: number, last: boolean): number {
    const { record } = this;
    const { length } = buffer;
    let lineEnds = 0;
    let at = from + 1;
    while (at < length) {
      const byte = buffer[at];
      if (byte === LF) lineEnds += 1;
      if (byte !== QUOTE) {
        at += 1;
        continue;
      }
      if (at + 1 >= length && !last) return -1;
      if (buffer[at + 1] !== QUOTE) break;
      at += 2;
    }
    if (at >= length && !last) return -1;
    record.lineEnds += lineEnds;
    if (at >= length) {
      record.broken = 'unclosed_quote';
      return length;
    }
    const after = buffer[at + 1];
    if (after === undefined || after === this.#delimiter || after === LF || after === CR) return at + 1;
    const end = this.#behindBlanks(buffer, at + 1);
    if (end === length && !last) return -1;
    if (this.#endsField(buffer, end)) {
      record.looseQuote = true;
      return end;
    }
    record.broken = 'text_after_quote';
    return at + 1;
  }

  /**
   * A quote within a field that did not begin with one: behind nothing but blanks, and closed on the same line at the end of
   * the field, it quotes the field all the same. Returns where to go on; -1 when the buffer does not tell.
   */
  #loose(buffer: Buffer, begin: number, at: number, last: boolean): number {
    this.record.looseQuote = true;
    if (this.#behindBlanks(buffer, begin) !== at) return at + 1;
    for (let i = at + 1; i < buffer.length; i += 1) {
      if (buffer[i] === LF || buffer[i] === CR) return at + 1;
      if (buffer[i] !== QUOTE) continue;
      if (buffer[i + 1] === QUOTE) {
        i += 1;
        continue;
      }
      const end = this.#behindBlanks(buffer, i + 1);
      if (end === buffer.length && !last) return -1;
      return this.#endsField(buffer, end) ? end : at + 1;
    }
    return last ? at + 1 : -1;
  }

  #behindBlanks(buffer: Buffer, from: number): number {
    let at = from;
    while (buffer[at] === BLANK || (buffer[at] === TAB && this.#delimiter !== TAB)) at += 1;
    return at;
  }

  #endsField(buffer: Buffer, at: number): boolean {
    const byte = buffer[at];
    return byte === undefined || byte === this.#delimiter || byte === LF || byte === CR;
  }
}

/** A field as it must stand in a file so that it reads back the same. */
export function quoteField(value: string, delimiter: string): string {
  return value.includes('"') || value.includes(delimiter) || /[\r\n]/.test(value)
    ? `"${value.replaceAll('"', '""')}"`
    : value;
}
