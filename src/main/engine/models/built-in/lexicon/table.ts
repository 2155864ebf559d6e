/// <reference path="./raw.d.ts" />

/**
 * The rows of a table of words: a line of the columns' names, then a line for each row, cells parted by tabs. Lines that begin
 * with `#` are for people. Throws where a row has other cells than the table has columns.
 */
export function rowsOf<const N extends readonly string[]>(text: string, columns: N): Record<N[number], string>[] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  if (head !== columns.join('\t'))
    throw new Error(`A table of words has the columns ${head}, not ${columns.join(', ')}.`);
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) throw new Error(`A row of words has ${cells.length} cells: ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<N[number], string>;
  });
}

/** What bars part in a cell. */
export const phrasesIn = (...cells: readonly string[]): string[] =>
  cells
    .flatMap((cell) => cell.split('|'))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
