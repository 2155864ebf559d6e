import type OpenAI from 'openai';
import { expect } from 'vitest';
import { tool } from '../../../../support/engine';
import { bytes, FakeCodeRunner } from '../../../../support/engine-code';
import { documents } from '../../../../support/engine-files';
import { calls, codes, says, searches } from '../../../../support/scripted-model';
import type { Frame } from '../../../../support/sse';
import { ANSWERED, BEGUN, message, ownAnswer, RESUMED, type Scenario, times, toolStep } from './scenario';

const deltas = (frames: Frame[], event: string): unknown[] =>
  frames.filter((frame) => frame.event === event).map(({ data }) => data.delta);
const toolDelta = (call: object) => ({ step_details: { type: 'tool_calls', tool_calls: [call] } });
const textDelta = (text: object) => ({ content: [{ index: 0, type: 'text', text }] });
const id = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}[A-Za-z0-9]{24}$`));

const finding = async (client: OpenAI) => {
  const { storeId } = await documents(client, { 'zoo.md': 'There are three llamas in the zoo.' });
  return {
    tools: [{ type: 'file_search' as const }],
    tool_resources: { file_search: { vector_store_ids: [storeId] } },
  };
};

const plotting = () =>
  new FakeCodeRunner((input) => {
    input.onLogs?.('42\n');
    const image = { type: 'image' as const, name: 'plot.png', bytes: bytes('PNG') };
    const files = [{ name: 'out.csv', bytes: bytes('a,b\n') }];
    return { outputs: [{ type: 'logs', text: '42\n' }, image], files };
  });

/** Runs that come to their answer, with and without tools. */
export const answered: Scenario[] = [
  {
    name: 'a text answer',
    stage: () => ({ scripts: [says('Hello', ' there', '.')] }),
    events: [...BEGUN, ...message(3), ...ANSWERED],
    own: ownAnswer('Hello', ' there', '.'),
    run: { status: 'completed', expires_at: null, usage: { prompt_tokens: 10, total_tokens: 15 } },
    frames(frames) {
      expect(frames[3]?.data.step_details).toEqual({
        type: 'message_creation',
        message_creation: { message_id: frames[5]?.data.id },
      });
      expect(frames[5]?.data.content).toEqual([]);
      expect(deltas(frames, 'thread.message.delta')).toEqual([
        textDelta({ value: 'Hello', annotations: [] }),
        textDelta({ value: ' there' }),
        textDelta({ value: '.' }),
      ]);
      expect(frames.at(-2)?.data.usage).toEqual(frames.at(-1)?.data.usage);
    },
  },
  {
    name: 'a thread made with its run',
    withThread: true,
    stage: () => ({ scripts: [says('Hello')] }),
    events: ['created', ...BEGUN, ...message(1), ...ANSWERED],
    own: ownAnswer('Hello'),
    run: { status: 'completed' },
    frames: ([created, run]) => expect(run?.data.thread_id).toBe(created?.data.id),
  },
  {
    name: 'a function call',
    stage: () => ({ scripts: [calls(['get_weather', '{"city":"Oslo"}']), says('Cold.')] }),
    assistant: async () => ({ tools: [tool('get_weather')] }),
    events: [...BEGUN, ...toolStep(2), 'run.requires_action'],
    own: [
      'runStepCreated tool_calls',
      'toolCallCreated function',
      'runStepDelta',
      'toolCallDelta 0',
      'runStepDelta',
      'toolCallDone function',
      'end',
    ],
    run: { status: 'requires_action', usage: null },
    frames(frames) {
      expect(frames[3]?.data.step_details).toEqual({ type: 'tool_calls', tool_calls: [] });
      const call = { index: 0, type: 'function' };
      expect(deltas(frames, 'thread.run.step.delta')).toEqual([
        toolDelta({ ...call, id: id('call_'), function: { name: 'get_weather', arguments: '', output: null } }),
        toolDelta({ ...call, function: { arguments: '{"city":"Oslo"}' } }),
      ]);
    },
    rest: {
      events: [...RESUMED, ...message(1), ...ANSWERED],
      own: ['runStepDone completed', ...ownAnswer('Cold.')],
    },
  },
  {
    name: 'two calls at once',
    stage: () => ({ scripts: [calls(['a', '{}'], ['b', '{"n":2}']), says('Both.')] }),
    assistant: async () => ({ tools: [tool('a'), tool('b')] }),
    events: [...BEGUN, ...toolStep(4), 'run.requires_action'],
    own: [
      'runStepCreated tool_calls',
      'toolCallCreated function',
      'runStepDelta',
      'toolCallDelta 0',
      'runStepDelta',
      'toolCallDone function',
      'toolCallCreated function',
      'runStepDelta',
      'toolCallDelta 1',
      'runStepDelta',
      'toolCallDone function',
      'end',
    ],
    run: {
      status: 'requires_action',
      required_action: {
        submit_tool_outputs: { tool_calls: [{ function: { name: 'a' } }, { function: { name: 'b' } }] },
      },
    },
    rest: {
      events: [...RESUMED, ...message(1), ...ANSWERED],
      own: ['runStepDone completed', ...ownAnswer('Both.')],
    },
  },
  {
    name: 'a search that is cited',
    stage: () => ({ scripts: [searches('llamas'), says('Three', '【0:0†source】', '.')] }),
    assistant: finding,
    events: [...BEGUN, ...toolStep(1), 'run.step.completed', ...message(3), ...ANSWERED],
    own: [
      'runStepCreated tool_calls',
      'toolCallCreated file_search',
      'runStepDelta',
      'toolCallDone file_search',
      'runStepDone completed',
      ...ownAnswer('Three', '【0:0†source】', '.'),
    ],
    run: { status: 'completed' },
    frames(frames) {
      expect(deltas(frames, 'thread.run.step.delta')).toEqual([
        toolDelta({ index: 0, id: id('call_'), type: 'file_search', file_search: expect.any(Object) }),
      ]);
      const citation = {
        index: 0,
        type: 'file_citation',
        text: '【0:0†source】',
        file_citation: { file_id: id('file-'), quote: '' },
      };
      expect(deltas(frames, 'thread.message.delta')[1]).toEqual(
        textDelta({ value: '【0:0†source】', annotations: [{ ...citation, start_index: 5, end_index: 17 }] }),
      );
    },
  },
  {
    name: 'code that prints, draws and writes a file',
    stage: () => ({
      codeRunner: plotting(),
      scripts: [codes('plot(', '42)'), says('See ', 'sandbox:/mnt/data/out.csv', '.')],
    }),
    assistant: async () => ({ tools: [{ type: 'code_interpreter' }] }),
    events: [...BEGUN, ...toolStep(5), 'run.step.completed', ...message(4), ...ANSWERED],
    own: [
      'runStepCreated tool_calls',
      'toolCallCreated code_interpreter',
      'runStepDelta',
      ...times(4, 'toolCallDelta 0').flatMap((delta) => [delta, 'runStepDelta']),
      'toolCallDone code_interpreter',
      'runStepDone completed',
      'runStepCreated message_creation',
      'messageCreated',
      'messageDelta',
      'textCreated',
      'messageDelta',
      'textDelta See ',
      'imageFileDone',
      'messageDelta',
      'textDelta sandbox:/mnt/data/out.csv',
      'messageDelta',
      'textDelta .',
      'textDone See sandbox:/mnt/data/out.csv.',
      'messageDone completed',
      'runStepDone completed',
      'end',
    ],
    run: { status: 'completed' },
    frames(frames) {
      const call = { index: 0, type: 'code_interpreter' };
      const part = (code_interpreter: object) => toolDelta({ ...call, code_interpreter });
      expect(deltas(frames, 'thread.run.step.delta')).toEqual([
        toolDelta({ ...call, id: id('call_'), code_interpreter: { input: '', outputs: [] } }),
        part({ input: 'plot(' }),
        part({ input: '42)' }),
        part({ outputs: [{ index: 0, type: 'logs', logs: '42\n' }] }),
        part({ outputs: [{ index: 1, type: 'image', image: { file_id: id('file-') } }] }),
      ]);
    },
  },
];
