import type {
  AnswerFact,
  Call,
  Chart,
  CodeEnding,
  ColumnProfile,
  Dataset,
  LibraryFile,
  Message,
  PlacedFact,
  Run,
  RunWithSteps,
  Thread,
} from '../../src/preload/contract';
import {
  CallId,
  ChartId,
  DatasetId,
  FileId,
  MessageId,
  ResultId,
  RunId,
  StepId,
  ThreadId,
} from '../../src/preload/contract/ids';
import { bar } from './chart';

export const threadId = (id: string): Thread['id'] => ThreadId.parse(`thread_${id}`);

/** A file that was dropped in and is used in one thread. */
export const libraryFile = (id: string, changes: Partial<LibraryFile> = {}): LibraryFile => ({
  id: FileId.parse(`fil_${id}`),
  name: `${id}.csv`,
  bytes: 10,
  createdAt: 1_000,
  made: false,
  threads: 1,
  content: id,
  status: 'ready',
  datasetIds: [],
  documentId: null,
  ...changes,
});

export const thread = (id: string, changes: Partial<Thread> = {}): Thread => ({
  id: threadId(id),
  title: `Thread ${id}`,
  pinned: false,
  archived: false,
  tags: [],
  busy: false,
  activity: 1,
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
    parts: [{ type: 'text', text: `Text of ${id}` }],
    facts: [],
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
    ending: null,
    usage: null,
    createdAt: 1_000,
    startedAt: null,
    finishedAt: null,
    ...changes,
  };
}

export function chart(id: string, changes: Partial<Chart> = {}): Chart {
  return {
    id: ChartId.parse(`chart_${id}`),
    threadId: threadId('a'),
    runId: run('1').id,
    callId: CallId.parse(`call_${id}`),
    resultId: ResultId.parse(`res_${id}`),
    spec: bar(),
    createdAt: 1_000,
    ...changes,
  };
}

/** Code that ran to its end, unless told otherwise. */
export const codeEnding = (changes: Partial<CodeEnding> = {}): CodeEnding => ({
  ended: 'done',
  fresh: false,
  error: null,
  missing: null,
  ...changes,
});

/** Code that raised an error. */
export const raised = (type: string, message: string, missing: CodeEnding['missing'] = null): CodeEnding =>
  codeEnding({ ended: 'error', error: { type, message }, missing });

/** Facts as they stand one after the other in the first part of a message, with the words between them. */
export function factsIn(...pieces: (string | [words: string, fact: AnswerFact])[]): Pick<Message, 'parts' | 'facts'> {
  let text = '';
  const facts = pieces.flatMap((piece): PlacedFact[] => {
    const start = text.length;
    text += typeof piece === 'string' ? piece : piece[0];
    return typeof piece === 'string' ? [] : [{ fact: piece[1], part: 0, start, end: text.length }];
  });
  return { parts: [{ type: 'text', text }], facts };
}

/** A call of Python that printed 42. */
export function codeCall(id: string, changes: Partial<Call> = {}): Call {
  return {
    id: CallId.parse(`call_${id}`),
    stepId: StepId.parse('step_1'),
    type: 'code_interpreter',
    name: 'code_interpreter',
    status: 'completed',
    input: 'print(42)',
    code: { language: 'python', text: 'print(42)' },
    output: '42\n',
    result: null,
    chartId: null,
    outputs: [{ type: 'logs', text: '42\n' }],
    ending: codeEnding(),
    waitsFor: null,
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
        ending: null,
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
