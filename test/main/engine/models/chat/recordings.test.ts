import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chatWith, type Told } from '../../../../support/models/chats';
import { aFunction } from '../../../../support/models/turns';
import { needs } from '../../../../support/needs';
import { CHAT_RECORDINGS, type RecordedChat, recordedChats } from '../../../../support/recordings/chats';

// biome-ignore lint/suspicious/noExplicitAny: recorded by others, looked at key by key
type Json = any;

async function replay({ status, raw }: RecordedChat): Promise<Told> {
  const { ask, upstream } = chatWith([]);
  upstream.always = status >= 400 ? { status, body: raw } : { raw };
  return ask({ tools: namesIn(raw).map((name) => aFunction(name)) });
}

const namesIn = (raw: string): string[] => [
  ...new Set([...raw.matchAll(/"name"\s*:\s*"([\w-]+)"/g)].map(([, name = '']) => name)),
];

const told = new Map<RecordedChat, Promise<Told>>();
const toldOf = (chat: RecordedChat): Promise<Told> => {
  const known = told.get(chat) ?? replay(chat);
  told.set(chat, known);
  return known;
};

/** The text of an answer, read in the plainest way. */
function plainText(raw: string): string {
  const chunks: Json[] = raw.trimStart().startsWith('{')
    ? [JSON.parse(raw)]
    : raw.split('\n').flatMap((line) => (line.startsWith('data: {') ? [JSON.parse(line.slice(6))] : []));
  const parts = chunks.flatMap((chunk) => {
    const choice = (chunk.choices ?? []).find((one: Json) => (one.index ?? 0) === 0);
    const content =
      choice?.delta?.content ||
      (choice?.delta ? chunks.length === 1 && choice.message?.content : choice?.message?.content) ||
      choice?.text ||
      '';
    return typeof content === 'string'
      ? [content]
      : content.map((part: Json) => (part.type === 'text' ? part.text : ''));
  });
  return parts
    .join('')
    .replace(/^\s*<think>[\s\S]*?(?:<\/think>|$)/, '')
    .replace(/^\s*\n/, '');
}

const answered = recordedChats.filter(({ status }) => status < 400);
const refused = recordedChats.filter(({ status }) => status >= 400);
/** Streams that hold a failure, and which. */
const FAILED: Record<string, string> = {
  'pydantic-ai/models/test_groq/test_tool_use_failed_error_streaming.yaml 1': 'server_error',
};

describe('what servers of chat completions have answered', needs(CHAT_RECORDINGS), () => {
  it.each(answered.map((chat) => [chat.name, chat] as const))('%s: is read as it is', async (name, chat) => {
    const { text, calls, done, failure, reasoning, refusal } = await toldOf(chat);
    expect(failure?.code ?? null).toBe(FAILED[name] ?? null);
    if (failure) return;
    expect(text).toBe(plainText(chat.raw));
    expect(text + reasoning + refusal + calls.map((call) => call.name).join('') + done?.reason).not.toBe('stop');
    for (const call of calls) expect(JSON.parse(call.arguments)).toBeTypeOf('object');
    expect(done?.reason === 'calls').toBe(calls.length > 0);
    const counted = /"(?:prompt_tokens|promptTokens)"\s*:\s*[1-9]/.test(chat.raw);
    expect(done?.usage.estimated ?? false).toBe(!counted);
  });

  it.each(refused.map((chat) => [chat.name, chat] as const))('%s: is a failure with a code', async (_, chat) => {
    const { failure, text } = await toldOf(chat);
    expect(text).toBe('');
    const codes = ['authentication', 'model_not_found', 'invalid_request', 'context_length', 'rate_limit'];
    expect(codes).toContain(failure?.code);
  });

  it('the table in the documentation says what came of them', async () => {
    const groups = Map.groupBy(recordedChats, ({ name }) => serverOf(name));
    const rows = await Promise.all(
      [...groups]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(async ([server, chats]) => rowOf(server, await Promise.all(chats.map(toldOf)))),
    );
    const page = readFileSync(join(process.cwd(), 'docs/models.md'), 'utf8');
    expect(page.split('\n').filter((line) => line.startsWith('| `chat/'))).toEqual(rows);
  });
});

/** What a recording is of, as far as its name tells. */
const SERVERS = [
  'alibaba',
  'azure',
  'cerebras',
  'cloudflare',
  'crusoe',
  'databricks',
  'deepseek',
  'gpustack',
  'groq',
  'huggingface',
  'mistral',
  'ollama',
  'openrouter',
  'perplexity',
  'snowflake',
  'together',
  'vllm',
  'xai',
  'zai',
  'anthropic',
];
const serverOf = (name: string): string =>
  SERVERS.find((server) => name.toLowerCase().includes(server)) ?? 'openai and others';

function rowOf(server: string, all: readonly Told[]): string {
  const done = all.flatMap((one) => one.done ?? []);
  const codes = Map.groupBy(
    all.flatMap((one) => one.failure?.code ?? []),
    (code) => code,
  );
  const failures = [...codes]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([code, some]) => `${some.length} ${code}`);
  const cells = [
    `\`chat/${server}\``,
    all.length,
    ...(['stop', 'calls', 'max_completion_tokens', 'content_filter'] as const).map(
      (reason) => done.filter((one) => one.reason === reason).length,
    ),
    failures.join(', ') || 'none',
    all.reduce((sum, one) => sum + one.text.length, 0),
    all.reduce((sum, one) => sum + one.calls.length, 0),
    all.filter((one) => one.reasoning !== '').length,
    done.filter((one) => one.usage.estimated).length,
  ];
  return `| ${cells.join(' | ')} |`;
}
