import type { Call, FileId, Message, MessagePart, RunWithSteps, Step } from '#contract';
import type { ThreadExport } from '../../exchange';
import type { KeptThread } from './thread-record';

const seconds = (ms: number): number => Math.floor(ms / 1_000);

/**
 * A thread as objects of the protocol, as far as the library remembers it: where its server cannot be asked. What only the
 * server knew, such as its assistants and the metadata, is missing.
 */
export function protocolOfLibrary({
  thread,
  messages,
  runs,
  tables,
  documents,
}: KeptThread): Pick<ThreadExport, 'thread' | 'messages' | 'runs' | 'run_steps' | 'assistants'> {
  const files = new Map<string, FileId>([
    ...tables.map(({ dataset }): [string, FileId] => [dataset.id, dataset.fileId]),
    ...documents.map(({ id, fileId }): [string, FileId] => [id, fileId]),
  ]);
  const fileOf: FileOf = (attachment) =>
    files.get('datasetId' in attachment ? attachment.datasetId : attachment.documentId);
  return {
    thread: {
      id: thread.id,
      object: 'thread',
      created_at: seconds(thread.createdAt),
      metadata: {},
      tool_resources: {},
    },
    messages: messages.map((message) => messageObject(message, fileOf)),
    runs: runs.map(runObject),
    run_steps: runs.flatMap((run) => run.steps.map(stepObject)),
    assistants: [],
  };
}

type FileOf = (attachment: Message['attachments'][number]) => FileId | undefined;

function messageObject(message: Message, fileOf: FileOf): ThreadExport['messages'][number] {
  return {
    id: message.id,
    object: 'thread.message',
    created_at: seconds(message.createdAt),
    thread_id: message.threadId,
    status: message.status,
    role: message.role,
    content: message.parts.flatMap(contentOf),
    assistant_id: null,
    run_id: message.runId,
    attachments: [...new Set(message.attachments.flatMap((attached) => fileOf(attached) ?? []))].map((file_id) => ({
      file_id,
      tools: [],
    })),
    metadata: {},
  };
}

function contentOf(part: MessagePart): object[] {
  switch (part.type) {
    case 'text':
      return [{ type: 'text', text: { value: part.text, annotations: [] } }];
    case 'image':
      return [{ type: 'image_file', image_file: { file_id: part.fileId } }];
    case 'chart':
      return [{ type: 'image_file', image_file: { file_id: part.chartId } }];
    default:
      return [];
  }
}

function runObject(run: RunWithSteps): ThreadExport['runs'][number] {
  const { usage } = run;
  return {
    id: run.id,
    object: 'thread.run',
    created_at: seconds(run.createdAt),
    thread_id: run.threadId,
    assistant_id: null,
    status: run.status,
    model: run.model,
    started_at: run.startedAt === null ? null : seconds(run.startedAt),
    completed_at: run.finishedAt === null ? null : seconds(run.finishedAt),
    usage: usage && {
      prompt_tokens: usage.promptTokens,
      completion_tokens: usage.completionTokens,
      total_tokens: usage.promptTokens + usage.completionTokens,
    },
    metadata: {},
  };
}

function stepObject(step: Step): ThreadExport['run_steps'][number] {
  const calls = step.calls.filter(({ localOf }) => localOf === null);
  return {
    id: step.id,
    object: 'thread.run.step',
    created_at: seconds(step.startedAt),
    run_id: step.runId,
    thread_id: step.threadId,
    assistant_id: null,
    type: step.type,
    status: step.status,
    step_details:
      step.type === 'message_creation'
        ? { type: 'message_creation', message_creation: { message_id: step.messageId } }
        : { type: 'tool_calls', tool_calls: calls.map(callObject) },
  };
}

function callObject(call: Call): object {
  if (call.type === 'function')
    return {
      id: call.id,
      type: 'function',
      function: { name: call.name, arguments: call.input, output: call.output },
    };
  if (call.type === 'file_search') return { id: call.id, type: 'file_search', file_search: {} };
  const outputs = call.outputs.flatMap((output): object[] => {
    if (output.type === 'logs') return [{ type: 'logs', logs: output.text }];
    return output.type === 'image' ? [{ type: 'image', image: { file_id: output.fileId } }] : [];
  });
  return { id: call.id, type: 'code_interpreter', code_interpreter: { input: call.input, outputs } };
}
