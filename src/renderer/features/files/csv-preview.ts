import type { Table } from '#contract';
import { readRecord } from '#contract/separated-text';

const ROWS = 200;

/** The first rows of separated text, for looking at only: cells as they are written. Null when it has one column. */
export function csvPreview(text: string, whole: boolean): Table | null {
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
  const plain = text.replace(/^\uFEFF/, '');
  const records: string[][] = [];
  for (let at = 0; at < plain.length && records.length <= ROWS; ) {
    const { fields, next } = readRecord(plain, at, delimiter);
    at = next;
    // What was cut off in the middle is left out.
    if (at >= plain.length && !whole) break;
    if (fields.length > 1 || fields[0] !== '') records.push(fields);
  }
  const [names = [], ...rows] = records;
  if (names.length < 2) return null;
  return {
    columns: names.map((name) => ({ name, type: 'text' })),
    rows: rows.map((record) => names.map((_, column) => record[column] ?? null)),
  };
}
