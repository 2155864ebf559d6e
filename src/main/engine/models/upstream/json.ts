import { randomUUID } from 'node:crypto';
import type { ModelFailure } from '../../ports';
import { errorBody } from './error-body';
import { type Entry, parsed, type Sending, textOf, type UpstreamExchange } from './exchange';
import { cutOff, failure, failureOf } from './failure';
import { answered } from './tries';
import type { Upstream } from './upstream';

export interface JsonRequest {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: object;
  /** For the ledger, where the body says something of the analyst's data. */
  entry?: Entry;
}

const JSON_LIMIT = 32 * 1_024 * 1_024;

/** One question with a JSON answer: models, containers, files. Throws like `events`. */
export function json(upstream: Upstream, request: JsonRequest, signal: AbortSignal): Promise<unknown> {
  const { method, path, body, entry = null } = request;
  const content = body === undefined ? {} : { body: JSON.stringify(body), parameters: body };
  const headers = { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const sending = { method, path, headers, entry, once: method === 'POST', ...content };
  return read(upstream, sending, signal, async (answer) =>
    jsonOf(upstream, await textOf(answer.chunks(), JSON_LIMIT), answer),
  );
}

/** Sends a file as a form does. The bytes are not part of what the ledger keeps as the body. */
export function upload(
  upstream: Upstream,
  request: { path: string; name: string; bytes: Uint8Array; fields?: Record<string, string>; entry: Entry },
  signal: AbortSignal,
): Promise<unknown> {
  const { path, entry } = request;
  const boundary = `assay-${randomUUID()}`;
  const headers = { accept: 'application/json', 'content-type': `multipart/form-data; boundary=${boundary}` };
  const sending: Sending = { method: 'POST', path, headers, body: formOf(request, boundary), entry, once: true };
  return read(upstream, sending, signal, async (answer) =>
    jsonOf(upstream, await textOf(answer.chunks(), JSON_LIMIT), answer),
  );
}

/** The bytes of a file. Throws `invalid_request` where there are more than `limit`. */
export function download(upstream: Upstream, path: string, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  return read(upstream, { method: 'GET', path, entry: null }, signal, async (answer) => {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.chunks()) {
      size += chunk.length;
      if (size > limit) throw failure(upstream, 'invalid_request', { fault: 'too_large' });
      parts.push(chunk);
    }
    return Buffer.concat(parts);
  });
}

async function read<T>(
  upstream: Upstream,
  sending: Sending,
  signal: AbortSignal,
  reader: (answer: UpstreamExchange) => Promise<T>,
): Promise<T> {
  const answer = await answered(upstream, sending, signal);
  let failed: ModelFailure | null = null;
  try {
    return await reader(answer);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    failed = cutOff(upstream, error);
    throw failed;
  } finally {
    answer.close({ usage: null, failure: failed?.code ?? null });
  }
}

function jsonOf(upstream: Upstream, text: string, { status }: UpstreamExchange): unknown {
  const value = parsed(text);
  if (value === undefined)
    throw failure(upstream, 'bad_endpoint', { status, fault: /^\s*</.test(text) ? 'html' : 'no_json' });
  const error = errorBody(value);
  // Containers and responses have an `error` of their own, which is null, and a `status` in words.
  if (error && (error.message ?? error.status) !== null && !isObject(value)) throw failureOf(upstream, error, status);
  return value;
}

const isObject = (value: unknown): boolean =>
  typeof (value as { object?: unknown }).object === 'string' && (value as { object: string }).object !== 'error';

function formOf(request: { name: string; bytes: Uint8Array; fields?: Record<string, string> }, boundary: string) {
  const { name, bytes, fields = {} } = request;
  const quoted = name.replace(/["\r\n]/g, '_');
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${quoted}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return new Uint8Array(Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]));
}
