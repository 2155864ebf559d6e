import { type Asked, argumentsOf, type Frame, type Ids, piecesOf, type Speech, usageOf } from './answers';

/** The chunks of `POST /chat/completions` with `stream`, and the completion that a request without it gets. */
export function asChat(speech: Speech, asked: Asked, ids: Ids): { frames: Frame[]; whole: object } {
  const { reasoning, text, refusal, calls = [] } = speech;
  const base = { id: ids.next('chatcmpl'), created: 1_790_000_000, model: asked.json.model };
  const chunk = (delta: object, finish: string | null = null): Frame => ({
    data: { ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] },
  });
  const toolCalls = calls.map((call) => ({
    id: call.id ?? ids.next('call'),
    type: 'function',
    function: { name: call.name, arguments: argumentsOf(call.arguments) },
  }));
  const finish = finishOf(speech);
  const usage = speech.usage === null ? null : wireUsage(speech);
  const frames = [
    chunk({ role: 'assistant', content: '' }),
    ...piecesOf(reasoning ?? '').map((piece) => chunk({ reasoning_content: piece })),
    ...piecesOf(text ?? '').map((piece) => chunk({ content: piece })),
    ...piecesOf(refusal ?? '').map((piece) => chunk({ refusal: piece })),
    ...toolCalls.flatMap((call, index) => [
      chunk({ tool_calls: [{ index, ...call, function: { name: call.function.name, arguments: '' } }] }),
      ...piecesOf(call.function.arguments).map((piece) =>
        chunk({ tool_calls: [{ index, function: { arguments: piece } }] }),
      ),
    ]),
    ...(typeof finish === 'string' ? [chunk({}, finish)] : [{ data: { error: finish } }]),
    ...(asked.json.stream_options?.include_usage && usage
      ? [{ data: { ...base, object: 'chat.completion.chunk', choices: [], usage } }]
      : []),
  ];
  const message = {
    role: 'assistant',
    content: text === undefined ? null : piecesOf(text).join(''),
    ...(reasoning === undefined ? {} : { reasoning_content: reasoning }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(toolCalls.length > 0 ? { tool_calls: toolCalls } : {}),
  };
  const whole = { ...base, object: 'chat.completion', choices: [{ index: 0, message, finish_reason: finish }], usage };
  return { frames, whole };
}

function finishOf({ end = 'complete', calls = [] }: Speech): string | object {
  if (typeof end === 'object') return end.failed;
  if (end === 'complete') return calls.length > 0 ? 'tool_calls' : 'stop';
  return end;
}

function wireUsage(speech: Speech): object {
  const { input, cached, output, reasoning } = usageOf(speech);
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cached },
    completion_tokens_details: { reasoning_tokens: reasoning },
  };
}
