import type { PageText, TextPiece, TextRun } from './types';

/** In sizes of letters: what is further apart are two words. */
const SPACE = 0.13;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** First words that keep their hyphen: "self-" and "well-" are not parts of a word. */
const KEEPS_HYPHEN = /^(?:cross|half|high|long|low|non|self|semi|short|two|three|well)$/i;
/** Letters kept in view to find the word a line ends with. */
const TAIL = 60;
const PARTED = /(\p{L}+)([-\u2010\u00ad])$/u;

/** Builds the text of a page, and notes where each piece of it stands there. */
export class PageTextBuilder {
  readonly #parts: string[] = [];
  readonly #pieces: TextPiece[] = [];
  /** Words with a hyphen that stand within a line somewhere on the page, small. */
  readonly #compounds: ReadonlySet<string>;
  #length = 0;
  #tail = '';
  /** What is to stand between the last run and the next. */
  #separator: string | null = null;
  #last: TextRun | null = null;
  /** A line ended within a word: the line ends behind it instead. */
  #endsBehindWord = false;

  constructor(runs: readonly TextRun[]) {
    const compounds = runs.flatMap(({ text }) => text.match(/\p{L}+-\p{L}+/gu) ?? []);
    this.#compounds = new Set(compounds.map((word) => word.toLowerCase()));
  }

  get result(): PageText {
    return { text: this.#parts.join(''), pieces: this.#pieces };
  }

  /** The letters the text ends with. */
  get tail(): string {
    return this.#tail;
  }

  /** Something that is not on the page: line ends, and tabs between cells. Words do not go on across it. */
  put(separator: string): void {
    this.#separator = separator;
    this.#endsBehindWord = false;
  }

  /** The end of a line, whose text goes on with the next one. */
  putLineEnd(next: TextRun): void {
    const [, word = '', hyphen = ''] = PARTED.exec(this.#tail) ?? [];
    const rest = /^\p{Ll}\p{L}*/u.exec(next.text)?.[0] ?? '';
    if (word.length < 2 || rest === '' || this.#endsBehindWord) return this.put('\n');
    const isCompound =
      hyphen === '-' && (KEEPS_HYPHEN.test(word) || this.#compounds.has(`${word}-${rest}`.toLowerCase()));
    if (!isCompound) this.#removeHyphen();
    this.#separator = '';
    this.#endsBehindWord = true;
  }

  add(run: TextRun): void {
    if (this.#last && this.#separator === null && isSameAgain(this.#last, run)) return;
    if (this.#last) this.#write(this.#separator ?? this.#spaceBefore(run, this.#last));
    const space = this.#endsBehindWord ? run.text.search(/\s/) : -1;
    const text = space === -1 ? run.text : `${run.text.slice(0, space)}\n${run.text.slice(space + 1)}`;
    if (space !== -1) this.#endsBehindWord = false;
    this.#pieces.push({ start: this.#length, length: text.length, item: run.item, from: run.from });
    this.#write(text);
    this.#separator = null;
    this.#last = run;
  }

  #spaceBefore(run: TextRun, last: TextRun): string {
    if (!isSpaceBetween(last, run)) return '';
    if (!this.#endsBehindWord) return ' ';
    this.#endsBehindWord = false;
    return '\n';
  }

  #write(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
    this.#tail = (text.length < TAIL ? this.#tail + text : text).slice(-TAIL);
  }

  #removeHyphen(): void {
    const [part, piece] = [this.#parts.pop(), this.#pieces.at(-1)];
    if (part === undefined || !piece) return;
    this.#parts.push(part.slice(0, -1));
    this.#length -= 1;
    piece.length -= 1;
  }
}

function isSpaceBetween(a: TextRun, b: TextRun): boolean {
  if (a.isDropCap) return false;
  const size = Math.min(a.size, b.size);
  const gap = Math.max(b.left - a.right, a.left - b.right);
  if (UNSPACED.test(a.text.at(-1) ?? '') && UNSPACED.test(b.text[0] ?? '')) return gap > size / 2;
  return gap > SPACE * size || (b.spaceBefore && gap > 0) || (a.spaceBefore && a.order > b.order && gap > 0);
}

/** Drawn a second time a hair beside, to look bold. */
const isSameAgain = (a: TextRun, b: TextRun): boolean =>
  a.text === b.text && Math.abs(a.left - b.left) < a.size * 0.1 && Math.abs(a.baseline - b.baseline) < a.size * 0.1;
