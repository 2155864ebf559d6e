import OpenAI from 'openai';
import OpenAI4 from 'openai-v4';
import OpenAI6 from 'openai-v6';
import { describe, expect, it } from 'vitest';
import { sales } from '../support/analyst/profiles';
import { rawClient, send, sendRaw } from '../support/raw-http';
import { startServe } from '../support/serve';
import { tempFolder } from '../support/temp-folder';

const dataTools = ['describe_data', 'analyze', 'make_chart'].map((name) => ({
  type: 'function' as const,
  function: { name, parameters: { type: 'object', properties: {} } },
}));

/** What a script of somebody else's would answer to the analyst's calls. */
function outputOf(call: ToolCall): string {
  if (call.function.name === 'describe_data') return JSON.stringify({ datasets: [sales] });
  if (call.function.name === 'make_chart')
    return JSON.stringify({ error: { code: 'internal', message: 'no paint here' } });
  const { query } = JSON.parse(call.function.arguments);
  const { by, compute } = query;
  const column = { unit: null, decimals: null };
  return JSON.stringify({
    result_id: 'r',
    query,
    sql: 'SELECT 1',
    columns: [
      { ...column, name: by[0].as, role: 'group', type: 'text' },
      { ...column, name: compute[0].as, role: 'measure', type: 'decimal', decimals: 2 },
    ],
    rows: [
      ['West', '7.50'],
      ['East', '2.50'],
    ],
    row_count: 2,
    truncated: false,
    facts: [],
  });
}

interface ToolCall {
  id: string;
  function: { name: string; arguments: string };
}
const answersTo = (calls: readonly ToolCall[]) =>
  calls.map((call) => ({ tool_call_id: call.id, output: outputOf(call) }));

async function serve() {
  const { base_url: baseURL, api_key: apiKey, port } = await startServe(tempFolder());
  return { baseURL, apiKey, port, client: new OpenAI({ baseURL, apiKey, maxRetries: 0 }) };
}

describe('npm run serve', () => {
  it('is driven by the current SDK: streaming, calls, tool outputs, the order of events', async () => {
    const { client } = await serve();
    const assistant = await client.beta.assistants.create({ model: 'built-in', tools: dataTools });
    const thread = await client.beta.threads.create({
      messages: [{ role: 'user', content: 'total amount by region' }],
    });
    let stream = client.beta.threads.runs.stream(thread.id, { assistant_id: assistant.id });
    const rounds: string[][] = [];
    const events: string[] = [];
    for (;;) {
      for await (const { event } of stream) events.push(event);
      const run = await stream.finalRun();
      if (run.status !== 'requires_action') {
        expect(run.status).toBe('completed');
        break;
      }
      const calls = run.required_action?.submit_tool_outputs.tool_calls ?? [];
      rounds.push(calls.map((call) => call.function.name));
      stream = client.beta.threads.runs.submitToolOutputsStream(run.id, {
        thread_id: thread.id,
        tool_outputs: answersTo(calls),
      });
    }
    expect(rounds).toEqual([['describe_data'], ['analyze'], ['make_chart']]);
    expect(events.slice(0, 3)).toEqual(['thread.run.created', 'thread.run.queued', 'thread.run.in_progress']);
    expect(events.slice(-3)).toEqual(['thread.message.completed', 'thread.run.step.completed', 'thread.run.completed']);
    expect(events.filter((event) => event === 'thread.run.requires_action')).toHaveLength(3);
    const [answer] = (await client.beta.threads.messages.list(thread.id)).data;
    const [part] = answer?.content ?? [];
    expect(part?.type === 'text' && part.text.value).toContain('Total amount is highest in **West**: 7.50');
    expect(part?.type === 'text' && part.text.value).not.toContain('is taken for');
  });

  it.each([
    ['4.104', OpenAI4],
    ['6.49', OpenAI6],
  ])('is driven by SDK %s: create and poll, submit and poll, cancel, lists', async (_, Sdk) => {
    const { baseURL, apiKey } = await serve();
    const client = new Sdk({ baseURL, apiKey, maxRetries: 0 }) as unknown as OpenAI4;
    const assistant = await client.beta.assistants.create({ model: 'built-in', tools: dataTools });
    const thread = await client.beta.threads.create({
      messages: [{ role: 'user', content: 'total amount by region' }],
    });
    const poll = async () =>
      Sdk === OpenAI4
        ? client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id })
        : pollNew(baseURL, apiKey, thread.id, assistant.id);
    let run = await poll();
    expect(run.status).toBe('requires_action');
    while (run.status === 'requires_action') {
      const body = { tool_outputs: answersTo(run.required_action?.submit_tool_outputs.tool_calls ?? []) };
      const path = `/threads/${thread.id}/runs/${run.id}`;
      await client.post(`${path}/submit_tool_outputs`, { body });
      do run = await client.get(path);
      while (run.status === 'queued' || run.status === 'in_progress');
    }
    expect(run.status).toBe('completed');
    const steps = await client.get<unknown, { data: { type: string }[] }>(`/threads/${thread.id}/runs/${run.id}/steps`);
    expect(steps.data.map((step) => step.type)).toEqual(['message_creation', 'tool_calls', 'tool_calls', 'tool_calls']);
    const second = await poll();
    const cancelled = await client.post<unknown, { status: string }>(`/threads/${thread.id}/runs/${second.id}/cancel`);
    expect(['cancelling', 'cancelled']).toContain(cancelled.status);
  });

  it('cancels a run that waits for outputs, and takes the thread up again afterwards', async () => {
    const { client } = await serve();
    const assistant = await client.beta.assistants.create({ model: 'built-in', tools: dataTools });
    const thread = await client.beta.threads.create({ messages: [{ role: 'user', content: 'average amount' }] });
    const waiting = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    await client.beta.threads.runs.cancel(waiting.id, { thread_id: thread.id });
    expect((await client.beta.threads.runs.poll(waiting.id, { thread_id: thread.id })).status).toBe('cancelled');
    const again = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
    expect(again.status).toBe('requires_action');
  });

  it('refuses strangers: keys, hosts and origins', async () => {
    const { port, apiKey } = await serve();
    const ask = (headers: Record<string, string>) => send(port, { path: '/v1/assistants', headers });
    const host = `127.0.0.1:${port}`;
    expect((await ask({ host, authorization: `Bearer ${apiKey}` })).status).toBe(200);
    for (const authorization of ['', 'Bearer', 'Bearer sk-wrong', `Basic ${apiKey}`, `Bearer ${apiKey}x`])
      expect((await ask({ host, authorization })).status).toBe(401);
    for (const bad of ['evil.example', `127.0.0.1.evil.example:${port}`, 'localhost'])
      expect((await ask({ host: bad, authorization: `Bearer ${apiKey}` })).status).toBe(403);
    for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${port}`, 'file://'])
      expect((await ask({ host, origin, authorization: `Bearer ${apiKey}` })).status).toBe(403);
    const wrong = await ask({ host, authorization: 'Bearer sk-wrong' });
    expect(JSON.parse(wrong.body).error.code).toBe('invalid_api_key');
    expect(wrong.body).not.toContain(apiKey);
    expect(wrong.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('outlives smuggling, half requests and ids that look like paths', async () => {
    const { port, apiKey, client } = await serve();
    const head = `Host: 127.0.0.1:${port}\r\nAuthorization: Bearer ${apiKey}\r\n`;
    const smuggled = await sendRaw(
      port,
      `POST /v1/threads HTTP/1.1\r\n${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/assistants HTTP/1.1\r\n${head}\r\n`,
    );
    expect(smuggled.match(/HTTP\/1\.1 2\d\d/g) ?? []).toHaveLength(0);
    const half = `POST /v1/threads HTTP/1.1\r\n${head}Content-Length: 100000\r\n\r\n{`;
    const clients = await Promise.all(Array.from({ length: 20 }, () => rawClient(port)));
    await Promise.all(clients.map(({ socket }) => new Promise((sent) => socket.write(half, sent))));
    for (const { socket } of clients.slice(10)) socket.destroy();
    for (const id of ['thread_../../x', '..%2f..%2fetc%2fpasswd', 'thread_%00', 'a'.repeat(5_000)]) {
      const answer = await send(port, {
        path: `/v1/threads/${id}`,
        headers: { host: `127.0.0.1:${port}`, authorization: `Bearer ${apiKey}` },
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    expect((await client.beta.threads.create()).id).toMatch(/^thread_/);
  });

  it('names the model that answers', async () => {
    const { client } = await serve();
    expect((await client.models.list()).data.map((model) => model.id)).toContain('built-in');
  });
});

/** SDKs since 5 name the path's parts instead of counting on their order. */
async function pollNew(baseURL: string, apiKey: string, threadId: string, assistantId: string) {
  const client = new OpenAI6({ baseURL, apiKey, maxRetries: 0 });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id: assistantId });
  return run as unknown as OpenAI4.Beta.Threads.Run;
}
