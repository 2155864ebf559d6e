import type OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../../../src/main/engine/clock';
import { EventChannel } from '../../../../../src/main/engine/run/channel';
import { openEngine } from '../../../../support/engine';
import { expectSound, type Frame, readFrames } from '../../../../support/sse';
import { type Followed, sdks } from '../../../../support/three-sdks';
import { answered } from './answered';
import { ended } from './ended';
import type { Scenario } from './scenario';

const baseURL = 'http://engine/v1';

/** An engine ready for the scenario, with its assistant and a thread. */
async function staged(scenario: Scenario) {
  const { meanwhile, ...options } = scenario.stage();
  const opened = await openEngine(options);
  const assistant = await opened.client.beta.assistants.create({
    model: 'gpt-4o',
    ...(await scenario.assistant?.(opened.client)),
  });
  const thread = await opened.client.beta.threads.create({ messages: [{ role: 'user', content: 'Well?' }] });
  return {
    ...opened,
    assistant_id: assistant.id,
    threadId: thread.id,
    meanwhile: () => meanwhile?.(opened.client, thread.id),
  };
}

const outputsFor = (calls: { id: string }[]) =>
  calls.map(({ id }, index) => ({ tool_call_id: id, output: `${index}` }));
const full = (names: readonly string[]) => names.map((name) => `thread.${name}`);

describe.each([...answered, ...ended].map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
  test('over the wire, event by event', async () => {
    const { engine, assistant_id, threadId, meanwhile } = await staged(scenario);
    const post = async (path: string, body: object): Promise<Frame[]> => {
      const response = await engine.fetch(`${baseURL}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, stream: true }),
      });
      return readFrames(response);
    };
    const reading = scenario.withThread
      ? post('/threads/runs', { assistant_id, thread: {} })
      : post(`/threads/${threadId}/runs`, { assistant_id });
    await meanwhile();
    const frames = await reading;
    expect(frames.map(({ event }) => event)).toEqual(full(scenario.events));
    expectSound(frames);
    scenario.frames?.(frames);
    const last = frames.at(-1)?.data;
    if (!scenario.rest) return;
    const path = `/threads/${threadId}/runs/${last.id}/submit_tool_outputs`;
    const rest = await post(path, { tool_outputs: outputsFor(last.required_action.submit_tool_outputs.tool_calls) });
    expect(rest.map(({ event }) => event)).toEqual(full(scenario.rest.events));
    expectSound(rest, true);
    expect(rest[0]?.data.id).toBe(frames.findLast(({ event }) => event === 'thread.run.step.created')?.data.id);
  });

  test.each(Object.keys(sdks))('through the helpers of SDK %s', async (version) => {
    const { engine, client, assistant_id, threadId, meanwhile } = await staged(scenario);
    const streams = sdks[version]!({ baseURL, apiKey: 'x', fetch: engine.fetch });
    const stream = scenario.withThread
      ? streams.createAndRun({ assistant_id, thread: {} })
      : streams.run(threadId, { assistant_id });
    const reading = observed(stream);
    if (scenario.unendedFor === version) {
      await expect(reading).rejects.toThrow('Final run has not been received');
      return;
    }
    await meanwhile();
    const first = await reading;
    expect(first.events).toEqual(full(scenario.events));
    expect(first.own).toEqual(scenario.own);
    expect(first.run).toMatchObject(scenario.run);
    await expectAsStored(client, first);
    if (!scenario.rest) return;
    const calls = first.run.required_action?.submit_tool_outputs.tool_calls ?? [];
    const rest = await observed(streams.submit(threadId, first.run.id, outputsFor(calls)));
    expect(rest.events).toEqual(full(scenario.rest.events));
    expect(rest.own).toEqual(scenario.rest.own);
    expect(rest.run.status).toBe('completed');
    await expectAsStored(client, rest);
  });
});

/** A stream read to its end, with everything the helper said on the way. */
async function observed(stream: Followed) {
  const events: string[] = [];
  const own: string[] = [];
  stream
    .on('event', ({ event }) => events.push(event))
    .on('messageCreated', () => own.push('messageCreated'))
    .on('messageDelta', () => own.push('messageDelta'))
    .on('messageDone', ({ status }) => own.push(`messageDone ${status}`))
    .on('textCreated', () => own.push('textCreated'))
    .on('textDelta', (delta) => own.push(`textDelta ${delta.value}`))
    .on('textDone', (text) => own.push(`textDone ${text.value}`))
    .on('imageFileDone', () => own.push('imageFileDone'))
    .on('runStepCreated', ({ type }) => own.push(`runStepCreated ${type}`))
    .on('runStepDelta', () => own.push('runStepDelta'))
    .on('runStepDone', ({ status }) => own.push(`runStepDone ${status}`))
    .on('toolCallCreated', ({ type }) => own.push(`toolCallCreated ${type}`))
    .on('toolCallDelta', ({ index }) => own.push(`toolCallDelta ${index}`))
    .on('toolCallDone', ({ type }) => own.push(`toolCallDone ${type}`))
    .on('end', () => own.push('end'));
  const [run, messages, steps] = [await stream.finalRun(), await stream.finalMessages(), await stream.finalRunSteps()];
  return { events, own, run, messages, steps };
}

/** What the helper has put together is what a later request finds. */
async function expectAsStored(client: OpenAI, { run, messages, steps }: Awaited<ReturnType<typeof observed>>) {
  const { threads } = client.beta;
  expect(await threads.runs.retrieve(run.id, { thread_id: run.thread_id })).toEqual(run);
  for (const { id, content } of messages) {
    const stored = await threads.messages.retrieve(id, { thread_id: run.thread_id });
    expect(content).toMatchObject(stored.content);
  }
  for (const { id, step_details } of steps) {
    const stored = await threads.runs.steps.retrieve(id, { thread_id: run.thread_id, run_id: run.id });
    expect(step_details).toMatchObject(stored.step_details);
  }
}

test.each(Object.keys(sdks))('what breaks outside of the run is told so that SDK %s says it', async (version) => {
  const broken = async () => {
    const channel = new EventChannel(systemClock, new AbortController().signal);
    channel.error({ message: 'The disk is full.', type: 'server_error', param: null, code: null });
    channel.end();
    return new Response(channel.body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  };
  const stream = sdks[version]!({ baseURL, apiKey: 'x', fetch: broken }).run('thread_x', { assistant_id: 'asst_x' });
  await expect(stream.done()).rejects.toThrow('The disk is full.');
});
