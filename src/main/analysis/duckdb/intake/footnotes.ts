import type { TailRow } from './types';

/** How remarks begin, in the languages that spreadsheets speak here. */
const REMARK =
  /^\s*(?:(?:foot)?notes?|source|sources|quellen?|hinweis|anmerkung(?:en)?|bemerkung|legend|legende|disclaimer|prepared|generated|exported|erstellt|as of|stand|data as of|last updated?|updated|copyright|includes?|excludes?|excluding|preliminary|provisional|vorläufig)\b|^\s*(?:[*†‡§©¹²³]|\(?\d\)\s|\[\d\]|p\s?[=:]|r\s?[=:])/i;
const SENTENCE = /^\S+(?:\s+\S+){4,}[.!]?$|[.!]$/;
const LONG = 40;
/** Rows with nothing but one value are usual in a table where more than this share is so. */
const SPARSE = 0.1;

/**
 * How many of the last rows are remarks below the table and no records: they have nothing but one text, and say that they
 * are remarks or stand below a blank line. `rows` gives some rows of the file.
 */
export function footnotesIn(
  tail: readonly TailRow[],
  rows: () => readonly (readonly string[])[],
  fieldsOf: (text: string) => readonly string[],
): number {
  const candidates: { text: string; afterBlank: boolean }[] = [];
  for (const row of tail.toReversed()) {
    const text = row.text === null ? null : onlyText(fieldsOf(row.text));
    if (text === null) break;
    candidates.unshift({ text, afterBlank: row.afterBlank });
  }
  // So many are no remarks, and the first of them is not known.
  if (candidates.length === tail.length && tail.length > 1) return 0;
  const records = tail.slice(0, tail.length - candidates.length);
  const blanksUsual = records.filter(({ afterBlank }) => afterBlank).length > records.length / 2;
  const first = candidates.findIndex(({ text, afterBlank }) => (afterBlank && !blanksUsual) || isRemark(text));
  if (first === -1) return 0;
  const count = candidates.length - first;
  const some = rows();
  const single = some.filter((row) => onlyText(row) !== null).length - count;
  return single > some.length * SPARSE ? 0 : count;
}

const isRemark = (text: string): boolean => REMARK.test(text) || (text.length > LONG && SENTENCE.test(text));

/** The one text of a row that has nothing else; null for any other row, and for a number. */
function onlyText(fields: readonly string[]): string | null {
  if (fields.length < 2) return null;
  const [text, ...others] = fields.filter((field) => field.trim() !== '');
  return text === undefined || others.length > 0 || !/\p{L}{2}/u.test(text) ? null : text.trim();
}
