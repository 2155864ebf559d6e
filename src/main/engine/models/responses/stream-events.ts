import type { PlainEvent } from '../tools/plain';
import type { StateItem } from './states';
import type { Wire } from './wire';

/** Code that ran at the server, in the order it comes. */
export type CodeEvent =
  | { type: 'hosted_code'; index: number; delta: string }
  | { type: 'hosted_code_done'; index: number; item: StateItem };

/** A search that the server has made, numbered together with code, and a file that what stands before rests on. */
export type SearchEvent =
  | { type: 'hosted_search'; index: number; item: Wire }
  | { type: 'citation'; fileId: string; before: string };

/** What the server did itself lies behind: the answer can be read again from behind that event on, and behind so many items. */
export interface CheckpointEvent {
  type: 'checkpoint';
  position: number;
  items: number;
}

export type ResponseEvent =
  | Exclude<PlainEvent, { type: 'done' | 'code' | 'code_done' | 'search_done' | 'ongoing' }>
  | CheckpointEvent
  | CodeEvent
  | SearchEvent;
