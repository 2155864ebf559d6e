import { expect, test } from 'vitest';
import { atLeastOne } from '../../support/at-least-one';
import { asked, openEngine, tool } from '../../support/engine';
import { calls, done, says, usage } from '../../support/scripted-model';

const TEXT_ANSWER = [
  'thread.run.created',
  'thread.run.queued',
  'thread.run.in_progress',
  'thread.run.step.created',
  'thread.run.step.in_progress',
  'thread.message.created',
  'thread.message.in_progress',
  'thread.message.delta',
  'thread.message.delta',
  'thread.message.completed',
  'thread.run.step.completed',
  'thread.run.completed',
];
const PAUSE = [
  'thread.run.step.created',
  'thread.run.step.in_progress',
  'thread.run.step.delta',
  'thread.run.step.delta',
  'thread.run.requires_action',
];

async function names(stream: AsyncIterable<{ event: string }>): Promise<string[]> {
  const seen: string[] = [];
  for await (const { event } of stream) seen.push(event);
  return seen;
}

test('a streamed text answer says every step of the run in upstream order', async () => {
  const { client } = await openEngine();
  const { assistant_id, threadId } = await asked(client);
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  expect(await names(stream)).toEqual(TEXT_ANSWER);
  expect((await stream.finalRun()).usage).toMatchObject({ prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 });
  expect((await stream.finalMessages())[0]?.content).toEqual([
    { type: 'text', text: { value: 'Hello there.', annotations: [] } },
  ]);
});

test('the old SDK reads the same stream', async () => {
  const { client, client4 } = await openEngine();
  const { assistant_id, threadId } = await asked(client);
  const stream = client4.beta.threads.runs.stream(threadId, { assistant_id });
  expect(await names(stream)).toEqual(TEXT_ANSWER);
  expect((await stream.finalRun()).status).toBe('completed');
});

test('creating a thread and a run in one stream says the thread first', async () => {
  const { client } = await openEngine();
  const { assistant_id } = await asked(client);
  const stream = client.beta.threads.createAndRunStream({
    assistant_id,
    thread: { messages: [{ role: 'user', content: 'Hi' }] },
  });
  expect(await names(stream)).toEqual(['thread.created', ...TEXT_ANSWER]);
});

test('the frames of a stream are named events with one line of JSON each, and end in done', async () => {
  const { client, engine } = await openEngine();
  const { assistant_id, threadId } = await asked(client);
  const response = await engine.fetch(`http://engine/v1/threads/${threadId}/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ assistant_id, stream: true }),
  });
  const frames = (await response.text()).split('\n\n');
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(frames.pop()).toBe('');
  expect(frames.pop()).toBe('event: done\ndata: [DONE]');
  for (const frame of atLeastOne(frames)) expect(frame).toMatch(/^event: thread\.[a-z._]+\ndata: \{.*\}$/);
});

test('the first delta of a text opens its annotations, later ones only add', async () => {
  const { client } = await openEngine();
  const { assistant_id, threadId } = await asked(client);
  const deltas: unknown[] = [];
  for await (const event of client.beta.threads.runs.stream(threadId, { assistant_id })) {
    if (event.event === 'thread.message.delta') deltas.push(event.data.delta);
  }
  expect(deltas).toEqual([
    { content: [{ index: 0, type: 'text', text: { value: 'Hello', annotations: [] } }] },
    { content: [{ index: 0, type: 'text', text: { value: ' there.' } }] },
  ]);
});

test('a function call pauses the stream, and the stream of its output opens with the completed step', async () => {
  const { client } = await openEngine({ scripts: [calls(['get_weather', '{"city":"Oslo"}']), says('Cold', '.')] });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('get_weather')] });
  const first = client.beta.threads.runs.stream(threadId, { assistant_id });
  expect(await names(first)).toEqual([...TEXT_ANSWER.slice(0, 3), ...PAUSE]);
  const run = await first.finalRun();
  const [call] = run.required_action?.submit_tool_outputs.tool_calls ?? [];
  expect(call).toMatchObject({ type: 'function', function: { name: 'get_weather', arguments: '{"city":"Oslo"}' } });

  const second = client.beta.threads.runs.submitToolOutputsStream(run.id, {
    thread_id: threadId,
    tool_outputs: [{ tool_call_id: call!.id, output: '-3 °C' }],
  });
  expect(await names(second)).toEqual([
    'thread.run.step.completed',
    'thread.run.queued',
    'thread.run.in_progress',
    ...TEXT_ANSWER.slice(3),
  ]);
});

test('all calls of a turn share one step, and what is said behind them is the first message after their outputs', async () => {
  const { client } = await openEngine({
    scripts: [
      () => [
        { type: 'call', index: 0, name: 'a' },
        { type: 'call', index: 1, name: 'b' },
        { type: 'call_arguments', index: 1, delta: '{"n":' },
        { type: 'text', delta: 'Let me look.' },
        { type: 'call_arguments', index: 0, delta: '{}' },
        { type: 'call_arguments', index: 1, delta: '2}' },
        done('calls', usage(20, 8)),
      ],
      says('Done.'),
    ],
  });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('a'), tool('b')] });
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  expect(await names(stream)).toEqual([
    ...TEXT_ANSWER.slice(0, 3),
    'thread.run.step.created',
    'thread.run.step.in_progress',
    ...Array<string>(5).fill('thread.run.step.delta'),
    'thread.run.requires_action',
  ]);
  const [toolStep] = await stream.finalRunSteps();
  expect(toolStep?.step_details).toMatchObject({
    type: 'tool_calls',
    tool_calls: [{ function: { name: 'a', arguments: '{}' } }, { function: { name: 'b', arguments: '{"n":2}' } }],
  });
  const { id, required_action } = await stream.finalRun();
  const tool_outputs = required_action!.submit_tool_outputs.tool_calls.map((call) => ({
    tool_call_id: call.id,
    output: 'ok',
  }));
  const rest = client.beta.threads.runs.submitToolOutputsStream(id, { thread_id: threadId, tool_outputs });
  const said: string[] = [];
  for (const message of await rest.finalMessages()) {
    const [part] = message.content;
    said.push(part?.type === 'text' ? part.text.value : '');
  }
  expect(said).toEqual(['Let me look.', 'Done.']);
});

test.each(['client', 'client4'] as const)('the own events of a stream all fire (%s)', async (which) => {
  const { [which]: sdk, client } = await openEngine({
    scripts: [
      () => [
        { type: 'text', delta: 'Here is ' },
        { type: 'text', delta: 'a picture' },
        { type: 'image', fileId: 'file-abc' },
        { type: 'text', delta: 'and more.' },
        { type: 'call', index: 0, name: 'f' },
        { type: 'call_arguments', index: 0, delta: '{}' },
        done('calls'),
      ],
    ],
  });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
  const fired: string[] = [];
  const stream = sdk.beta.threads.runs.stream(threadId, { assistant_id });
  stream
    .on('messageCreated', () => fired.push('messageCreated'))
    .on('textCreated', () => fired.push('textCreated'))
    .on('textDelta', (delta) => fired.push(`textDelta ${delta.value}`))
    .on('textDone', (text) => fired.push(`textDone ${text.value}`))
    .on('imageFileDone', (image) => fired.push(`imageFileDone ${image.file_id}`))
    .on('messageDone', () => fired.push('messageDone'))
    .on('runStepDone', (step) => fired.push(`runStepDone ${step.type}`))
    .on('toolCallCreated', () => fired.push('toolCallCreated'))
    .on('toolCallDone', (call) => fired.push(`toolCallDone ${call.type}`))
    .on('end', () => fired.push('end'));
  await stream.done();
  expect(fired).toEqual([
    'messageCreated',
    'textCreated',
    'textDelta Here is ',
    'textDelta a picture',
    'textDone Here is a picture',
    'textCreated',
    'textDelta and more.',
    'imageFileDone file-abc',
    'textDone and more.',
    'messageDone',
    'runStepDone message_creation',
    'toolCallCreated',
    'toolCallDone function',
    'end',
  ]);
});

test('tool outputs submitted from inside the event that asks for them are taken', async () => {
  const { client } = await openEngine({ scripts: [calls(['f', '{}']), says('Done.')] });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
  let answer: Promise<string> | undefined;
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  stream.on('event', (event) => {
    if (event.event !== 'thread.run.requires_action') return;
    const tool_outputs = event.data.required_action!.submit_tool_outputs.tool_calls.map((call) => ({
      tool_call_id: call.id,
      output: 'ok',
    }));
    const rest = client.beta.threads.runs.submitToolOutputsStream(event.data.id, { thread_id: threadId, tool_outputs });
    answer = rest.finalRun().then((run) => run.status);
  });
  await stream.done();
  expect(await answer).toBe('completed');
});

test('a refusal is a part of its own', async () => {
  const { client } = await openEngine({
    scripts: [() => [{ type: 'refusal', delta: 'I ' }, { type: 'refusal', delta: 'will not.' }, done()]],
  });
  const { assistant_id, threadId } = await asked(client);
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const { data } = await client.beta.threads.messages.list(threadId);
  expect(data[0]?.content).toEqual([{ type: 'refusal', refusal: 'I will not.' }]);
});
