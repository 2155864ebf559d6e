import type { ProfileNote } from '#contract';
import { EMPTY_TEXT, EMPTY_WORDS } from '../recipe';
import type { LoadedText } from './types';

const WORDS_NAMED = 3;

/** The choices made while reading, which the analyst may disagree with. */
export function notesOf(loaded: LoadedText): ProfileNote[] {
  const { seen, plan, text, rows, totals, footnotes } = loaded;
  const { encoding } = text;
  const notes: ProfileNote[] = [...(text.made?.notes ?? [])];
  if (encoding !== 'UTF-8') notes.push({ code: 'encoding', encoding, guessed: encoding === 'Windows-1252' });
  if (seen.linesAbove > 0) notes.push({ code: 'lines_above_header', count: seen.linesAbove });
  if (!plan.header) notes.push({ code: 'no_header' });
  else if (!plan.sureOfHeader) notes.push({ code: 'header_guessed' });
  if (seen.blankLines > 0) notes.push({ code: 'blank_lines', count: seen.blankLines });
  if (plan.pad) notes.push({ code: 'short_lines', count: seen.short });
  if (seen.headers > 0) notes.push({ code: 'header_repeated', count: seen.headers });
  notes.push(...emptyWordNotes(loaded));
  const columns = framedColumns(loaded);
  if (columns.length > 0) notes.push({ code: 'blanks_trimmed', columns });
  const counted = seen.rows - footnotes - totals;
  if (rows !== counted) notes.push({ code: 'rows_differ', counted, rows });
  return notes;
}

/** Text columns with blanks around values; found in the sample. */
function framedColumns({ sample, typed }: LoadedText): string[] {
  const isFramed = (text = '') => /^[ \t\u00a0]+[^ \t\u00a0]|[^ \t\u00a0][ \t\u00a0]+$/.test(text);
  return typed.columns
    .filter(({ how }, index) => how.as === 'text' && sample.some((row) => isFramed(row[index])))
    .map(({ name }) => name);
}

/** Words such as "n/a" that were read as empty, by column; found in the sample. */
function emptyWordNotes({ sample, typed }: LoadedText): ProfileNote[] {
  return typed.columns.flatMap(({ how, name }, index) => {
    const empty = new Set<string>(
      (how.as === 'text' ? (how.empty ?? EMPTY_TEXT) : EMPTY_WORDS).filter((word) => word !== ''),
    );
    const words = new Set<string>();
    for (const row of sample) {
      const word = (row[index] ?? '').trim();
      if (empty.has(word.toLowerCase())) words.add(word);
    }
    if (words.size === 0) return [];
    return [{ code: 'read_as_empty' as const, column: name, words: [...words].slice(0, WORDS_NAMED) }];
  });
}
