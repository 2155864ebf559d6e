import type { Query, QueryCache, QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Answers and events come on ways of their own, so an answer may show what was before an event that is here already. Then it
 * is asked for once more, after it has come: asking anew at each event might never end.
 */
const overtaken = new WeakSet<Query>();

/** Puts what an event says in the place of what a query has; `next` gives undefined where that query has nothing yet. */
export function putEvent<T>(
  cache: QueryClient,
  key: QueryKey,
  next: T | ((known: T | undefined) => T | undefined),
): void {
  const query = cache.getQueryCache().find({ queryKey: key, exact: true });
  if (query?.state.fetchStatus === 'fetching') overtaken.add(query);
  cache.setQueryData<T>(key, next as T);
}

export function askAgainWhenOvertaken(queries: QueryCache): void {
  queries.subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    if (overtaken.delete(event.query)) void event.query.fetch();
  });
}

/**
 * Does something that answers with what a query shows, and puts the answer there. Where the query has something else by then,
 * it is asked instead.
 */
export async function putAnswer<T, Shown = T>(
  cache: QueryClient,
  key: QueryKey,
  act: () => Promise<T>,
  put: (known: Shown | undefined, answer: T) => Shown | undefined,
): Promise<T> {
  const updates = () => cache.getQueryState(key)?.dataUpdateCount ?? 0;
  const before = updates();
  const answer = await act();
  if (updates() === before) cache.setQueryData<Shown>(key, (known) => put(known, answer));
  else void cache.invalidateQueries({ queryKey: key, exact: true });
  return answer;
}
