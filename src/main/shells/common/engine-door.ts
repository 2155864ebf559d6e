import type { Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { LoggedRequest } from '#contract';
import type { App } from '../../compose';
import type { Log } from '../../log';
import { bearer, loopbackOnly, sameSecret } from './guard';
import { freePort, type Listening, listen } from './listen';
import { loggedRequest } from './logged-request';
import type { Patience } from './pace';
import { Rate, spanText } from './rate';

/** The largest upload the engine takes is 512 MB; the form around it needs little. */
const LARGEST_REQUEST = 520 * 1024 * 1024;

export interface DoorOptions {
  engine: Pick<NonNullable<App['engine']>, 'fetch'>;
  /** What programs sign in with. Asked at each request, so that a new key counts at once. */
  key(): string;
  requestsPerMinute(): number;
  port: number;
  /** Told of each request once it is over, and before when it takes long. */
  seen?(request: LoggedRequest): void;
  log: Log;
  patience?: Partial<Patience>;
}

export interface EngineDoor {
  port: number;
  baseUrl: string;
  /** Ends the connections there are. */
  drop(): void;
  close(): Promise<void>;
}

type Routes = { Bindings: HttpBindings };

/**
 * The engine behind a loopback socket, for any Assistants client that has the key. Browsers' pages are kept out.
 * @throws AppError `port_taken`
 */
export async function openEngineDoor(options: DoorOptions): Promise<EngineDoor> {
  let listening: Listening | null = null;
  const { engine, log, seen } = options;
  const routes = new Hono<Routes>();
  routes.use(
    loopbackOnly(
      () => listening?.port ?? 0,
      'none',
      (context, message) => refuse(context, 403, { message }),
    ),
  );
  routes.use(guardKeyAndRate(options, (socket) => listening?.trust(socket)));
  routes.use(async (context, next) => {
    if (Number(context.req.header('content-length') ?? 0) > LARGEST_REQUEST) return refuse(context, 413, TOO_LARGE);
    await next();
  });
  routes.all('*', (context) => engine.fetch(context.req.raw));
  routes.onError((error, context) => {
    if (!context.req.raw.signal.aborted) log.error({ err: error }, 'an engine request failed');
    return refuse(context, 500, SERVER_ERROR);
  });
  listening = await listen((request, bindings) => routes.fetch(request, bindings), options.port, {
    patience: { largestBody: LARGEST_REQUEST, ...options.patience },
    ...(seen ? { seen: (exchange) => seen(loggedRequest(exchange)) } : {}),
  });
  const { port, drop, close } = listening;
  return { port, baseUrl: `http://127.0.0.1:${port}/v1`, drop, close };
}

/** The doors of an app, for its services. */
export function engineDoors(log: Log) {
  return { open: (options: Omit<DoorOptions, 'log'>) => openEngineDoor({ ...options, log }), freePort };
}

/** Those without the key have a budget of their own, so that they cannot use up that of the key. */
function guardKeyAndRate(
  { key, requestsPerMinute }: DoorOptions,
  trust: (socket: Socket) => void,
): MiddlewareHandler<Routes> {
  const rates = {
    known: new Rate(performance.now.bind(performance)),
    stranger: new Rate(performance.now.bind(performance)),
  };
  return async (context, next) => {
    // Azure's clients have a header of their own for it.
    const given = bearer(context.req.header('authorization')) || (context.req.header('api-key') ?? '');
    const known = given !== '' && sameSecret(given, key());
    const limit = requestsPerMinute();
    const { allowed, remaining, resetMs, retryMs } = rates[known ? 'known' : 'stranger'].take(limit);
    // On the answer itself, since adding to the engine's would make it be copied.
    const { incoming, outgoing } = context.env;
    if (known) trust(incoming.socket);
    outgoing.setHeader('x-ratelimit-limit-requests', String(limit));
    outgoing.setHeader('x-ratelimit-remaining-requests', String(remaining));
    outgoing.setHeader('x-ratelimit-reset-requests', spanText(resetMs));
    if (!allowed) {
      outgoing.setHeader('retry-after', String(Math.ceil(retryMs / 1_000)));
      outgoing.setHeader('retry-after-ms', String(retryMs));
      return refuse(context, 429, tooMany(limit, retryMs));
    }
    if (!known) return refuse(context, 401, given === '' ? NO_KEY : WRONG_KEY);
    await next();
  };
}

interface Refusal {
  message: string;
  type?: string;
  code?: string;
}

function refuse(context: Context, status: 401 | 403 | 413 | 429 | 500, refusal: Refusal): Response {
  const { message, type = 'invalid_request_error', code = null } = refusal;
  return context.json({ error: { message, type, param: null, code } }, status);
}

const NO_KEY: Refusal = {
  message:
    "You didn't provide an API key. Send the key that Assay shows under Settings, API access in an Authorization header (Authorization: Bearer YOUR_KEY), never in the address.",
};
const WRONG_KEY: Refusal = {
  message:
    'Incorrect API key provided. Copy the one that counts now: in Assay under Settings, API access, or from the line that serve printed.',
  code: 'invalid_api_key',
};
const TOO_LARGE: Refusal = { message: `The request is larger than ${LARGEST_REQUEST} bytes.` };
const SERVER_ERROR: Refusal = { message: 'The server had an error. Try again.', type: 'server_error' };

function tooMany(limit: number, retryMs: number): Refusal {
  return {
    message: `Rate limit reached for requests per minute. Limit: ${limit}. Please try again in ${spanText(retryMs)}. The limit is set in Assay under Settings, API access.`,
    type: 'requests',
    code: 'rate_limit_exceeded',
  };
}
