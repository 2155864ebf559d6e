import type { Call, ColumnProfile, Dataset, Message, Run, RunWithSteps, Thread } from '../../src/preload/contract';
import { CallId, DatasetId, FileId, MessageId, RunId, StepId, ThreadId } from '../../src/preload/contract/ids';

export const threadId = (id: string): Thread['id'] => ThreadId.parse(`thread_${id}`);

export const thread = (id: string, changes: Partial<Thread> = {}): Thread => ({
  id: threadId(id),
  title: `Thread ${id}`,
  pinned: false,
  archived: false,
  busy: false,
  createdAt: Date.now(),
  updatedAt: Date.now(),
  ...changes,
});

export function message(id: string, changes: Partial<Message> = {}): Message {
  return {
    id: MessageId.parse(`msg_${id}`),
    threadId: threadId('a'),
    runId: null,
    role: 'user',
    status: 'completed',
    reading: null,
    parts: [{ type: 'text', text: `Text of ${id}` }],
    attachments: [],
    numbers: [],
    citations: [],
    createdAt: 1_000,
    ...changes,
  };
}

export function run(id: string, changes: Partial<Run> = {}): Run {
  return {
    id: RunId.parse(`run_${id}`),
    threadId: threadId('a'),
    status: 'queued',
    model: 'built-in',
    error: null,
    usage: null,
    createdAt: 1_000,
    startedAt: null,
    finishedAt: null,
    ...changes,
  };
}

/** A call of Python that printed 42. */
export function codeCall(id: string, changes: Partial<Call> = {}): Call {
  return {
    id: CallId.parse(`call_${id}`),
    stepId: StepId.parse('step_1'),
    type: 'code_interpreter',
    name: 'code_interpreter',
    title: 'Ran Python',
    status: 'completed',
    input: 'print(42)',
    code: { language: 'python', text: 'print(42)' },
    output: '42\n',
    result: null,
    chartId: null,
    outputs: [{ type: 'logs', text: '42\n' }],
    localOf: null,
    sameOutput: null,
    startedAt: 1_000,
    ms: 20,
    ...changes,
  };
}

/** A run that has ended, of one step with these calls. */
export function runWith(calls: Call[]): RunWithSteps {
  const ended = run('1', { status: 'completed', startedAt: 1_000, finishedAt: 2_000 });
  return {
    ...ended,
    steps: [
      {
        id: StepId.parse('step_1'),
        runId: ended.id,
        threadId: ended.threadId,
        type: 'tool_calls',
        status: 'completed',
        messageId: null,
        calls,
        error: null,
        startedAt: 1_000,
        ms: 20,
      },
    ],
  };
}

export const column: ColumnProfile = {
  name: 'region',
  type: 'text',
  role: 'dimension',
  unit: null,
  scale: 0,
  nulls: 0,
  distinct: 4,
  distinctExact: true,
  min: 'East',
  max: 'West',
  mean: null,
  top: [{ value: 'West', count: 3 }],
  odd: null,
  readAs: [],
  guessed: false,
};
export const dataset = (changes: Partial<Dataset> = {}): Dataset => ({
  id: DatasetId.parse('ds_1'),
  fileId: FileId.parse('fil_1'),
  name: 'sales.csv',
  table: 'sales',
  bytes: 1_000,
  status: 'ready',
  progress: null,
  sheet: null,
  profile: {
    format: 'csv',
    encoding: 'UTF-8',
    delimiter: ',',
    records: 12,
    rows: 10,
    rejected: 2,
    rejects: [],
    duplicates: 0,
    columns: [column],
    notes: [],
  },
  error: null,
  createdAt: 1,
  ...changes,
});
