import OpenAI, { toFile } from 'openai';
import { describe, expect, it } from 'vitest';
import { pdf } from '../support/documents/make';
import { needs } from '../support/needs';
import { DENO } from '../support/python';
import { startServe } from '../support/serve';
import { tempFolder } from '../support/temp-folder';

async function serve() {
  const { base_url: baseURL, api_key: apiKey } = await startServe(tempFolder());
  return new OpenAI({ baseURL, apiKey, maxRetries: 0 });
}

/** Reads the file, prints, draws a picture without a package, and writes a file. */
const CODE = `import base64
rows = open("/mnt/data/numbers.csv").read().split()
print(len(rows))
class Dot:
    def _repr_png_(self): return base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
display(Dot())
with open("/mnt/data/out.txt", "w") as file: _ = file.write("made here")`;

/**
 * The events by name, those that follow each other and are alike once; deltas of code by what they bring. A step that waits until
 * Python has started is told anew, and only the first time counts.
 */
function told(events: readonly OpenAI.Beta.AssistantStreamEvent[]): string[] {
  const inProgress = new Set<string>();
  const names = events.flatMap((event) => {
    if (event.event === 'thread.run.step.in_progress') {
      const isAgain = inProgress.has(event.data.id);
      inProgress.add(event.data.id);
      return isAgain ? [] : event.event;
    }
    if (event.event !== 'thread.run.step.delta') return event.event;
    const details = event.data.delta.step_details;
    const [call] = details?.type === 'tool_calls' ? (details.tool_calls ?? []) : [];
    const code = call?.type === 'code_interpreter' ? call.code_interpreter : undefined;
    return `${event.event} ${code?.outputs?.[0]?.type ?? (code?.input === undefined ? '?' : 'input')}`;
  });
  return names.filter((name, index) => name !== names[index - 1]);
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

  it('runs Python, keeps its state, and gives its files out', needs(DENO), async () => {
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
          content: `Please run\n\`\`\`python\n${CODE}\n\`\`\``,
          attachments: [{ file_id: csv.id, tools: [{ type: 'code_interpreter' }] }],
        },
      ],
    });
    const stream = client.beta.threads.runs.stream(thread.id, { assistant_id: assistant.id });
    const events: OpenAI.Beta.AssistantStreamEvent[] = [];
    for await (const event of stream) events.push(event);
    expect((await stream.finalRun()).status).toBe('completed');
    expect(told(events)).toEqual([
      'thread.run.created',
      'thread.run.queued',
      'thread.run.in_progress',
      'thread.run.step.created',
      'thread.run.step.in_progress',
      'thread.run.step.delta input',
      'thread.run.step.delta logs',
      'thread.run.step.delta image',
      'thread.run.step.completed',
      'thread.run.step.created',
      'thread.run.step.in_progress',
      'thread.message.created',
      'thread.message.in_progress',
      'thread.message.delta',
      'thread.message.completed',
      'thread.run.step.completed',
      'thread.run.completed',
    ]);
    const [step] = await stream.finalRunSteps();
    const [call] = step?.step_details.type === 'tool_calls' ? step.step_details.tool_calls : [];
    expect(call).toMatchObject({ code_interpreter: { input: CODE, outputs: [{ logs: '3\n' }, { type: 'image' }] } });
    const last = (await stream.finalMessages()).at(-1);
    const picture = last?.content.find((part) => part.type === 'image_file')?.image_file.file_id ?? '';
    expect(
      Buffer.from(await (await client.files.content(picture)).arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const [link] = textOf(last).flatMap((text) => text.annotations);
    if (link?.type !== 'file_path') throw new Error('there is no link to the file');
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
