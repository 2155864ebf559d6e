const ROWS_AT_MOST = 20_000;
const ROWS_AT_LEAST = 1_000;
/** In all of the rows: of wide tables fewer rows say enough. */
const VALUES_AT_MOST = 4_000_000;
/** How many of the last rows can be left out again. */
export const LAST_ROWS = 9;
const HEAD_SHARE = 0.1;
/** Rows may be of any length, and the sample is only there to guess from. */
const BYTES_AT_MOST = 64 * 1024 * 1024;

/**
 * Some of the rows of a file, spread over all of it: its first ones, and of the others each with the same chance. Random
 * with a fixed seed, so that the same file always gives the same sample.
 */
export class RowSample {
  readonly #rows: Buffer[] = [];
  readonly #size: number;
  readonly #head: number;
  #bytes = 0;
  #random = 1;
  /** Where each of the newest rows was put, the newest last; -1 where it was not taken. */
  readonly #newest: number[] = [];

  constructor(fields: number) {
    this.#size = Math.min(ROWS_AT_MOST, Math.max(ROWS_AT_LEAST, Math.floor(VALUES_AT_MOST / fields)));
    this.#head = Math.floor(this.#size * HEAD_SHARE);
  }

  /** `count` is how many rows there are with this one. */
  add(buffer: Buffer, from: number, to: number, count: number): void {
    const place = this.#placeFor(count);
    const replaced = this.#rows[place]?.length ?? 0;
    const taken = place !== -1 && this.#bytes - replaced + (to - from) <= BYTES_AT_MOST;
    this.#remember(taken ? place : -1);
    if (!taken) return;
    this.#bytes += to - from - replaced;
    // The buffer is used again; text is made of it only for those that stay.
    this.#rows[place] = Buffer.from(buffer.subarray(from, to));
  }

  #remember(place: number): void {
    const newest = this.#newest;
    const before = place === -1 ? -1 : newest.indexOf(place);
    if (before !== -1) newest[before] = -1;
    newest.push(place);
    if (newest.length > LAST_ROWS) newest.shift();
  }

  #placeFor(count: number): number {
    if (this.#rows.length < this.#size) return this.#rows.length;
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    const place = this.#head + Math.floor((this.#random / 2 ** 32) * (count - this.#head));
    return place < this.#size ? place : -1;
  }

  /** The rows as text, without so many of the file's last, which may be remarks or a total: no examples of a row. */
  texts({ withoutLast }: { withoutLast: number }): string[] {
    const dropped = new Set(withoutLast === 0 ? [] : this.#newest.slice(-withoutLast));
    const kept = this.#rows.filter((_, at) => !dropped.has(at));
    return kept.map((row) => row.toString('utf8'));
  }
}
