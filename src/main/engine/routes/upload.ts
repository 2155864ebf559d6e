import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { ApiError, invalid } from '../errors';
import { chunksOf, requireType } from './body';

export const LARGEST_FILE = 512 * 1024 * 1024;
const LONGEST_NAME = 255;
const REPLACEMENT = '\ufffd';
/** As much as a form has in front of its file: fields of limited size, and headers. */
const HEAD_BYTES = 64 * 1024;

/** A multipart body as it streams by. `fields` is complete once `bytes` have been read to the end and `done` resolves. */
export interface Upload {
  fields: Record<string, string>;
  filename: string;
  bytes: AsyncIterable<Uint8Array>;
  done: Promise<void>;
  /** Reads no further. Harmless once all has been read. */
  stop(): void;
}

/**
 * Reads a form up to its file; the file's bytes pass through as they are asked for, never all in memory.
 * @throws ApiError when the body is no form, is cut short, or has no file called `part`.
 */
export async function readUpload(request: Request, part: 'file' | 'data', limit: number): Promise<Upload> {
  requireType(request, 'multipart/form-data');
  if (!request.body) throw missing(part);
  const fields: Record<string, string> = Object.create(null);
  const form = openForm(request.headers.get('content-type') ?? '', limit);
  form.on('field', (name, value) => {
    fields[name] = value;
  });
  const file = new Promise<{ filename: string; stream: Readable }>((resolve) => {
    form.on('file', (name, stream, filename) => {
      if (name === part) resolve({ filename: cleanName(filename), stream });
      else {
        fields[name] = '';
        stream.resume();
      }
    });
  });
  const reading = new AbortController();
  const head: Uint8Array[] = [];
  const done = pipeline(Readable.from(withHead(chunksOf(request), head)), form, { signal: reading.signal }).catch(
    (error: unknown) => {
      throw readable(error, request.signal);
    },
  );
  const upload = await Promise.race([file, done.then(() => null)]);
  if (!upload) throw missing(part);
  const { filename, stream } = upload;
  if (filename.includes(REPLACEMENT) && !Buffer.concat(head).includes(REPLACEMENT)) {
    reading.abort();
    throw invalid('We could not parse your request: the name of the file is not valid UTF-8.');
  }
  // The parser does not end a file whose form broke off; whoever reads it then gets the error, if anyone does.
  stream.on('error', () => {});
  done.catch((error: Error) => stream.destroy(error));
  return { fields, filename, bytes: limited(stream, part, limit), done, stop: () => reading.abort() };
}

/** The same bytes, of which the first are also put into `head`: where the parser has put a sign for what it could not read. */
async function* withHead(body: AsyncIterable<Uint8Array>, head: Uint8Array[]): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size));
    size += chunk.byteLength;
    yield chunk;
  }
}

function openForm(type: string, limit: number): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 16, fieldNameSize: 100, fieldSize: 1024, fileSize: limit + 1 },
    });
  } catch {
    throw brokenForm();
  }
}

async function* limited(stream: Readable, part: string, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > limit) throw new ApiError(413, `File is too large. The maximum is ${limit} bytes.`, part);
    yield chunk;
  }
}

function readable(error: unknown, signal: AbortSignal): unknown {
  return signal.aborted ? error : brokenForm();
}

function brokenForm(): ApiError {
  return invalid('We could not parse your request. The body is not a complete multipart form.');
}

function missing(part: string): ApiError {
  return invalid(`Missing required parameter: '${part}'.`, part, 'missing_required_parameter');
}

/** The parser has already dropped any folders. What is left is only ever shown, but is kept printable and short. */
function cleanName(name: string | undefined): string {
  const printable = (name ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').trim();
  return printable === '' ? 'upload' : printable.slice(0, LONGEST_NAME);
}
