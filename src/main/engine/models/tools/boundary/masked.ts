/** The words of a text, as names in SQL and Python are made of them. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Put in place of a text that may be a value of the data. */
const MASK = '…';

/** Texts in single quotes are values where nobody has written them: all but those that `known` holds are masked. */
export function maskQuoted(text: string, known: string): string {
  const lower = known.toLowerCase();
  return text.replace(/'((?:[^'\n]|'')*)'/g, (quoted, inner: string) =>
    inner === '' || lower.includes(inner.toLowerCase()) ? quoted : `'${MASK}'`,
  );
}

/** The name of a result's column, unless it can only have come from the data, as the columns of a pivot do. */
export function maskName(name: string, known: ReadonlySet<string>): string | null {
  return wordsIn(name).every((word) => known.has(word)) ? name : null;
}
