import type { ModelProblemCode, ModelUsage } from '../../ports';
import type { SentKind } from '../tools/plain';

/** One request as it is about to leave the machine. */
export interface Outgoing {
  run: { id: string; threadId: string };
  connection: string;
  model: string;
  /** Host and port; the whole address but for what may be secret in it. */
  host: string;
  path: string;
  /** The body as it is sent. Keys travel in headers and are never part of it. */
  body: string;
  /** Adds up to the bytes of `body`. */
  bytes: Record<SentKind, number>;
  /** Tokens: the input as counted here, and the most that the answer may take; null where it has no limit. */
  expected: { input: number; output: number | null };
}

export interface Arrival {
  /** The HTTP status; null where no answer came. */
  status: number | null;
  failure: ModelProblemCode | null;
  /** Null where nothing is known of it. */
  usage: ModelUsage | null;
  ms: number;
}

/** Keeps what leaves. A request is sent only after its `open` has resolved. */
export interface Ledger {
  /**
   * Resolves once the request is on disk.
   * @throws ModelFailure `budget` where it may not be made
   */
  open(request: Outgoing): Promise<{ close(arrival: Arrival): void }>;
}
