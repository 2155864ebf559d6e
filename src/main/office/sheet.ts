import { AppError } from '#contract/result';
import { attribute, walkXml } from '../xml';
import { type Book, withoutEscapes } from './book';
import { dateText, isoText } from './dates';

const CELLS_AT_MOST = 10_000_000;
const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;
/** One text may stand in any number of cells, so that a small workbook can hold more than any disk. */
const TEXT_AT_MOST = 1024 ** 3;
const MERGES_AT_MOST = LAST_ROW;

/** A cell as text; `percent` as a fraction, until it is known that its whole column is shown so. */
export interface SheetCell {
  column: number;
  text: string;
  kind: 'number' | 'percent' | 'other';
}

export interface SheetRow {
  /** Counted from 1, as in Excel. */
  row: number;
  cells: SheetCell[];
}

export interface Merge {
  column: number;
  top: number;
  bottom: number;
}

export interface Sheet {
  /** Those with something in them. */
  rows: SheetRow[];
  merges: Merge[];
  /** Cells that show an error, and formulas that were saved without a result: both have nothing to read. */
  errors: { count: number; first: { error: string; cell: string } | null };
  unsolved: number;
  hiddenRows: number;
}

/**
 * The cells of a sheet's XML. `enough` is asked after each row, and may end the reading early.
 * @throws AppError `too_large`; Error of any kind for XML that is not a sheet
 */
export function readSheet(book: Book, xml: string, enough?: (row: SheetRow) => boolean): Sheet {
  const reader = new SheetReader(book);
  walkXml(xml, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => {
      const { rows } = reader.sheet;
      const before = rows.length;
      reader.close(name);
      const row = rows[before];
      return !(row && enough?.(row));
    },
    text: (text) => reader.text(text),
  });
  return reader.sheet;
}

class SheetReader {
  readonly sheet: Sheet = { rows: [], merges: [], errors: { count: 0, first: null }, unsolved: 0, hiddenRows: 0 };
  readonly #book: Book;
  #row: SheetRow = { row: 0, cells: [] };
  #rowHidden = false;
  #column = 0;
  #count = 0;
  #length = 0;
  #type = 'n';
  #style = 0;
  #formula = false;
  #value: string | null = null;
  #in: 'v' | 't' | null = null;
  #beside = 0;

  constructor(book: Book) {
    this.#book = book;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'row':
        this.#row = { row: Number(attribute(attributes, 'r') ?? this.#row.row + 1), cells: [] };
        if (!(this.#row.row >= 1 && this.#row.row <= LAST_ROW)) throw new RangeError('no such row');
        this.#rowHidden = /^(?:1|true)$/.test(attribute(attributes, 'hidden') ?? '');
        this.#column = 0;
        return;
      case 'c':
        this.#column = columnOf(attribute(attributes, 'r')) ?? this.#column + 1;
        if (this.#column > LAST_COLUMN) throw new RangeError('no such column');
        this.#type = attribute(attributes, 't') ?? 'n';
        this.#style = Number(attribute(attributes, 's') ?? 0);
        this.#formula = false;
        this.#value = null;
        return;
      case 'f':
        this.#formula = true;
        return;
      case 'rPh':
        this.#beside += 1;
        return;
      case 'v':
      case 't':
        this.#in = this.#beside === 0 ? name : null;
        this.#value ??= '';
        return;
      case 'mergeCell':
        this.#merge(attribute(attributes, 'ref') ?? '');
    }
  }

  text(text: string): void {
    if (this.#in) this.#value = (this.#value ?? '') + text;
  }

  close(name: string): void {
    this.#in = null;
    if (name === 'rPh') this.#beside -= 1;
    if (name === 'c') this.#cell();
    if (name !== 'row' || this.#row.cells.length === 0) return;
    this.sheet.rows.push(this.#row);
    if (this.#rowHidden) this.sheet.hiddenRows += 1;
  }

  #cell(): void {
    const value = this.#value;
    if (value === null || value === '') {
      if (this.#formula && this.#type !== 'str') this.sheet.unsolved += 1;
      return;
    }
    if (this.#type === 'e') {
      this.sheet.errors.count += 1;
      this.sheet.errors.first ??= { error: value, cell: `${letters(this.#column)}${this.#row.row}` };
      return;
    }
    const cell = this.#read(value);
    this.#count += 1;
    this.#length += cell.text.length;
    if (this.#count > CELLS_AT_MOST || this.#length > TEXT_AT_MOST)
      throw new AppError('too_large', 'The sheet holds too much to be opened. Export it as CSV and drop that.', {
        reason: { code: 'sheet_too_large' },
      });
    if (cell.text !== '') this.#row.cells.push({ column: this.#column, ...cell });
  }

  #read(value: string): Pick<SheetCell, 'text' | 'kind'> {
    switch (this.#type) {
      case 's': {
        const text = this.#book.strings[Number(value)];
        if (text === undefined) throw new RangeError('no such text');
        return { text, kind: 'other' };
      }
      case 'str':
      case 'inlineStr':
        return { text: withoutEscapes(value), kind: 'other' };
      case 'b':
        return { text: value.trim() === '1' || value === 'true' ? 'true' : 'false', kind: 'other' };
      case 'd':
        return { text: isoText(value), kind: 'other' };
      default:
        return this.#number(value);
    }
  }

  #number(value: string): Pick<SheetCell, 'text' | 'kind'> {
    // As a number, blanks would be zero.
    if (value.trim() === '') return { text: '', kind: 'number' };
    const shown = this.#book.styles[this.#style] ?? 'number';
    if (shown === 'number' || shown === 'percent') return { text: asShown(value), kind: shown };
    const serial = Number(value);
    const text = Number.isFinite(serial) ? dateText(serial, shown, this.#book.from1904) : null;
    return text === null ? { text: asShown(value), kind: 'number' } : { text, kind: 'other' };
  }

  #merge(ref: string): void {
    const [, firstColumn, top, bottom] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/.exec(ref) ?? [];
    if (!firstColumn || top === bottom) return;
    if (this.sheet.merges.length === MERGES_AT_MOST) throw new RangeError('more merges than rows');
    this.sheet.merges.push({ column: columnOf(firstColumn) ?? 0, top: Number(top), bottom: Number(bottom) });
  }
}

function columnOf(address: string | null): number | null {
  const name = address === null ? undefined : /^\$?([A-Z]{1,3})/.exec(address)?.[1];
  if (name === undefined) return null;
  let column = 0;
  for (const letter of name) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** Excel keeps binary fractions and shows 15 digits: 0.30000000000000004 is 0.3 on the sheet, and here. */
export function asShown(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e15 && (rounded === 0 || Math.abs(rounded) >= 1e-6) ? plain(rounded) : String(rounded);
}

const plain = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(15).replace(/0+$/, '') : text;
};
