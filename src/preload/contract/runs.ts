import { z } from 'zod';
import { CallQuery } from './analyze';
import { CodeEnding, CodeWait } from './code-endings';
import { CodeRange } from './code-range';
import { DataBoundary } from './connections';
import { ATTACHED_AT_MOST } from './conventions';
import { Failure } from './failure-reasons';
import { GoneFile, MissingFile } from './files';
import {
  AnswererId,
  AssistantId,
  CallId,
  ChartId,
  DatasetId,
  DocumentId,
  FileId,
  Instant,
  MessageId,
  ResultId,
  RunId,
  StepId,
  ThreadId,
} from './ids';
import { ModelOffer } from './models';
import { RunEnding } from './run-endings';
import { Table, TableColumn } from './tables';
import { Message, Thread } from './threads';

export const RunStatus = z.enum([
  'queued',
  'in_progress',
  'requires_action',
  'cancelling',
  'cancelled',
  'failed',
  'completed',
  'incomplete',
  'expired',
]);
export type RunStatus = z.infer<typeof RunStatus>;

export const Usage = z.object({
  promptTokens: z.int().nonnegative(),
  completionTokens: z.int().nonnegative(),
  /** Of the prompt: what the server had read before. */
  cachedTokens: z.int().nonnegative(),
  /** Of the completion: what the model thought. */
  reasoningTokens: z.int().nonnegative(),
  /** At least one call's server did not tell, and its tokens were counted here. */
  estimated: z.boolean(),
});
export type Usage = z.infer<typeof Usage>;

export const Run = z.object({
  id: RunId,
  threadId: ThreadId,
  status: RunStatus,
  /** The model that answers, e.g. `built-in`. */
  model: z.string(),
  /** The same with its connection; absent for a run of before there were connections. */
  answerer: AnswererId.optional(),
  /** Set on a run that was asked for by `again`: the run whose answer its own stands beside. */
  besideOf: RunId.optional(),
  /** Set on a run that Assay began by itself: the run that could not be answered, and in place of which this one is. */
  insteadOf: RunId.optional(),
  /** Set where what a local run came to stands in the place of its answer: that call. */
  adopted: CallId.optional(),
  /** Why it ended other than completed; null for one that did not. */
  ending: RunEnding.nullable(),
  usage: Usage.nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
});
export type Run = z.infer<typeof Run>;

/** A query's result as kept on this machine; its rows are fetched with `runs.result`. */
export const ResultSummary = z.object({
  id: ResultId,
  columns: z.array(TableColumn),
  rowCount: z.int().nonnegative(),
  /** The query had more rows than the limit, and these are the first. */
  truncated: z.boolean(),
});
export type ResultSummary = z.infer<typeof ResultSummary>;

/** What code showed, in the order it came: printed text as it reads, pictures and files kept on this machine. */
export const CallOutput = z.discriminatedUnion('type', [
  z.object({ type: z.literal('logs'), text: z.string() }),
  z.object({ type: z.literal('image'), fileId: FileId }),
  z.object({ type: z.literal('file'), fileId: FileId, name: z.string(), bytes: z.int().nonnegative() }),
  /** Of an earlier version of Assay, not of the code: why something is not here. */
  z.object({ type: z.literal('note'), text: z.string() }),
  MissingFile,
  GoneFile,
]);
export type CallOutput = z.infer<typeof CallOutput>;

export const Call = z.object({
  id: CallId,
  stepId: StepId,
  type: z.enum(['function', 'code_interpreter', 'file_search']),
  /** The function's name, or the type again. */
  name: z.string(),
  /** What it was about, by name: the file that was described, or the kind of chart that was drawn; absent where that is not one. */
  subject: z.string().max(1_000).optional(),
  status: z.enum(['running', 'completed', 'failed', 'cancelled']),
  /** The arguments as they came (JSON text, perhaps still growing). */
  input: z.string(),
  code: z.object({ language: z.enum(['sql', 'python']), text: z.string() }).nullable(),
  /** What was handed back to the model. */
  output: z.string().nullable(),
  result: ResultSummary.nullable(),
  /** What the result was computed from, as a question; absent where it was asked in SQL. */
  query: CallQuery.optional(),
  chartId: ChartId.nullable(),
  /** What Python printed, drew and wrote; empty for other calls. */
  outputs: z.array(CallOutput),
  /** How its code ended, or a search that the model's server made; null for other calls, while it runs, and where that is not known. */
  ending: CodeEnding.nullable(),
  /** Why a function failed; absent where code says it itself, and where it is not known. */
  failure: Failure.optional(),
  /** Where in its code it failed, as the engine that ran it tells. */
  errorAt: CodeRange.optional(),
  /** What its code waits for, where that takes a moment. */
  waitsFor: CodeWait.nullable(),
  /** Set on a local run: the call it tries again, which it stands beside and never replaces. */
  localOf: CallId.nullable(),
  /** Of a local run: whether it showed the same as that call; null while that cannot be told. */
  sameOutput: z.boolean().nullable(),
  startedAt: Instant,
  ms: z.number().nonnegative().nullable(),
});
export type Call = z.infer<typeof Call>;

/** What a model was not given, as there was no room for it or it could not see it; counts. */
export const StepLeftOut = z.object({
  /** Results of tools, in whose places stood a line each. */
  toolResults: z.int().nonnegative(),
  messages: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  /** Messages and calls that the model's server has put together into a summary that only it can read. */
  compacted: z.int().nonnegative().optional(),
});
export type StepLeftOut = z.infer<typeof StepLeftOut>;

export const Step = z.object({
  id: StepId,
  runId: RunId,
  threadId: ThreadId,
  type: z.enum(['message_creation', 'tool_calls']),
  status: z.enum(['in_progress', 'cancelled', 'failed', 'completed', 'expired']),
  messageId: MessageId.nullable(),
  calls: z.array(Call),
  /** Why it failed; null for one that did not. */
  ending: RunEnding.nullable(),
  /** What the model thought before it, as far as it is kept; absent where its server does not tell. */
  reasoning: z.string().optional(),
  /** Of the model's turn that began with it; absent where nothing was. */
  leftOut: StepLeftOut.optional(),
  startedAt: Instant,
  ms: z.number().nonnegative().nullable(),
});
export type Step = z.infer<typeof Step>;

export const RunWithSteps = Run.extend({ steps: z.array(Step) });
export type RunWithSteps = z.infer<typeof RunWithSteps>;

export const runRequests = {
  /**
   * Adds the message and starts a run on it; answers once both are saved, the rest arrives as events.
   * Without `threadId` a thread is created. Fails with `busy` while a run is under way.
   */
  start: {
    input: z.object({
      threadId: ThreadId.nullable(),
      prompt: z.string().trim().min(1).max(100_000),
      datasetIds: z.array(DatasetId).max(ATTACHED_AT_MOST).default([]),
      documentIds: z.array(DocumentId).max(ATTACHED_AT_MOST).default([]),
      /** The question after which it is asked, null for none: what came after that one stays, and is not read. Absent: the last one. */
      follows: MessageId.nullable().optional(),
      /** Chosen in the composer: what the thread has from now on. Absent: as it is. */
      answerer: AnswererId.optional(),
      boundary: DataBoundary.optional(),
      assistantId: AssistantId.optional(),
    }),
    output: z.object({ thread: Thread, message: Message, run: Run }),
  },
  /** Starts another run on the thread as it stands, after one that failed, expired or was cancelled. */
  retry: {
    /** With `answerer`, that one answers this time; the thread's choice stays. */
    input: z.object({ threadId: ThreadId, answerer: AnswererId.optional() }),
    output: Run,
  },
  /**
   * Asks the question of a run that has ended once more, of another model: a new run whose answer stands beside the one there
   * is. It is given what that run was given, and later runs are not given its answer.
   */
  again: { input: z.object({ runId: RunId, answerer: AnswererId }), output: Run },
  /** Who could answer in place of a run that failed, the best first: other connections, then the built-in analyst. */
  offers: { input: z.object({ runId: RunId }), output: z.array(ModelOffer) },
  cancel: { input: z.object({ runId: RunId }), output: Run },
  /** Whether anything can be asked: not while the engine is off. */
  possible: { input: z.object({}), output: z.object({ possible: z.boolean() }) },
  ofThread: { input: z.object({ threadId: ThreadId }), output: z.array(RunWithSteps) },
  result: {
    input: z.object({ resultId: ResultId, offset: z.int().nonnegative(), limit: z.int().min(1).max(1000) }),
    output: Table,
  },
  /**
   * Runs the code of a step again, or an edited version of it: SQL on the thread's data as it is now, Python in the
   * thread's session. Answers with the local run that was begun; the rest arrives as `steps.changed`.
   */
  runCode: { input: z.object({ callId: CallId, code: z.string().trim().min(1).max(100_000) }), output: Call },
  /** Stops a local run. */
  stopCode: { input: z.object({ callId: CallId }), output: Call },
};

export const runEvents = {
  'runs.changed': Run,
  'steps.changed': Step,
};
