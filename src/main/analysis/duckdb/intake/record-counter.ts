import type { RejectReason } from '#contract';
import { recordFields } from '#contract/separated-text';
import { delimitersPassed, lineEnd, nextQuote } from './plain-lines';
import { RowSample } from './sample';
import { quoteField, RecordScanner } from './scan';
import { Tail } from './tail';
import type { Survey, TextPlan } from './types';

/** A record longer than this is taken for a quote that was never closed. */
const LONGEST_RECORD = 64 * 1024 * 1024;
/** A record with the wrong number of fields that spans more lines than this is taken for a stray quote. */
const LINES_IN_A_VALUE = 20;
const REJECTS_KEPT = 100;
const SHOWN = 500;
const LF = 0x0a;
const CR = 0x0d;
const ENDS = { '\n': Buffer.from('\n'), '\r\n': Buffer.from('\r\n') };

/**
 * Counts the records of a file, buffer by buffer, and keeps what is known of it. From the first thing that DuckDB would
 * not read as we do, it gives the rows out in clean form.
 */
export class RecordCounter {
  readonly #plan: TextPlan;
  readonly #scanner: RecordScanner;
  readonly #delimiter: number;
  readonly #sample: RowSample;
  readonly #counts: Omit<Survey, 'tail' | 'sample' | 'newline' | 'copied'>;
  #copied: Buffer[] = [];
  #newline: '\n' | '\r\n' | '\r' | null = null;
  #line = 1;
  #seen = 0;
  readonly #tail = new Tail();
  #header: Buffer | null = null;
  /** Where in the file the buffer begins. */
  #base = 0;
  /** Where in the buffer the next quote stands. */
  #nextQuote = -1;
  #copiesFrom: number | null = null;

  constructor(plan: TextPlan) {
    this.#plan = plan;
    this.#scanner = new RecordScanner(plan.delimiter);
    this.#sample = new RowSample(plan.fields);
    this.#delimiter = plan.delimiter.charCodeAt(0);
    this.#counts = {
      records: 0,
      rows: 0,
      rejected: 0,
      rejects: [],
      short: 0,
      headers: 0,
      blankLines: 0,
      linesAbove: 0,
      header: null,
      longest: 0,
    };
  }

  /** Where in the file the rows begin that are given out; null while DuckDB could read it as it stands. */
  get copiesFrom(): number | null {
    return this.#copiesFrom;
  }

  /** What is to be written of the last buffer, before that is used again. */
  takeCopied(): Buffer[] {
    const pieces = this.#copied;
    this.#copied = [];
    return pieces;
  }

  /** Counts the whole records of the buffer, which begins at `base` in the file; returns how many bytes they take. */
  take(buffer: Buffer, base: number, last: boolean): number {
    const { record } = this.#scanner;
    this.#base = base;
    this.#nextQuote = nextQuote(buffer, 0);
    let at = 0;
    while (at < buffer.length) {
      at = this.#takePlain(buffer, at);
      if (at >= buffer.length) break;
      if (!this.#scanner.scan(buffer, at, last)) {
        if (buffer.length - at < LONGEST_RECORD) break;
        record.broken = 'unclosed_quote';
        record.lineEnds = 1;
      }
      at = this.#takeRecord(buffer, at);
    }
    this.#tail.keep(buffer);
    return at;
  }

  finish(): Survey {
    return {
      ...this.#counts,
      tail: this.#tail.rows,
      sample: this.#sample,
      newline: this.#newline === '\r\n' ? '\r\n' : '\n',
      copied: this.#copiesFrom !== null,
    };
  }

  /**
   * Takes rows that are nothing but the right number of fields, without quotes, each on a line that ends as the others
   * do: most of most files. Returns where the first record begins that may be something else.
   */
  #takePlain(buffer: Buffer, from: number): number {
    const counts = this.#counts;
    const { fields } = this.#plan;
    if (this.#newline === null || this.#newline === '\r' || fields === 1) return from;
    if (this.#seen < this.#plan.skip || (this.#plan.header && counts.header === null)) return from;
    if (this.#nextQuote < from) this.#nextQuote = nextQuote(buffer, from);
    const delimiter = this.#delimiter;
    const end = this.#nextQuote;
    const ending = this.#newline.length;
    const header = this.#header;
    const headerLength = header?.length ?? -1;
    let begin = from;
    let rows = 0;
    let longest = counts.longest;
    while (begin < end) {
      const at = lineEnd(buffer, begin, end, delimiter);
      const next = at + ending;
      if (
        next > end ||
        delimitersPassed() !== fields - 1 ||
        buffer[next - 1] !== LF ||
        (ending === 2) !== (buffer[at] === CR)
      )
        break;
      const length = at - begin;
      if (length === fields - 1) break;
      if (length === headerLength && buffer[begin] === header?.[0] && this.#isHeader(buffer, begin, at)) break;
      rows += 1;
      if (length > longest) longest = length;
      this.#sample.add(buffer, begin, at, counts.rows + rows);
      begin = next;
    }
    if (rows === 0) return from;
    counts.longest = longest;
    this.#addRows(rows);
    if (this.#copiesFrom !== null) this.#copied.push(buffer.subarray(from, begin));
    this.#tail.addRun(buffer, { from, to: begin, ending, line: this.#line - 1 });
    return begin;
  }

  #isHeader(buffer: Buffer, from: number, to: number): boolean {
    const header = this.#header;
    return header !== null && to - from === header.length && header.compare(buffer, from, to) === 0;
  }

  #addRows(rows: number): void {
    this.#counts.records += rows;
    this.#counts.rows += rows;
    this.#seen += rows;
    this.#line += rows;
  }

  /** Counts the record the scanner stands on; returns where to go on. */
  #takeRecord(buffer: Buffer, at: number): number {
    const { record } = this.#scanner;
    const { fields } = this.#plan;
    const proper = record.broken === null && record.fields === fields;
    if (!proper && this.#hasSwallowedLines()) return this.#rejectLine(buffer, at);
    this.#seeNewline(record.newline, at);
    const line = this.#line;
    this.#line += record.lineEnds + 1;
    if (record.blank) {
      this.#counts.blankLines += 1;
      this.#tail.seeBlank(line);
      // In a file of one column it would be a row, and delimiters alone are one for others.
      if (fields === 1 || record.end > at) this.#copyFrom(at);
    } else this.#record(buffer, at, line, proper);
    return record.next;
  }

  #seeNewline(newline: '\n' | '\r\n' | '\r' | '', at: number): void {
    if (newline === '' || newline === this.#newline) return;
    if (this.#newline === null) this.#newline = newline;
    if (newline === '\r' || this.#newline !== newline) this.#copyFrom(at);
  }

  #copyFrom(at: number): void {
    this.#copiesFrom ??= this.#base + at;
  }

  /** A stray quote pairs with some later one; that costs the line it stands in, not all the lines between. */
  #hasSwallowedLines(): boolean {
    const { record } = this.#scanner;
    return record.lineEnds > (record.broken === null ? LINES_IN_A_VALUE : 0);
  }

  #record(buffer: Buffer, at: number, line: number, proper: boolean): void {
    const { record } = this.#scanner;
    const plan = this.#plan;
    const counts = this.#counts;
    this.#seen += 1;
    if (this.#seen <= plan.skip) {
      counts.linesAbove += 1;
      this.#copyFrom(at);
      return;
    }
    if (plan.header && counts.header === null) {
      this.#takeHeader(buffer, at);
      return;
    }
    counts.records += 1;
    const padded = plan.pad && record.broken === null && record.fields < plan.fields;
    if (record.fields < plan.fields && record.broken === null) counts.short += 1;
    if (!proper && !padded) {
      this.#reject(at, line, this.#text(buffer, at), this.#reason());
      return;
    }
    if (this.#isHeader(buffer, at, record.end)) {
      counts.headers += 1;
      this.#reject(at, line, this.#text(buffer, at), { code: 'repeated_header' });
      return;
    }
    this.#tail.add(line, at, record.end);
    counts.rows += 1;
    counts.longest = Math.max(counts.longest, record.end - at);
    this.#sample.add(buffer, at, record.end, counts.rows);
    if (record.looseQuote || padded) this.#copyFrom(at);
    this.#keep(buffer, at);
  }

  #takeHeader(buffer: Buffer, at: number): void {
    const { record } = this.#scanner;
    const names = recordFields(this.#text(buffer, at), this.#plan.delimiter);
    // R names the columns of its rows, but not the one of their names.
    this.#counts.header = this.#plan.indexed ? ['', ...names] : names;
    if (this.#plan.repeats) this.#header = Buffer.from(buffer.subarray(at, record.end));
    if (record.looseQuote || record.fields < this.#plan.fields) this.#copyFrom(at);
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
    const lineEnd = buffer.indexOf(LF, at);
    const stop = lineEnd === -1 ? buffer.length : lineEnd;
    const crlf = buffer[stop - 1] === CR;
    this.#seen += 1;
    this.#counts.records += 1;
    this.#newline ??= crlf ? '\r\n' : '\n';
    const { broken } = this.#scanner.record;
    this.#reject(at, this.#line, buffer.toString('utf8', at, crlf ? stop - 1 : stop), {
      code: broken ?? 'unclosed_quote',
    });
    this.#line += 1;
    return Math.min(buffer.length, stop + 1);
  }

  #reject(at: number, line: number, text: string, reason: RejectReason): void {
    this.#counts.rejected += 1;
    if (this.#counts.rejects.length < REJECTS_KEPT)
      this.#counts.rejects.push({ line, reason, text: text.slice(0, SHOWN) });
    this.#copyFrom(at);
  }

  /** Gives the record out, with as many fields as the others, if rows are given out yet. */
  #keep(buffer: Buffer, at: number): void {
    if (this.#copiesFrom === null) return;
    const { record } = this.#scanner;
    const { delimiter, fields } = this.#plan;
    const newline = this.#newline === '\r\n' ? '\r\n' : '\n';
    if (!record.looseQuote && record.fields >= fields && fields > 1) {
      this.#copied.push(buffer.subarray(at, record.end), ENDS[newline]);
      return;
    }
    const values = recordFields(this.#text(buffer, at), delimiter);
    while (values.length < fields) values.push('');
    const line = values.map((field) => quoteField(field, delimiter)).join(delimiter);
    this.#copied.push(Buffer.from(`${line === '' ? '""' : line}${newline}`));
  }
}
