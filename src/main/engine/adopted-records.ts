import { z } from 'zod';
import type { ExportedAssistant, ExportedMessage, ExportedRun, ExportedStep, ExportedThread } from '../exchange';
import { NO_USAGE } from './objects';
import type {
  AssistantRecord,
  MessageContent,
  MessageRecord,
  RunRecord,
  StepRecord,
  ThreadRecord,
} from './store/records';

/** Records of objects that another server has told, or a program has made up: what is not as it should be is as if not told. */

const id = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/);
const time = z.int().nonnegative().max(1e11);
const maybeTime = time.nullable().catch(null);
const Metadata = z.record(z.string().max(64), z.string().max(512)).catch({});
const Loose = z.looseObject({});
const NO_RESOURCES = {};

/** Elements that fit; the others are not there. */
const fitting = <S extends z.ZodType>(shape: S) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all): z.output<S>[] =>
      all.flatMap((element) => {
        const read = shape.safeParse(element);
        return read.success ? [read.data] : [];
      }),
    );

const Span = { start_index: z.int().nonnegative(), end_index: z.int().nonnegative(), text: z.string() };
const Annotation = z.discriminatedUnion('type', [
  z.object({ type: z.literal('file_citation'), ...Span, file_citation: z.object({ file_id: id }) }),
  z.object({ type: z.literal('file_path'), ...Span, file_path: z.object({ file_id: id }) }),
]);
const Detail = z.enum(['auto', 'low', 'high']).catch('auto');
const Content = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.object({ value: z.string(), annotations: fitting(Annotation) }) }),
  z.object({ type: z.literal('image_file'), image_file: z.object({ file_id: id, detail: Detail }) }),
  z.object({ type: z.literal('image_url'), image_url: z.object({ url: z.string().max(8_000), detail: Detail }) }),
  z.object({ type: z.literal('refusal'), refusal: z.string() }),
]);
const Attachment = z.object({
  file_id: id,
  tools: fitting(z.object({ type: z.enum(['code_interpreter', 'file_search']) })),
});

const Message = z.object({
  id,
  created_at: time.catch(0),
  completed_at: maybeTime,
  incomplete_at: maybeTime,
  run_id: id.nullable().catch(null),
  assistant_id: z.string().nullable().catch(null),
  role: z.enum(['user', 'assistant']),
  status: z.enum(['completed', 'incomplete']).catch('completed'),
  content: fitting(Content),
  attachments: fitting(Attachment),
  metadata: Metadata,
});

const Ended = z.enum(['cancelled', 'failed', 'completed', 'incomplete', 'expired']);
const LastError = z
  .object({
    code: z.enum(['server_error', 'rate_limit_exceeded', 'invalid_prompt']).catch('server_error'),
    message: z.string(),
  })
  .nullable()
  .catch(null);
const count = z.int().nonnegative().catch(0);
const Usage = z
  .object({
    prompt_tokens: count,
    completion_tokens: count,
    total_tokens: count,
    prompt_token_details: z.object({ cached_tokens: count }).catch({ cached_tokens: 0 }),
    completion_tokens_details: z.object({ reasoning_tokens: count }).catch({ reasoning_tokens: 0 }),
    estimated: z.literal(true).optional().catch(undefined),
  })
  .catch(NO_USAGE);

const FunctionTool = z.object({
  type: z.literal('function'),
  function: z.object({
    name: z.string().min(1).max(64),
    description: z.string().optional(),
    parameters: Loose.optional(),
    strict: z.boolean().optional(),
  }),
});
const Tool = z.discriminatedUnion('type', [
  FunctionTool,
  z.object({ type: z.literal('code_interpreter') }),
  z.object({ type: z.literal('file_search'), file_search: Loose.optional() }),
]);
const ToolChoice = z
  .union([z.enum(['none', 'auto', 'required']), z.object({ type: z.enum(['code_interpreter', 'file_search']) })])
  .catch('auto');
const ResponseFormat = z
  .union([z.literal('auto'), z.looseObject({ type: z.enum(['text', 'json_object', 'json_schema']) })])
  .catch('auto');
const maybeCount = z.int().positive().nullable().catch(null);
const share = (most: number) => z.number().min(0).max(most).catch(1);
/** What assistants and runs have alike. */
const Settings = {
  model: z.string().max(200).catch('unknown'),
  tools: fitting(Tool),
  temperature: share(2),
  top_p: share(1),
  reasoning_effort: z.string().max(20).nullable().catch(null),
  response_format: ResponseFormat,
};

const Assistant = z.object({
  id: id.startsWith('asst'),
  created_at: time.catch(0),
  name: z.string().max(256).nullable().catch(null),
  description: z.string().max(512).nullable().catch(null),
  instructions: z.string().max(256_000).nullable().catch(null),
  metadata: Metadata,
  ...Settings,
});

const Run = z.object({
  id,
  assistant_id: z.string().max(80).catch('asst_elsewhere'),
  status: Ended,
  created_at: time.catch(0),
  started_at: maybeTime,
  cancelled_at: maybeTime,
  failed_at: maybeTime,
  completed_at: maybeTime,
  last_error: LastError,
  incomplete_details: z
    .object({ reason: z.enum(['max_completion_tokens', 'max_prompt_tokens']) })
    .nullable()
    .catch(null),
  usage: Usage,
  metadata: Metadata,
  instructions: z.string().catch(''),
  ...Settings,
  max_prompt_tokens: maybeCount,
  max_completion_tokens: maybeCount,
  truncation_strategy: z
    .object({ type: z.enum(['auto', 'last_messages']), last_messages: maybeCount })
    .catch({ type: 'auto', last_messages: null }),
  tool_choice: ToolChoice,
  parallel_tool_calls: z.boolean().catch(true),
});

const FunctionCall = z.object({
  id,
  type: z.literal('function'),
  function: z.object({
    name: z.string().min(1).max(64),
    arguments: z.string().catch('{}'),
    output: z.string().nullable().catch(null),
  }),
});
const Output = z.discriminatedUnion('type', [
  z.object({ type: z.literal('logs'), logs: z.string() }),
  z.object({ type: z.literal('image'), image: z.object({ file_id: id }) }),
]);
const CodeCall = z.object({
  id,
  type: z.literal('code_interpreter'),
  code_interpreter: z.object({ input: z.string().catch(''), outputs: fitting(Output) }),
});
const SearchCall = z.object({ id, type: z.literal('file_search'), file_search: Loose.catch({}) });
const Details = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message_creation'), message_creation: z.object({ message_id: id }) }),
  z.object({
    type: z.literal('tool_calls'),
    tool_calls: fitting(z.discriminatedUnion('type', [FunctionCall, CodeCall, SearchCall])),
  }),
]);

const Step = z.object({
  id,
  run_id: id,
  assistant_id: z.string().max(80).catch('asst_elsewhere'),
  status: z.enum(['cancelled', 'failed', 'completed', 'expired']).catch('completed'),
  created_at: time.catch(0),
  cancelled_at: maybeTime,
  completed_at: maybeTime,
  expired_at: maybeTime,
  failed_at: maybeTime,
  last_error: LastError,
  step_details: Details,
  usage: Usage,
  metadata: Metadata,
});

const Purpose = z.enum(['assistants', 'assistants_output', 'user_data', 'vision']).catch('assistants');
export const filePurpose = (purpose: unknown) => Purpose.parse(purpose);

const Thread = z.object({ id: id.startsWith('thread'), created_at: time.catch(0), metadata: Metadata });

/** Null for one without an id of the protocol. */
export function threadRecord(thread: ExportedThread): ThreadRecord | null {
  const read = Thread.safeParse(thread).data;
  return read ? { ...read, tool_resources: NO_RESOURCES } : null;
}

export function messageRecord(message: ExportedMessage, threadId: string): MessageRecord | null {
  const read = Message.safeParse(message).data;
  if (!read) return null;
  const { content, ...rest } = read;
  return { ...rest, thread_id: threadId, incomplete_details: null, content: content.map(inUnits) } as MessageRecord;
}

export function assistantRecord(assistant: ExportedAssistant): AssistantRecord | null {
  const read = Assistant.safeParse(assistant).data;
  return read ? ({ ...read, tool_resources: NO_RESOURCES } as AssistantRecord) : null;
}

export function runRecord(run: ExportedRun, threadId: string): RunRecord | null {
  const read = Run.safeParse(run).data;
  if (!read) return null;
  const { usage, model, instructions, tools, temperature, top_p, reasoning_effort, response_format, ...rest } = read;
  const { max_prompt_tokens, max_completion_tokens, truncation_strategy, tool_choice, parallel_tool_calls, ...own } =
    rest;
  return {
    ...own,
    ...{ thread_id: threadId, expires_at: own.created_at, required_action: null, held: [] },
    usage: { ...NO_USAGE, ...usage },
    settings: {
      ...{ asked_model: model, model, answerer: null, tool_resources: NO_RESOURCES },
      ...{ instructions, tools, temperature, top_p, reasoning_effort, response_format },
      ...{ max_prompt_tokens, max_completion_tokens, truncation_strategy, tool_choice, parallel_tool_calls },
    },
  } as RunRecord;
}

export function stepRecord(step: ExportedStep, threadId: string): StepRecord | null {
  const read = Step.safeParse(step).data;
  if (!read) return null;
  const { usage, step_details, ...rest } = read;
  const record = { ...rest, thread_id: threadId, type: step_details.type, step_details };
  return { ...record, usage: { ...NO_USAGE, ...usage } } as StepRecord;
}

/** Over the wire places of annotations count characters; records have them as JavaScript slices text. */
function inUnits(part: z.output<typeof Content>): MessageContent {
  if (part.type !== 'text' || part.text.annotations.length === 0) return part as MessageContent;
  const { value, annotations } = part.text;
  const starts = [0];
  for (const character of value) starts.push((starts.at(-1) ?? 0) + character.length);
  const unit = (place: number) => starts[Math.min(place, starts.length - 1)] ?? 0;
  const placed = annotations.map((annotation) => ({
    ...annotation,
    start_index: unit(annotation.start_index),
    end_index: unit(annotation.end_index),
  }));
  return { type: 'text', text: { value, annotations: placed } } as MessageContent;
}
