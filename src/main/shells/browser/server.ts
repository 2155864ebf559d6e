import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { AppEvent } from '#contract';
import type { Result } from '#contract/result';
import type { App } from '../../compose';
import type { Log } from '../../log';
import type { Downloads } from '../common/downloads';
import { bearer, loopbackOnly, sameSecret } from '../common/guard';
import { type Bindings, type Listening, listen } from '../common/listen';
import { windowSurface } from '../common/window-surface';
import type { KeyPages } from './key-page';
import { SignInCodes } from './sign-in';

const BODY_LIMIT = 4 * 1024 * 1024;
const PING_MS = 15_000;
/** A window that has fallen this far behind is let go; it connects again and reads what is saved. */
const EVENTS_BEHIND = 10_000;

type Routes = { Bindings: Bindings };

export interface BrowserShell {
  /** With the token: for whoever starts the app, and nobody else to see. */
  url: string;
  /** The address for a browser: it lets in once. */
  signInUrl(): string;
  port: number;
  close(): Promise<void>;
}

export interface ServerOptions {
  app: Pick<App, 'dispatch' | 'services' | 'subscribe'>;
  /** What the window signs in with. */
  token: string;
  rendererFolder: string;
  downloads: Downloads;
  keyPages: KeyPages;
  port: number;
  /** Called when a browser has come in by {@link BrowserShell.signInUrl}. */
  onSignIn?(): void;
  log: Log;
}

/** The contract over loopback HTTP and SSE: POST /api/<request>, GET /api/events, pictures under /files/<token>/. */
export async function serveWindow(options: ServerOptions): Promise<BrowserShell> {
  const { token } = options;
  let listening: Listening | null = null;
  const surface = windowSurface(options);
  const codes = new SignInCodes();
  const origin = () => `http://127.0.0.1:${listening?.port ?? 0}`;
  const signInUrl = () => `${origin()}/#code=${codes.issue()}`;
  const routes = new Hono<Routes>();
  const trust = (context: Context<Routes>) => listening?.trust(context.env.incoming.socket);
  routes.use(loopbackOnly(() => listening?.port ?? 0, 'own'));
  routes.post('/api/sign-in', bodyLimit({ maxSize: BODY_LIMIT }), async (context) => {
    if (!isJson(context)) return context.json(NOT_JSON, 415);
    const code: unknown = (await context.req.json().catch(() => null))?.code;
    if (typeof code !== 'string' || !codes.redeem(code)) return context.json(NOT_SIGNED_IN, 401);
    trust(context);
    options.onSignIn?.();
    return context.json({ ok: true, value: { token } });
  });
  routes.use('/api/*', async (context, next) => {
    if (!sameSecret(bearer(context.req.header('authorization')), token)) {
      return context.json(NOT_SIGNED_IN, 401);
    }
    trust(context);
    await next();
  });
  routes.get('/api/events', (context) => streamEvents(context, options.app));
  routes.post('/api/upload', (context) => surface.fetch(context.req.raw));
  routes.post('/api/sign-in-code', (context) => context.json({ url: signInUrl() }));
  routes.post(
    '/api/:name',
    bodyLimit({ maxSize: BODY_LIMIT, onError: (context) => context.json(TOO_LARGE, 413) }),
    async (context) => {
      if (!isJson(context)) return context.json(NOT_JSON, 415);
      const input = await context.req.json().catch(() => undefined);
      return context.json(await options.app.dispatch(context.req.param('name'), input));
    },
  );
  routes.all('/api/*', (context) => context.json(NOT_THERE, 404));
  routes.get('/key/:id', options.keyPages.answer);
  routes.get('/files/:token/*', (context) => {
    if (!sameSecret(context.req.param('token'), token)) return context.text('There is nothing here.', 404);
    trust(context);
    const url = new URL(context.req.url);
    url.pathname = url.pathname.replace(`/files/${context.req.param('token')}/`, '/files/');
    return surface.fetch(new Request(url, { headers: context.req.raw.headers }));
  });
  routes.get('*', (context) => surface.fetch(context.req.raw));
  routes.onError((error, context) => {
    options.log.error({ err: error }, 'a window request failed');
    return context.json<Result<never>>(
      { ok: false, error: { code: 'internal', message: 'Something went wrong in Assay. Try again.' } },
      500,
    );
  });

  listening = await listen((request, bindings) => routes.fetch(request, bindings), options.port);
  return {
    url: `${origin()}/#token=${token}`,
    signInUrl,
    port: listening.port,
    close: () => listening.close(),
  };
}

const isJson = (context: Context): boolean => /^application\/json\b/.test(context.req.header('content-type') ?? '');

const NOT_SIGNED_IN: Result<never> = {
  ok: false,
  error: { code: 'forbidden', message: 'This window is not signed in. Open the address that Assay printed.' },
};
const TOO_LARGE: Result<never> = { ok: false, error: { code: 'too_large', message: 'The request is too large.' } };
const NOT_JSON: Result<never> = { ok: false, error: { code: 'invalid_input', message: 'Requests are JSON.' } };
const NOT_THERE: Result<never> = { ok: false, error: { code: 'unknown_request', message: 'There is nothing here.' } };

function streamEvents(context: Context, app: Pick<App, 'subscribe'>): Response {
  return streamSSE(context, async (stream) => {
    const waiting: AppEvent[] = [];
    let wake: () => void = () => undefined;
    const unsubscribe = app.subscribe((event) => {
      waiting.push(event);
      if (waiting.length > EVENTS_BEHIND) stream.abort();
      wake();
    });
    const ping = setInterval(() => wake(), PING_MS);
    stream.onAbort(() => {
      unsubscribe();
      clearInterval(ping);
      wake();
    });
    await stream.write(': connected\n\n');
    while (!stream.aborted) {
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (waiting.length === 0 && !stream.aborted) await stream.write(': ping\n\n');
      }
      const batch = waiting.splice(0);
      if (batch.length > 0) await stream.write(batch.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''));
    }
    unsubscribe();
    clearInterval(ping);
  });
}
