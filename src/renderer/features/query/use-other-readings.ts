import { useQueries } from '@tanstack/react-query';
import type { Choice, PlacedFact, QueryPlace, QueryReading, ReadingPart } from '#contract';
import { keys, useClient } from '../../bridge';

/**
 * What the words of a question could mean as well, by the part of the reading that would then be another: each is a choice
 * that stands first in the menu of that part.
 */
export function useOtherReadings(
  place: QueryPlace,
  facts: readonly PlacedFact[],
  reading: QueryReading | undefined,
): ReadonlyMap<string, readonly Choice[]> {
  const client = useClient();
  const queries = facts.flatMap(({ fact }) => (fact.code === 'other_readings' ? fact.queries : []));
  const others = useQueries({
    queries: queries.map((query) => ({
      queryKey: keys.reading(place, query),
      queryFn: () => client.queries.read({ ...place, query }),
    })),
  });
  if (!reading) return new Map();
  const known = others.flatMap(({ data }) => (data ? [data] : []));
  const choices = known.flatMap((other) => differing(reading.parts, other.parts).map((slot) => ({ slot, other })));
  return new Map(
    [...Map.groupBy(choices, ({ slot }) => slot)].map(([slot, all]) => [slot, all.map(({ other }) => choiceOf(other))]),
  );
}

const choiceOf = ({ query, parts, names }: QueryReading): Choice => ({
  group: 'readings',
  label: { code: 'reading', parts, names },
  query,
  terms: '',
  count: null,
  chosen: false,
  next: null,
});

/** The parts that the other reading does not have; the first one where it only has more. */
function differing(parts: readonly ReadingPart[], other: readonly ReadingPart[]): string[] {
  const written = new Set(other.map(textOf));
  const gone = parts.filter((part) => !written.has(textOf(part))).map(({ slot }) => slot);
  return gone.length > 0 ? gone : parts.slice(0, 1).map(({ slot }) => slot);
}

/** A part apart from its place, and from what it is called by. */
const textOf = ({ slot: _, ...part }: ReadingPart): string =>
  JSON.stringify(part, (name, value: unknown) => (name === 'as' ? undefined : value));
