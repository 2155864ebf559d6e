import OpenAI, { toFile } from 'openai';
import { describe, expect, it } from 'vitest';
import { findPython } from '../../src/main/analysis/python';
import { pdf } from '../support/documents/make';
import { startServe } from '../support/serve';
import { tempFolder } from '../support/temp-folder';

const python = findPython(process.cwd());
const skipped = 'missing' in python ? ` (skipped: ${python.missing})` : '';

async function serve() {
  const { base_url: baseURL, api_key: apiKey } = await startServe(tempFolder());
  return new OpenAI({ baseURL, apiKey, maxRetries: 0 });
}

const textOf = (message: OpenAI.Beta.Threads.Message | undefined) =>
  message?.content.flatMap((part) => (part.type === 'text' ? [part.text] : [])) ?? [];

describe('a script that was written for OpenAI', () => {
  it('searches its files and gets an answer with citations', async () => {
    const client = await serve();
    const file = await client.files.create({
      file: await toFile(pdf(['Annual leave is 28 days.', 'Parental leave is 14 weeks.']), 'leave.pdf'),
      purpose: 'assistants',
    });
    const store = await client.vectorStores.create({ name: 'Policies' });
    await client.vectorStores.files.createAndPoll(store.id, { file_id: file.id });
    const assistant = await client.beta.assistants.create({
      model: 'gpt-4-turbo',
      tools: [{ type: 'file_search' }],
      tool_resources: { file_search: { vector_store_ids: [store.id] } },
    });
    const thread = await client.beta.threads.create({
      messages: [{ role: 'user', content: 'How long is parental leave?' }],
    });
    const run = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    expect(run.status, JSON.stringify(run.last_error)).toBe('completed');
    const [text] = textOf((await client.beta.threads.messages.list(thread.id)).data[0]);
    expect(text?.value).toContain('14 weeks');
    const [citation] = text?.annotations ?? [];
    expect(citation).toMatchObject({ type: 'file_citation', file_citation: { file_id: file.id } });
    expect(text?.value.slice(citation?.start_index, citation?.end_index)).toBe(citation?.text);
    const steps = await client.beta.threads.runs.steps.list(run.id, { thread_id: thread.id, order: 'asc' });
    expect(steps.data.map((step) => step.type)).toEqual(['tool_calls', 'message_creation']);
  });

  it.skipIf('missing' in python)(`runs Python, keeps its state, and gives its files out${skipped}`, async () => {
    const client = await serve();
    const csv = await client.files.create({
      file: await toFile(Buffer.from('a,b\n1,2\n3,4\n'), 'numbers.csv'),
      purpose: 'assistants',
    });
    const assistant = await client.beta.assistants.create({
      model: 'gpt-4-1106-preview',
      tools: [{ type: 'code_interpreter' }],
    });
    const thread = await client.beta.threads.create({
      messages: [
        {
          role: 'user',
          content:
            'Please run\n```python\nrows = open("/mnt/data/numbers.csv").read().split()\nprint(len(rows))\nopen("/mnt/data/out.txt", "w").write("made here")\n```',
          attachments: [{ file_id: csv.id, tools: [{ type: 'code_interpreter' }] }],
        },
      ],
    });
    const stream = client.beta.threads.runs.stream(thread.id, { assistant_id: assistant.id });
    const events: string[] = [];
    for await (const { event } of stream) events.push(event);
    expect((await stream.finalRun()).status).toBe('completed');
    expect(events.filter((event) => event === 'thread.run.step.delta').length).toBeGreaterThan(1);
    const [text] = textOf((await stream.finalMessages()).at(-1));
    expect(text?.value).toContain('3');
    const [link] = text?.annotations ?? [];
    expect(link?.type).toBe('file_path');
    if (link?.type !== 'file_path') return;
    expect(await (await client.files.content(link.file_path.file_id)).text()).toBe('made here');
    await client.beta.threads.messages.create(thread.id, { role: 'user', content: '```python\nlen(rows) * 14\n```' });
    const second = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    expect(second.status).toBe('completed');
    expect(textOf((await client.beta.threads.messages.list(thread.id)).data[0])[0]?.value).toContain('42');
  });

  it('has its functions called, and goes on to the last delete', async () => {
    const client = await serve();
    const assistant = await client.beta.assistants.create({
      model: 'gpt-3.5-turbo',
      tools: [
        {
          type: 'function',
          function: {
            name: 'get_weather',
            description: 'Weather in a city',
            parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
          },
        },
      ],
    });
    const thread = await client.beta.threads.create();
    await client.beta.threads.messages.create(thread.id, {
      role: 'user',
      content: 'What is the weather in Paris and Rome?',
    });
    const waiting = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    const calls = waiting.required_action?.submit_tool_outputs.tool_calls ?? [];
    expect(calls.map((call) => JSON.parse(call.function.arguments))).toEqual([{ city: 'Paris' }, { city: 'Rome' }]);
    const run = await client.beta.threads.runs.submitToolOutputsAndPoll(waiting.id, {
      thread_id: thread.id,
      tool_outputs: calls.map((call, index) => ({ tool_call_id: call.id, output: `${20 + index} degrees` })),
    });
    expect(run.status).toBe('completed');
    expect(textOf((await client.beta.threads.messages.list(thread.id)).data[0])[0]?.value).toContain('21 degrees');
    expect((await client.beta.threads.delete(thread.id)).deleted).toBe(true);
    expect((await client.beta.assistants.delete(assistant.id)).deleted).toBe(true);
  });
});
