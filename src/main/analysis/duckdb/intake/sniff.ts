import { AppError } from '#contract/result';
import { recordFields } from '#contract/separated-text';
import { dialectOf, headerIn, recordsIn, type SniffedRecord } from './dialect';
import { headOf } from './identify';
import type { DecodedText, TextPlan } from './types';

/** Short lines are padded rather than rejected when more than this share of the lines is short. */
const SHORT_IS_NORMAL = 0.1;
const FEW_LINES = 10;
const TITLE_LINES_AT_MOST = 20;
/** In a wider table, a line that is the header again is no row by chance, whatever the header looks like. */
const WIDE = 3;

export const isShortNormal = (short: number, records: number): boolean =>
  records > FEW_LINES && short > records * SHORT_IS_NORMAL;

/** Delimiter, header and title lines. */
export async function sniff({ file, made }: DecodedText): Promise<TextPlan> {
  const [raw, { size }] = [await headOf(file), await file.stat()];
  const head = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? raw.subarray(3) : raw;
  const last = raw.length === size;
  const { delimiter, fields } = dialectOf(head, last, made ? [','] : undefined);
  const records = recordsIn(head, delimiter, last, 1_000);
  if (records.length === 0)
    throw new AppError('unreadable_file', 'The file has no lines that can be read.', { reason: { code: 'no_lines' } });
  const plan = { delimiter, fields, indexed: false, repeats: false, pad: false };
  if (made?.header) return { ...plan, fields: records[0]?.fields ?? 1, header: true, sureOfHeader: true, skip: 0 };
  const first = records.findIndex((record) => record.fields === fields);
  const top = first <= TITLE_LINES_AT_MOST ? Math.max(0, first) : 0;
  const below = records.slice(top);
  const skip = top + (titlesIn(below, delimiter) || (isTitle(below, delimiter) ? 1 : 0));
  const rest = records.slice(skip + 1);
  const pad = isShortNormal(rest.filter((record) => record.fields < fields).length, rest.length);
  const rows = records
    .slice(skip)
    .filter((record) => record.fields === fields)
    .map((record) => recordFields(record.text, delimiter));
  const [names = [], ...values] = rows;
  const above = records[skip - 1];
  if (above && above.fields === fields - 1 && isIndexed(recordFields(above.text, delimiter), rows))
    return { ...plan, pad, header: true, sureOfHeader: true, indexed: true, repeats: true, skip: skip - 1 };
  const { header, sure } = headerIn(names, values.slice(0, 200));
  return { ...plan, pad, header, sureOfHeader: sure, repeats: header && (sure || fields >= WIDE), skip };
}

/** Text above a blank line and a header that nobody would take for a row, though it has as many commas. */
function isTitle([title, below, ...rest]: readonly SniffedRecord[], delimiter: string): boolean {
  if (!title || !below?.afterBlank || below.fields !== title.fields || title.fields < 2) return false;
  const rows = rest.filter(({ fields }) => fields === below.fields).slice(0, 200);
  const { header, sure } = headerIn(
    recordFields(below.text, delimiter),
    rows.map(({ text }) => recordFields(text, delimiter)),
  );
  return header && sure;
}

/**
 * Titles that an export has filled up with empty fields to the width of the table, and heads over several columns: all of
 * it above a header that has most of its names.
 */
function titlesIn(records: readonly SniffedRecord[], delimiter: string): number {
  const fieldsAt = (at: number): string[] => recordFields(records[at]?.text ?? '', delimiter);
  const written = (at: number): string[] => fieldsAt(at).filter((field) => field.trim() !== '');
  const width = (at: number): number => records[at]?.fields ?? 0;
  const isTitleAt = (at: number): boolean =>
    width(at) > WIDE && written(at).length === 1 && !/^\s*["']?\s*$/.test(fieldsAt(at)[0] ?? '');
  let count = 0;
  while (count < TITLE_LINES_AT_MOST && isTitleAt(count)) count += 1;
  const isHeaderAt = (at: number): boolean => written(at).length * 2 > width(at) && headerIn(written(at), []).header;
  if (isHeaderAt(count)) return count;
  // Heads such as "1st quarter" are names, and each stands over columns that have names of their own.
  const isOverColumns =
    width(count) > WIDE &&
    written(count).length * 2 < written(count + 1).length &&
    headerIn(written(count), []).header &&
    isHeaderAt(count + 1);
  const rows = records.slice(count + 2, count + 202).map(({ text }) => recordFields(text, delimiter));
  return isOverColumns && headerIn(fieldsAt(count + 1), rows).sure ? count + 1 : 0;
}

/** Names for all columns but the first, above rows that each have another first value. */
function isIndexed(above: readonly string[], rows: readonly string[][]): boolean {
  const [first = [], ...rest] = rows.slice(0, 200);
  if (headerIn(first, rest).header) return false;
  const { header, sure } = headerIn(
    above,
    rows.slice(0, 200).map((row) => row.slice(1)),
  );
  const labels = rows.map(([label = '']) => label);
  return header && sure && new Set(labels).size === labels.length;
}
