import type { Table } from '#contract';

const ROWS = 200;

/** The first rows of separated text, for looking at only: cells as they are written. Null when it has one column. */
export function csvPreview(text: string, whole: boolean): Table | null {
  const [first = ''] = text.split(/\r?\n/, 1);
  const separator = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
  const rows = recordsOf(text.replace(/^\uFEFF/, ''), separator);
  // What was cut off in the middle is left out.
  const [names = [], ...records] = whole ? rows : rows.slice(0, -1);
  if (names.length < 2) return null;
  return {
    columns: names.map((name) => ({ name, type: 'text' })),
    rows: records.slice(0, ROWS).map((record) => names.map((_, column) => record[column] ?? null)),
  };
}

function recordsOf(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    record.push(cell);
    cell = '';
  };
  const endRecord = () => {
    endCell();
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') endRecord();
    else if (character !== '\r') cell += character;
  }
  endRecord();
  return records;
}
