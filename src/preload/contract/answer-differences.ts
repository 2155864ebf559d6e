import { z } from 'zod';
import { CallId, ChartId, Instant, RunId, ThreadId } from './ids';
import { Query } from './query';
import { RunEnding } from './run-endings';
import { Call, RunStatus, Usage } from './runs';
import { Message } from './threads';

/** Two answers side by side: what each was asked, who gave it, what it took, and which of their steps did the same work. */

const count = z.int().nonnegative();

/** An answer as it was given: its run. Another version of it: the call that computed that in place of the first one. */
export const AnswerVersion = z.object({ runId: RunId, callId: CallId.nullable() });
export type AnswerVersion = z.infer<typeof AnswerVersion>;

/** An answer that can be compared. */
export const ComparableAnswer = AnswerVersion.extend({
  threadId: ThreadId,
  /** The thread's title. */
  thread: z.string(),
  /** As it was written; empty for what was put together by hand. */
  question: z.string(),
  /** `built-in`, `explore` for what was put together by hand, or the model's own name. */
  model: z.string(),
  status: RunStatus,
  /** 1 is the answer as it was given. */
  version: count,
  at: Instant,
});
export type ComparableAnswer = z.infer<typeof ComparableAnswer>;

/** A step of an answer that computed, drew or ran code. */
export const AnswerStep = z.object({
  callId: CallId,
  code: Call.shape.code,
  query: Query.nullable(),
  chartId: ChartId.nullable(),
});
export type AnswerStep = z.infer<typeof AnswerStep>;

export const ComparedAnswer = ComparableAnswer.extend({
  /** Its words; null where there are none, as of a version. */
  message: Message.nullable(),
  /** Why it ended other than completed. */
  ending: RunEnding.nullable(),
  usage: Usage.nullable(),
  /** What its requests to models cost in US dollars, null where no price is known; null altogether where none was sent. */
  cost: z.object({ money: z.number().nonnegative().nullable(), unpriced: count }).nullable(),
  /** From when it was begun to its end; null where it has none. */
  ms: z.number().nonnegative().nullable(),
});
export type ComparedAnswer = z.infer<typeof ComparedAnswer>;

/** Steps that did the same kind of work, or one that the other answer has not. */
export const StepPair = z.object({
  kind: z.enum(['data', 'code', 'chart']),
  before: AnswerStep.nullable(),
  after: AnswerStep.nullable(),
});
export type StepPair = z.infer<typeof StepPair>;

export const AnswerDifferences = z.object({
  before: ComparedAnswer,
  after: ComparedAnswer,
  /** In the order of the longer one. */
  steps: z.array(StepPair),
});
export type AnswerDifferences = z.infer<typeof AnswerDifferences>;

export const comparisonRequests = {
  /** The answers of a thread, and of the threads that it was run again in, with their versions; the newest first. */
  answers: { input: z.object({ threadId: ThreadId }), output: z.array(ComparableAnswer) },
  /** `not_found` where one of them is no longer kept. */
  answersBeside: { input: z.object({ before: AnswerVersion, after: AnswerVersion }), output: AnswerDifferences },
};
