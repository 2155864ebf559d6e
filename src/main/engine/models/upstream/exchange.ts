import type { ModelFailure, ModelProblemCode } from '../../ports';
import type { SentKind } from '../tools/plain';
import { faultOf, MetadataAddress, urlBelow } from './address';
import { errorBody } from './error-body';
import { failure, failureOf, signedHeaders } from './failure';
import type { Arrival } from './ledger';
import { nodeFetch } from './node-fetch';
import { type AttemptOutcome, type Fetch, idleMsOf, isLocal, type Upstream } from './upstream';
import { notePace } from './waiting';

/** What the ledger is told of a request; a request that carries nothing of anybody's, such as for the list of models, has none. */
export interface Entry {
  /** As it is kept, where that is not what is sent: the bytes of a file are not written down again. */
  body?: string;
  bytes: Record<SentKind, number>;
  expected: { input: number; output: number | null };
  run: { id: string; threadId: string };
}

export interface Sending {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  entry: Entry | null;
  /** Makes something at the server: it is made again only where the server said that it was not. */
  once?: boolean;
  /** The parameters of the request, so that a refusal can be tied to one. */
  parameters?: object;
}

/** One request with its answer under way: a success, whose body is still to be read. */
export interface UpstreamExchange {
  status: number;
  headers: Headers;
  /** Throws `timeout` where nothing comes for too long, `cut_off` where the connection breaks. */
  chunks(): AsyncGenerator<Uint8Array>;
  /** To be called once, whatever came of it. */
  close(outcome: AttemptOutcome): void;
}

/** A try that did not get an answer, and what it is worth trying again by. */
export class Refused extends Error {
  readonly failure: ModelFailure;
  readonly again: boolean;
  readonly headers: Headers | null;
  /** The server is there and still reads its model into memory. */
  readonly isLoading: boolean;
  constructor(reason: ModelFailure, again: boolean, headers: Headers | null = null, isLoading = false) {
    super(reason.message, { cause: reason });
    this.failure = reason;
    this.again = again;
    this.headers = headers;
    this.isLoading = isLoading;
  }
}

const HOPS = 3;

/**
 * Sends once, and follows redirects within the same origin. Throws `Refused` with a failure, or the signal's reason.
 * The ledger is opened before each request and closed after it.
 */
export async function exchange(upstream: Upstream, sending: Sending, signal: AbortSignal): Promise<UpstreamExchange> {
  let url = urlBelow(upstream.baseUrl, sending.path);
  for (let hop = 0; hop <= HOPS; hop += 1) {
    const fault = faultOf(url, upstream.allowHttp);
    if (fault || !url) throw new Refused(badAddress(upstream, fault ?? 'no_address', url), false);
    const answered = await request(upstream, url, sending, signal);
    if (!('location' in answered)) return answered;
    const target: URL | null = URL.canParse(answered.location, url.href) ? new URL(answered.location, url) : null;
    const follows = target?.origin === url.origin && (sending.method === 'GET' || answered.status >= 307);
    if (!follows) throw new Refused(redirected(upstream, target, answered.status), false);
    url = target;
  }
  throw new Refused(redirected(upstream, url, 310), false);
}

async function request(
  upstream: Upstream,
  url: URL,
  sending: Sending,
  signal: AbortSignal,
): Promise<UpstreamExchange | { location: string; status: number }> {
  const headers = { ...sending.headers, ...(await signedHeaders(upstream)) };
  signal.throwIfAborted();
  const close = await enter(upstream, url, sending);
  const aborter = new AbortController();
  const both = AbortSignal.any([signal, aborter.signal]);
  const idle = new Idleness(upstream, signal, () => aborter.abort());
  let status: number | null = null;
  try {
    const { method, body } = sending;
    const send: Fetch = upstream.fetch ?? nodeFetch;
    const init = {
      method,
      headers,
      signal: both,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    } as const;
    const response = await idle.within(Promise.resolve(send(url.href, init)));
    status = response.status;
    notePace(upstream, response.headers);
    const chunks = () => idle.chunks(response.body);
    if (response.ok) {
      const closeOnce = (outcome: AttemptOutcome) => {
        aborter.abort();
        close(response.status, outcome);
      };
      return { status: response.status, headers: response.headers, chunks, close: closeOnce };
    }
    const location = status >= 300 && status < 400 ? response.headers.get('location') : null;
    if (location) {
      aborter.abort();
      close(status, { failure: null, usage: null });
      return { location, status };
    }
    throw await refusal(upstream, response, chunks, sending.parameters);
  } catch (error) {
    aborter.abort();
    const refused = error instanceof Refused || signal.aborted ? error : unreached(upstream, error);
    close(status, { failure: refused instanceof Refused ? refused.failure.code : null, usage: null });
    throw signal.aborted ? signal.reason : refused;
  }
}

type Close = (status: number | null, outcome: AttemptOutcome) => void;

async function enter(upstream: Upstream, url: URL, { entry, body, path, method }: Sending): Promise<Close> {
  if (!entry || !upstream.ledger) return () => {};
  const begun = performance.now();
  const { connection, model } = upstream;
  const { run, bytes, expected } = entry;
  const kept = entry.body ?? (typeof body === 'string' ? body : '');
  const shown = method === 'POST' ? (path.split('?')[0] ?? path) : `${method} ${path.split('?')[0]}`;
  const row = { run, connection, model, host: url.host, path: shown, body: kept, bytes, expected };
  const { close } = await upstream.ledger.open(row);
  return (status, { failure: code, usage }) => {
    const arrival: Arrival = { status, failure: code, usage, ms: Math.round(performance.now() - begun) };
    close(arrival);
  };
}

/** Bounds silence, never the whole: what comes, comments included, starts the time anew. */
class Idleness {
  readonly #upstream: Upstream;
  readonly #signal: AbortSignal;
  readonly #onIdle: () => void;

  constructor(upstream: Upstream, signal: AbortSignal, onIdle: () => void) {
    this.#upstream = upstream;
    this.#signal = signal;
    this.#onIdle = onIdle;
  }

  /** The result of work, or a failure once it takes too long or the signal aborts, whether or not the work heeds it. */
  within<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const end = (error: unknown) => {
        reject(error);
        this.#onIdle();
      };
      const timer = setTimeout(() => end(failure(this.#upstream, 'timeout')), idleMsOf(this.#upstream));
      const onAbort = () => end(this.#signal.reason);
      const settle = () => {
        clearTimeout(timer);
        this.#signal.removeEventListener('abort', onAbort);
      };
      if (this.#signal.aborted) onAbort();
      else this.#signal.addEventListener('abort', onAbort);
      work.then(resolve, reject).finally(settle);
    });
  }

  async *chunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
    if (!body) return;
    const reader = body.getReader();
    try {
      for (;;) {
        const { done, value } = await this.within(reader.read());
        if (done) return;
        yield value;
      }
    } finally {
      reader.cancel().catch(() => {});
    }
  }
}

const ERROR_BODY_LIMIT = 256 * 1_024;
/** 409 is a server's own conflict, 529 "overloaded"; all others of these pass by themselves as well. */
const PASSING = [408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529];
const LASTING: ModelProblemCode[] = [
  'quota',
  'authentication',
  'permission',
  'context_length',
  'content_filter',
  'model_not_found',
];
/** The type of llama.cpp's refusals while it reads the model, which on a slow disk takes minutes. */
const LOADING = 'unavailable_error';
/** Pages of gateways and proxies stand in for a server that has none of its own to say. */
const TOLD_BY_STATUS = [401, 429];

async function refusal(
  upstream: Upstream,
  { status, headers }: Response,
  chunks: () => AsyncGenerator<Uint8Array>,
  parameters: object | undefined,
): Promise<Refused> {
  const text = await textOf(chunks(), ERROR_BODY_LIMIT).catch(() => '');
  const json = parsed(text);
  const refusalBody = errorBody(json);
  const page = /^\s*</.test(text) && status < 500 && !TOLD_BY_STATUS.includes(status);
  const error = refusalBody ?? {
    message: json === undefined && /^\s*</.test(text) ? null : text || null,
    codes: [],
    parameter: null,
    status: null,
  };
  const reason = page
    ? failure(upstream, 'bad_endpoint', { status, fault: 'html' })
    : failureOf(upstream, error, status, parameters);
  const asked = headers.get('x-should-retry');
  const passing = asked === 'true' || (asked !== 'false' && PASSING.includes(status));
  const isLoading = status === 503 && isLocal(upstream) && error.codes.includes(LOADING);
  return new Refused(reason, passing && !page && !LASTING.includes(reason.code), headers, isLoading);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of a body, of which no more than `limit` bytes are read. */
export async function textOf(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    size += chunk.length;
    if (size > limit) break;
  }
  return text + decoder.decode();
}

/** Certificates and names do not mend themselves within seconds, nor does a server start. */
const BROKEN_OFF = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'UND_ERR_SOCKET'];

function unreached(upstream: Upstream, error: unknown): Refused {
  const codes = causes(error).map((cause) => String((cause as { code?: unknown }).code ?? ''));
  if (causes(error).some((cause) => cause instanceof MetadataAddress))
    return new Refused(badAddress(upstream, 'metadata_address', null), false);
  const inner = causes(error).find(
    (cause): cause is ModelFailure => cause instanceof Error && cause.name === 'ModelFailure',
  );
  if (inner) return new Refused(inner, false);
  const code = codes.find((given) => given !== '') ?? null;
  const reason = failure(upstream, 'unreachable', { upstreamCode: code }, { cause: error });
  return new Refused(
    reason,
    codes.some((given) => BROKEN_OFF.includes(given)),
  );
}

function causes(error: unknown): object[] {
  const list: object[] = [];
  for (let at = error; typeof at === 'object' && at !== null && list.length < 5; at = (at as { cause?: unknown }).cause)
    list.push(at, ...((at as { errors?: object[] }).errors ?? []));
  return list;
}

const FAULTS = {
  no_address: 'is no address of a server',
  plain_http: 'is not encrypted: use https, or allow plain http for this connection',
  metadata_address: 'belongs to the machine’s own cloud and is never asked',
  password_in_address: 'holds a password: enter it as the connection’s key',
};

function badAddress(upstream: Upstream, fault: keyof typeof FAULTS, url: URL | null): ModelFailure {
  const place = url ? `${url.protocol}//${url.host}` : 'The connection’s address';
  return failure(upstream, 'bad_endpoint', { fault, message: `${place} ${FAULTS[fault]}.` });
}

function redirected(upstream: Upstream, target: URL | null, status: number): ModelFailure {
  const message = `The server sends us on to ${target?.origin ?? 'nowhere'}. Enter that address if you trust it.`;
  return failure(upstream, 'bad_endpoint', { fault: 'redirect', status, message });
}
