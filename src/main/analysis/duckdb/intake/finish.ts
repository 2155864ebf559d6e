import type { ColumnProfile, DatasetProfile, ProfileNote, RejectedLine } from '#contract';
import type { Profiled } from '../profile';
import { notesOf } from './notes';
import type { IntakeOutcome, LoadedText } from './types';

const SHOWN = 500;

/** What the analyst is told of the file, and the recipe by which queries read it. */
export function finish(loaded: LoadedText, profiled: Profiled): IntakeOutcome {
  const { text, plan, seen, rows } = loaded;
  const { made } = text;
  const below = belowTable(loaded);
  const lost = made?.rejects ?? { rejected: seen.rejected + below.length, rejects: [...seen.rejects, ...below] };
  const columns = withRowNames(loaded, profiled.columns);
  const profile: DatasetProfile = {
    ...(made
      ? { format: made.format, encoding: null, delimiter: null }
      : { format: 'csv', encoding: text.encoding, delimiter: plan.delimiter }),
    records: made?.rejects ? rows + lost.rejected : seen.records,
    rows,
    ...lost,
    duplicates: profiled.duplicates,
    columns: columns.profiles,
    notes: [...notesOf(loaded), ...columns.notes, ...profiled.notes],
    repeatedKeys: profiled.repeatedKeys,
  };
  const recipe = {
    ...loaded.recipe,
    columns: loaded.typed.columns.map(({ name, raw, how }) => ({ name, raw, how })),
  };
  return { profile, recipe };
}

/** The last rows that are none: totals, and remarks. */
function belowTable({ seen, totals, footnotes }: LoadedText): RejectedLine[] {
  const count = footnotes + totals;
  return (count === 0 ? [] : seen.tail.slice(-count)).map(({ line, text }, at) => ({
    line,
    reason: { code: at < totals ? 'total' : 'footnote' },
    text: (text ?? '').slice(0, SHOWN),
  }));
}

/** A first column without a name and with another value in each row holds the names of the rows, and measures nothing. */
function withRowNames(
  { seen, rows }: LoadedText,
  profiles: ColumnProfile[],
): { profiles: ColumnProfile[]; notes: ProfileNote[] } {
  const [first, ...others] = profiles;
  const unnamed = seen.header !== null && /^(?:unnamed: 0)?$/i.test(seen.header[0]?.trim() ?? 'x');
  if (!first || !unnamed || others.length === 0 || !first.distinctExact || first.distinct !== rows)
    return { profiles, notes: [] };
  return {
    profiles: [{ ...first, role: 'id' }, ...others],
    notes: [{ code: 'index_column', column: first.name }],
  };
}
