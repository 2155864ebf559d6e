import type { ColumnReading } from '../infer/column';
import { EMPTY_TEXT, EMPTY_WORDS } from '../recipe';
import type { Encoding } from './encoding';
import type { Survey, SurveyPlan } from './survey';

export interface NotesInput {
  seen: Survey;
  plan: SurveyPlan;
  sureOfHeader: boolean;
  encoding: Encoding;
  /** What was known before the text was looked at. */
  first: readonly string[];
  /** Rows as the reader that answers queries counts them. */
  rows: number;
  readings: readonly ColumnReading[];
  names: readonly string[];
}

const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** The choices made while reading, each a sentence the analyst can disagree with. */
export function notesOf(input: NotesInput): string[] {
  const { seen, plan, encoding } = input;
  const notes: string[] = [...input.first];
  if (encoding === 'Windows-1252') notes.push('The text is not UTF-8; it was read as Windows-1252 (Latin-1).');
  if (encoding.startsWith('UTF-16')) notes.push(`The text is ${encoding}.`);
  if (seen.linesAbove > 0)
    notes.push(
      `${count(seen.linesAbove, 'line', 'lines')} above the header ${seen.linesAbove === 1 ? 'is' : 'are'} not data.`,
    );
  if (!plan.header) notes.push('The file has no header, so the columns are numbered.');
  else if (!input.sureOfHeader)
    notes.push('The first line was taken for the header, although nothing but its place says so.');
  if (seen.blankLines > 0) notes.push(`${count(seen.blankLines, 'blank line', 'blank lines')} left out.`);
  if (plan.pad)
    notes.push(
      `${count(seen.short, 'line has', 'lines have')} fewer fields than the header; the missing ones were read as empty.`,
    );
  if (plan.total !== undefined)
    notes.push(
      `Line ${plan.total.toLocaleString('en-US')} is a total of the rows above: it counts as rejected and is in no row.`,
    );
  notes.push(...emptyWordNotes(input));
  if (input.rows !== seen.rows) {
    notes.push(
      `${count(seen.rows, 'row was', 'rows were')} counted, but ${input.rows.toLocaleString('en-US')} could be read. Check the file before relying on totals.`,
    );
  }
  return notes;
}

/** Words such as "n/a" that were read as empty, by column; found in the sample. */
function emptyWordNotes({ seen, readings, names }: NotesInput): string[] {
  return readings.flatMap((reading, index) => {
    const empty = new Set<string>((reading.how.as === 'text' ? EMPTY_TEXT : EMPTY_WORDS).filter((word) => word !== ''));
    const words = new Set<string>();
    for (const row of seen.sample) {
      const word = (row[index] ?? '').trim();
      if (empty.has(word.toLowerCase())) words.add(word);
    }
    if (words.size === 0) return [];
    return [
      `${[...words]
        .slice(0, 3)
        .map((word) => `"${word}"`)
        .join(', ')} in ${names[index]} was read as empty.`,
    ];
  });
}
