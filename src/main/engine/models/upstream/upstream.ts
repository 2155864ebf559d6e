import type { ModelProblemCode, ModelUsage } from '../../ports';
import type { SentKind } from '../tools/plain';
import { isLoopback } from './address';
import type { Ledger } from './ledger';

export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  signal: AbortSignal;
  redirect: 'manual';
}

/** The part of `fetch` that sending needs; `globalThis.fetch` and a server's own `fetch` fit. */
export type Fetch = (url: string, init: FetchInit) => Response | Promise<Response>;

/** What may be told of sending: codes, numbers and names, never keys nor what was asked. */
export interface UpstreamLog {
  warn(data: object, message: string): void;
}

/** A model behind a connection: where it is, how to sign in, and who keeps the books. */
export interface Upstream {
  /** The connection's id. */
  connection: string;
  /** With the version in it, such as `https://api.openai.com/v1`. */
  baseUrl: string;
  /** The name that the server knows the model by. */
  model: string;
  /** `Authorization` or `api-key`; asked for each request, never logged. */
  headers: () => Promise<Record<string, string>>;
  ledger: Ledger | null;
  /** Plain http to other machines; this one is always allowed. */
  allowHttp: boolean;
  log: UpstreamLog | null;
  fetch?: Fetch;
  /** Milliseconds in which nothing at all came, where others than usual; there is no limit to how long an answer may take. */
  idleMs?: number;
  /** Rejects with the signal's reason as soon as it aborts. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** What came of a request, as whoever reads its answer knows it. */
export interface AttemptOutcome {
  usage: ModelUsage | null;
  failure: ModelProblemCode | null;
}

export interface UpstreamRequest {
  /** `GET` has no body: it takes up an answer again. */
  method?: 'GET' | 'POST';
  /** Below the base URL, such as `/responses`. */
  path: string;
  body: object;
  /** Its JSON, where somebody has made it already. */
  text?: string;
  /** Made by `bytesOf`: adds up to the bytes of the body. */
  bytes: Record<SentKind, number>;
  /** Tokens: the input as counted here, and the most that the answer may take; null where it has no limit. */
  expected: { input: number; output: number | null };
  run: { id: string; threadId: string };
  /** Asked once the answer is over or given up, for the ledger. */
  outcome?: () => AttemptOutcome;
}

const IDLE_MS = 300_000;
/** A model on this machine may read for long before it says its first word. */
const LOCAL_IDLE_MS = 30 * 60_000;

/** Whether the server is on this machine. */
export const isLocal = ({ baseUrl }: Pick<Upstream, 'baseUrl'>): boolean =>
  URL.canParse(baseUrl) && isLoopback(new URL(baseUrl));

/** Milliseconds of silence after which an answer is given up. */
export const idleMsOf = (upstream: Upstream): number =>
  upstream.idleMs ?? (isLocal(upstream) ? LOCAL_IDLE_MS : IDLE_MS);
