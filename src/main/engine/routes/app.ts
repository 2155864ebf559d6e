import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Log } from '../../log';
import { ApiError, type ErrorBody, invalid } from '../errors';
import { assistantRoutes } from './assistants';
import type { Context } from './context';
import { fileRoutes } from './files';
import { messageRoutes } from './messages';
import { modelRoutes } from './models';
import { runRoutes } from './runs';
import { stepRoutes } from './steps';
import { threadRoutes } from './threads';

/** The whole HTTP surface, as a function. */
export function createApp(context: Context): (request: Request) => Promise<Response> {
  const app = new Hono();
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const { body } = new ApiError(
          405,
          `Not allowed to ${c.req.method} on ${c.req.path}. (HINT: Perhaps you meant to use a different HTTP method?)`,
          null,
          'method_not_supported',
        );
        return c.json({ error: body }, 405, { allow: methods.join(', ') });
      },
    }),
  );
  for (const add of [runRoutes, stepRoutes, messageRoutes, threadRoutes, assistantRoutes, fileRoutes, modelRoutes]) {
    add(app, context);
  }
  app.notFound((c) => errorResponse(new ApiError(404, `Invalid URL (${c.req.method} ${c.req.path})`)));
  app.onError((error) => errorResponse(asApiError(error, context.log)));
  return async (request) => stamped(performance.now(), await app.fetch(request));
}

/** The headers every answer carries. */
function stamped(startedAt: number, response: Response): Response {
  response.headers.set('x-request-id', `req_${randomBytes(16).toString('hex')}`);
  response.headers.set('openai-version', '2020-10-01');
  response.headers.set('openai-processing-ms', String(Math.round(performance.now() - startedAt)));
  return response;
}

function errorResponse({ status, body }: ApiError): Response {
  return Response.json({ error: body satisfies ErrorBody }, { status });
}

function asApiError(error: Error, log: Log): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof RangeError) return invalid('The request is nested too deeply.');
  log.error({ err: error }, 'a request failed');
  // What storage throws is worded for the person who has to act on it.
  if (error.name === 'AppError') return new ApiError(500, error.message);
  return new ApiError(500, 'The server had an error while processing your request. Sorry about that!');
}
