import OpenAI from 'openai';
import OpenAI4 from 'openai-v4';
import OpenAI6 from 'openai-v6';

type StreamOf7 = ReturnType<OpenAI['beta']['threads']['runs']['stream']>;

/** A stream as each SDK's helper gives it: their classes differ, their events and promises do not. */
export type Followed = Pick<
  StreamOf7,
  'on' | 'done' | 'finalRun' | 'finalMessages' | 'finalRunSteps' | typeof Symbol.asyncIterator
>;
type NewRun = Parameters<OpenAI['beta']['threads']['runs']['stream']>[1];
type NewThreadAndRun = Parameters<OpenAI['beta']['threads']['createAndRunStream']>[0];
interface Output {
  tool_call_id: string;
  output: string;
}

/** The streaming helpers, whose arguments changed their order between versions. */
export interface Streams {
  run(threadId: string, body: NewRun): Followed;
  createAndRun(body: NewThreadAndRun): Followed;
  submit(threadId: string, runId: string, tool_outputs: Output[]): Followed;
}

interface Options {
  baseURL: string;
  apiKey: string;
  fetch: typeof fetch;
}

function newer(Sdk: typeof OpenAI) {
  return (options: Options): Streams => {
    const { threads } = new Sdk({ ...options, maxRetries: 0 }).beta;
    return {
      run: (threadId, body) => threads.runs.stream(threadId, body),
      createAndRun: (body) => threads.createAndRunStream(body),
      submit: (thread_id, runId, tool_outputs) =>
        threads.runs.submitToolOutputsStream(runId, { thread_id, tool_outputs }),
    };
  };
}

function older(options: Options): Streams {
  const { threads } = new OpenAI4({ ...options, maxRetries: 0 }).beta;
  const same = (stream: unknown) => stream as Followed;
  return {
    run: (threadId, body) => same(threads.runs.stream(threadId, body as OpenAI4.Beta.Threads.RunCreateParamsStreaming)),
    createAndRun: (body) => same(threads.createAndRunStream(body as OpenAI4.Beta.ThreadCreateAndRunParamsStreaming)),
    submit: (threadId, runId, tool_outputs) =>
      same(threads.runs.submitToolOutputsStream(threadId, runId, { tool_outputs })),
  };
}

/** The SDKs that scripts are written against, by version. */
export const sdks: Record<string, (options: Options) => Streams> = {
  '4.104': older,
  '6.49': newer(OpenAI6 as unknown as typeof OpenAI),
  '7.55': newer(OpenAI),
};
