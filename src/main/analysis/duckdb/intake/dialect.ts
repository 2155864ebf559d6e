import { CURRENCY_SIGNS } from '#contract/currencies';
import { RecordScanner } from './scan';

export type Delimiter = ',' | ';' | '\t' | '|';
const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|'];

export interface Dialect {
  delimiter: Delimiter;
  /** How many fields a proper record has. */
  fields: number;
}

export interface SniffedRecord {
  text: string;
  fields: number;
  /** A blank line stands above it. */
  afterBlank: boolean;
}

/** The records of a piece of text, broken ones left out. `last` says that the file ends here. */
export function recordsIn(sample: Buffer, delimiter: Delimiter, last: boolean, limit = 2_000): SniffedRecord[] {
  const scanner = new RecordScanner(delimiter);
  const records: SniffedRecord[] = [];
  let at = 0;
  let afterBlank = false;
  while (at < sample.length && records.length < limit && scanner.scan(sample, at, last)) {
    const { record } = scanner;
    if (!record.blank && record.broken === null)
      records.push({ text: sample.toString('utf8', at, record.end), fields: record.fields, afterBlank });
    afterBlank = record.blank;
    at = record.next;
  }
  return records;
}

/** The delimiter under which most records have the same number of fields, and more than one. */
export function dialectOf(sample: Buffer, last: boolean, candidates: readonly Delimiter[] = CANDIDATES): Dialect {
  let best: Dialect & { score: number } = { delimiter: ',', fields: 1, score: 0 };
  for (const delimiter of candidates) {
    const records = recordsIn(sample, delimiter, last, 1_000);
    const { value: fields, share } = commonest(records.map((record) => record.fields));
    if (fields < 2) continue;
    const score = share * (1 + Math.log2(fields) / 10);
    if (score > best.score) best = { delimiter, fields, score };
  }
  return { delimiter: best.delimiter, fields: best.fields };
}

function commonest(values: readonly number[]): { value: number; share: number } {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  // A few wide records say more than many narrow ones, such as title lines: ties go to the wider.
  const [value = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { value, share: values.length === 0 ? 0 : count / values.length };
}

const NUMBER = new RegExp(String.raw`^[-+(]?[${CURRENCY_SIGNS}]?\s?[\d.,' \u00a0]*\d[\d.,]*\s?[%${CURRENCY_SIGNS})]?$`);

/** True for text that is a value rather than a name: a number, a date, a time. */
function looksLikeValue(text: string): boolean {
  const plain = text.trim();
  return NUMBER.test(plain) || /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b/.test(plain) || /^\d{1,2}:\d{2}/.test(plain);
}

/** Whether the first proper record names the columns. `sure` is false when nothing tells it from the rest. */
export function headerIn(
  first: readonly string[],
  rest: readonly (readonly string[])[],
): { header: boolean; sure: boolean } {
  if (first.some(looksLikeValue)) {
    if (isByDates(first, rest)) return { header: true, sure: true };
    const years = first.every((text, index) => !looksLikeValue(text) || (/^\d{4}$/.test(text.trim()) && index > 0));
    return { header: years && first.length > 1 && !looksLikeValue(first[0] ?? ''), sure: !years };
  }
  const typed = first.some(
    (_, index) => rest.length > 0 && rest.filter((row) => looksLikeValue(row[index] ?? '')).length > rest.length / 2,
  );
  if (typed) return { header: true, sure: true };
  const unique = new Set(first.map((text) => text.trim().toLowerCase())).size === first.length;
  const repeated = first.some((text, index) => rest.some((row) => row[index] === text));
  return { header: unique && !repeated && first.every((text) => text.trim() !== ''), sure: false };
}

const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}$/;

/** A column for each of several dates, none of which has a date in it: names and dates are all that the first record has. */
function isByDates([first = '', ...others]: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const isDate = (text: string | undefined): boolean => DATE.test(text?.trim() ?? '');
  const dates = others.filter(isDate);
  if (dates.length < 2 || new Set(dates).size < dates.length || looksLikeValue(first)) return false;
  return (
    others.every((text) => isDate(text) || !looksLikeValue(text)) &&
    rest.length > 0 &&
    rest.every(([, ...row]) => others.every((text, at) => !isDate(text) || !isDate(row[at])))
  );
}

/** Column names that are there, differ whatever their case, and are otherwise as the file has them. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((given, index) => {
    const plain =
      given
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
        .slice(0, 200) || `column${index + 1}`;
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${plain}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
