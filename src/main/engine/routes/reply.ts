import { randomUUID } from 'node:crypto';
import type { Context as Call, MiddlewareHandler } from 'hono';
import type { ApiError } from '../errors';

const startedAt = new WeakMap<Call, number>();

/**
 * Gives every answer the headers upstream sends. They are set before the answer is made: adding to a finished Response
 * makes a socket server convert it, which costs more than most requests.
 */
export const stamp: MiddlewareHandler = async (c, next) => {
  startedAt.set(c, performance.now());
  c.header('x-request-id', `req_${randomUUID().replaceAll('-', '')}`);
  c.header('openai-version', '2020-10-01');
  await next();
};

type Shape = (body: object) => object;
const asRequested = new WeakMap<Call, Shape>();

/** From here on, what answers this request says is said as `shape` makes it. */
export function shapeReplies(c: Call, shape: Shape): void {
  asRequested.set(c, shape);
}

export function shapeOf(c: Call): Shape {
  return asRequested.get(c) ?? ((body) => body);
}

export function reply(c: Call, body: object): Response {
  stampTime(c);
  return c.json(shapeOf(c)(body));
}

export function replyStream(c: Call, body: ReadableStream<Uint8Array>, headers: Record<string, string>): Response {
  stampTime(c);
  return c.body(body, 200, headers);
}

/** What upstream says about files it says twice. */
const TWICE = /^\/v1\/files(\/|$)/;

export function replyError(c: Call, { status, body }: ApiError): Response {
  stampTime(c);
  const { message, code } = body;
  return c.json({ error: body, ...(TWICE.test(c.req.path) ? { detail: { message, code } } : {}) }, status);
}

function stampTime(c: Call): void {
  const started = startedAt.get(c);
  if (started !== undefined) c.header('openai-processing-ms', String(Math.round(performance.now() - started)));
}
