import type OpenAI from 'openai';
import type { CallId, MessageId, StepId } from '#contract';
import { CallId as CallIdSchema, MessageId as MessageIdSchema, StepId as StepIdSchema } from '#contract/ids';
import {
  printedIn,
  type ServerCall,
  type ServerMessage,
  type ServerRun,
  type ServerStep,
  serverMessage,
  serverRun,
  serverStep,
} from './server-objects';

type RemoteEvent = OpenAI.Beta.Assistants.AssistantStreamEvent;

/** What a run says while it goes on: snapshots replace what was known, the `grew` kinds append. */
export type RunUpdate =
  | { type: 'run'; run: ServerRun }
  | { type: 'step'; step: ServerStep }
  | {
      type: 'call_grew';
      stepId: StepId;
      index: number;
      id: CallId | null;
      kind: ServerCall['type'];
      name: string;
      text: string;
      /** What the call's code printed since the last update. */
      printed: string;
    }
  | { type: 'message'; message: ServerMessage }
  | { type: 'text_grew'; messageId: MessageId; part: number; text: string }
  | { type: 'image'; messageId: MessageId; part: number; remoteFileId: string };

/** Places beyond it are no server's: lists as long as one says would take the memory of the machine. */
const PLACES_AT_MOST = 1_000;
const isPlace = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < PLACES_AT_MOST;

/** Events this version does not know are passed over: servers may send more than we ask for. */
export function* translate(event: RemoteEvent): Generator<RunUpdate> {
  switch (event.event) {
    case 'thread.run.created':
    case 'thread.run.queued':
    case 'thread.run.in_progress':
    case 'thread.run.requires_action':
    case 'thread.run.completed':
    case 'thread.run.incomplete':
    case 'thread.run.failed':
    case 'thread.run.cancelling':
    case 'thread.run.cancelled':
    case 'thread.run.expired':
      yield { type: 'run', run: serverRun(event.data) };
      return;
    case 'thread.run.step.created':
    case 'thread.run.step.in_progress':
    case 'thread.run.step.completed':
    case 'thread.run.step.failed':
    case 'thread.run.step.cancelled':
    case 'thread.run.step.expired':
      yield { type: 'step', step: serverStep(event.data) };
      return;
    case 'thread.run.step.delta':
      yield* stepGrowth(event.data);
      return;
    case 'thread.message.created':
    case 'thread.message.in_progress':
    case 'thread.message.completed':
    case 'thread.message.incomplete':
      yield { type: 'message', message: serverMessage(event.data) };
      return;
    case 'thread.message.delta':
      yield* messageGrowth(event.data);
      return;
    default:
      return;
  }
}

function* stepGrowth(delta: OpenAI.Beta.Threads.Runs.Steps.RunStepDeltaEvent): Generator<RunUpdate> {
  const details = delta.delta.step_details;
  if (details?.type !== 'tool_calls') return;
  for (const call of (details.tool_calls ?? []).filter((delta) => isPlace(delta.index))) {
    const text =
      call.type === 'function'
        ? call.function?.arguments
        : call.type === 'code_interpreter'
          ? call.code_interpreter?.input
          : '';
    yield {
      type: 'call_grew',
      stepId: StepIdSchema.parse(delta.id),
      index: call.index,
      id: call.id === undefined ? null : CallIdSchema.parse(call.id),
      kind: call.type,
      name: (call.type === 'function' && call.function?.name) || call.type,
      text: text ?? '',
      printed: call.type === 'code_interpreter' ? printedIn(call.code_interpreter?.outputs ?? []) : '',
    };
  }
}

function* messageGrowth(delta: OpenAI.Beta.Threads.Messages.MessageDeltaEvent): Generator<RunUpdate> {
  const messageId = MessageIdSchema.parse(delta.id);
  for (const part of (delta.delta.content ?? []).filter((delta) => isPlace(delta.index))) {
    if (part.type === 'text' && part.text?.value) {
      yield { type: 'text_grew', messageId, part: part.index, text: part.text.value };
    } else if (part.type === 'refusal' && part.refusal) {
      yield { type: 'text_grew', messageId, part: part.index, text: part.refusal };
    } else if (part.type === 'image_file' && part.image_file?.file_id) {
      yield { type: 'image', messageId, part: part.index, remoteFileId: part.image_file.file_id };
    }
  }
}
