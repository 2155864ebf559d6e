import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Frame } from '../sse';

/** Whatever JSON a server sent. */
// biome-ignore lint/suspicious/noExplicitAny: recorded by others, looked at key by key
export type Json = any;

/** One request that somebody made, and what upstream answered. */
export interface Exchange {
  method: string;
  /** Below `/v1`, query included. */
  path: string;
  headers: Record<string, string>;
  body: string | null;
  status: number;
  /** The events of a stream, else the body. */
  answer: { frames: Frame[] } | { json: Json };
}

/** Exchanges that belong together, oldest first. */
export interface Recording {
  name: string;
  exchanges: Exchange[];
}

const HOST = 'https://api.openai.com/v1';
const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): Json };

/** Every recording below a folder: JSON as openai-dotnet's tests keep it, YAML as VCR does. */
export function readRecordings(folder: string): Recording[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(json|ya?ml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const recordings = files.flatMap((file): Recording[] => {
    const text = readFileSync(file, 'utf8');
    const name = relative(folder, file);
    if (file.endsWith('.json')) return [{ name, exchanges: own(JSON.parse(text).Entries.map(dotnet)) }];
    const tape = load(text);
    if (tape.interactions) return [{ name, exchanges: own(tape.interactions.map(vcr)) }];
    // Ruby's tapes hold the same request as it was recorded on different days; one has nothing to do with the next.
    const separate: Exchange[] = own(tape.http_interactions.map(vcr));
    return separate.map((exchange, index) => ({ name: `${name} ${index + 1}`, exchanges: [exchange] }));
  });
  return recordings.filter(({ exchanges }) => exchanges.length > 0);
}

const OURS = /^\/(assistants|threads|files|uploads|vector_stores)\b/;
const own = (exchanges: Exchange[]): Exchange[] => exchanges.filter(({ path }) => OURS.test(path));

function dotnet(entry: Json): Exchange {
  const { ResponseBody: body } = entry;
  return {
    method: entry.RequestMethod,
    path: entry.RequestUri.replace(HOST, ''),
    headers: sent(entry.RequestHeaders),
    body: entry.RequestBody === null ? null : JSON.stringify(entry.RequestBody),
    status: entry.StatusCode,
    answer: Array.isArray(body) ? { frames: framesOf(body.join('')) } : { json: body },
  };
}

function vcr({ request, response }: Json): Exchange {
  const text = textOf(response.body) ?? '';
  return {
    method: request.method.toUpperCase(),
    path: request.uri.replace(HOST, ''),
    headers: sent(request.headers),
    body: textOf(request.body),
    status: response.status.code,
    answer: text.startsWith('event:') ? { frames: framesOf(text) } : { json: JSON.parse(text) },
  };
}

function textOf(body: Json): string | null {
  const given = body?.string ?? body;
  if (given === null || given === undefined || given === '') return null;
  if (typeof given === 'string') return given;
  const bytes = Buffer.from(given);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
}

/** What a client says of itself; what belongs to the connection is not repeated. */
function sent(headers: Record<string, string | string[]>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => /^(accept|content-type|openai-|user-agent|x-)/i.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]));
}

function framesOf(text: string): Frame[] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((piece) => {
      const [, event = '', data = ''] = /^event: (\S+)\ndata: (.+)$/.exec(piece) ?? [];
      return { event, data: data === '[DONE]' ? data : JSON.parse(data) };
    })
    .filter(({ event }) => event !== 'done');
}
