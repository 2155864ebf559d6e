import type { z } from 'zod';
import { ApiError, invalid } from '../errors';
import { parse } from './validate';

/** Holds the longest messages the protocol allows many times over; beyond it nothing is read. */
const LONGEST_BODY = 32 * 1024 * 1024;

const NOT_JSON =
  "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)";

/** @throws ApiError when the body is not JSON, too long, or not what `schema` describes. A body with nothing in it reads as `{}`. */
export async function readBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const json = await readText(request);
  if (json.trim() === '') return parse(schema, {});
  requireType(request, 'application/json');
  const sent = parseJson(json);
  // PHP writes an object that has nothing in it as an empty list.
  const value = Array.isArray(sent) && sent.length === 0 ? {} : sent;
  if (speaksV1(request)) writeOldMetadata(value);
  return parse(schema, value);
}

/** The first of Azure's versions that speaks version 2; they are named by their day. */
const AZURE_V2 = '2024-05-01';

/** Who does not say it in the header, as the first clients for Azure, says it with the version of Azure's API. */
export function speaksV1(request: Request): boolean {
  const betaHeader = request.headers.get('openai-beta');
  if (betaHeader !== null) return betaHeader.includes('assistants=v1');
  const version = new URL(request.url).searchParams.get('api-version') ?? '';
  return /^\d{4}-\d{2}-\d{2}/.test(version) && version < AZURE_V2;
}

/** Version 1 took flags and numbers as metadata and kept them as Python writes them. */
function writeOldMetadata(body: unknown): void {
  const metadata: unknown = Object(body).metadata;
  if (typeof metadata !== 'object' || metadata === null) return;
  for (const [key, value] of Object.entries(metadata)) {
    if (typeof value === 'boolean') Reflect.set(metadata, key, value ? 'True' : 'False');
    else if (typeof value === 'number') Reflect.set(metadata, key, String(value));
  }
}

export function requireType(request: Request, type: 'application/json' | 'multipart/form-data'): void {
  const given = request.headers.get('content-type') ?? '';
  if (given.split(';', 1)[0]?.trim().toLowerCase() === type) return;
  throw invalid(
    `Unsupported content type: '${given}'. This API method only accepts '${type}' requests, but you specified the header 'Content-Type: ${given}'. Please try again with a supported content type.`,
    null,
    'unsupported_content_type',
  );
}

async function readText(request: Request): Promise<string> {
  const length = request.headers.get('content-length');
  if (length !== null) {
    if (Number(length) > LONGEST_BODY) throw tooLong();
    return decoded(await request.arrayBuffer());
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.byteLength;
    if (size > LONGEST_BODY) throw tooLong();
    chunks.push(chunk);
  }
  return decoded(Buffer.concat(chunks));
}

/**
 * A body as it comes. Whoever stops reading leaves the rest where it is: when a body that is made from a form is cancelled,
 * the platform goes on making it and throws where nobody can catch it.
 */
export async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
  } finally {
    reader?.releaseLock();
  }
}

/** What is no UTF-8 would be kept as something else than was sent. */
function decoded(bytes: ArrayBuffer | Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('We could not parse the JSON body of your request: it is not valid UTF-8.');
  }
}

function tooLong(): ApiError {
  return new ApiError(413, `The request is larger than ${LONGEST_BODY} bytes.`);
}

function parseJson(json: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw invalid(NOT_JSON);
  }
  if (/"__proto__"|\\u005f/i.test(json)) refuseProto(value);
  return value;
}

/** Such a key is an own property here but would become a prototype wherever the value is copied. */
function refuseProto(root: unknown): void {
  const pending = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) {
      throw invalid("Unknown parameter: '__proto__'.", '__proto__', 'unknown_parameter');
    }
    for (const child of Object.values(value)) pending.push(child);
  }
}
