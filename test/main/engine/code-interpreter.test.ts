import { expect, test } from 'vitest';
import { builtInAnalyst } from '../../../src/main/engine/models/built-in';
import { AppError } from '../../../src/preload/contract/result';
import { asked, openEngine } from '../../support/engine';
import { bytes, FakeCodeRunner, printed } from '../../support/engine-code';
import { upload } from '../../support/engine-files';
import { codes, done, Gate, says } from '../../support/scripted-model';
import { spanOf } from '../../support/spans';

const tools = [{ type: 'code_interpreter' as const }];

test('code is streamed as it is written, run, and its outputs follow', async () => {
  const codeRunner = new FakeCodeRunner((input) => {
    input.onLogs?.('4');
    input.onLogs?.('2\n');
    return {
      outputs: [
        { type: 'logs', text: '42\n' },
        { type: 'image', name: 'plot.png', bytes: bytes('PNG') },
        { type: 'logs', text: 'after' },
      ],
    };
  });
  const { client } = await openEngine({ codeRunner, scripts: [codes('print(', '42)'), says('It is 42.')] });
  const { assistant_id, threadId } = await asked(client, { tools });
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const fragments: string[] = [];
  let drawn: unknown;
  stream.on('toolCallDelta', (delta, snapshot) => {
    if (delta.type === 'code_interpreter') fragments.push(delta.code_interpreter?.input ?? '-');
    drawn = structuredClone(snapshot);
  });
  const run = await stream.finalRun();
  expect(run).toMatchObject({ status: 'completed', usage: { total_tokens: 30 } });
  expect(fragments).toEqual(['print(', '42)', '-', '-', '-', '-']);
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
  const outputs = [
    { type: 'logs', logs: '42\n' },
    { type: 'image', image: { file_id: expect.stringMatching(/^file-/) } },
    { type: 'logs', logs: 'after' },
  ];
  expect(data[0]).toMatchObject({
    status: 'completed',
    step_details: { tool_calls: [{ type: 'code_interpreter', code_interpreter: { input: 'print(42)', outputs } }] },
  });
  expect(drawn).toMatchObject({ code_interpreter: { input: 'print(42)', outputs } });
});

test('code that has to wait says what for, its place in line or that Python starts, and no longer once it runs', async () => {
  const codeRunner = new FakeCodeRunner((input) => {
    for (const place of [2, 1]) input.onWaiting?.({ code: 'queued', place });
    input.onWaiting?.({ code: 'starting_python', first: true });
    input.onWaiting?.(null);
    return printed('42\n');
  });
  const { client } = await openEngine({ codeRunner, scripts: [codes('print(42)'), says('It is 42.')] });
  const { assistant_id, threadId } = await asked(client, { tools });
  const waits: unknown[] = [];
  let runId = '';
  for await (const event of await client.beta.threads.runs.create(threadId, { assistant_id, stream: true })) {
    if (event.event === 'thread.run.created') runId = event.data.id;
    if (event.event !== 'thread.run.step.in_progress' || event.data.type !== 'tool_calls') continue;
    const { metadata } = event.data as { metadata?: Record<string, string> | null };
    const { call: _, ...wait } = JSON.parse(metadata?.assay_wait_1 ?? '[{}]')[0];
    waits.push(wait);
  }
  expect(waits).toEqual([
    {},
    { code: 'queued', place: 2 },
    { code: 'queued', place: 1 },
    { code: 'starting_python', first: true },
    {},
  ]);
  const { data } = await client.beta.threads.runs.steps.list(runId, { thread_id: threadId, order: 'asc' });
  expect(data[0]).toMatchObject({ status: 'completed', step_details: { tool_calls: [{ type: 'code_interpreter' }] } });
  expect(JSON.stringify(data)).not.toContain('assay_wait');
});

test('a picture opens the message that follows, and is a file like any other', async () => {
  const codeRunner = new FakeCodeRunner(() => ({
    outputs: [{ type: 'image', name: 'plot.png', bytes: bytes('PNG') }],
  }));
  const { client } = await openEngine({ codeRunner, scripts: [codes('plot()'), says('As you see.')] });
  const { assistant_id, threadId } = await asked(client, { tools });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  const [picture, text] = message?.content ?? [];
  expect(text).toMatchObject({ text: { value: 'As you see.' } });
  const id = picture?.type === 'image_file' ? picture.image_file.file_id : '';
  expect(await client.files.retrieve(id)).toMatchObject({ filename: 'plot.png', purpose: 'assistants_output' });
  expect(await (await client.files.content(id)).text()).toBe('PNG');
});

test('pictures stand where a model puts them that places them itself', async () => {
  const codeRunner = new FakeCodeRunner(() => ({
    outputs: [
      { type: 'logs', text: 'before' },
      { type: 'image', name: 'plot.png', bytes: bytes('PNG') },
      { type: 'logs', text: 'after' },
    ],
  }));
  const { client } = await openEngine({ codeRunner, models: () => builtInAnalyst() });
  const { assistant_id, threadId } = await asked(client, { tools });
  await client.beta.threads.messages.create(threadId, { role: 'user', content: '```python\nplot()\n```' });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  expect(message?.content.map((part) => (part.type === 'text' ? part.text.value.trim() : part.type))).toEqual([
    '```text\nbefore\n```',
    'image_file',
    '```text\nafter\n```',
  ]);
});

test('links to what the code made become file paths, however the text is cut', async () => {
  const codeRunner = new FakeCodeRunner(() => ({
    files: [
      { name: 'sales.csv', bytes: bytes('a,b') },
      { name: 'sales.csv.gz', bytes: bytes('gz') },
      { name: 'my report.txt', bytes: bytes('r') },
      { name: '📈 plan.txt', bytes: bytes('p') },
    ],
  }));
  const value =
    '🙂 [p](sandbox:/mnt/data/📈 plan.txt) [a](sandbox:/mnt/data/sales.csv) [b](sandbox:/mnt/data/sales.csv.gz) [c](sandbox:/mnt/data/my%20report.txt) [d](sandbox:/mnt/data/none)';
  const { client, model } = await openEngine({
    codeRunner,
    scripts: [codes('save()'), says(...value.split(/(?<=.{5})/))],
  });
  const { assistant_id, threadId } = await asked(client, { tools });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const result = model.turns[1]?.items.at(-1);
  const files = result?.type === 'code_result' ? result.files : [];
  expect(result).toMatchObject({ type: 'code_result', code: 'save()', ended: 'done', fresh: false });
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  const path = (text: string, name: string) => ({
    type: 'file_path',
    text,
    ...spanOf(value, text),
    file_path: { file_id: files.find((file) => file.name === name)?.fileId },
  });
  expect(message?.content).toEqual([
    {
      type: 'text',
      text: {
        value,
        annotations: [
          path('sandbox:/mnt/data/📈 plan.txt', '📈 plan.txt'),
          path('sandbox:/mnt/data/sales.csv', 'sales.csv'),
          path('sandbox:/mnt/data/sales.csv.gz', 'sales.csv.gz'),
          path('sandbox:/mnt/data/my%20report.txt', 'my report.txt'),
        ],
      },
    },
  ]);
});

test('code finds the files of the assistant and the thread, and what earlier code made', async () => {
  const codeRunner = new FakeCodeRunner(() => ({ files: [{ name: 'made.txt', bytes: bytes('new') }] }));
  const { client, model } = await openEngine({ codeRunner, scripts: [codes('1'), codes('2'), says('Done.')] });
  const [one, two] = [await upload(client, 'one.csv', '1'), await upload(client, 'two.csv', '2')];
  const assistant = await client.beta.assistants.create({
    model: 'm',
    tools,
    tool_resources: { code_interpreter: { file_ids: [one.id] } },
  });
  const attachments = [{ file_id: two.id, tools }];
  const thread = await client.beta.threads.create({ messages: [{ role: 'user', content: 'Go', attachments }] });
  await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
  const given = { 'one.csv': '1', 'two.csv': '2' };
  expect(codeRunner.ran).toEqual([
    { session: thread.id, code: '1', files: given },
    { session: thread.id, code: '2', files: { ...given, 'made.txt': 'new' } },
  ]);
  expect(model.turns[0]?.codeFiles).toEqual([
    { name: 'one.csv', fileId: one.id },
    { name: 'two.csv', fileId: two.id },
  ]);
  await client.beta.threads.delete(thread.id);
  expect(codeRunner.ended).toEqual([thread.id]);
});

test('code that is cut short says why, and the model hears that variables are gone', async () => {
  const codeRunner = new FakeCodeRunner(
    () => ({ ...printed('so far'), ended: 'timeout' }),
    () => ({ ...printed('NameError'), ended: 'error', fresh: true }),
  );
  const { client, model } = await openEngine({ codeRunner, scripts: [codes('a'), codes('b'), says('Sorry.')] });
  const { assistant_id, threadId } = await asked(client, { tools });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(model.turns[2]?.items.slice(-2)).toMatchObject([
    { ended: 'timeout', fresh: false, outputs: [{ logs: 'so far' }, { logs: expect.stringContaining('too long') }] },
    { ended: 'error', fresh: true, outputs: [{ logs: 'NameError' }] },
  ]);
});

const reason = new AppError('unavailable', 'The sandbox needs namespaces.');
test.each([
  ['there is no Python', [], undefined],
  ['Python cannot be started', [], new FakeCodeRunner(() => Promise.reject(new Error('no such file')))],
  ['the sandbox says why it cannot run', [reason], new FakeCodeRunner(() => Promise.reject(reason))],
])('where %s the model is told, and the run goes on', async (_, reasons, codeRunner) => {
  const { client } = await openEngine({
    scripts: [codes('1'), says('I cannot.')],
    ...(codeRunner ? { codeRunner } : {}),
  });
  const { assistant_id, threadId } = await asked(client, { tools });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run.status).toBe('completed');
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' });
  expect(data[0]?.step_details).toMatchObject({
    tool_calls: [
      {
        code_interpreter: {
          outputs: [...reasons.map((one) => ({ logs: `${one.message}\n` })), { logs: 'Code cannot be run here.' }],
        },
      },
    ],
  });
});

test('a run cancelled while code runs stops the code and closes its step with what it printed', async () => {
  const gate = new Gate();
  let stopped = false;
  const codeRunner = new FakeCodeRunner(async (input, signal) => {
    input.onLogs?.('begun\n');
    signal?.addEventListener('abort', () => {
      stopped = true;
    });
    await gate.pass();
    return {};
  });
  const { client } = await openEngine({ codeRunner, scripts: [codes('while True: pass')] });
  const { assistant_id, threadId } = await asked(client, { tools });
  const run = await client.beta.threads.runs.create(threadId, { assistant_id });
  await gate.reached;
  await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  const ended = await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  expect([ended.status, stopped]).toEqual(['cancelled', true]);
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  expect(data).toMatchObject([
    {
      status: 'cancelled',
      step_details: {
        tool_calls: [{ code_interpreter: { input: 'while True: pass', outputs: [{ type: 'logs', logs: 'begun\n' }] } }],
      },
    },
  ]);
  gate.open();
});

test('code that a spent budget no longer allows is not run', async () => {
  const codeRunner = new FakeCodeRunner();
  const { client } = await openEngine({
    codeRunner,
    scripts: [() => [{ type: 'code', index: 0, delta: '1' }, done('max_completion_tokens')]],
  });
  const { assistant_id, threadId } = await asked(client, { tools });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_completion_tokens' } });
  expect(codeRunner.ran).toEqual([]);
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  expect(data.map((step) => step.status)).toEqual(['cancelled']);
});

test('a model that does nothing but call tools is stopped', async () => {
  const { client, model } = await openEngine({ codeRunner: new FakeCodeRunner(), scripts: [codes('again()')] });
  const { assistant_id, threadId } = await asked(client, { tools });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'failed', last_error: { message: expect.stringContaining('never answered') } });
  expect(model.turns).toHaveLength(100);
});
