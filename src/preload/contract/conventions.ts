import type { Citation } from './threads';

/** How answers are written, so that whoever shows them can tell their parts. Plain values and functions: the window may import them. */

/** The first paragraph of an answer may say how the question was read: this, the reading, and two asterisks. */
export const READING_OPENING = 'Read as **';

/** The last lines of an answer may offer questions: this line, then a list of them. The window makes them clickable. */
export const OFFERS_LEAD = 'You can ask:';

/** How many files of a kind, data or documents, go with one question. */
export const ATTACHED_AT_MOST = 20;

/** What a sheet of a workbook is called: the file's name, then its own. */
export const sheetName = (file: string, sheet: string): string => `${file}${OF_SHEET}${sheet}`;

/** The two names of a sheet of a workbook; of any other file its name and null. */
export function sheetParts(name: string): { file: string; sheet: string | null } {
  const at = name.lastIndexOf(OF_SHEET);
  return at === -1 ? { file: name, sheet: null } : { file: name.slice(0, at), sheet: name.slice(at + OF_SHEET.length) };
}

const OF_SHEET = ' › ';

/** How many requests of outside programs are remembered. */
export const REQUESTS_KEPT = 500;

/** How an answer's text marks that a sentence rests on a passage of a document. */
export const CITATION_MARK = /【\d{1,6}:\d{1,6}†[^【】]{0,200}】/g;

/** A part's text with its citation marks as numbers in square brackets, for where they cannot be pressed. */
export function numberMarks(text: string, citations: readonly Pick<Citation, 'start' | 'end' | 'number'>[]): string {
  return citations
    .toSorted((a, b) => b.start - a.start)
    .reduce((said, { start, end, number }) => `${said.slice(0, start)} [${number}]${said.slice(end)}`, text);
}

const SANDBOX = 'sandbox:/mnt/data/';

/** The path under /mnt/data that a link in an answer names; null for any other address. */
export function sandboxPath(url: string): string | null {
  if (!url.startsWith(SANDBOX)) return null;
  const path = url.slice(SANDBOX.length);
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Where packages for Python are installed, as the advice on a missing one calls it. */
export const PACKAGES_PLACE = 'Settings, Python packages';

/** What a sentence of an answer is about that can be looked at elsewhere in the window. */
export type Lead =
  | { to: 'lines'; file: string; many: boolean }
  | { to: 'values' | 'column'; column: string; many: boolean }
  | { to: 'result' }
  | { to: 'packages' };

const LEADS: readonly [RegExp, (named: string, many: boolean) => Lead][] = [
  [/^[\d,]+ lines? of [\d,]+ in (.+) could not be read\b/, (file, many) => ({ to: 'lines', file, many })],
  [/^Line [\d,]+ of (.+) is a total of the rows above\b/, (file) => ({ to: 'lines', file, many: false })],
  [
    /^[\d,]+ values? of (.+) did not fit the rest and counts? as empty\b/,
    (column, many) => ({ to: 'values', column, many }),
  ],
  [/^(.+) was read as .+; have a look whether that is right\.$/, (column) => ({ to: 'column', column, many: false })],
  [/^The result has more rows than are kept\.$/, () => ({ to: 'result' })],
  [/^Shown here: .+ The whole result is with the step\.$/, () => ({ to: 'result' })],
  [new RegExp(PACKAGES_PLACE), () => ({ to: 'packages' })],
];

/** Where a sentence of an answer leads; null for most. */
export function leadOf(sentence: string): Lead | null {
  for (const [pattern, lead] of LEADS) {
    const match = pattern.exec(sentence);
    if (match) return lead(match[1] ?? '', !sentence.startsWith('1 '));
  }
  return null;
}
