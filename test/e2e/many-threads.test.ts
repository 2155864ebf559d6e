import OpenAI from 'openai';
import { expect, it } from 'vitest';
import { heapTeller } from '../support/heap-of';
import { startServe } from '../support/serve';
import { tempFolder } from '../support/temp-folder';

const THREADS = 200;

/** Bytes. What a run says in its events alone is more. */
const MOST_PER_RUN = 4_096;

it(`keeps ${THREADS} threads apart that run at once, and nothing of them in memory`, async () => {
  const folder = tempFolder();
  const heap = process.platform === 'win32' ? null : heapTeller(folder);
  const { base_url: baseURL, api_key: apiKey, pid } = await startServe(folder, heap?.env);
  const client = new OpenAI({ baseURL, apiKey });
  const parameters = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
  const assistant = await client.beta.assistants.create({
    model: 'gpt-4',
    tools: [{ type: 'function', function: { name: 'get_weather', parameters } }],
  });
  const one = async (number: number) => {
    const thread = await client.beta.threads.create({
      messages: [{ role: 'user', content: `weather in City${number}` }],
    });
    const waiting = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    const calls = waiting.required_action?.submit_tool_outputs.tool_calls ?? [];
    const tool_outputs = calls.map((call) => ({
      tool_call_id: call.id,
      output: `rain ${number} for ${call.function.arguments}`,
    }));
    const run = await client.beta.threads.runs.submitToolOutputsAndPoll(waiting.id, {
      thread_id: thread.id,
      tool_outputs,
    });
    const [messages, steps] = await Promise.all([
      client.beta.threads.messages.list(thread.id),
      client.beta.threads.runs.steps.list(run.id, { thread_id: thread.id }),
    ]);
    const [part] = messages.data[0]?.content ?? [];
    return {
      status: run.status,
      messages: messages.data.length,
      steps: steps.data.length,
      said: part?.type === 'text' ? part.text.value : '',
    };
  };
  const round = () => Promise.all(Array.from({ length: THREADS }, (_, number) => one(number)));
  const ended = await round();
  for (const [number, { said, ...rest }] of ended.entries()) {
    expect(rest).toEqual({ status: 'completed', messages: 2, steps: 2 });
    expect(said).toContain(`rain ${number} for`);
    expect(said).toContain(`City${number}"`);
  }
  // The second round still makes machine code; from then on there is nothing left to keep.
  await round();
  if (!heap) return;
  const before = await heap.ask(pid);
  await round();
  expect(((await heap.ask(pid)) - before) / THREADS).toBeLessThan(MOST_PER_RUN);
});
