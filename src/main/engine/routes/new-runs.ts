import { z } from 'zod';
import { seconds } from '../clock';
import { NO_USAGE } from '../objects';
import { newId } from '../store/ids';
import type { AssistantRecord, RunRecord, RunSettings, ToolChoiceOption } from '../store/records';
import type { Context } from './context';
import { normalFormat, normalResources, normalTools } from './normal';
import * as shapes from './shapes';
import { NewThread } from './threads';

/** How long a run has, its waits for tool outputs included. */
const LIFETIME_SECONDS = 600;

const options = {
  assistant_id: shapes.text(),
  model: shapes.text().min(1).nullish(),
  instructions: shapes.text(256_000).nullish(),
  tools: shapes.tools(128).nullish(),
  metadata: shapes.Metadata.nullish(),
  temperature: shapes.Temperature.nullish(),
  top_p: shapes.TopP.nullish(),
  stream: shapes.flag.nullish(),
  max_prompt_tokens: shapes.integer.min(256).nullish(),
  max_completion_tokens: shapes.integer.min(256).nullish(),
  truncation_strategy: shapes.TruncationStrategy.nullish(),
  tool_choice: shapes.ToolChoice.nullish(),
  parallel_tool_calls: shapes.flag.nullish(),
  response_format: shapes.ResponseFormat.nullish(),
};

export const NewRun = shapes.object({
  ...options,
  reasoning_effort: shapes.ReasoningEffort.nullish(),
  additional_instructions: shapes.text(256_000).nullish(),
  additional_messages: z.array(shapes.NewMessage, 'an array of objects').nullish(),
});

export const NewThreadAndRun = shapes.object({
  ...options,
  thread: NewThread.nullish(),
  tool_resources: shapes.ToolResources.nullish(),
});

type Options = z.infer<typeof NewRun> & Pick<z.infer<typeof NewThreadAndRun>, 'tool_resources'>;

/** Call inside a transaction, once nothing locks the thread. What the body leaves open the assistant decides. */
export function addRun(context: Context, threadId: string, assistant: AssistantRecord, body: Options): RunRecord {
  const now = seconds(context.clock);
  return context.store.runs.insert({
    id: newId('run_'),
    thread_id: threadId,
    assistant_id: assistant.id,
    status: 'queued',
    created_at: now,
    expires_at: now + LIFETIME_SECONDS,
    started_at: null,
    cancelled_at: null,
    failed_at: null,
    completed_at: null,
    required_action: null,
    last_error: null,
    incomplete_details: null,
    usage: NO_USAGE,
    metadata: body.metadata ?? {},
    settings: settingsOf(context, assistant, body),
  });
}

function settingsOf(context: Context, assistant: AssistantRecord, body: Options): RunSettings {
  const askedModel = body.model ?? assistant.model;
  const truncation = body.truncation_strategy;
  return {
    asked_model: askedModel,
    model: context.answering(askedModel).shown,
    instructions: [body.instructions ?? assistant.instructions, body.additional_instructions]
      .filter((text) => text != null && text !== '')
      .join('\n'),
    tools: body.tools ? normalTools(body.tools) : assistant.tools,
    tool_resources: normalResources(body.tool_resources),
    temperature: body.temperature ?? assistant.temperature,
    top_p: body.top_p ?? assistant.top_p,
    reasoning_effort: body.reasoning_effort ?? assistant.reasoning_effort,
    max_prompt_tokens: body.max_prompt_tokens ?? null,
    max_completion_tokens: body.max_completion_tokens ?? null,
    truncation_strategy: { type: truncation?.type ?? 'auto', last_messages: truncation?.last_messages ?? null },
    tool_choice: choiceOf(body.tool_choice),
    parallel_tool_calls: body.parallel_tool_calls ?? true,
    response_format: body.response_format ? normalFormat(body.response_format) : assistant.response_format,
  };
}

function choiceOf(given: Options['tool_choice']): ToolChoiceOption {
  return given ?? 'auto';
}
