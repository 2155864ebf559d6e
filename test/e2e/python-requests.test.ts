import { describe, expect, it } from 'vitest';
import { pythonClient } from '../support/python-requests';
import { startServe } from '../support/serve';
import { tempFolder } from '../support/temp-folder';

const CONTENT = 'step_details.tool_calls%5B%2A%5D.file_search.results%5B%2A%5D.content';
const weather = {
  type: 'function',
  function: {
    name: 'get_weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};
const ids = (list: { data: { id: string }[] }) => list.data.map((one) => one.id);
const user = (content: string) => ({ role: 'user', content });

describe('the requests of a Python script', () => {
  it('are answered from the first assistant to the last delete', async () => {
    const { ask, upload, poll } = pythonClient(await startServe(tempFolder()), 'assistants=v2');
    const policy = await upload('Übersicht.md', 'text/markdown', '# Leave\n\nParental leave is 14 weeks.\n');
    const table = await upload('numbers.csv', 'text/csv', 'a,b\n1,2\n3,4\n');
    expect([policy.filename, policy.bytes, table.bytes]).toEqual(['Übersicht.md', 37, 12]);
    const store = await ask('POST', '/vector_stores', { file_ids: [policy.id] });
    const assistant = await ask('POST', '/assistants', {
      model: 'gpt-4o',
      tools: [{ type: 'code_interpreter' }, { type: 'file_search' }],
      tool_resources: {
        code_interpreter: { file_ids: [table.id] },
        file_search: { vector_store_ids: [store.id] },
      },
    });
    const thread = await ask('POST', '/threads', {});
    const attachments = [{ file_id: policy.id, tools: [{ type: 'file_search' }] }];
    await ask('POST', `/threads/${thread.id}/messages`, { ...user('How long is parental leave?'), attachments });
    const started = await ask('POST', `/threads/${thread.id}/runs`, { assistant_id: assistant.id, stream: false });
    const run = await poll(`/threads/${thread.id}/runs/${started.id}`);
    expect(run).toMatchObject({ status: 'completed', last_error: null });
    const steps = await ask('GET', `/threads/${thread.id}/runs/${run.id}/steps?order=asc&include%5B%5D=${CONTENT}`);
    expect(steps.data.map((step: { type: string }) => step.type)).toEqual(['tool_calls', 'message_creation']);
    const [{ file_search: search }] = steps.data[0].step_details.tool_calls;
    expect(search.results[0]).toMatchObject({ file_id: policy.id, content: [{ text: expect.stringContaining('14') }] });
    const { data } = await ask('GET', `/threads/${thread.id}/messages`);
    expect(data[0].content[0].text).toMatchObject({
      value: expect.stringContaining('14 weeks'),
      annotations: [{ type: 'file_citation', file_citation: { file_id: policy.id } }],
    });
    await ask('POST', `/threads/${thread.id}/messages`, user('How many weeks is parental leave?'));
    const helper = { 'X-Stainless-Stream-Helper': 'threads.runs.create_and_stream' };
    const body = { assistant_id: assistant.id, stream: true };
    const stream: string = await ask('POST', `/threads/${thread.id}/runs`, body, helper);
    expect(stream).toMatch(/^event: thread\.run\.created\ndata: \{.*\}\n\n/);
    expect(stream).toMatch(/event: thread\.run\.completed\n.*\n\nevent: done\ndata: \[DONE\]\n\n$/);
    for (const path of [`/threads/${thread.id}`, `/vector_stores/${store.id}`, `/assistants/${assistant.id}`])
      expect(await ask('DELETE', path)).toMatchObject({ deleted: true });
    for (const file of [policy, table]) expect((await ask('DELETE', `/files/${file.id}`)).deleted).toBe(true);
    expect(await ask('GET', '/files')).toMatchObject({ data: [], first_id: null, has_more: false });
  });

  it('have functions called, give up on what takes too long, and page', async () => {
    const { ask, poll } = pythonClient(await startServe(tempFolder()), 'assistants=v2');
    const { id: assistant_id } = await ask('POST', '/assistants', { model: 'gpt-4-turbo', tools: [weather] });
    const thread = { messages: [user('What is the weather in Paris and Rome?')] };
    const made = await ask('POST', '/threads/runs', { assistant_id, thread, stream: false });
    const path = `/threads/${made.thread_id}`;
    const waiting = await poll(`${path}/runs/${made.id}`);
    const calls: { id: string; function: { arguments: string } }[] =
      waiting.required_action.submit_tool_outputs.tool_calls;
    expect(calls.map((call) => JSON.parse(call.function.arguments))).toEqual([{ city: 'Paris' }, { city: 'Rome' }]);
    const tool_outputs = calls.map(({ id }, index) => ({ tool_call_id: id, output: `${20 + index} degrees` }));
    await ask('POST', `${path}/runs/${made.id}/submit_tool_outputs`, { tool_outputs, stream: false });
    expect(await poll(`${path}/runs/${made.id}`)).toMatchObject({ status: 'completed' });
    const second = await ask('POST', `${path}/runs`, {
      assistant_id,
      additional_messages: [user('And what is the weather in Oslo?')],
      stream: false,
    });
    expect((await poll(`${path}/runs/${second.id}`)).status).toBe('requires_action');
    // The client sends a content type and no content.
    expect((await ask('POST', `${path}/runs/${second.id}/cancel`)).status).toBe('cancelling');
    expect((await poll(`${path}/runs/${second.id}`)).status).toBe('cancelled');
    const all = ids(await ask('GET', `${path}/messages?order=asc&limit=100`));
    expect(all).toHaveLength(3);
    expect(ids(await ask('GET', `${path}/messages?limit=2&order=asc&after=${all[0]}`))).toEqual(all.slice(1));
    expect(ids(await ask('GET', `${path}/messages?limit=2&before=${all[0]}&foo%5B%5D=1&foo%5B%5D=2`))).toEqual(
      all.slice(1).toReversed(),
    );
    expect(ids(await ask('GET', `${path}/runs`))).toEqual([second.id, made.id]);
  });

  it('of the first version are answered as they were then', async () => {
    const { ask, upload, poll } = pythonClient(await startServe(tempFolder()), 'assistants=v1');
    const file = await upload('zoo.md', 'text/markdown', 'There are three llamas in the zoo.');
    const assistant = await ask('POST', '/assistants', {
      model: 'gpt-4-1106-preview',
      tools: [{ type: 'retrieval' }],
      file_ids: [file.id],
    });
    expect(assistant).toMatchObject({ tools: [{ type: 'retrieval' }], file_ids: [file.id] });
    const files = `/assistants/${assistant.id}/files`;
    expect(ids(await ask('GET', files))).toEqual([file.id]);
    expect(ids(await ask('GET', `${files}?after=${file.id}`))).toEqual([]);
    const thread = await ask('POST', '/threads', {});
    const asked = { ...user('How many llamas are in the zoo?'), file_ids: [file.id] };
    const message = await ask('POST', `/threads/${thread.id}/messages`, asked);
    expect(message).toMatchObject({ file_ids: [file.id] });
    expect(message).not.toHaveProperty('attachments');
    const made = await ask('POST', `/threads/${thread.id}/runs`, { assistant_id: assistant.id });
    const run = await poll(`/threads/${thread.id}/runs/${made.id}`);
    expect(run).toMatchObject({ status: 'completed', file_ids: [file.id], tools: [{ type: 'retrieval' }] });
    const { data } = await ask('GET', `/threads/${thread.id}/messages`);
    expect(data[0].content[0].text).toMatchObject({
      value: expect.stringContaining('three llamas'),
      annotations: [{ file_citation: { file_id: file.id, quote: expect.stringContaining('three llamas') } }],
    });
    const steps = await ask('GET', `/threads/${thread.id}/runs/${run.id}/steps?order=asc`);
    expect(steps.data[0].step_details.tool_calls).toEqual([
      { id: expect.any(String), type: 'retrieval', retrieval: {} },
    ]);
    expect(await ask('DELETE', `${files}/${file.id}`)).toMatchObject({ object: 'assistant.file.deleted' });
    expect((await ask('GET', `/assistants/${assistant.id}`)).file_ids).toEqual([]);
  });
});
