/** A cell of a table written in Markdown, with its place in the text. */
export interface TextCell {
  text: string;
  start: number;
  end: number;
  line: number;
}

const RULE = /^[\s|:-]+$/;

/** The rows of all tables, in order; the line under a header is none. */
export function tableRows(text: string): TextCell[][] {
  const rows: TextCell[][] = [];
  let offset = 0;
  let ruled = 0;
  for (const [number, line] of text.split('\n').entries()) {
    if (/^\s*\|/.test(line)) {
      if (RULE.test(line)) ruled += 1;
      else rows.push(cellsOf(line, offset, number - ruled));
    }
    offset += line.length + 1;
  }
  return rows;
}

function cellsOf(line: string, offset: number, number: number): TextCell[] {
  const cells: TextCell[] = [];
  let start = line.indexOf('|') + 1;
  for (let at = start; at <= line.length; at += 1) {
    if (at < line.length && (line[at] !== '|' || line[at - 1] === '\\')) continue;
    const text = line.slice(start, at);
    if (at < line.length || text.trim() !== '')
      cells.push({ text, start: offset + start, end: offset + at, line: number });
    start = at + 1;
  }
  return cells;
}

/** Whether the second follows directly on the first, in one table. */
export const isNextRow = (before: readonly TextCell[] | undefined, after: readonly TextCell[]): boolean =>
  before?.[0]?.line !== undefined && before[0].line + 1 === after[0]?.line;

/** Cells below a header, each with the title of its column. */
export function titledCells(text: string): (TextCell & { title: string })[] {
  let header: readonly TextCell[] = [];
  return tableRows(text).flatMap((cells, index, rows) => {
    if (index === 0 || !isNextRow(rows[index - 1], cells)) {
      header = cells;
      return [];
    }
    return cells.map((cell, column) => ({ ...cell, title: header[column]?.text ?? '' }));
  });
}

const BULLET = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+\S/;

/** How many things each list and each table of the text has. */
export function listedCounts(text: string): Set<number> {
  const counts = new Set<number>();
  let items = 0;
  for (const line of [...text.split('\n'), 'end']) {
    if (BULLET.test(line)) items += 1;
    else if (line.trim() !== '' && !/^\s/.test(line)) {
      if (items > 1) counts.add(items);
      items = 0;
    }
  }
  let count = 0;
  const rows = tableRows(text);
  for (const [index, cells] of rows.entries()) {
    count = index > 0 && isNextRow(rows[index - 1], cells) ? count + 1 : 0;
    const next = rows[index + 1];
    if (count > 0 && (!next || !isNextRow(cells, next))) counts.add(count);
  }
  return counts;
}
