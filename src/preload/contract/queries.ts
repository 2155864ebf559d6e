import { z } from 'zod';
import { CallId, ChartId, DatasetId, MessageId, ThreadId } from './ids';
import { Query } from './query';
import { Choices, QueryReading, QuerySlot } from './readings';
import { Call } from './runs';
import { Message, Thread } from './threads';

/** Whose data is asked: a thread's; without a thread, of the datasets that are attached to what will be one. */
const place = z.object({ threadId: ThreadId.nullable(), datasetIds: z.array(DatasetId).max(100).default([]) });

export type QueryPlace = z.output<typeof place>;

export const queryRequests = {
  /** How a query is read. */
  read: { input: place.extend({ query: Query }), output: QueryReading },
  /**
   * What may stand at a place of a query; `search` is what was written into the menu, and `numbers` the same with plain
   * digits, `> 1.5`, empty where it is no comparison with numbers. Without it `search` has plain digits itself.
   */
  choices: {
    input: place.extend({
      query: Query,
      slot: QuerySlot,
      search: z.string().max(200).default(''),
      numbers: z.string().max(200).optional(),
    }),
    output: Choices,
  },
  /** A query of a table with nothing asked yet; of the first one where none is named. */
  begin: { input: place.extend({ table: z.string().optional() }), output: Query },
  /**
   * Computes a query as another version of the answer of `callId`, which stays. Answers with the local run that was begun;
   * the rest arrives as `steps.changed`. Its chart looks as that of `callId` does, as far as that fits: as the one of
   * `shownCharts`, and as it was changed last where none of them is its.
   */
  compute: {
    input: z.object({ callId: CallId, query: Query, shownCharts: z.array(ChartId).max(100).default([]) }),
    output: Call,
  },
  /** Answers a query that was put together by hand, in a message of its own. Begins a thread where there is none. */
  ask: {
    input: place.extend({
      query: Query,
      /** The question below which it is to stand; absent: the last one. */
      follows: MessageId.optional(),
    }),
    output: z.object({ thread: Thread, message: Message, callId: CallId }),
  },
};
