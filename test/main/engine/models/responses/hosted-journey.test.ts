import { toFile } from 'openai';
import { expect, it } from 'vitest';
import { responsesModel } from '../../../../../src/main/engine/models/responses';
import { openEngine } from '../../../../support/engine';
import { bytes, FakeCodeRunner } from '../../../../support/engine-code';
import { chatWith } from '../../../../support/models/chats';
import { functionTool } from '../../../../support/upstream/turns';

const csv = 'month;sales\nMay;12\n';
const code = 'import csv\nprint(12)';

it('code of a script runs in a container that expires between two questions, and what it makes is the script’s', async () => {
  const link = 'The sum is 12: [sum.csv](sandbox:/mnt/data/sum.csv).';
  const { upstream, options } = chatWith([
    { text: 'I compute.', code: { code, logs: '12\n', files: [{ name: 'sum.csv', bytes: bytes('12\n') }] } },
    {
      code: { code, logs: '12\n', files: [{ name: 'sum.csv', bytes: bytes('12\n') }] },
      calls: [{ name: 'save', arguments: { sum: 12 } }],
    },
    { text: link },
  ]);
  const codeRunner = new FakeCodeRunner();
  const model = responsesModel({ ...options, hostedCode: true });
  const { client } = await openEngine({ models: () => model, codeRunner });
  const file = await client.files.create({ file: await toFile(Buffer.from(csv), 'sales.csv'), purpose: 'assistants' });
  const tools = [{ type: 'code_interpreter' as const }, functionTool('save')];
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'any', tools });
  const attachments = [{ file_id: file.id, tools: [{ type: 'code_interpreter' as const }] }];
  const thread = await client.beta.threads.create({ messages: [{ role: 'user', content: 'Sum?', attachments }] });
  const ask = { assistant_id, metadata: { assay_code: 'hosted' } };
  const poll = { pollIntervalMs: 10 };

  const first = await client.beta.threads.runs.createAndPoll(thread.id, ask, poll);
  expect(first).toMatchObject({ status: 'completed', last_error: null });
  const [container] = [...upstream.containers.all.values()];
  expect(container?.files.map(({ bytes: held }) => Buffer.from(held).toString())).toEqual([csv, '12\n']);

  upstream.containers.expire(container!.id);
  await client.beta.threads.messages.create(thread.id, { role: 'user', content: 'Again, and save it.' });
  const waiting = await client.beta.threads.runs.createAndPoll(thread.id, ask, poll);
  expect(waiting).toMatchObject({ status: 'requires_action', last_error: null });
  const calls = waiting.required_action?.submit_tool_outputs.tool_calls ?? [];
  const tool_outputs = calls.map(({ id }) => ({ tool_call_id: id, output: 'saved' }));
  const submit = { thread_id: thread.id, tool_outputs };
  const done = await client.beta.threads.runs.submitToolOutputsAndPoll(waiting.id, submit, poll);
  expect(done).toMatchObject({ status: 'completed', last_error: null });

  const steps = (await client.beta.threads.runs.steps.list(done.id, { thread_id: thread.id, order: 'asc' })).data;
  const [ran] = steps.flatMap(({ step_details: details }) => (details.type === 'tool_calls' ? details.tool_calls : []));
  expect(ran).toMatchObject({
    type: 'code_interpreter',
    code_interpreter: { input: code, outputs: [{ type: 'logs', logs: '12\n' }] },
  });
  const [answer] = (await client.beta.threads.messages.list(thread.id, { limit: 1 })).data;
  const content = answer?.content[0];
  const [annotation] = content?.type === 'text' ? content.text.annotations : [];
  expect(annotation).toMatchObject({ type: 'file_path', text: 'sandbox:/mnt/data/sum.csv' });
  const made = annotation?.type === 'file_path' ? await client.files.content(annotation.file_path.file_id) : null;
  expect(await made?.text()).toBe('12\n');

  // Each file was sent once, also what the first container had made; nothing ran here. In its run the model sees its code again.
  const sent = [...upstream.containers.files.values()].map(({ name }) => name);
  expect([upstream.containers.all.size, sent, codeRunner.ran]).toEqual([2, ['sales.csv', 'sum.csv'], []]);
  const last = upstream.turns
    .at(-1)
    ?.json.input.map(({ type, role }: { type?: string; role?: string }) => type ?? role);
  expect(last.slice(-3)).toEqual(['code_interpreter_call', 'function_call', 'function_call_output']);
});
