import { z } from 'zod';
import { Saved } from './charts';
import { ModelProblemCode } from './connections';
import { ConnectionId, Instant, RunId, ThreadId } from './ids';

const bytes = z.int().nonnegative();

/** The bytes of what was sent, by what they are; they add up to the whole. */
export const SentBytes = z.object({
  instructions: bytes,
  question: bytes,
  answer: bytes,
  schema: bytes,
  results: bytes,
  file: bytes,
  picture: bytes,
  other: bytes,
});
export type SentBytes = z.infer<typeof SentBytes>;

export const CallUsage = z.object({
  promptTokens: z.int().nonnegative(),
  cachedTokens: z.int().nonnegative(),
  completionTokens: z.int().nonnegative(),
  reasoningTokens: z.int().nonnegative(),
  /** The server did not tell; counted here. */
  estimated: z.boolean(),
});
export type CallUsage = z.infer<typeof CallUsage>;

/** One request that left this computer, or went to a server on it. */
export const Transmission = z.object({
  id: z.int().positive(),
  at: Instant,
  /** Also of a script's thread, which is not in the window. */
  runId: RunId,
  threadId: ThreadId,
  connectionId: ConnectionId,
  connection: z.string(),
  local: z.boolean(),
  /** Host and port. */
  host: z.string(),
  path: z.string(),
  model: z.string(),
  bytes: SentBytes,
  totalBytes: bytes,
  /** `open` while it is under way; `lost` where the app ended before the answer. */
  state: z.enum(['open', 'closed', 'lost']),
  /** The HTTP status; null where no answer came. */
  status: z.int().nullable(),
  problem: ModelProblemCode.nullable(),
  usage: CallUsage.nullable(),
  ms: z.number().nonnegative().nullable(),
  /** US dollars; null where tokens or price are not known. */
  money: z.number().nonnegative().nullable(),
});
export type Transmission = z.infer<typeof Transmission>;

/** What was sent in all. `threadId` is null for all threads together. */
export const SentTotals = z.object({
  threadId: ThreadId.nullable(),
  requests: z.int().nonnegative(),
  bytes: SentBytes,
  totalBytes: bytes,
  /** Of these, the bytes that stayed on this computer. */
  localBytes: bytes,
  hosts: z.array(z.string()),
  promptTokens: z.int().nonnegative(),
  completionTokens: z.int().nonnegative(),
  /** Of the calls whose price is known. */
  money: z.number().nonnegative(),
  /** Calls whose price is not known: their money is in no sum. */
  unpriced: z.int().nonnegative(),
});
export type SentTotals = z.infer<typeof SentTotals>;

export const noBytes: SentBytes = {
  instructions: 0,
  question: 0,
  answer: 0,
  schema: 0,
  results: 0,
  file: 0,
  picture: 0,
  other: 0,
};

export const nothingSent = (threadId: SentTotals['threadId']): SentTotals => ({
  threadId,
  requests: 0,
  bytes: noBytes,
  totalBytes: 0,
  localBytes: 0,
  hosts: [],
  promptTokens: 0,
  completionTokens: 0,
  money: 0,
  unpriced: 0,
});

const ofThreadOrAll = z.object({ threadId: ThreadId.nullable() });
const page = { before: z.int().positive().optional(), limit: z.int().min(1).max(500).default(100) };

export const ledgerRequests = {
  /** Newest first, of one thread or of all, those of scripts included; `before` is the last of the page before. */
  ofThread: {
    input: ofThreadOrAll.extend(page),
    output: z.object({ transmissions: z.array(Transmission), hasMore: z.boolean() }),
  },
  /** The body as it was sent, a stretch of it in characters. Keys travel beside it and are never in it. */
  request: {
    input: z.object({
      transmissionId: z.int().positive(),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1_000_000).default(200_000),
    }),
    output: z.object({ text: z.string(), offset: z.int().nonnegative(), characters: z.int().nonnegative() }),
  },
  totals: { input: ofThreadOrAll, output: SentTotals },
  /** How many requests are kept with what they said, and the bytes that this takes; where an age is given, of the older ones. */
  kept: {
    input: z.object({ olderThanDays: z.int().min(1).max(3_650).optional() }),
    output: z.object({ requests: z.int().nonnegative(), bytes }),
  },
  /** All of it as JSON with the bodies, put where the analyst chooses. */
  export: { input: ofThreadOrAll, output: Saved },
};

export const ledgerEvents = {
  /** A request was sent, or answered; the thread's totals with it. */
  'ledger.changed': z.object({ transmission: Transmission, totals: SentTotals }),
};
