import type { ModelAttachment, ModelContent, ModelItem } from '../ports';
import type { Store } from '../store';
import type { ModelStateRecord } from '../store/model-states';
import type { Attachment, MessageContent, MessageRecord, RunRecord, StepRecord, ToolCall } from '../store/records';
import { correction, isSuperseded } from './figures-check';

export type MessageItem = Extract<ModelItem, { type: 'message' }>;

/** What stands together: a message, or the calls of one step with what came of them. */
export interface ConversationPart {
  items: ModelItem[];
  /** The message it is; null for calls. */
  messageId: string | null;
}

/** What a run has said and done so far, but for some of its steps, in the order it happened, with the states of its answerer. */
export function ownParts(store: Store, run: RunRecord, exceptSteps: ReadonlySet<string>): ConversationPart[] {
  const { answerer } = run.settings;
  const states = answerer ? store.modelStates.ofRun(run.id, answerer) : [];
  return partsOfRun(store, run.id, { states, isOwn: true, exceptSteps });
}

/**
 * The same of an earlier run: calls that nobody answered are no part of the conversation, nor is what only its model could
 * read, nor an answer that another has taken the place of.
 */
export function earlierParts(store: Store, runId: string): ConversationPart[] {
  return partsOfRun(store, runId, { states: [], isOwn: false, exceptSteps: new Set() });
}

interface Given {
  states: readonly ModelStateRecord[];
  /** The run goes on, and is told all of itself. */
  isOwn: boolean;
  exceptSteps: ReadonlySet<string>;
}

function partsOfRun(store: Store, runId: string, given: Given): ConversationPart[] {
  const all = store.messages.ofRun(runId);
  const standing = given.isOwn
    ? all
    : all.filter((message, index) => !isSuperseded(message) || index === all.length - 1);
  const messages = new Map(standing.map((message) => [message.id, message]));
  return store.steps.ofRun(runId).flatMap((step): ConversationPart[] => {
    if (given.exceptSteps.has(step.id)) return [];
    const part = partOfStep(store, step, messages, given);
    return part.items.length > 0 ? [part] : [];
  });
}

function partOfStep(
  store: Store,
  step: StepRecord,
  messages: ReadonlyMap<string, MessageRecord>,
  { states, isOwn }: Given,
): ConversationPart {
  const around = (id: string, items: ModelItem[]): ModelItem[] => [
    ...statesAt(states, id, 'before'),
    ...items,
    ...statesAt(states, id, 'after'),
  ];
  const details = step.step_details;
  if (details.type === 'message_creation') {
    const messageId = details.message_creation.message_id;
    const message = messages.get(messageId);
    const item = message && messageItem(store, message);
    return { messageId, items: item ? around(messageId, [item, ...(isOwn ? correction(message) : [])]) : [] };
  }
  const calls = details.tool_calls.filter((call) => isOwn || isAnswered(store, call));
  const outputs = calls.flatMap((call): ModelItem[] =>
    call.type === 'function' ? [{ type: 'function_output', callId: call.id, output: call.function.output ?? '' }] : [],
  );
  return { messageId: null, items: [...calls.flatMap((call) => around(call.id, callItem(store, call))), ...outputs] };
}

const statesAt = (states: readonly ModelStateRecord[], anchor: string, place: ModelStateRecord['place']): ModelItem[] =>
  states
    .filter((state) => state.anchor === anchor && state.place === place)
    .map(({ state }) => ({ type: 'state', state }));

function isAnswered(store: Store, call: ToolCall): boolean {
  return call.type === 'function' ? call.function.output !== null : store.toolResults.get(call.id) !== undefined;
}

function callItem(store: Store, call: ToolCall): ModelItem[] {
  const { id: callId } = call;
  if (call.type === 'function') {
    const { name, arguments: args } = call.function;
    return [{ type: 'function_call', callId, name, arguments: args }];
  }
  if (call.type === 'file_search') {
    const { queries = [], passages = [], unread } = store.toolResults.searchCall(callId) ?? {};
    return [{ type: 'file_search_result', callId, queries, passages, ...(unread ? { unread } : {}) }];
  }
  const { input: code, outputs } = call.code_interpreter;
  const kept = store.toolResults.codeCall(callId);
  const {
    files = [],
    ended = 'error',
    fresh = false,
    error = null,
    missing = null,
    worded = false,
    hosted,
  } = kept ?? {};
  const shown = outputs.map((output) =>
    output.type === 'image' ? { type: output.type, fileId: output.image.file_id } : output,
  );
  const ending = { ended, fresh, error, missing, worded, ...(hosted ? { hosted } : {}) };
  return [{ type: 'code_result', callId, code, outputs: shown, files, ...ending }];
}

export function messageItem(store: Store, message: MessageRecord): MessageItem | null {
  const content = message.content.flatMap(readable);
  const attachments = message.attachments.flatMap((attachment) => attached(store, attachment));
  if (content.length === 0) return null;
  return { type: 'message', role: message.role, content, ...(attachments.length > 0 ? { attachments } : {}) };
}

function attached(store: Store, { file_id, tools }: Attachment): ModelAttachment[] {
  const file = file_id === undefined ? undefined : store.files.get(file_id);
  return file ? [{ fileId: file.id, filename: file.filename, tools: (tools ?? []).map((tool) => tool.type) }] : [];
}

function readable(part: MessageContent): ModelContent[] {
  switch (part.type) {
    case 'text':
      return part.text.value === '' ? [] : [{ type: 'text', text: part.text.value }];
    case 'refusal':
      return [{ type: 'text', text: part.refusal }];
    case 'image_file':
      return [{ type: 'image_file', fileId: part.image_file.file_id }];
    case 'image_url':
      return [{ type: 'image_url', url: part.image_url.url }];
  }
}
