import type { TailRow } from './types';

/** A total and a few remarks. */
const ROWS = 8;
const LONGEST = 1024 * 1024;
const LF = 0x0a;

interface Place {
  line: number;
  from: number;
  to: number;
}

/** The last rows of a file, which may be a total or remarks below the table. */
export class Tail {
  #rows: TailRow[] = [];
  /** Rows of the buffer that is being read. */
  #places: Place[] = [];
  readonly #blankLines: number[] = [];

  get rows(): TailRow[] {
    return this.#rows;
  }

  seeBlank(line: number): void {
    this.#blankLines.push(line);
    if (this.#blankLines.length > ROWS) this.#blankLines.shift();
  }

  add(line: number, from: number, to: number): void {
    this.#places.push({ line, from, to });
    if (this.#places.length > 2 * ROWS) this.#places = this.#places.slice(-ROWS);
  }

  /** Rows that stand on a line each, one behind the other up to `to`, where the line behind the last one begins. */
  addRun(buffer: Buffer, run: { from: number; to: number; ending: number; line: number }): void {
    const places: Place[] = [];
    let to = run.to - run.ending;
    for (let line = run.line; places.length < ROWS; line -= 1) {
      const from = Math.max(run.from, buffer.lastIndexOf(LF, to - 1) + 1);
      places.unshift({ line, from, to });
      if (from === run.from) break;
      to = from - run.ending;
    }
    this.#places = [...this.#places, ...places].slice(-ROWS);
  }

  /** The buffer is used again, so the rows are kept as text; once for each buffer, as that takes time. */
  keep(buffer: Buffer): void {
    const rows = this.#places.slice(-ROWS).map(
      ({ line, from, to }): TailRow => ({
        line,
        text: to - from > LONGEST ? null : buffer.toString('utf8', from, to),
        afterBlank: this.#blankLines.includes(line - 1),
      }),
    );
    this.#rows = [...this.#rows, ...rows].slice(-ROWS);
    this.#places = [];
  }
}
