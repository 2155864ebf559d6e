import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import { openEngine, tool } from '../../support/engine';

test('an assistant is created with upstream defaults, read back and listed the same', async () => {
  const { client } = await openEngine();
  const created = await client.beta.assistants.create({ model: 'gpt-4o' });
  expect(created).toEqual({
    id: expect.stringMatching(/^asst_[A-Za-z0-9]{24}$/),
    object: 'assistant',
    created_at: expect.any(Number),
    name: null,
    description: null,
    model: 'gpt-4o',
    instructions: null,
    tools: [],
    top_p: 1,
    temperature: 1,
    reasoning_effort: null,
    tool_resources: {},
    metadata: {},
    response_format: 'auto',
  });
  expect(await client.beta.assistants.retrieve(created.id)).toEqual(created);
  expect((await client.beta.assistants.list()).data).toEqual([created]);
});

test('tools come back with what upstream adds to them', async () => {
  const { client } = await openEngine();
  const { tools, tool_resources } = await client.beta.assistants.create({
    model: 'm',
    tools: [{ type: 'code_interpreter' }, { type: 'file_search' }, tool('f')],
  });
  expect(tools).toEqual([
    { type: 'code_interpreter' },
    {
      type: 'file_search',
      file_search: { ranking_options: { ranker: 'default_2024_08_21', score_threshold: 0 } },
    },
    { type: 'function', function: { name: 'f', parameters: { type: 'object', properties: {} }, strict: false } },
  ]);
  expect(tool_resources).toEqual({ code_interpreter: { file_ids: [] }, file_search: { vector_store_ids: [] } });
});

test('updating an assistant changes what is given and nothing else', async () => {
  const { client } = await openEngine();
  const before = await client.beta.assistants.create({ model: 'm', name: 'Ada', metadata: { a: '1', b: '2' } });
  const response_format = { type: 'json_schema' as const, json_schema: { name: 'x', schema: { type: 'object' } } };
  const after = await client.beta.assistants.update(before.id, { name: null, metadata: { c: '3' }, response_format });
  expect(after).toEqual({
    ...before,
    name: null,
    metadata: { c: '3' },
    response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { type: 'object' }, strict: false } },
  });
});

test('a deleted assistant is gone, and its runs stay', async () => {
  const { client } = await openEngine();
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
  const run = await client.beta.threads.createAndRunPoll({ assistant_id, thread: {} });
  expect(await client.beta.assistants.delete(assistant_id)).toEqual({
    id: assistant_id,
    object: 'assistant.deleted',
    deleted: true,
  });
  await expect(client.beta.assistants.retrieve(assistant_id)).rejects.toMatchObject({ status: 404 });
  expect(await client.beta.threads.runs.retrieve(run.id, { thread_id: run.thread_id })).toEqual(run);
});

test('a thread lives from its creation without a body to its deletion', async () => {
  const { client, engine } = await openEngine();
  const response = await engine.fetch('http://engine/v1/threads', { method: 'POST' });
  expect(response.status).toBe(200);
  const thread = await client.beta.threads.create({ metadata: { topic: 'sales' } });
  expect(thread).toEqual({
    id: expect.stringMatching(/^thread_[A-Za-z0-9]{24}$/),
    object: 'thread',
    created_at: expect.any(Number),
    metadata: { topic: 'sales' },
    tool_resources: {},
  });
  const updated = await client.beta.threads.update(thread.id, { metadata: { topic: 'costs' } });
  expect(updated).toEqual({ ...thread, metadata: { topic: 'costs' } });
  expect(await client.beta.threads.delete(thread.id)).toEqual({
    id: thread.id,
    object: 'thread.deleted',
    deleted: true,
  });
  await expect(client.beta.threads.retrieve(thread.id)).rejects.toMatchObject({ status: 404 });
});

test('a message keeps its parts in order, with the details upstream fills in', async () => {
  const { client } = await openEngine();
  const { id } = await client.beta.threads.create();
  const message = await client.beta.threads.messages.create(id, {
    role: 'user',
    content: [
      { type: 'text', text: 'Look:' },
      { type: 'image_url', image_url: { url: 'https://example.org/a.png' } },
    ],
    metadata: { mood: 'curious' },
  });
  expect(message).toEqual({
    id: expect.stringMatching(/^msg_[A-Za-z0-9]{24}$/),
    object: 'thread.message',
    created_at: expect.any(Number),
    thread_id: id,
    run_id: null,
    assistant_id: null,
    role: 'user',
    status: 'completed',
    completed_at: expect.any(Number),
    incomplete_at: null,
    incomplete_details: null,
    content: [
      { type: 'text', text: { value: 'Look:', annotations: [] } },
      { type: 'image_url', image_url: { url: 'https://example.org/a.png', detail: 'auto' } },
    ],
    attachments: [],
    metadata: { mood: 'curious' },
  });
});

test('only the metadata of a message can be changed, and a deleted message is gone', async () => {
  const { client } = await openEngine();
  const { id: thread_id } = await client.beta.threads.create();
  const message = await client.beta.threads.messages.create(thread_id, { role: 'user', content: 'x' });
  const changed = await client.beta.threads.messages.update(message.id, { thread_id, metadata: { a: '1' } });
  expect(changed).toEqual({ ...message, metadata: { a: '1' } });
  expect(await client.beta.threads.messages.delete(message.id, { thread_id })).toEqual({
    id: message.id,
    object: 'thread.message.deleted',
    deleted: true,
  });
  await expect(client.beta.threads.messages.retrieve(message.id, { thread_id })).rejects.toMatchObject({ status: 404 });
});

test('a metadata of sixteen pairs at their longest is kept', async () => {
  const { client } = await openEngine();
  const pairs = Array.from({ length: 16 }, (_, i) => [`${i}`.padStart(64, 'k'), 'v'.repeat(512)]);
  const metadata = Object.fromEntries(pairs);
  expect((await client.beta.threads.create({ metadata })).metadata).toEqual(metadata);
});

test('the models are listed, and found by name even with a slash in it', async () => {
  const { client } = await openEngine({
    listModels: async () => [
      { id: 'built-in', ownedBy: 'assay', created: 1 },
      { id: 'org/model', ownedBy: 'org', created: 2 },
    ],
  });
  expect((await client.models.list()).data.map((one) => one.id)).toEqual(['built-in', 'org/model']);
  expect(await client.models.retrieve('org/model')).toEqual({
    id: 'org/model',
    object: 'model',
    created: 2,
    owned_by: 'org',
  });
});

test('an assistant kept as upstream showed it is created again from that', async () => {
  const { client } = await openEngine();
  const kept = {
    model: 'gpt-4o',
    name: null,
    description: null,
    instructions: null,
    tools: [
      {
        type: 'file_search',
        file_search: { ranking_options: { ranker: 'default_2024_08_21', score_threshold: 0, hybrid_search: null } },
      },
    ],
    tool_resources: { file_search: { vector_store_ids: [] } },
    metadata: {},
    temperature: 1,
    top_p: 1,
    response_format: 'auto',
    reasoning_effort: null,
  } as object as OpenAI.Beta.AssistantCreateParams;
  const { id, object: _, created_at: __, ...made } = await client.beta.assistants.create(kept);
  const again = await client.beta.assistants.update(id, made as OpenAI.Beta.AssistantUpdateParams);
  expect(again).toMatchObject(made);
});
