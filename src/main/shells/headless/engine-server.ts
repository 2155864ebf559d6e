import { Hono } from 'hono';
import type { App } from '../../compose';
import type { Log } from '../../log';
import { bearer, loopbackOnly, sameSecret } from '../common/guard';
import { type Listening, listen } from '../common/listen';

export interface EngineServer {
  baseUrl: string;
  close(): Promise<void>;
}

/** The engine behind a loopback socket, for any Assistants client that has the key. Browsers' pages are kept out. */
export async function serveEngine(options: {
  engine: NonNullable<App['engine']>;
  apiKey: string;
  port: number;
  log: Log;
}): Promise<EngineServer> {
  let listening: Listening | null = null;
  const routes = new Hono();
  routes.use(loopbackOnly(() => listening?.port ?? 0, 'none'));
  routes.use(async (context, next) => {
    if (!sameSecret(bearer(context.req.header('authorization')), options.apiKey)) {
      return context.json(WRONG_KEY, 401);
    }
    await next();
  });
  routes.all('*', (context) => options.engine.fetch(context.req.raw));
  routes.onError((error, context) => {
    options.log.error({ err: error }, 'an engine request failed');
    return context.json(SERVER_ERROR, 500);
  });
  listening = await listen((request) => routes.fetch(request), options.port);
  return { baseUrl: `http://127.0.0.1:${listening.port}/v1`, close: () => listening.close() };
}

const WRONG_KEY = {
  error: {
    message: 'Incorrect API key provided. Use the api_key that Assay printed when it started to serve.',
    type: 'invalid_request_error',
    param: null,
    code: 'invalid_api_key',
  },
};
const SERVER_ERROR = {
  error: { message: 'The server had an error. Try again.', type: 'server_error', param: null, code: null },
};
