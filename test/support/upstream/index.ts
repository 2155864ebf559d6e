import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import {
  type Answer,
  type Asked,
  type Frame,
  Ids,
  type Refusal,
  type Script,
  type Speech,
  type Trouble,
} from './answers';
import { asChat } from './as-chat';
import { asResponse } from './as-responses';
import { Containers } from './containers';
import { VectorStores } from './stores';

export type { Answer, Asked, Script, Speech } from './answers';

export interface UpstreamOptions {
  /** What `GET /models` lists. */
  models?: readonly (string | { id: string; [key: string]: unknown })[];
  /** The key it takes; any where nothing is said. */
  key?: string;
  /** Parameters that it refuses with a 400 that names them; `reasoning.effort` is one within another. */
  refuses?: readonly string[];
  /** It puts conversations together on request. */
  compacts?: boolean | { body: string };
}

/** The connection that a request came over; empty where there is none. */
interface Socket {
  outgoing?: object;
}

/** A model server that says what its script tells it to, over Responses and chat completions alike. */
/** What llama.cpp answers while it reads its model. */
export const LOADING = { error: { message: 'Loading model', type: 'unavailable_error', code: 503 } };

export class ScriptedUpstream {
  /** Every request, oldest first. */
  readonly asked: Asked[] = [];
  readonly containers: Containers;
  readonly stores: VectorStores;
  /** Ids of answers in the background. */
  readonly cancelled: string[] = [];
  readonly deleted: string[] = [];
  /** How each stream that is taken up again goes wrong, in this order. */
  readonly resumptions: Trouble[] = [];
  /** Answers in the background have no stream that can be taken up again. */
  hasNoResumption = false;
  /** What each answer in the background has come to, as whoever asks for it without a stream is told; otherwise it is over. */
  standing: 'in_progress' | 'cancelled' | null = null;
  readonly #stored = new Map<string, { frames: Frame[]; whole: object }>();
  /** Answered when the script is at its end. */
  always: Script = { status: 500, error: { error: { message: 'The script is at its end.', code: 'script_ended' } } };
  options: UpstreamOptions;
  readonly #script: Script[] = [];
  readonly #ids = new Ids();
  readonly #app: Hono<{ Bindings: Socket }>;

  constructor(options: UpstreamOptions = {}) {
    this.options = options;
    this.containers = new Containers(this.#ids);
    this.stores = new VectorStores(this.#ids, this.containers.files);
    this.#app = new Hono<{ Bindings: Socket }>();
    this.#app.use('*', async (c, next) => {
      const refused = await this.#arrive(c.req.raw.clone());
      return refused ?? next();
    });
    this.#app.get('/v1/health', () =>
      this.health.shift() ? wire({ status: 503, error: LOADING }) : Response.json({ status: 'ok' }),
    );
    this.#app.get('/v1/models', () => Response.json({ object: 'list', data: this.#models() }));
    this.#app.post('/v1/responses', (c) => this.#answer('responses', c.env));
    this.#app.post('/v1/chat/completions', (c) => this.#answer('chat', c.env));
    this.#app.post('/v1/responses/compact', () => this.#compact());
    this.#app.get('/v1/responses/:id', (c) => this.#resume(c.req.param('id'), c.req.query()));
    this.#app.post('/v1/responses/:id/cancel', (c) => this.#forget(c.req.param('id'), this.cancelled));
    this.#app.delete('/v1/responses/:id', (c) => this.#forget(c.req.param('id'), this.deleted));
    this.#app.route('/v1', this.containers.routes());
    this.#app.route('/v1', this.stores.routes());
    this.#app.notFound((c) =>
      c.json({ error: { message: `Invalid URL (${c.req.method} ${c.req.path})`, type: 'invalid_request_error' } }, 404),
    );
  }

  /** Whether it still reads its model, at each question how it is; it has, once nothing is left of this. */
  health: boolean[] = [];
  /** The status that deletions are answered with, where they are refused. */
  refusesDeletions: number | null = null;

  /** The next answers, in this order. */
  script(...answers: Script[]): this {
    this.#script.push(...answers);
    return this;
  }

  /** Requests for answers, without those for models, files and containers. */
  get turns(): Asked[] {
    return this.asked.filter(
      ({ method, path }) => method === 'POST' && /^\/(?:responses|chat\/completions)$/.test(path),
    );
  }

  /** Asks it without a socket. */
  readonly fetch = async (url: string, init?: RequestInit, socket: Socket = {}): Promise<Response> =>
    this.#app.fetch(new Request(url, init), socket);

  async #arrive(request: Request): Promise<Response | null> {
    const url = new URL(request.url);
    const text = await request.text();
    const headers = Object.fromEntries(request.headers);
    const json = headers['content-type']?.startsWith('application/json') ? JSON.parse(text) : undefined;
    this.asked.push({
      method: request.method,
      path: url.pathname.replace(/^\/v1/, '') + url.search,
      headers,
      text,
      json,
    });
    const { key } = this.options;
    const signedIn = key === undefined || headers.authorization === `Bearer ${key}` || headers['api-key'] === key;
    if (signedIn && this.refusesDeletions !== null && request.method === 'DELETE')
      return wire({ status: this.refusesDeletions });
    if (signedIn) return null;
    const message = `Incorrect API key provided: ${headers.authorization?.replace('Bearer ', '') ?? '(none)'}.`;
    const error = { message, type: 'invalid_request_error', param: null, code: 'invalid_api_key' };
    return Response.json({ error }, { status: 401 });
  }

  /** Answers in the background are not there any more. */
  forgetAnswers(): void {
    this.#stored.clear();
  }

  #resume(id: string, { stream, starting_after: after }: Record<string, string>): Response {
    const stored = this.#stored.get(id);
    if (!stored) return wire({ status: 404 });
    const { frames, whole } = stored;
    if (stream !== 'true')
      return Response.json(this.standing ? { ...whole, status: this.standing, output: [] } : whole);
    if (this.hasNoResumption) return refused('stream');
    if (this.standing === 'cancelled') return streamed([], {}, {});
    const rest = frames.filter(({ data }) => (data as { sequence_number: number }).sequence_number > Number(after));
    return streamed(rest, this.resumptions.shift() ?? {}, {});
  }

  #compact(): Response {
    const { compacts } = this.options;
    if (!compacts) return wire({ status: 404 });
    if (compacts !== true) return new Response(compacts.body, { headers: { 'content-type': 'application/json' } });
    const state = { id: this.#ids.next('cmp'), type: 'compaction', encrypted_content: 'gAAAA-cmp-on-request' };
    const output = [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello?' }] }, state];
    const usage = { input_tokens: 700, output_tokens: 50, total_tokens: 750 };
    return Response.json({ id: this.#ids.next('resp'), object: 'response.compaction', created_at: 1, output, usage });
  }

  #forget(id: string, list: string[]): Response {
    if (!this.#stored.has(id)) return wire({ status: 404 });
    list.push(id);
    return Response.json({ id, object: 'response' });
  }

  #models(): object[] {
    const { models = ['scripted'] } = this.options;
    const named = models.map((model) => (typeof model === 'string' ? { id: model } : model));
    return named.map((model) => ({ object: 'model', created: 1_790_000_000, owned_by: 'script', ...model }));
  }

  #answer(api: 'responses' | 'chat', socket: Socket): Response {
    const asked = this.asked.at(-1);
    if (!asked) throw new Error('Nothing was asked');
    const parameter = this.options.refuses?.find((path) => has(asked.json, path));
    if (parameter !== undefined) return refused(parameter);
    const expired = this.containers.refusal(asked) ?? this.stores.refusal(asked);
    if (expired) return wire(expired);
    const script = this.#script.shift() ?? this.always;
    const answer: Answer = typeof script === 'function' ? script(asked) : script;
    if ('raw' in answer)
      return new Response(answer.raw, { headers: { 'content-type': 'text/event-stream', ...answer.headers } });
    if (answer.status !== undefined) return wire(answer);
    const runCode = this.containers.runCode.bind(this.containers);
    const search = this.stores.search.bind(this.stores);
    const { frames, whole } =
      api === 'chat' ? asChat(answer, asked, this.#ids) : asResponse(answer, asked, this.#ids, runCode, search);
    if (asked.json.background) this.#stored.set((whole as { id: string }).id, { frames, whole });
    if (!asked.json.stream) return Response.json(whole, { headers: answer.headers ?? {} });
    return streamed(api === 'chat' ? [...frames, { data: '[DONE]' }] : frames, answer, socket);
  }
}

/** One that listens on this machine until the test ends. */
export async function listeningUpstream(
  options: UpstreamOptions = {},
): Promise<{ upstream: ScriptedUpstream; baseUrl: string }> {
  const { upstream, baseUrl, close } = await startUpstream(options);
  onTestFinished(close);
  return { upstream, baseUrl };
}

/** One that listens on this machine until it is closed. */
export async function startUpstream(options: UpstreamOptions = {}) {
  const upstream = new ScriptedUpstream(options);
  const fetch = (request: Request, socket: Socket) => upstream.fetch(request.url, request, socket);
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
  };
  return { upstream, baseUrl: `http://127.0.0.1:${port}/v1`, close };
}

const wire = ({ status, headers = {}, error, body }: Refusal): Response =>
  body === undefined
    ? Response.json(error ?? { error: { message: 'Scripted.', type: 'script', param: null, code: null } }, {
        status,
        headers,
      })
    : new Response(body, { status, headers: { 'content-type': 'text/html', ...headers } });

function refused(parameter: string): Response {
  const message = `Unsupported parameter: '${parameter}' is not supported with this model.`;
  return wire({
    status: 400,
    error: { error: { message, type: 'invalid_request_error', param: parameter, code: 'unsupported_parameter' } },
  });
}

function has(json: unknown, path: string): boolean {
  let at = json;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(name in at)) return false;
    at = (at as Record<string, unknown>)[name];
  }
  return true;
}

export const textOfFrame = ({ event, data }: Frame): string =>
  `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

/** The stream of an answer over the Responses API, letter by letter. */
export function streamOf(speech: Speech): string {
  const runCode = () => ({ containerId: 'cntr_1', files: [] });
  return asResponse(speech, askedOf('/responses'), new Ids(), runCode).frames.map(textOfFrame).join('');
}

/** The same over chat completions. */
export const chatStreamOf = (speech: Speech): string =>
  [...asChat(speech, askedOf('/chat/completions'), new Ids()).frames, { data: '[DONE]' }].map(textOfFrame).join('');

const askedOf = (path: string): Asked => ({
  method: 'POST',
  path,
  headers: {},
  text: '',
  json: { model: 'scripted', stream_options: { include_usage: true } },
});

function streamed(frames: readonly Frame[], trouble: Trouble, { outgoing }: Socket): Response {
  const { cutAfterBytes, endAfterEvents = frames.length, stallAfterEvents = Number.POSITIVE_INFINITY } = trouble;
  let index = 0;
  let left = cutAfterBytes ?? Number.POSITIVE_INFINITY;
  const source = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
      if (index >= stallAfterEvents) return new Promise(() => {});
      if (left <= 0) {
        if (!outgoing) return controller.error(new Error('cut'));
        (outgoing as ServerResponse).socket?.destroySoon();
        return new Promise(() => {});
      }
      const frame = index < endAfterEvents ? frames[index] : undefined;
      if (!frame) return controller.close();
      await trouble.beforeEvent?.(index);
      index += 1;
      const bytes = new TextEncoder().encode(textOfFrame(frame));
      controller.enqueue(bytes.subarray(0, Math.min(bytes.length, left)));
      left -= bytes.length;
    },
  };
  // What was sent has been taken before more is asked for, so that a cut comes after it.
  const body = new ReadableStream(source, { highWaterMark: 0 });
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8', ...trouble.headers } });
}
