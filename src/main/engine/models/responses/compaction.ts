import type { Abilities, ModelState } from '../../ports';
import { type Quirks, refuses } from '../quirks';
import type { PlainItem } from '../tools/plain';
import type { Upstream } from '../upstream';
import { type Replay, replayed, type StateItem } from './states';

/** Of what the model can read: from the first share on the server is asked to compact, which it does from the second on. */
const PRESSURE = 0.5;
const THRESHOLD = 0.6;
/** The fewest tokens that the server takes. */
const LEAST_THRESHOLD = 1_000;

const GIVEN_BY = 'assay_given_by';

export const isCompaction = ({ type }: StateItem): boolean => type === 'compaction';

/** A request of so many tokens fills much of what the model can read. */
export const isPressed = (input: number, { contextTokens }: Abilities): boolean =>
  contextTokens !== null && input >= contextTokens * PRESSURE;

/** What asks the server to put the conversation together where it grows too long; nothing where there is room, or it refuses. */
export function compactionOf(input: number, abilities: Abilities, quirks: Quirks): object {
  const { contextTokens } = abilities;
  if (!contextTokens || !isPressed(input, abilities) || refuses(quirks, 'context_management')) return {};
  const compact_threshold = Math.max(LEAST_THRESHOLD, Math.floor(contextTokens * THRESHOLD));
  return { context_management: [{ type: 'compaction', compact_threshold }] };
}

/**
 * The items from the last compaction on, which stands for all before it: of that, the last question goes along in its own words,
 * and calls whose outputs come later. `compacted` counts what it stands for.
 */
export function sinceCompaction(
  items: readonly PlainItem[],
  replay: Replay,
): { items: readonly PlainItem[]; compacted: number } {
  const start = items.findLastIndex((item) => {
    const state = item.type === 'state' ? replayed(item.state, replay) : null;
    return state !== null && isCompaction(state);
  });
  if (start < 0) return { items, compacted: 0 };
  const [before, rest] = [items.slice(0, start), items.slice(start)];
  const question = before.findLastIndex((item) => item.type === 'message' && item.role === 'user');
  const answered = new Set(rest.flatMap((item) => (item.type === 'output' ? [item.callId] : [])));
  const kept = before.filter(
    (item, index) => index === question || (item.type === 'call' && answered.has(item.callId)),
  );
  return { items: [...kept, ...rest], compacted: countOf(before) - countOf(kept) };
}

/** What people would count: messages, and calls with what came of them. */
export const countOf = (items: readonly PlainItem[]): number =>
  items.filter(({ type }) => type === 'message' || type === 'call').length;

/** The state with the address of the server that has given it: only there it can be read, and it outlives its run. */
export const ofServer = (state: ModelState, { baseUrl }: Upstream): ModelState => ({ ...state, [GIVEN_BY]: baseUrl });

/** Without the states of another server: a connection may have moved since. */
export const readableBy = ({ baseUrl }: Upstream, items: readonly PlainItem[]): PlainItem[] =>
  items.flatMap((item): PlainItem[] => {
    if (item.type !== 'state') return [item];
    const { [GIVEN_BY]: givenBy = baseUrl, ...state } = item.state as StateItem;
    return givenBy === baseUrl ? [{ ...item, state }] : [];
  });
