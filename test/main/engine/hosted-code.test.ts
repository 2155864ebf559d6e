import { expect, test } from 'vitest';
import type { ModelEvent } from '../../../src/main/engine/ports';
import { unpack } from '../../../src/main/metadata';
import { asked, openEngine, tool } from '../../support/engine';
import { bytes, FakeCodeRunner, printed } from '../../support/engine-code';
import { done, Gate, type Script, says } from '../../support/scripted-model';

const ran: ModelEvent[] = [
  { type: 'code', index: 0, delta: 'plot(' },
  { type: 'code', index: 0, delta: 'df)' },
  {
    type: 'code_done',
    index: 0,
    result: {
      outputs: [
        { type: 'logs', text: '42\n' },
        { type: 'image', name: 'plot.png', bytes: bytes('PNG') },
      ],
      files: [{ name: 'out.csv', bytes: bytes('a,b\n') }],
    },
  },
];

async function opened(...scripts: Script[]) {
  const codeRunner = new FakeCodeRunner(() => printed('local'));
  const engine = await openEngine({ scripts, codeRunner });
  const tools = [{ type: 'code_interpreter' as const }, tool('f')];
  return { ...engine, codeRunner, ...(await asked(engine.client, { tools })) };
}

test('code that ran on the server is shown like any other, with its files here, and does not run again', async () => {
  const { client, model, codeRunner, threadId, assistant_id } = await opened(
    () => [...ran, { type: 'text', delta: 'See [it](sandbox:/mnt/data/out.csv).' }, done()],
    says('Yes.'),
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run.status).toBe('completed');
  expect(codeRunner.ran).toEqual([]);
  expect(model.turns).toHaveLength(1);
  const { data: steps } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
  expect(steps.map(({ type, status }) => [type, status])).toEqual([
    ['tool_calls', 'completed'],
    ['message_creation', 'completed'],
  ]);
  const outputs = [{ logs: '42\n' }, { type: 'image' }];
  expect(steps[0]?.step_details).toMatchObject({
    tool_calls: [{ code_interpreter: { input: 'plot(df)', outputs } }],
  });
  expect(unpack(steps[0]?.metadata, 'assay_code')).toMatchObject([{ ended: 'done', error: null }]);
  expect(steps.reduce((sum, step) => sum + (step.usage?.total_tokens ?? 0), 0)).toBe(run.usage?.total_tokens);
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  const [picture, text] = message?.content ?? [];
  expect(picture?.type).toBe('image_file');
  const [annotation] = text?.type === 'text' ? text.text.annotations : [];
  const made = annotation?.type === 'file_path' ? annotation.file_path.file_id : '';
  expect(await (await client.files.content(made)).text()).toBe('a,b\n');
  // Later runs of the thread know what it was.
  await client.beta.threads.messages.create(threadId, { role: 'user', content: 'Sure?' });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(model.turns[1]?.items[1]).toMatchObject({
    type: 'code_result',
    code: 'plot(df)',
    ended: 'done',
    hosted: true,
  });
});

test('what is said of code that ran on the server streams while the model still writes it', async () => {
  const gate = new Gate();
  const { client, threadId, assistant_id } = await opened(async function* () {
    yield* ran;
    yield { type: 'text', delta: 'As' };
    await gate.pass();
    yield { type: 'text', delta: ' you see.' };
    yield done();
  });
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  // It would wait for ever if the text came with the end of the turn.
  stream.on('textDelta', () => gate.open());
  expect((await stream.finalRun()).status).toBe('completed');
});

test('a file that comes after the link to it is linked all the same', async () => {
  const { client, threadId, assistant_id } = await opened(() => [
    { type: 'text', delta: '🙂 See [it](sandbox:/mnt/data/late.csv).' },
    { type: 'code_done', index: 0, result: { outputs: [], files: [{ name: 'late.csv', bytes: bytes('a\n') }] } },
    done(),
  ]);
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const [message] = await stream.finalMessages();
  const [part] = message?.content ?? [];
  const [annotation] = part?.type === 'text' ? part.text.annotations : [];
  expect(annotation).toMatchObject({ type: 'file_path', text: 'sandbox:/mnt/data/late.csv', start_index: 11 });
  const made = annotation?.type === 'file_path' ? annotation.file_path.file_id : '';
  expect(await (await client.files.content(made)).text()).toBe('a\n');
  expect((await stream.finalRunSteps()).map(({ type }) => type)).toEqual(['message_creation']);
});

test('an answer that is nothing but code which ran on the server ends the run', async () => {
  const { client, model, threadId, assistant_id } = await opened(() => [...ran, done()]);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run.status).toBe('completed');
  expect(model.turns).toHaveLength(1);
});

test('of code that ran there and code that is to run here, each runs where it should', async () => {
  const { client, codeRunner, threadId, assistant_id } = await opened(
    () => [...ran, { type: 'code', index: 1, delta: 'print(1)' }, done('calls')],
    says('Done.'),
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run.status).toBe('completed');
  expect(codeRunner.ran.map(({ code }) => code)).toEqual(['print(1)']);
});

test('a function behind code that ran on the server is waited for in a step of its own', async () => {
  const { client, threadId, assistant_id } = await opened(
    () => [
      ...ran,
      { type: 'call', index: 1, name: 'f' },
      { type: 'text', delta: 'Both.' },
      { type: 'call_arguments', index: 1, delta: '{}' },
      done('calls'),
    ],
    says('Done.'),
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run.required_action?.submit_tool_outputs.tool_calls).toMatchObject([
    { function: { name: 'f', arguments: '{}' } },
  ]);
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
  expect(data.map(({ type, status }) => [type, status])).toEqual([
    ['tool_calls', 'completed'],
    ['message_creation', 'completed'],
    ['tool_calls', 'in_progress'],
  ]);
});

test('what a model thought is told by the step before which it thought it', async () => {
  const long = 'step by step 🙂 '.repeat(1_000);
  const { client, threadId, assistant_id } = await opened(
    () => [
      { type: 'reasoning', delta: 'First ' },
      { type: 'reasoning', delta: 'compute.' },
      { type: 'code', index: 0, delta: 'x' },
      done('calls'),
    ],
    () => [{ type: 'reasoning', delta: long }, { type: 'text', delta: 'Done.' }, done()],
  );
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const early: unknown[] = [];
  for await (const event of stream)
    if (event.event === 'thread.run.step.created') early.push(unpack(event.data.metadata, 'assay_reasoning').join(''));
  expect(early[0]).toBe('First compute.');
  const run = await stream.finalRun();
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
  const thoughts = data.map((step) => unpack(step.metadata, 'assay_reasoning').join(''));
  expect(thoughts[0]).toBe('First compute.');
  expect(thoughts[1]?.length).toBeGreaterThan(3_000);
  expect(long.startsWith(thoughts[1] ?? '-')).toBe(true);
});
