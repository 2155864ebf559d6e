import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { getPathNoStrict } from 'hono/utils/url';
import type { Log } from '../../log';
import { ApiError, invalid } from '../errors';
import { assistantRoutes } from './assistants';
import type { Context } from './context';
import { unknownUrl } from './elsewhere';
import { fileRoutes } from './files';
import { messageRoutes } from './messages';
import { modelRoutes } from './models';
import { replyError, stamp } from './reply';
import { runRoutes } from './runs';
import { stepRoutes } from './steps';
import { threadRoutes } from './threads';
import { uploadRoutes } from './uploads';
import { v1FileRoutes } from './v1-files';
import { speakV1 } from './v1-shapes';
import { vectorStoreRoutes } from './vector-stores';

/** The whole HTTP surface, as a function. */
export function createApp(context: Context): (request: Request) => Promise<Response> {
  const app = new Hono({ getPath: (request) => upstreamPath(getPathNoStrict(request)) });
  app.use(stamp, speakV1(context));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('allow', methods.join(', '));
        return replyError(c, wrongMethod(c.req.method, c.req.path));
      },
    }),
  );
  for (const add of [
    runRoutes,
    stepRoutes,
    messageRoutes,
    threadRoutes,
    assistantRoutes,
    fileRoutes,
    modelRoutes,
    vectorStoreRoutes,
    uploadRoutes,
    v1FileRoutes,
  ]) {
    add(app, context);
  }
  app.notFound((c) => replyError(c, unknownUrl(c.req.method, c.req.path)));
  app.onError((error, c) => {
    // Like the platform's fetch: who gave up gets the abort, not an answer.
    if (!(error instanceof ApiError)) c.req.raw.signal.throwIfAborted();
    return replyError(c, asApiError(error, context.log));
  });
  return async (request) => app.fetch(request);
}

/** Azure's clients put the same endpoints elsewhere. */
const upstreamPath = (path: string): string => path.replace(/^\/openai(\/v1)?\//, '/v1/');

function wrongMethod(method: string, path: string): ApiError {
  return new ApiError(
    405,
    `Not allowed to ${method} on ${path}. (HINT: Perhaps you meant to use a different HTTP method?)`,
    null,
    'method_not_supported',
  );
}

function asApiError(error: Error, log: Log): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof RangeError) return invalid('The request is nested too deeply.');
  log.error({ err: error }, 'a request failed');
  // What storage throws is worded for the person who has to act on it.
  if (error.name === 'AppError') return new ApiError(500, error.message);
  return new ApiError(500, 'The server had an error while processing your request. Sorry about that!');
}
