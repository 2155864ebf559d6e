import type { Parts } from './assemble/parts';
import { operandField } from './grammar/measurements';
import { sameField } from './terms';
import type { Vocabulary } from './vocabulary';

/** What is ranked after a follow-up, and by what: of a rank that only turns the other way, all else stays. */
export function ranked(merged: Parts, before: Parts, next: Parts, vocabulary: Vocabulary): void {
  const old = before.rank;
  if (next.rank) {
    const { by, target, hints, direction, n, skip } = next.rank;
    const bare = !by && !target && (!hints || isOfSameFigure(hints, before, vocabulary));
    merged.rank =
      old && bare
        ? { ...old, direction, n: n ?? old.n, skip }
        : { ...next.rank, target: target ?? old?.target ?? null };
    if (!bare && by) merged.measures = [];
  } else if (old?.by && merged.measures !== before.measures) merged.rank = { ...old, by: null };
  merged.asked = next.asked && !next.groups.length && merged.rank ? next.asked : before.asked;
  if (next.asked && next.asked.kind !== 'rows' && !merged.rank) merged.asked = null;
}

/** "and which one is cheapest?" after the highest average price. */
function isOfSameFigure(hints: readonly string[], { rank, measures }: Parts, vocabulary: Vocabulary): boolean {
  const figure = rank?.by ?? measures[0];
  if (figure?.kind !== 'column') return false;
  const of = operandField(figure.of);
  return vocabulary.hinted(hints, null).some((ref) => sameField(ref, of));
}
