import type { ModelItem, ModelProvider, ModelTurn, ToolChoice } from '../ports';
import type { Store } from '../store';
import type { RunRecord, StepRecord, ToolChoiceOption } from '../store/records';
import { budgetLeft } from './budget';
import { correction } from './figures-check';
import { history, messageItem } from './history';
import { mountedFiles } from './resources';
import { itemTokens, textTokens } from './tokens';

/** What a model is given to read when nobody says how much it can. */
const DEFAULT_CONTEXT_TOKENS = 128_000;

/** What the model is asked next, or null when even the least of it exceeds what the run may still spend on prompts. */
export function nextTurn(store: Store, run: RunRecord, provider: ModelProvider): ModelTurn | null {
  const { settings } = run;
  const budget = budgetLeft(run);
  const own = ownItems(store, run);
  const fixed =
    textTokens(settings.instructions) +
    (settings.tools.length > 0 ? textTokens(JSON.stringify(settings.tools)) : 0) +
    own.reduce((sum, item) => sum + itemTokens(item), 0);
  const limit = Math.min(
    budget.prompt ?? Number.POSITIVE_INFINITY,
    provider.abilities.contextTokens ?? DEFAULT_CONTEXT_TOKENS,
  );
  const before = history(store, run, limit - fixed);
  const least = before.reduce((sum, item) => sum + itemTokens(item), fixed);
  if (budget.prompt !== null && least > budget.prompt) return null;
  return {
    model: settings.model,
    instructions: settings.instructions,
    items: [...before, ...own],
    tools: settings.tools,
    toolChoice: called(own) ? onceCalled(settings.tool_choice) : toolChoice(settings.tool_choice),
    parallelToolCalls: settings.parallel_tool_calls,
    ...codeFiles(store, run),
    responseFormat: settings.response_format,
    temperature: settings.temperature,
    topP: settings.top_p,
    reasoningEffort: settings.reasoning_effort,
    maxPromptTokens: budget.prompt,
    maxCompletionTokens: budget.completion,
    leftOut: { toolResults: 0, messages: 0, pictures: 0 },
    picture: async () => null,
    run: { id: run.id, threadId: run.thread_id, metadata: run.metadata },
  };
}

/** What this run has said and done so far, in the order it happened. */
function ownItems(store: Store, run: RunRecord): ModelItem[] {
  const messages = new Map(store.messages.ofRun(run.id).map((message) => [message.id, message]));
  return store.steps.ofRun(run.id).flatMap((step): ModelItem[] => {
    if (step.step_details.type === 'tool_calls') return [...resultItems(store, step), ...callItems(step)];
    const message = messages.get(step.step_details.message_creation.message_id);
    const item = message && messageItem(store, message);
    return item ? [item, ...correction(message)] : [];
  });
}

function callItems(step: StepRecord): ModelItem[] {
  if (step.step_details.type !== 'tool_calls') return [];
  const calls = step.step_details.tool_calls.filter((call) => call.type === 'function');
  return [
    ...calls.map(
      ({ id, function: { name, arguments: args } }): ModelItem => ({
        type: 'function_call',
        callId: id,
        name,
        arguments: args,
      }),
    ),
    ...calls.map(
      ({ id, function: { output } }): ModelItem => ({ type: 'function_output', callId: id, output: output ?? '' }),
    ),
  ];
}

function resultItems(store: Store, step: StepRecord): ModelItem[] {
  if (step.step_details.type !== 'tool_calls') return [];
  return step.step_details.tool_calls.flatMap((call): ModelItem[] => {
    if (call.type === 'file_search') {
      const searched = store.toolResults.searchCall(call.id);
      const { queries = [], passages = [], unread } = searched ?? {};
      return [{ type: 'file_search_result', callId: call.id, queries, passages, ...(unread ? { unread } : {}) }];
    }
    if (call.type !== 'code_interpreter') return [];
    const { input: code, outputs } = call.code_interpreter;
    const known = store.toolResults.codeCall(call.id);
    const { files = [], ended = 'error', fresh = false, error = null, missing = null, worded = false } = known ?? {};
    const shown = outputs.map((output) =>
      output.type === 'image' ? { type: output.type, fileId: output.image.file_id } : output,
    );
    const ending = { ended, fresh, error, missing, worded };
    return [{ type: 'code_result', callId: call.id, code, outputs: shown, files, ...ending }];
  });
}

function codeFiles(store: Store, run: RunRecord): Pick<ModelTurn, 'codeFiles'> {
  if (!run.settings.tools.some((tool) => tool.type === 'code_interpreter')) return {};
  const files = mountedFiles(store, run).map(({ name, file }) => ({ name, fileId: file.id }));
  return files.length > 0 ? { codeFiles: files } : {};
}

const called = (own: ModelItem[]): boolean => own.some((item) => item.type !== 'message');

/** A choice that forces a call has been met by the first; forced again, the model could never answer. */
function onceCalled(choice: ToolChoiceOption): ToolChoice {
  return choice === 'none' ? 'none' : 'auto';
}

function toolChoice(choice: ToolChoiceOption): ToolChoice {
  if (typeof choice === 'string') return choice;
  if (choice.type !== 'function') return { type: choice.type };
  return { type: 'function', function: { name: choice.function?.name ?? '' } };
}
