import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Need } from '../needs';

// biome-ignore lint/suspicious/noExplicitAny: recorded by others, looked at key by key
type Json = any;

/** One answer of a server of chat completions, as it came. */
export interface RecordedChat {
  /** The file, and which of its answers. */
  name: string;
  status: number;
  /** The body: events, or JSON. */
  raw: string;
  streamed: boolean;
}

/** Recordings are other people's and do not come with this repository. */
const folder =
  process.env.ASSAY_CHAT_RECORDINGS ?? join(process.cwd(), '../shared/reference/recordings/chat-completions');
const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): Json };

function readChats(): RecordedChat[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml|sse|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return files.flatMap((file) => {
    const answers = answersIn(file, readFileSync(file, 'utf8')).filter(({ raw }) => raw !== '');
    const name = relative(folder, file).replaceAll('\\', '/');
    return answers.map(({ raw, status }, index) => ({
      name: answers.length > 1 ? `${name} ${index + 1}` : name,
      status,
      raw,
      streamed: /^\s*(?:data|event|:)/.test(raw),
    }));
  });
}

type Answer = { raw: string; status: number };

function answersIn(file: string, text: string): Answer[] {
  if (file.endsWith('.sse')) return [{ raw: text, status: 200 }];
  if (file.endsWith('.chunks.txt')) {
    const lines = text.split('\n').filter((line) => line.startsWith('{'));
    return [{ raw: lines.map((line) => `data: ${line}\n\n`).join(''), status: 200 }];
  }
  const tape = file.endsWith('.json') ? JSON.parse(text) : load(text.replaceAll(': !binary ', ': !!binary '));
  if (Array.isArray(tape.Entries)) return tape.Entries.filter(isChat).map(dotnet);
  const exchanges: Json[] | undefined = tape.interactions ?? tape.http_interactions;
  if (exchanges) return exchanges.filter(({ request }) => isChat({ RequestUri: request.uri })).map(vcr);
  return bodies(tape);
}

const isChat = ({ RequestUri: uri }: Json): boolean => /chat\/completions(?:\?|$)/.test(uri);

const dotnet = ({ ResponseBody: body, StatusCode: status }: Json): Answer => ({
  status,
  raw: Array.isArray(body) ? body.join('') : body === null ? '' : JSON.stringify(body),
});

const vcr = ({ response }: Json): Answer => ({
  status: response.status?.code ?? response.status_code ?? 200,
  raw: response.parsed_body ? JSON.stringify(response.parsed_body) : (textOf(response.body) ?? ''),
});

/** Bodies without what was around them. */
function bodies(tape: Json): Answer[] {
  const body = tape.response?.body ?? tape.body ?? tape;
  const status = tape.response?.status?.code ?? tape.response?.status ?? tape.status ?? (tape.error ? 400 : 200);
  if (typeof body === 'string') return [{ raw: body, status }];
  if (Array.isArray(body)) {
    const chunks = body.map((chunk) => chunk.__data__ ?? chunk);
    return [{ raw: chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(''), status }];
  }
  return [{ raw: JSON.stringify(body?.__data__ ?? body), status }];
}

function textOf(body: Json): string | null {
  const given = body?.string ?? body?.base64_string ?? body;
  if (given === null || given === undefined || given === '') return null;
  const bytes = typeof given === 'string' ? null : Buffer.from(given);
  if (!bytes) return body?.base64_string ? Buffer.from(given, 'base64').toString() : given;
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
}

export const recordedChats: RecordedChat[] = existsSync(folder) ? readChats() : [];
export const CHAT_RECORDINGS: Need = {
  name: 'recordings of chat completions',
  missing: recordedChats.length > 0 ? null : 'set ASSAY_CHAT_RECORDINGS',
};
