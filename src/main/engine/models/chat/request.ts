import type { FunctionTool } from '../../ports';
import { knows, type Quirks, refuses, withoutRefused } from '../quirks';
import type { PlainTurn } from '../tools/plain';
import { chatMessages, type SentPart } from './messages';

export interface ChatRequest {
  body: Record<string, unknown>;
  parts: SentPart[];
}

/** The body of `POST /chat/completions` for a turn, as its server is known to take it. */
export function chatRequest(
  turn: PlainTurn,
  model: string,
  quirks: Quirks,
  showsForm = writesCalls(quirks),
): ChatRequest {
  const options = { textOnly: knows(quirks, 'text_content'), reasoningBack: knows(quirks, 'wants_reasoning_back') };
  const instructions = showsForm ? withHowToCall(turn) : turn.instructions;
  const { messages, parts } = chatMessages({ ...turn, instructions }, options);
  const tools = toolFields(turn);
  const body = {
    model,
    messages,
    ...tools,
    ...formatOf(turn.responseFormat),
    ...(turn.temperature === null ? {} : { temperature: turn.temperature }),
    ...(turn.topP === null ? {} : { top_p: turn.topP }),
    ...(turn.reasoningEffort === null ? {} : { reasoning_effort: turn.reasoningEffort }),
    ...limitOf(turn.maxOutputTokens, quirks),
    stream: true,
    stream_options: { include_usage: true },
  };
  if (tools.tools) parts.push({ kind: 'instructions', value: tools.tools });
  return { body: withoutRefused(body, quirks), parts };
}

/** What it writes there is read as calls, and it is shown how: it does so, or is told of its tools in no other way. */
export const writesCalls = (quirks: Quirks): boolean =>
  knows(quirks, 'calls_as_text') || knows(quirks, 'ignores_tools');

/** A model that writes its calls into its text keeps to a form that it is shown, where its server shows it none. */
function withHowToCall({ instructions, tools }: PlainTurn): string {
  const name = (tools.find((tool) => tool.function.name === 'query_data') ?? tools[0])?.function.name;
  if (name === undefined) return instructions;
  const example = JSON.stringify({ name, arguments: name === 'query_data' ? { sql: 'SELECT …' } : {} });
  const how = [
    '# How to call a tool',
    'Write the call, as JSON in a fence, and nothing else. You are then told its result. For example:',
    `\`\`\`json\n${example}\n\`\`\``,
    'The tools are:',
    ...tools.map(toolLine),
  ].join('\n');
  return [instructions, how].filter((part) => part !== '').join('\n\n');
}

function toolLine({ function: { name, description = '', parameters } }: FunctionTool): string {
  const { properties } = (parameters ?? {}) as { properties?: object };
  return `- ${name} {${Object.keys(properties ?? {}).join(', ')}}: ${description.split(/(?<=\.)\s/)[0]}`;
}

function toolFields({ tools, toolChoice, parallelToolCalls }: PlainTurn): Record<string, unknown> {
  if (tools.length === 0) return {};
  const named = tools.map(({ type, function: { name, description, parameters, strict } }) => ({
    type,
    function: {
      name,
      ...(description === undefined ? {} : { description }),
      parameters: parameters ?? { type: 'object', properties: {} },
      ...(strict ? { strict } : {}),
    },
  }));
  const choice = typeof toolChoice === 'string' ? toolChoice : { type: 'function', function: toolChoice };
  return {
    tools: named,
    ...(choice === 'auto' ? {} : { tool_choice: choice }),
    // Left to the server where the run has nothing against it: not all know the word.
    ...(parallelToolCalls ? {} : { parallel_tool_calls: false }),
  };
}

function formatOf(format: unknown): { response_format?: unknown } {
  const isObject = typeof format === 'object' && format !== null && 'type' in format;
  return isObject && format.type !== 'text' ? { response_format: format } : {};
}

/** The old name is the one that most servers know; those that refuse it know the new one. */
function limitOf(tokens: number | null, quirks: Quirks): Record<string, number> {
  if (tokens === null) return {};
  return refuses(quirks, 'max_tokens') ? { max_completion_tokens: tokens } : { max_tokens: tokens };
}
