/** What one record of a CSV file is like. Reused from record to record, so read it before scanning on. */
export interface ScannedRecord {
  /** Where the next record begins, in the scanned buffer. */
  next: number;
  /** Where this record ends, line end not included. */
  end: number;
  fields: number;
  /** Line ends inside quotes. */
  lineEnds: number;
  blank: boolean;
  /** A quote stands inside an unquoted field, as in `5" pipe`. */
  looseQuote: boolean;
  /** Text follows a closing quote, or a quote is never closed. */
  broken: 'text_after_quote' | 'unclosed_quote' | null;
  /** How the line ended. */
  newline: '\n' | '\r\n' | '\r' | '';
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

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
    while (i < length) {
      const byte = buffer[i] as number;
      if (stops[byte] === 0) {
        i += 1;
        starts = false;
      } else if (byte === delimiter) {
        fields += 1;
        i += 1;
        starts = true;
      } else if (byte === QUOTE) {
        if (starts) i = this.#quoted(buffer, i, last);
        else {
          record.looseQuote = true;
          i += 1;
        }
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
    record.blank = end === at;
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
    if (after !== undefined && after !== this.#delimiter && after !== LF && after !== CR)
      record.broken = 'text_after_quote';
    return at + 1;
  }
}

/** A field as it must stand in a file so that it reads back the same. */
export function quoteField(value: string, delimiter: string): string {
  return value.includes('"') || value.includes(delimiter) || /[\r\n]/.test(value)
    ? `"${value.replaceAll('"', '""')}"`
    : value;
}
