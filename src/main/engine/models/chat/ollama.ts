import type { PlainTurn } from '../tools/plain';
import type { Upstream, UpstreamEvent } from '../upstream';
import type { ChatMessage } from './messages';
import type { ChatRequest } from './request';

/** What Ollama reads of a conversation unless it is told otherwise. */
export const USUAL_CONTEXT = 4_096;
const LEAST_CONTEXT = 8_192;
/** Room for the answer where the run sets no limit. */
const ANSWER_TOKENS = 2_048;

/** Ollama's own API stands beside the compatible one. */
export const nativeUpstream = (upstream: Upstream): Upstream => ({
  ...upstream,
  baseUrl: upstream.baseUrl.replace(/\/v1\/?$/, ''),
});

/**
 * How much the model is to read: the next power of two, as each other size has it loaded anew. Null where the model does not
 * read that much.
 */
export function contextFor(tokens: number, maxOutput: number | null, contextTokens: number | null): number | null {
  const needed = tokens + (maxOutput ?? ANSWER_TOKENS);
  const size = Math.max(LEAST_CONTEXT, 2 ** Math.ceil(Math.log2(needed)));
  if (contextTokens === null || size <= contextTokens) return size;
  return needed <= contextTokens ? contextTokens : null;
}

/** The same request in the words of `POST /api/chat`, which says how much of it is to be read. */
export function nativeRequest({ body, parts }: ChatRequest, turn: PlainTurn, contextTokens: number): ChatRequest {
  const { model, messages, tools, temperature, top_p, response_format } = body;
  return {
    parts,
    body: {
      model,
      messages: (messages as ChatMessage[]).map((message) => nativeMessage(message, messages as ChatMessage[])),
      ...(tools === undefined ? {} : { tools }),
      ...nativeFormat(response_format),
      stream: true,
      options: {
        num_ctx: contextTokens,
        ...(temperature === undefined ? {} : { temperature }),
        ...(top_p === undefined ? {} : { top_p }),
        ...(turn.maxOutputTokens === null ? {} : { num_predict: turn.maxOutputTokens }),
      },
    },
  };
}

function nativeMessage({ role, content, tool_calls, tool_call_id }: ChatMessage, all: readonly ChatMessage[]): object {
  const parts = Array.isArray(content) ? content : [{ type: 'text' as const, text: content ?? '' }];
  const images = parts.flatMap((part) =>
    part.type === 'image_url' ? (/^data:[^,]*;base64,(.*)$/s.exec(part.image_url.url)?.[1] ?? []) : [],
  );
  const calls = tool_calls?.map(({ function: { name, arguments: args } }) => ({
    function: { name, arguments: JSON.parse(args) as unknown },
  }));
  const answered = all.flatMap((message) => message.tool_calls ?? []).find((call) => call.id === tool_call_id);
  return {
    role,
    content: parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n'),
    ...(images.length > 0 ? { images } : {}),
    ...(calls ? { tool_calls: calls } : {}),
    ...(answered ? { tool_name: answered.function.name } : {}),
  };
}

function nativeFormat(format: unknown): { format?: unknown } {
  const { type, json_schema } = (format ?? {}) as { type?: string; json_schema?: { schema?: unknown } };
  if (type === 'json_schema') return { format: json_schema?.schema ?? 'json' };
  return type === 'json_object' ? { format: 'json' } : {};
}

/** A line of its answer as a chunk of the compatible API. */
export function asChunk({ event, data }: UpstreamEvent): UpstreamEvent {
  try {
    const line = JSON.parse(data) as Record<string, unknown> & {
      message?: { tool_calls?: { id?: string; index?: number }[] };
    };
    if (line.error !== undefined) return { event, data };
    const { message, done, done_reason, prompt_eval_count, eval_count } = line;
    // Its calls are whole and have no numbers.
    const calls = message?.tool_calls?.map(({ index: _, id: __, ...call }) => call);
    const delta = { ...message, ...(calls ? { tool_calls: calls } : {}) };
    const usage = { prompt_tokens: prompt_eval_count, completion_tokens: eval_count };
    const finish = done === true ? (done_reason ?? 'stop') : null;
    return {
      event,
      data: JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }], ...(done ? { usage } : {}) }),
    };
  } catch {
    return { event, data };
  }
}
