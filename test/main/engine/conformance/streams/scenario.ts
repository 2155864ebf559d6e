import type OpenAI from 'openai';
import type { openEngine } from '../../../../support/engine';
import type { Frame } from '../../../../support/sse';

type EngineOptions = NonNullable<Parameters<typeof openEngine>[0]>;

/** What happens in a run, and what is to be seen of it. Events stand without their `thread.`. */
export interface Scenario {
  name: string;
  /** What the engine is made of, and what is done while the stream is open; anew for each client. */
  stage: () => EngineOptions & { meanwhile?: (client: OpenAI, threadId: string) => Promise<unknown> };
  assistant?: (client: OpenAI) => Promise<Partial<OpenAI.Beta.AssistantCreateParams>>;
  /** The thread is created with the run. */
  withThread?: boolean;
  events: string[];
  /** What the stream helper of an SDK says. */
  own: string[];
  /** The run at the end of the stream. */
  run: object;
  /** The version whose helper does not take this for an end, whatever server it follows. */
  unendedFor?: string;
  frames?: (frames: Frame[]) => void;
  /** Of the stream that takes the outputs, where the run waits for some. */
  rest?: { events: string[]; own: string[] };
}

export const BEGUN = ['run.created', 'run.queued', 'run.in_progress'];
export const STEP = ['run.step.created', 'run.step.in_progress'];
export const MESSAGE = [...STEP, 'message.created', 'message.in_progress'];
export const ANSWERED = ['message.completed', 'run.step.completed', 'run.completed'];
export const RESUMED = ['run.step.completed', 'run.queued', 'run.in_progress'];
export const times = (count: number, what: string) => Array<string>(count).fill(what);
export const message = (deltas: number) => [...MESSAGE, ...times(deltas, 'message.delta')];
export const toolStep = (deltas: number) => [...STEP, ...times(deltas, 'run.step.delta')];

export const ownText = (...pieces: string[]) => [
  'runStepCreated message_creation',
  'messageCreated',
  'textCreated',
  ...pieces.flatMap((piece) => ['messageDelta', `textDelta ${piece}`]),
  `textDone ${pieces.join('')}`,
];
export const ownAnswer = (...pieces: string[]) => [
  ...ownText(...pieces),
  'messageDone completed',
  'runStepDone completed',
  'end',
];
