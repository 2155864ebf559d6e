import { describe, expect, it } from 'vitest';
import { chatModel } from '../../../../src/main/engine/models/chat';
import { responsesModel } from '../../../../src/main/engine/models/responses';
import { asked, openEngine, tool } from '../../../support/engine';
import { bytes, FakeCodeRunner } from '../../../support/engine-code';
import { documents } from '../../../support/engine-files';
import { chatWith } from '../../../support/models/chats';
import { chatStreamOf, type Script, streamOf } from '../../../support/upstream';

const servers = { chat: chatModel, responses: responsesModel };

/** An engine whose model stands behind a scripted server. */
async function openWith(api: keyof typeof servers, scripts: Script[], codeRunner = new FakeCodeRunner()) {
  const { upstream, options, quirks } = chatWith(scripts);
  const model = servers[api](options);
  const opened = await openEngine({ models: () => model, codeRunner });
  return { ...opened, upstream, quirks, codeRunner };
}

const lastOutput = (body: {
  messages?: { role: string; content: string }[];
  input?: { type: string; output: string }[];
}): string =>
  body.messages?.findLast((message) => message.role === 'tool')?.content ??
  body.input?.findLast((item) => item.type === 'function_call_output')?.output ??
  '';

describe.each(['chat', 'responses'] as const)('a model behind %s', (api) => {
  it('writes Python that runs here, is shown its prints, and links to the file it made', async () => {
    const codeRunner = new FakeCodeRunner(() => ({
      outputs: [{ type: 'logs', text: 'rows: 3\n' }],
      files: [{ name: 'out.csv', bytes: bytes('a\n1\n') }],
    }));
    const code = 'import csv\nprint("rows:", 3)';
    const { client, upstream } = await openWith(
      api,
      [
        { text: 'I count.', calls: [{ name: 'python', arguments: { code } }] },
        { text: 'There are 3: [out.csv](sandbox:/mnt/data/out.csv).' },
      ],
      codeRunner,
    );
    const { assistant_id, threadId } = await asked(client, { tools: [{ type: 'code_interpreter' }] });
    const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
    const fragments: string[] = [];
    stream.on('toolCallDelta', (delta) => {
      if (delta.type === 'code_interpreter') fragments.push(delta.code_interpreter?.input ?? '');
    });
    const run = await stream.finalRun();
    expect(run).toMatchObject({
      status: 'completed',
      model: 'scripted',
      usage: { prompt_tokens: 22, completion_tokens: 14 },
    });
    expect(fragments.join('')).toBe(code);
    expect(fragments.length).toBeGreaterThan(2);
    expect(codeRunner.ran[0]?.code).toBe(code);
    expect(lastOutput(upstream.turns[1]?.json)).toContain('rows: 3');
    const [message] = (await client.beta.threads.messages.list(threadId, { limit: 1 })).data;
    const [content] = message?.content ?? [];
    expect(content?.type === 'text' && content.text.annotations).toMatchObject([{ type: 'file_path' }]);
  });

  it('passes on what comes together as one delta, and what comes apart word by word', async () => {
    const words = Array.from({ length: 200 }, (_, index) => `word ${index} `);
    const together = api === 'chat' ? chatStreamOf({ text: words }) : streamOf({ text: words });
    const { client } = await openWith(api, [{ raw: together }, { text: words }]);
    const { assistant_id, threadId } = await asked(client);
    const read = async () => {
      const deltas: string[] = [];
      const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
      stream.on('textDelta', ({ value }) => deltas.push(value ?? ''));
      expect((await stream.finalRun()).status).toBe('completed');
      expect(deltas.join('')).toBe(words.join(''));
      return deltas.length;
    };
    expect(await read()).toBeLessThan(5);
    expect(await read()).toBe(words.length);
  });

  it('searches documents, and its marks become citations', async () => {
    const { client, upstream } = await openWith(api, [
      { calls: [{ name: 'file_search', arguments: { queries: ['parental leave'] } }] },
      (request) => ({ text: `It is 14 weeks${/【\d+:\d+†source】/.exec(lastOutput(request.json))?.[0] ?? ''}.` }),
    ]);
    const { storeId, fileIds } = await documents(client, { 'leave.md': 'Parental leave is 14 weeks at full pay.' });
    const { assistant_id, threadId } = await asked(client, {
      tools: [{ type: 'file_search' }],
      tool_resources: { file_search: { vector_store_ids: [storeId] } },
    });
    await client.beta.threads.runs.createAndPoll(threadId, { assistant_id }, { pollIntervalMs: 20 });
    expect(lastOutput(upstream.turns[1]?.json)).toContain('Parental leave is 14 weeks');
    const [message] = (await client.beta.threads.messages.list(threadId, { limit: 1 })).data;
    const [content] = message?.content ?? [];
    expect(content?.type === 'text' && content.text.annotations).toMatchObject([
      { type: 'file_citation', file_citation: { file_id: fileIds[0] } },
    ]);
  });

  it('calls two functions at once, and reads what they said', async () => {
    const { client, upstream } = await openWith(api, [
      {
        calls: [
          { name: 'weather', arguments: { city: 'Berlin' } },
          { name: 'weather', arguments: { city: 'Rome' } },
        ],
      },
      { text: 'Rain and sun.' },
    ]);
    const { assistant_id, threadId } = await asked(client, { tools: [tool('weather')] });
    const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id }, { pollIntervalMs: 20 });
    const calls = run.required_action?.submit_tool_outputs.tool_calls ?? [];
    expect(calls.map((call) => JSON.parse(call.function.arguments))).toEqual([{ city: 'Berlin' }, { city: 'Rome' }]);
    const tool_outputs = calls.map(({ id }, index) => ({ tool_call_id: id, output: ['rain', 'sun'][index] ?? '' }));
    await client.beta.threads.runs.submitToolOutputsAndPoll(
      run.id,
      { thread_id: threadId, tool_outputs },
      { pollIntervalMs: 20 },
    );
    expect(JSON.stringify(upstream.turns[1]?.json)).toMatch(/Berlin.*Rome.*rain.*sun/);
  });

  it('that asks for a tool which is not there goes on, and the run is not failed', async () => {
    const { client, upstream } = await openWith(api, [
      { calls: [{ name: 'browse', arguments: {} }] },
      { text: 'I cannot browse.' },
    ]);
    const { assistant_id, threadId } = await asked(client, { tools: [tool('weather')] });
    const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id }, { pollIntervalMs: 20 });
    expect(run).toMatchObject({ status: 'completed', usage: { prompt_tokens: 22 } });
    expect(lastOutput(upstream.turns[1]?.json)).toContain('The tools are: weather');
  });

  it('that refuses the key ends the run by it, and never names the key', async () => {
    const { client } = await openWith(api, [
      {
        status: 401,
        error: { error: { message: 'Incorrect API key provided: sk-test-key-0123456789.', code: 'invalid_api_key' } },
      },
    ]);
    const { assistant_id, threadId } = await asked(client);
    const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id }, { pollIntervalMs: 20 });
    expect(run).toMatchObject({ status: 'failed', last_error: { code: 'server_error' } });
    expect(JSON.stringify(run)).toContain('authentication');
    expect(JSON.stringify(run)).not.toContain('sk-test-key');
  });

  it('that refuses the key between two calls fails the run by it, keeps what was called, and leaves the thread free', async () => {
    const { client } = await openWith(api, [
      { calls: [{ name: 'weather', arguments: { city: 'Berlin' } }] },
      { status: 401, error: { error: { message: 'The key was revoked.', code: 'invalid_api_key' } } },
      { text: 'It rains.' },
    ]);
    const { assistant_id, threadId } = await asked(client, { tools: [tool('weather')] });
    const waiting = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id }, { pollIntervalMs: 20 });
    const [call] = waiting.required_action?.submit_tool_outputs.tool_calls ?? [];
    const tool_outputs = [{ tool_call_id: call?.id ?? '', output: 'rain' }];
    const answer = { thread_id: threadId, tool_outputs };
    const run = await client.beta.threads.runs.submitToolOutputsAndPoll(waiting.id, answer, { pollIntervalMs: 20 });
    expect(run.status).toBe('failed');
    expect(JSON.stringify(run)).toContain('authentication');
    const steps = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
    expect(JSON.stringify(steps.data)).toContain('rain');
    const next = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id }, { pollIntervalMs: 20 });
    expect(next.status).toBe('completed');
  });

  it('has the run say by which instructions it was answered, but for runs of scripts, which bring their own', async () => {
    const { client } = await openWith(api, [{ text: 'Yes.' }, { text: 'Yes.' }]);
    const { assistant_id, threadId } = await asked(client);
    const ask = (metadata: Record<string, string>) =>
      client.beta.threads.runs.createAndPoll(threadId, { assistant_id, metadata }, { pollIntervalMs: 5 });
    const ofApp = await ask({ assay_boundary: 'results', mine: 'kept' });
    expect(ofApp.metadata).toMatchObject({ assay_instructions: expect.stringMatching(/^2026-/), mine: 'kept' });
    expect((await ask({ mine: 'kept' })).metadata).toEqual({ mine: 'kept' });
  });
});
