import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { AppEvent, Assistant, Connection, Transmission } from '#contract';
import { keys } from './keys';
import { putEvent } from './overtaken';

interface LedgerPage {
  transmissions: Transmission[];
  hasMore: boolean;
}
/** Newest first. */
export type LedgerPages = InfiniteData<LedgerPage, number | undefined>;

type ModelEvent = Extract<
  AppEvent,
  { name: `${'connections' | 'models' | 'ledger' | 'usage' | 'assistants'}.${string}` | 'threads.choicesChanged' }
>;

/** Merges events about connections and their models, what was sent to them, and assistants. */
export function mergeModelEvent(cache: QueryClient, event: ModelEvent): void {
  switch (event.name) {
    case 'threads.choicesChanged':
      putEvent(cache, keys.choices(event.data.threadId), event.data);
      return;
    case 'connections.changed':
      putEvent<Connection[]>(cache, keys.connections, (known) => known && upsert(known, event.data));
      return renewChoices(cache);
    case 'connections.removed':
      putEvent<Connection[]>(cache, keys.connections, (known) =>
        known?.filter(({ id }) => id !== event.data.connectionId),
      );
      return renewChoices(cache);
    case 'models.changed':
      return renewChoices(cache);
    case 'ledger.changed':
      return mergeTransmission(cache, event.data);
    case 'usage.budgetReached':
      void cache.invalidateQueries({ queryKey: ['budgets'] });
      return;
    case 'assistants.changed':
      void cache.invalidateQueries({ queryKey: keys.assistants });
      return;
    case 'assistants.removed':
      putEvent<Assistant[]>(cache, keys.assistants, (known) =>
        known?.filter(({ id }) => id !== event.data.assistantId),
      );
      void cache.invalidateQueries({ queryKey: ['choices'] });
      return;
  }
}

function renewChoices(cache: QueryClient): void {
  void cache.invalidateQueries({ queryKey: keys.models });
  void cache.invalidateQueries({ queryKey: ['choices'] });
  void cache.invalidateQueries({ queryKey: ['offers'] });
}

function mergeTransmission(
  cache: QueryClient,
  { transmission, totals }: Extract<ModelEvent, { name: 'ledger.changed' }>['data'],
): void {
  putEvent(cache, keys.sentTotals(totals.threadId), totals);
  if (totals.threadId !== null) void cache.invalidateQueries({ queryKey: keys.sentTotals(null) });
  for (const threadId of [transmission.threadId, null])
    putEvent<LedgerPages>(cache, keys.ledger(threadId), (pages) => {
      const [newest, ...older] = pages?.pages ?? [];
      if (!pages || !newest) return pages;
      const isKnown = pages.pages.some((page) => page.transmissions.some(({ id }) => id === transmission.id));
      return {
        ...pages,
        pages: isKnown
          ? pages.pages.map((page) => ({ ...page, transmissions: upsert(page.transmissions, transmission, false) }))
          : [{ ...newest, transmissions: [transmission, ...newest.transmissions] }, ...older],
      };
    });
  void cache.invalidateQueries({ queryKey: ['usage'] });
  void cache.invalidateQueries({ queryKey: ['budgets'] });
}

/** The list with the item in place of that with its id, or at the end where it is new and may be `added`. */
function upsert<Item extends { id: unknown }>(items: readonly Item[], item: Item, added = true): Item[] {
  if (items.some(({ id }) => id === item.id)) return items.map((known) => (known.id === item.id ? item : known));
  return added ? [...items, item] : [...items];
}
