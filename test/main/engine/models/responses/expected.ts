import { createParser } from 'eventsource-parser';
import type { Json } from '../../../../support/recordings/exchanges';

/** What an answer says, read from its whole at the end: streams are told twice, in pieces and once more as a whole. */
export interface Expected {
  status: string | null;
  reason: string | null;
  text: string;
  refusal: string;
  calls: { name: string; arguments: string }[];
  usage: { promptTokens: number; completionTokens: number; cachedTokens: number; reasoningTokens: number } | null;
}

/** The events of an answer; a plain JSON answer is one. */
export function eventsOf(body: string): Json[] {
  if (body.trimStart().startsWith('{')) return [JSON.parse(body)];
  const events: Json[] = [];
  const parser = createParser({ onEvent: ({ data }) => data !== '[DONE]' && events.push(JSON.parse(data)) });
  parser.feed(`${body}\n\n`);
  return events;
}

export function expectedOf(body: string): Expected {
  const events = eventsOf(body);
  const last = events.findLast(({ object, response }) => object === 'response' || response?.object === 'response');
  const whole = last?.response ?? last ?? {};
  const streamed = events.filter(({ type }) => type === 'response.output_item.done');
  const items: Json[] = whole.output?.length
    ? whole.output
    : streamed.toSorted((a, b) => a.output_index - b.output_index).map(({ item }) => item);
  const messages = items.filter(({ type }) => type === 'message');
  const said = (type: string, field: string) =>
    messages
      .map(({ content }) =>
        content
          .filter((part: Json) => part.type === type)
          .map((part: Json) => part[field])
          .join(''),
      )
      .filter((text) => text !== '')
      .join('\n\n');
  const calls = items.filter(({ type }) => type === 'function_call');
  const reason = whole.incomplete_details?.reason;
  return {
    status: whole.status ?? null,
    reason:
      whole.status === 'completed'
        ? calls.length > 0
          ? 'calls'
          : 'stop'
        : reason === 'max_output_tokens'
          ? 'max_completion_tokens'
          : (reason ?? null),
    text: said('output_text', 'text'),
    refusal: said('refusal', 'refusal'),
    calls: calls.map(({ name, arguments: args }) => ({ name, arguments: args === '' ? '{}' : args })),
    usage: whole.usage
      ? {
          promptTokens: whole.usage.input_tokens,
          completionTokens: whole.usage.output_tokens,
          cachedTokens: whole.usage.input_tokens_details?.cached_tokens ?? 0,
          reasoningTokens: whole.usage.output_tokens_details?.reasoning_tokens ?? 0,
        }
      : null,
  };
}
