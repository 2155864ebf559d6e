import type { FileHandle } from 'node:fs/promises';
import type { RejectedLine, RejectReason } from '#contract';
import type { Delimiter } from './dialect';
import { fieldsOf, quoteField, RecordScanner } from './scan';

const NEWLINE = Buffer.from('\n');
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const CHUNK = 4 * 1024 * 1024;
/** A record longer than this is taken for a quote that was never closed. */
const LONGEST_RECORD = 64 * 1024 * 1024;
/** A record with the wrong number of fields that spans more lines than this is taken for a stray quote. */
const LINES_IN_A_VALUE = 20;
const REJECTS_KEPT = 100;
const SHOWN = 500;
const SAMPLE_HEAD = 2_000;
const SAMPLE_REST = 18_000;

/** What has been counted in a whole CSV file, independent of the reader that answers queries. */
export interface Survey {
  /** Records after the header: those that can be read, and those that cannot. */
  records: number;
  rows: number;
  rejected: number;
  rejects: RejectedLine[];
  /** Records with fewer fields than the header; they are rejected, or padded when that is how the file is written. */
  short: number;
  blankLines: number;
  linesAbove: number;
  header: string[] | null;
  /** The last row that can be read. */
  last: { line: number; fields: string[] } | null;
  /** Some of the rows, spread over the file, for finding out what the columns hold. */
  sample: string[][];
  longest: number;
  newlines: Set<string>;
  /** The reader would not read every row of this file as it stands. */
  needsCopy: boolean;
}

export interface SurveyPlan {
  delimiter: Delimiter;
  fields: number;
  header: boolean;
  /** Records above the header, such as title lines. */
  skip: number;
  /** Fill short records up with empty fields instead of rejecting them. */
  pad: boolean;
  /** The line of a total of the rows above, which is no row itself. */
  total?: number;
}

export interface SurveyOptions {
  signal: AbortSignal;
  /** Bytes read so far. */
  onBytes(bytes: number): void;
  /** Receives every row in clean form; used for the second pass that writes the copy. */
  write?(text: Buffer): Promise<void>;
}

/** Reads the whole file once, record by record, in bounded memory. */
export async function survey(file: FileHandle, plan: SurveyPlan, options: SurveyOptions): Promise<Survey> {
  const counter = new Counter(plan, options);
  let buffer = Buffer.allocUnsafe(2 * CHUNK);
  let position = 0;
  /** How much of the buffer's beginning is a record whose end has not been read yet. */
  let held = 0;
  let last = false;
  while (!last) {
    options.signal.throwIfAborted();
    if (buffer.length - held < CHUNK) buffer = Buffer.concat([buffer.subarray(0, held)], held + CHUNK * 4);
    const { bytesRead } = await file.read(buffer, held, CHUNK, position);
    const mark = position === 0 && bytesRead >= 3 && buffer.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    position += bytesRead;
    last = bytesRead === 0;
    options.onBytes(position);
    const end = held + bytesRead;
    const used = mark + counter.take(buffer.subarray(mark, end), last);
    await counter.flush();
    buffer.copyWithin(0, used, end);
    held = end - used;
  }
  return counter.finish();
}

class Counter {
  readonly #plan: SurveyPlan;
  readonly #options: SurveyOptions;
  readonly #scanner: RecordScanner;
  readonly #out: Buffer[] = [];
  readonly #result: Survey;
  #line = 1;
  #newline = '';
  #seen = 0;
  #random = 1;
  /** Where in the buffer the last row that can be read begins and ends. */
  #lastRow: { line: number; at: number; end: number } | null = null;

  constructor(plan: SurveyPlan, options: SurveyOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#scanner = new RecordScanner(plan.delimiter);
    this.#result = {
      records: 0,
      rows: 0,
      rejected: 0,
      rejects: [],
      short: 0,
      blankLines: 0,
      linesAbove: 0,
      header: null,
      last: null,
      sample: [],
      longest: 0,
      newlines: new Set(),
      needsCopy: plan.skip > 0 || plan.pad,
    };
  }

  /** Counts the whole records of the buffer; returns how many bytes they take. */
  take(buffer: Buffer, last: boolean): number {
    const { record } = this.#scanner;
    let at = 0;
    while (at < buffer.length) {
      if (!this.#scanner.scan(buffer, at, last)) {
        if (buffer.length - at < LONGEST_RECORD) break;
        record.broken = 'unclosed_quote';
        record.lineEnds = 1;
      }
      at = this.#count(buffer, at);
    }
    this.#rememberLast(buffer);
    return at;
  }

  /** The buffer is used again, so the row is kept as text; once for each buffer, as that takes time. */
  #rememberLast(buffer: Buffer): void {
    if (!this.#lastRow) return;
    const { line, at, end } = this.#lastRow;
    this.#result.last = { line, fields: this.#fields(buffer.toString('utf8', at, end)) };
    this.#lastRow = null;
  }

  async flush(): Promise<void> {
    if (this.#out.length === 0) return;
    await this.#options.write?.(Buffer.concat(this.#out));
    this.#out.length = 0;
  }

  finish(): Survey {
    const result = this.#result;
    if (result.newlines.size > 1 || result.newlines.has('\r') || result.rejected > 0) result.needsCopy = true;
    if (result.blankLines > 0 && this.#plan.fields === 1) result.needsCopy = true;
    return result;
  }

  /** Counts the record the scanner stands on; returns where to go on. */
  #count(buffer: Buffer, at: number): number {
    const { record } = this.#scanner;
    const { fields } = this.#plan;
    const proper = record.broken === null && record.fields === fields;
    if (!proper && this.#hasSwallowedLines()) return this.#rejectLine(buffer, at);
    if (record.newline !== '' && record.newline !== this.#newline) {
      this.#newline = record.newline;
      this.#result.newlines.add(record.newline);
    }
    const line = this.#line;
    this.#line += record.lineEnds + 1;
    if (record.blank) this.#blank();
    else this.#record(buffer, at, line, proper);
    return record.next;
  }

  #blank(): void {
    this.#result.blankLines += 1;
  }

  /** A stray quote pairs with some later one; that costs the line it stands in, not all the lines between. */
  #hasSwallowedLines(): boolean {
    const { record } = this.#scanner;
    return record.lineEnds > (record.broken === null ? LINES_IN_A_VALUE : 0);
  }

  #isPaddable(): boolean {
    const { record } = this.#scanner;
    return this.#plan.pad && record.broken === null && record.fields < this.#plan.fields;
  }

  #record(buffer: Buffer, at: number, line: number, proper: boolean): void {
    const { record } = this.#scanner;
    const result = this.#result;
    this.#seen += 1;
    if (this.#seen <= this.#plan.skip) {
      result.linesAbove += 1;
      return;
    }
    if (this.#plan.header && result.header === null) {
      result.header = fieldsOf(this.#text(buffer, at), this.#plan.delimiter);
      if (record.looseQuote) result.needsCopy = true;
      this.#keep(buffer, at);
      return;
    }
    result.records += 1;
    if (record.fields < this.#plan.fields && record.broken === null) result.short += 1;
    if (!proper && !this.#isPaddable()) {
      this.#reject(line, this.#text(buffer, at), this.#reason());
      return;
    }
    if (line === this.#plan.total) {
      this.#reject(line, this.#text(buffer, at), { code: 'total' });
      return;
    }
    this.#lastRow = { line, at, end: record.end };
    result.rows += 1;
    result.longest = Math.max(result.longest, record.end - at);
    if (record.looseQuote) result.needsCopy = true;
    this.#sample(buffer, at);
    this.#keep(buffer, at);
  }

  /** The record the scanner stands on. */
  #text(buffer: Buffer, at: number): string {
    return buffer.toString('utf8', at, this.#scanner.record.end);
  }

  #reason(): RejectReason {
    const { record } = this.#scanner;
    if (record.broken) return { code: record.broken };
    return { code: 'field_count', fields: record.fields, expected: this.#plan.fields };
  }

  /** Rejects the physical line at `at` alone and goes on behind it. */
  #rejectLine(buffer: Buffer, at: number): number {
    const end = buffer.indexOf(0x0a, at);
    const stop = end === -1 ? buffer.length : end;
    this.#seen += 1;
    this.#result.records += 1;
    const { broken } = this.#scanner.record;
    this.#reject(this.#line, buffer.toString('utf8', at, stop).replace(/\r$/, ''), {
      code: broken ?? 'unclosed_quote',
    });
    this.#result.newlines.add(buffer[stop - 1] === 0x0d ? '\r\n' : '\n');
    this.#line += 1;
    return Math.min(buffer.length, stop + 1);
  }

  #reject(line: number, text: string, reason: RejectReason): void {
    this.#result.rejected += 1;
    // The line of a total is told wherever it stands.
    if (this.#result.rejects.length < REJECTS_KEPT || reason.code === 'total')
      this.#result.rejects.push({ line, reason, text: text.slice(0, SHOWN) });
  }

  #sample(buffer: Buffer, at: number): void {
    const { sample, rows } = this.#result;
    if (sample.length < SAMPLE_HEAD + SAMPLE_REST) {
      sample.push(this.#fields(this.#text(buffer, at)));
      return;
    }
    // Reservoir sampling with a fixed seed: the same file always gives the same sample.
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    const place = Math.floor((this.#random / 2 ** 32) * (rows - SAMPLE_HEAD));
    if (place < SAMPLE_REST) sample[SAMPLE_HEAD + place] = this.#fields(this.#text(buffer, at));
  }

  #fields(text: string): string[] {
    const fields = fieldsOf(text, this.#plan.delimiter);
    while (fields.length < this.#plan.fields) fields.push('');
    return fields;
  }

  #keep(buffer: Buffer, at: number): void {
    if (!this.#options.write) return;
    const { record } = this.#scanner;
    const { delimiter, fields } = this.#plan;
    if (record.looseQuote || record.fields < fields || fields === 1) {
      const line = this.#fields(this.#text(buffer, at))
        .map((field) => quoteField(field, delimiter))
        .join(delimiter);
      this.#out.push(Buffer.from(`${line === '' ? '""' : line}\n`));
    } else {
      this.#out.push(Buffer.from(buffer.subarray(at, record.end)), NEWLINE);
    }
  }
}
