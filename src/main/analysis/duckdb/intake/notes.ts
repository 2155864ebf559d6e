import type { ProfileNote } from '#contract';
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
  first: readonly ProfileNote[];
  /** Rows as the reader that answers queries counts them. */
  rows: number;
  readings: readonly ColumnReading[];
  names: readonly string[];
}

const WORDS_NAMED = 3;

/** The choices made while reading, which the analyst may disagree with. */
export function notesOf(input: NotesInput): ProfileNote[] {
  const { seen, plan, encoding } = input;
  const notes: ProfileNote[] = [...input.first];
  if (encoding !== 'UTF-8') notes.push({ code: 'encoding', encoding, guessed: encoding === 'Windows-1252' });
  if (seen.linesAbove > 0) notes.push({ code: 'lines_above_header', count: seen.linesAbove });
  if (!plan.header) notes.push({ code: 'no_header' });
  else if (!input.sureOfHeader) notes.push({ code: 'header_guessed' });
  if (seen.blankLines > 0) notes.push({ code: 'blank_lines', count: seen.blankLines });
  if (plan.pad) notes.push({ code: 'short_lines', count: seen.short });
  notes.push(...emptyWordNotes(input));
  if (input.rows !== seen.rows) notes.push({ code: 'rows_differ', counted: seen.rows, rows: input.rows });
  return notes;
}

/** Words such as "n/a" that were read as empty, by column; found in the sample. */
function emptyWordNotes({ seen, readings, names }: NotesInput): ProfileNote[] {
  return readings.flatMap((reading, index) => {
    const empty = new Set<string>((reading.how.as === 'text' ? EMPTY_TEXT : EMPTY_WORDS).filter((word) => word !== ''));
    const words = new Set<string>();
    for (const row of seen.sample) {
      const word = (row[index] ?? '').trim();
      if (empty.has(word.toLowerCase())) words.add(word);
    }
    if (words.size === 0) return [];
    return [{ code: 'read_as_empty' as const, column: names[index] ?? '', words: [...words].slice(0, WORDS_NAMED) }];
  });
}
