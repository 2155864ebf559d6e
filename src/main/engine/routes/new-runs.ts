import type { z } from 'zod';
import { resolveModel } from '../aliases';
import { seconds } from '../clock';
import { invalid } from '../errors';
import { NO_USAGE } from '../objects';
import type { ModelProvider } from '../ports';
import { newId } from '../store/ids';
import type { AssistantRecord, AssistantTool, RunRecord, RunSettings, ToolChoiceOption } from '../store/records';
import type { Context } from './context';
import { normalFormat, normalResources, normalTools } from './normal';
import { taken } from './resources';
import * as shapes from './shapes';
import { NewThread } from './threads';

/** How long a run has, its waits for tool outputs included, unless its model asks for longer. */
const LIFETIME_MS = 600_000;
/** The same where its answers go on at the model's server by themselves, whether or not anybody is there. */
const BACKGROUND_LIFETIME_MS = 24 * 3_600_000;
const BACKGROUND = 'assay_background';

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
  additional_messages: shapes.NewMessages.nullish(),
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
  const metadata = body.metadata ?? {};
  const model = body.model ?? assistant.model;
  const provider = providerOf(context, model);
  return context.store.runs.insert({
    id: newId('run_'),
    thread_id: threadId,
    assistant_id: assistant.id,
    status: 'queued',
    created_at: now,
    expires_at: now + lifetimeMs(metadata, provider) / 1000,
    started_at: null,
    cancelled_at: null,
    failed_at: null,
    completed_at: null,
    required_action: null,
    last_error: null,
    incomplete_details: null,
    usage: NO_USAGE,
    metadata,
    settings: {
      asked_model: model,
      model: provider?.id ?? model,
      answerer: provider?.answerer ?? null,
      ...settingsOf(context, assistant, body),
    },
    held: [],
  });
}

function lifetimeMs(metadata: Readonly<Record<string, string>>, provider: ModelProvider | null): number {
  return metadata[BACKGROUND] === 'yes' ? BACKGROUND_LIFETIME_MS : (provider?.runMs?.(metadata) ?? LIFETIME_MS);
}

function settingsOf(
  context: Context,
  assistant: AssistantRecord,
  body: Options,
): Omit<RunSettings, 'asked_model' | 'model' | 'answerer'> {
  const truncation = body.truncation_strategy;
  const tools = body.tools ? normalTools(body.tools) : assistant.tools;
  return {
    instructions: [body.instructions ?? assistant.instructions, body.additional_instructions]
      .filter((text) => text != null && text !== '')
      .join('\n'),
    tools,
    tool_resources: normalResources(taken(context, body.tool_resources, 'thread')),
    temperature: body.temperature ?? assistant.temperature,
    top_p: body.top_p ?? assistant.top_p,
    reasoning_effort: body.reasoning_effort ?? assistant.reasoning_effort,
    max_prompt_tokens: body.max_prompt_tokens ?? null,
    max_completion_tokens: body.max_completion_tokens ?? null,
    truncation_strategy: { type: truncation?.type ?? 'auto', last_messages: truncation?.last_messages ?? null },
    tool_choice: possible(body.tool_choice ?? 'auto', tools),
    parallel_tool_calls: body.parallel_tool_calls ?? true,
    response_format: body.response_format ? normalFormat(body.response_format) : assistant.response_format,
  };
}

/** Settled here for all turns of the run. Where nobody answers, the run fails with the reason, not its creation. */
function providerOf({ models }: Context, askedModel: string): ModelProvider | null {
  try {
    return resolveModel(models, askedModel);
  } catch {
    return null;
  }
}

/** @throws ApiError for a choice that no answer could keep to */
function possible(choice: ToolChoiceOption, tools: readonly AssistantTool[]): ToolChoiceOption {
  if (choice === 'required' && tools.length === 0)
    throw invalid(
      "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
      'tool_choice',
    );
  if (typeof choice === 'string') return choice;
  const name = choice.function?.name;
  const chosen = (tool: AssistantTool) =>
    tool.type === choice.type && (tool.type !== 'function' || tool.function.name === name);
  if (!tools.some(chosen))
    throw invalid(`Tool choice '${name ?? choice.type}' not found in 'tools' parameter.`, 'tool_choice');
  return choice;
}
