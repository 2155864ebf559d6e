import { useQuery } from '@tanstack/react-query';
import type { QueryPlace } from '#contract';
import type { Query } from '#contract/query';
import { keys, useClient } from '../../bridge';
import { comparedNumbers } from './compared-numbers';

export function useReading(place: QueryPlace, query: Query | null) {
  const client = useClient();
  return useQuery({
    queryKey: keys.reading(place, query),
    queryFn: () => (query ? client.queries.read({ ...place, query }) : null),
    enabled: query !== null,
    placeholderData: (before) => before,
  });
}

/** `opening` counts how often the menu was opened: what it held before may have changed, and entries would move under the pointer. */
export function useChoices(place: QueryPlace, query: Query, slot: string | null, search: string, opening: number) {
  const client = useClient();
  return useQuery({
    queryKey: keys.queryChoices(place, query, slot, search, opening),
    queryFn: () =>
      slot === null
        ? null
        : client.queries.choices({ ...place, query, slot, search, numbers: comparedNumbers(search) }),
    enabled: slot !== null,
    staleTime: 0,
    gcTime: 0,
    // What another search brought stands until its own has come. Choices hold whole queries: those of another never do.
    placeholderData: (before, of) => (of && isSameMenu(of.queryKey, slot, query, opening) ? before : undefined),
  });
}

const isSameMenu = ([, , slot, query, , opening]: ReturnType<typeof keys.queryChoices>, ...menu: unknown[]): boolean =>
  [slot, query, opening].every((part, at) => part === menu[at]);
