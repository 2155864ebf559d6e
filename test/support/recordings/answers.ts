import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Need } from '../needs';
import type { Json } from './exchanges';

/** What a server answered to one request, letter by letter where the recording has it so. */
export interface RecordedAnswer {
  name: string;
  status: number;
  headers: Record<string, string>;
  /** An event stream or JSON. */
  body: string;
}

const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): Json };
const given = process.env.ASSAY_RECORDINGS;
const root = given ?? join(process.cwd(), '../shared/reference/recordings');

/** Recordings of other people's servers do not come with this repository. */
export const recordingsOf = (kind: string): Need => ({
  name: `recordings of ${kind}`,
  missing: existsSync(join(root, kind)) ? null : 'set ASSAY_RECORDINGS',
});

/** All answers below a folder of the recordings to requests whose path `isAsked`; none where there are no recordings. */
export function recordedAnswers(kind: string, isAsked: (path: string) => boolean): RecordedAnswer[] {
  const folder = join(root, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml|txt|sse)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .flatMap((file) => {
      const answers = answersIn(readFileSync(file, 'utf8'), file, isAsked).filter(({ body }) => body.trim() !== '');
      const name = relative(folder, file);
      return answers.map((answer, index) => ({ ...answer, name: answers.length > 1 ? `${name} ${index + 1}` : name }));
    });
}

type Nameless = Omit<RecordedAnswer, 'name'>;

function answersIn(text: string, file: string, isAsked: (path: string) => boolean): Nameless[] {
  const isPost = (method: string, url: string) => method.toUpperCase() === 'POST' && isAsked(new URL(url).pathname);
  // Payloads alone, one a line; of several answers one after the other.
  if (file.endsWith('.txt'))
    return text
      .trim()
      .split(/\n(?=\{"type":"response\.created")/)
      .map((lines) => plain(lines.replace(/^(.+)\n?/gm, 'data: $1\n\n')));
  if (/\.ya?ml$/.test(file)) {
    // Ruby writes the tag with one mark, which YAML knows with two.
    const tape = load(text.replaceAll(': !binary ', ': !!binary '));
    const all: Json[] = tape.interactions ?? tape.http_interactions ?? [];
    return all.filter(({ request }) => isPost(request.method, request.uri)).map(({ response }) => vcr(response));
  }
  if (!text.trimStart().startsWith('{')) return [plain(text)];
  const json = JSON.parse(text);
  if (json.Entries)
    return json.Entries.filter((entry: Json) => isPost(entry.RequestMethod, entry.RequestUri)).map(dotnet);
  if (json.request && json.response) return isPost(json.request.method, json.request.url) ? [vcr(json.response)] : [];
  return [{ ...plain(text), status: json.error && !json.object ? 400 : 200 }];
}

const plain = (body: string): Nameless => ({ status: 200, headers: {}, body });

function dotnet({ StatusCode: status, ResponseBody: body, ResponseHeaders: headers }: Json): Nameless {
  return {
    status,
    headers: headersOf(headers),
    body: Array.isArray(body) ? body.join('') : JSON.stringify(body ?? ''),
  };
}

function vcr({ status, headers, body, parsed_body: parsed }: Json): Nameless {
  const code = typeof status === 'object' ? status.code : status;
  const text = parsed === undefined ? textOf(body?.string ?? body?.base64_string ?? body) : JSON.stringify(parsed);
  return { status: code ?? 200, headers: headersOf(headers), body: text };
}

function textOf(body: Json): string {
  if (body === null || body === undefined) return '';
  if (typeof body === 'string') return body;
  if (!(body instanceof Uint8Array)) return JSON.stringify(body);
  const bytes = Buffer.from(body);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
}

/** Those that say something of rates and of trying again. */
function headersOf(headers: Record<string, string | string[]> | undefined): Record<string, string> {
  const kept = Object.entries(headers ?? {}).filter(([name]) =>
    /^(?:retry-after|x-ratelimit-|x-should-retry)/i.test(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]));
}
