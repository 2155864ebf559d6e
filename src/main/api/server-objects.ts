import type OpenAI from 'openai';
import type {
  CallId,
  CodeEnding,
  CodeWait,
  Message,
  MessageId,
  Run,
  RunEnding,
  RunId,
  RunStatus,
  Step,
  StepId,
  ThreadId,
} from '#contract';
import {
  CallId as CallIdSchema,
  MessageId as MessageIdSchema,
  RunId as RunIdSchema,
  StepId as StepIdSchema,
  ThreadId as ThreadIdSchema,
} from '#contract/ids';
import { endedCode, failure, runEnding, waitOf } from './endings';
import { runOrigin } from './run-origin';
import { type ServerFact, serverFacts } from './server-facts';
import { type ServerFile, serverFiles } from './server-files';
import {
  type CitedFile,
  citedFile,
  queriesOf,
  type ServerPassage,
  searchEnding,
  serverPassages,
} from './server-passages';
import { stepNotes } from './step-notes';

type RemoteRun = OpenAI.Beta.Threads.Runs.Run;
type RemoteStep = OpenAI.Beta.Threads.Runs.Steps.RunStep;
type RemoteMessage = OpenAI.Beta.Threads.Messages.Message;

/** A function the server waits for. */
export interface PendingCall {
  id: CallId;
  name: string;
  arguments: string;
}

export interface ServerRun {
  id: RunId;
  threadId: ThreadId;
  status: RunStatus;
  model: string;
  origin: Pick<Run, 'answerer' | 'besideOf' | 'insteadOf'>;
  ending: RunEnding | null;
  usage: Run['usage'];
  pending: PendingCall[];
}

export interface ServerCall {
  id: CallId;
  type: 'function' | 'code_interpreter' | 'file_search';
  name: string;
  input: string;
  output: string | null;
  /** What code showed; empty for other calls. */
  outputs: ({ type: 'logs'; text: string } | { type: 'image'; remoteFileId: string })[];
  /** How code ended, once it has. */
  ending: CodeEnding | null;
  /** What its code waits for. */
  waitsFor: CodeWait | null;
  /** What a search in documents found, the best first. */
  found: ServerPassage[];
}

export interface ServerStep {
  id: StepId;
  runId: RunId;
  threadId: ThreadId;
  type: Step['type'];
  status: Step['status'];
  messageId: MessageId | null;
  ending: RunEnding | null;
  reasoning: Step['reasoning'];
  leftOut: Step['leftOut'];
  calls: ServerCall[];
}

export interface ServerMessage {
  id: MessageId;
  threadId: ThreadId;
  runId: RunId | null;
  role: Message['role'];
  status: Message['status'];
  parts: (
    | { type: 'text'; text: string; files: ServerFile[]; cited: CitedFile[] }
    | { type: 'image'; remoteFileId: string }
  )[];
  /** What it says as data; none where the server is not the embedded engine. */
  facts: ServerFact[];
  /** What `addMessage` marked it with. */
  key: string | null;
  /** The question it was asked after, as `addMessage` was told; null for one that begins the thread. */
  follows?: MessageId | null;
}

/** Metadata key by which a message of ours is found again when the answer to its creation was lost. */
export const KEY = 'assay_key';

/** Metadata key, which the embedded engine reads too: the question after which a message was asked, or `start`. */
export const FOLLOWS = 'assay_follows';
export const START = 'start';

export function serverRun(run: RemoteRun): ServerRun {
  const usage = run.usage ?? null;
  return {
    id: RunIdSchema.parse(run.id),
    threadId: ThreadIdSchema.parse(run.thread_id),
    status: run.status,
    model: run.model,
    origin: runOrigin(run.metadata),
    ending: runEnding(run),
    usage: usage && serverUsage(usage),
    pending: (run.required_action?.submit_tool_outputs.tool_calls ?? []).map((call) => ({
      id: CallIdSchema.parse(call.id),
      name: call.function.name,
      arguments: call.function.arguments,
    })),
  };
}

/** Details are read under both names that servers give them; what is not told counts as 0. */
function serverUsage(usage: NonNullable<RemoteRun['usage']>): NonNullable<Run['usage']> {
  const detail = (name: string, key: string): number => {
    const details: unknown =
      Reflect.get(usage, `${name}_token_details`) ?? Reflect.get(usage, `${name}_tokens_details`);
    const value: unknown = typeof details === 'object' && details !== null ? Reflect.get(details, key) : 0;
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
  };
  return {
    promptTokens: usage.prompt_tokens,
    completionTokens: usage.completion_tokens,
    cachedTokens: detail('prompt', 'cached_tokens'),
    reasoningTokens: detail('completion', 'reasoning_tokens'),
    estimated: Reflect.get(usage, 'estimated') === true,
  };
}

export function serverStep(step: RemoteStep): ServerStep {
  const details = step.step_details;
  return {
    id: StepIdSchema.parse(step.id),
    runId: RunIdSchema.parse(step.run_id),
    threadId: ThreadIdSchema.parse(step.thread_id),
    type: step.type,
    status: step.status,
    messageId: details.type === 'message_creation' ? MessageIdSchema.parse(details.message_creation.message_id) : null,
    ending: step.last_error ? failure(step.last_error) : null,
    ...stepNotes(step.metadata),
    calls: details.type === 'tool_calls' ? details.tool_calls.map((call) => serverCall(call, step)) : [],
  };
}

function serverCall(call: OpenAI.Beta.Threads.Runs.Steps.ToolCall, step: RemoteStep): ServerCall {
  const id = CallIdSchema.parse(call.id);
  switch (call.type) {
    case 'function':
      return {
        id,
        type: 'function',
        name: call.function.name,
        input: call.function.arguments,
        output: call.function.output,
        outputs: [],
        ending: null,
        waitsFor: null,
        found: [],
      };
    case 'code_interpreter': {
      const shown = call.code_interpreter.outputs.map((output) =>
        output.type === 'logs'
          ? { type: 'logs' as const, text: output.logs }
          : { type: 'image' as const, remoteFileId: output.image.file_id },
      );
      return {
        id,
        type: 'code_interpreter',
        name: 'code_interpreter',
        input: call.code_interpreter.input,
        output: printedIn(call.code_interpreter.outputs),
        ...(step.status === 'in_progress'
          ? { outputs: shown, ending: null, waitsFor: waitOf(step.metadata, id) }
          : { ...endedCode(step.metadata, id, shown), waitsFor: null }),
        found: [],
      };
    }
    case 'file_search':
      return {
        id,
        type: 'file_search',
        name: 'file_search',
        input: JSON.stringify({ queries: queriesOf(call.file_search) }),
        output: null,
        outputs: [],
        ending: searchEnding(call.file_search),
        waitsFor: null,
        found: serverPassages(call.file_search),
      };
  }
}

export function serverMessage(message: RemoteMessage): ServerMessage {
  return {
    id: MessageIdSchema.parse(message.id),
    threadId: ThreadIdSchema.parse(message.thread_id),
    runId: message.run_id === null ? null : RunIdSchema.parse(message.run_id),
    role: message.role,
    // Upstream leaves the status out of user messages.
    status: message.status ?? 'completed',
    parts: message.content.map(serverPart),
    facts: message.role === 'assistant' ? serverFacts(message.metadata) : [],
    key: metadataText(message.metadata, KEY),
    ...followsOf(metadataText(message.metadata, FOLLOWS)),
  };
}

function serverPart(part: RemoteMessage['content'][number]): ServerMessage['parts'][number] {
  switch (part.type) {
    case 'text':
      return {
        type: 'text',
        text: part.text.value,
        files: serverFiles(part.text.annotations),
        cited: part.text.annotations.flatMap(citedFile),
      };
    case 'refusal':
      return { type: 'text', text: part.refusal, files: [], cited: [] };
    case 'image_file':
      return { type: 'image', remoteFileId: part.image_file.file_id };
    case 'image_url':
      return { type: 'text', text: `[Image: ${part.image_url.url}]`, files: [], cited: [] };
  }
}

function metadataText(metadata: unknown, key: string): string | null {
  if (typeof metadata !== 'object' || metadata === null || !Object.hasOwn(metadata, key)) return null;
  const value: unknown = Reflect.get(metadata, key);
  return typeof value === 'string' ? value : null;
}

function followsOf(text: string | null): Pick<ServerMessage, 'follows'> {
  if (text === START) return { follows: null };
  const id = MessageIdSchema.safeParse(text);
  return id.success ? { follows: id.data } : {};
}

export function printedIn(outputs: readonly { type: string; logs?: string }[]): string {
  return outputs.map((output) => output.logs ?? '').join('');
}
