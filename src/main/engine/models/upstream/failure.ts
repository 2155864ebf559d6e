import { ModelFailure, type ModelProblemCode, type ModelUsage } from '../../ports';
import { fieldsOf } from '../json-fields';
import type { RefusalBody } from './error-body';
import { scrub, secretsOf } from './scrub';
import type { Upstream } from './upstream';

/** What a failure of a connection tells beside its code; all of it may be shown and kept. */
export interface UpstreamEnding {
  connection: string;
  model: string;
  /** The server's own words, without keys, cut. */
  message: string | null;
  status: number | null;
  /** What the request must leave out, as a path such as `reasoning.effort`. */
  parameter: string | null;
  /** The server's own code. */
  upstreamCode: string | null;
  /** What is wrong with the address. */
  fault: string | null;
}

/** Characters of a server's words that are kept: what a run keeps of its ending has little room. */
const MESSAGE_LIMIT = 240;
const secrets = new WeakMap<Upstream, string[]>();

/** Asks how to sign in, and remembers what of it must never be told. */
export async function signedHeaders(upstream: Upstream): Promise<Record<string, string>> {
  const headers = await upstream.headers();
  const known = secrets.get(upstream) ?? [];
  secrets.set(upstream, [...new Set([...known, ...secretsOf(headers)])]);
  return headers;
}

/** What a server said, without this connection's keys and of bounded length. */
export function withoutKeys(upstream: Upstream, message: string): string {
  const text = scrub(message.slice(0, 20_000), secrets.get(upstream) ?? [])
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return text.length > MESSAGE_LIMIT ? `${text.slice(0, MESSAGE_LIMIT - 1)}…` : text;
}

/** A failure of this connection, safe to show. Its message is the server's own where it said something. */
export function failure(
  upstream: Upstream,
  code: ModelProblemCode,
  given: Partial<Omit<UpstreamEnding, 'connection' | 'model'>> = {},
  options: ErrorOptions & { usage?: ModelUsage | null } = {},
): ModelFailure {
  const message = given.message ? withoutKeys(upstream, given.message) : null;
  const upstreamCode = given.upstreamCode ? withoutKeys(upstream, given.upstreamCode) : null;
  const parameter = given.parameter ? withoutKeys(upstream, given.parameter) : null;
  const { status = null, fault = null } = given;
  const { connection, model } = upstream;
  const ending: UpstreamEnding = { connection, model, message, status, parameter, upstreamCode, fault };
  return new ModelFailure(code, message ?? SENTENCES[code], { ...options, ending });
}

/** A connection that breaks throws errors of its own. */
export const cutOff = (upstream: Upstream, error: unknown): ModelFailure =>
  error instanceof ModelFailure ? error : failure(upstream, 'cut_off', {}, { cause: error });

/** What a failure made here tells; null for any other error. */
export function endingOf(error: unknown): UpstreamEnding | null {
  const ending = error instanceof ModelFailure ? fieldsOf(error.ending) : null;
  return ending && 'upstreamCode' in ending ? (ending as unknown as UpstreamEnding) : null;
}

/** The failure that an error object stands for, in a body or within a stream. `status` is that of the answer. */
export function failureOf(
  upstream: Upstream,
  error: RefusalBody,
  status: number,
  body: object = {},
  usage: ModelUsage | null = null,
): ModelFailure {
  const actual = status >= 400 ? status : (error.status ?? status);
  const given = {
    message: error.message,
    status: actual,
    parameter: parameterOf(error, body),
    upstreamCode: error.codes[0] ?? null,
  };
  return failure(upstream, codeOf(error, actual, upstream.model), given, { usage });
}

const CODES = new Map<string, ModelProblemCode>(
  Object.entries({
    invalid_api_key: 'authentication',
    api_key_invalid: 'authentication',
    authentication_error: 'authentication',
    unauthenticated: 'authentication',
    unauthorized: 'authentication',
    account_deactivated: 'authentication',
    permission_error: 'permission',
    permission_denied: 'permission',
    unsupported_country_region_territory: 'permission',
    insufficient_quota: 'quota',
    insufficient_user_quota: 'quota',
    billing_hard_limit_reached: 'quota',
    billing_not_active: 'quota',
    billing_error: 'quota',
    rate_limit_exceeded: 'rate_limit',
    rate_limit_error: 'rate_limit',
    rate_limited: 'rate_limit',
    resource_exhausted: 'rate_limit',
    too_many_requests: 'rate_limit',
    context_length_exceeded: 'context_length',
    exceed_context_size_error: 'context_length',
    request_too_large: 'context_length',
    content_filter: 'content_filter',
    content_policy_violation: 'content_filter',
    responsibleaipolicyviolation: 'content_filter',
    invalid_prompt: 'content_filter',
    overloaded_error: 'overloaded',
    overloaded: 'overloaded',
    server_overloaded: 'overloaded',
    engine_overloaded: 'overloaded',
    slow_down: 'overloaded',
    unavailable: 'overloaded',
    model_not_found: 'model_not_found',
    deploymentnotfound: 'model_not_found',
    timeout_error: 'timeout',
    unsupported_parameter: 'invalid_request',
    unsupported_value: 'invalid_request',
  }),
);
const STATUSES: Record<number, ModelProblemCode> = {
  401: 'authentication',
  402: 'quota',
  403: 'permission',
  404: 'bad_endpoint',
  405: 'bad_endpoint',
  408: 'timeout',
  413: 'context_length',
  429: 'rate_limit',
  503: 'overloaded',
  529: 'overloaded',
};

/** What servers have no code for, in their words; nothing else reads them. */
const PHRASES: [RegExp, ModelProblemCode][] = [
  [
    /\bcontext (?:length|window|size)|maximum (?:context|prompt) length|prompt is too long|input token count/i,
    'context_length',
  ],
  [/(?:incorrect|invalid|missing) api key|api key not valid|invalid x-api-key/i, 'authentication'],
  [/insufficient (?:balance|credits|funds|quota)|credit balance is too low/i, 'quota'],
];
const UNTELLING: ModelProblemCode[] = ['rate_limit', 'invalid_request'];

function codeOf({ codes, message }: RefusalBody, status: number, model: string): ModelProblemCode {
  const coded = codes.flatMap((code) => CODES.get(code.toLowerCase()) ?? []).toSorted((a, b) => rank(a) - rank(b))[0];
  if (coded && !UNTELLING.includes(coded)) return coded;
  const phrased = PHRASES.find(([pattern]) => message !== null && pattern.test(message))?.[1];
  if (phrased && status < 500) return phrased;
  if (coded) return coded;
  if (status === 404 && message?.includes(model)) return 'model_not_found';
  return STATUSES[status] ?? (status >= 400 && status < 500 ? 'invalid_request' : 'server_error');
}

const rank = (code: ModelProblemCode): number => (UNTELLING.includes(code) ? 1 : 0);

/** Without these there is no request. */
const NEEDED = ['model', 'input', 'messages', 'tools', 'instructions', 'stream'];

/** The parameter that is complained of: as the server names it, otherwise what of the request its words quote or name. */
function parameterOf({ parameter, message }: RefusalBody, body: object): string | null {
  if (parameter) return parameter;
  const names = Object.keys(body).filter((name) => !NEEDED.includes(name));
  const known = (word: string) => names.includes(word.split('.')[0] ?? '');
  const quoted = [...(message ?? '').matchAll(/['"`]([A-Za-z_][\w.]*)['"`]/g)].map(([, word = '']) => word);
  // Unquoted, `text` or `include` would be words like all others.
  const telling = (message?.match(/[a-z]+(?:_[a-z]+)+|temperature/g) ?? []).filter(known);
  return quoted.find(known) ?? telling[0] ?? null;
}

/** For the protocol's `last_error`, where the server said nothing; the window has sentences of its own for these codes. */
const SENTENCES: Record<ModelProblemCode, string> = {
  authentication: 'The server refused the key. Check it, or enter a new one.',
  permission: 'The key may not use this model. Ask whoever gave you the key, or choose another model.',
  quota: 'The account has no credit left. Add credit with the provider, or choose another connection.',
  rate_limit: 'Too many requests were made in a short time. Wait a minute, then ask again.',
  context_length:
    'The conversation is longer than the model can read. Start a new thread, or choose a model that reads more.',
  content_filter: 'The provider’s filter withheld the answer. Word the question differently.',
  overloaded: 'The server has too much to do. Ask again in a moment.',
  cut_off: 'The answer stopped in the middle. Ask again.',
  timeout: 'The server said nothing for too long. Ask again, or choose a faster model.',
  bad_endpoint: 'What answers at this address is not a model server. Check the connection’s address.',
  model_not_found: 'The server does not know this model. Choose another one.',
  unreachable: 'The server could not be reached. Check the network and the connection’s address.',
  budget: 'The budget does not allow this call. Raise it in Settings, or choose a cheaper model.',
  unsupported: 'The model cannot do what this run needs. Choose another model.',
  invalid_request: 'The server did not accept the request. Choose another model, or check the assistant’s settings.',
  server_error: 'The server failed. Ask again in a moment.',
};
