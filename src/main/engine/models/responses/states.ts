import type { ModelState } from '../../ports';

/** An item of a response as it was when it was done: reasoning, a compaction, or code that ran there. */
export interface StateItem {
  type: string;
  id?: string;
  encrypted_content?: string | null;
  [key: string]: unknown;
}

/** Items that only their server can read, and wants to see again. */
const KEPT = ['reasoning', 'compaction', 'code_interpreter_call'];
const ENCRYPTED = ['reasoning', 'compaction'];

export const isKept = (item: StateItem): boolean => KEPT.includes(item.type);

/** How much of the states is replayed: a server that does not know them any more gets less of them. */
export type Replay = 'whole' | 'without_ids' | 'none';

/** The state as an item of the next request; null where nothing can be made of it. */
export function replayed(state: ModelState, replay: Replay): StateItem | null {
  const item = state as Partial<StateItem>;
  if (typeof item.type !== 'string' || !KEPT.includes(item.type)) return null;
  const { id, ...content } = item as StateItem;
  if (!ENCRYPTED.includes(content.type)) return { ...content, ...(id === undefined ? {} : { id }) };
  if (replay === 'none') return null;
  // Where nothing is kept at the server, an id alone leads to nothing.
  const encrypted = typeof content.encrypted_content === 'string' && content.encrypted_content !== '';
  const readable = Array.isArray(content.content) && content.content.length > 0;
  if (!encrypted && !readable) return null;
  return { ...content, ...(id === undefined || replay === 'without_ids' || !encrypted ? {} : { id }) };
}

export const idOf = (state: ModelState): string | null => {
  const { id } = state as Partial<StateItem>;
  return typeof id === 'string' && id !== '' ? id : null;
};
