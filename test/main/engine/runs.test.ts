import { expect, test } from 'vitest';
import { type ModelEvent, ModelFailure } from '../../../src/main/engine/ports';
import { asked, openEngine, tool } from '../../support/engine';
import { done, says, usage } from '../../support/scripted-model';

test('a new run is queued with everything the protocol says a run has', async () => {
  const { client } = await openEngine();
  const { assistant_id, threadId } = await asked(client);
  const { id, created_at, ...run } = await client.beta.threads.runs.create(threadId, { assistant_id });
  expect(id).toMatch(/^run_[A-Za-z0-9]{24}$/);
  expect(run).toEqual({
    object: 'thread.run',
    thread_id: threadId,
    assistant_id,
    status: 'queued',
    required_action: null,
    last_error: null,
    expires_at: created_at + 600,
    started_at: null,
    cancelled_at: null,
    failed_at: null,
    completed_at: null,
    incomplete_details: null,
    model: 'scripted',
    instructions: '',
    tools: [],
    tool_resources: {},
    metadata: {},
    usage: null,
    temperature: 1,
    top_p: 1,
    reasoning_effort: null,
    max_prompt_tokens: null,
    max_completion_tokens: null,
    truncation_strategy: { type: 'auto', last_messages: null },
    tool_choice: 'auto',
    parallel_tool_calls: true,
    response_format: 'auto',
  });
});

test('a polled run completes with its usage, its step and its message', async () => {
  const { client } = await openEngine();
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({
    status: 'completed',
    expires_at: null,
    completed_at: expect.any(Number),
    usage: {
      prompt_tokens: 10,
      completion_tokens: 5,
      total_tokens: 15,
      prompt_token_details: { cached_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
  });
  const { data: steps } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  const { data: messages } = await client.beta.threads.messages.list(threadId, { run_id: run.id });
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    status: 'completed',
    role: 'assistant',
    assistant_id,
    run_id: run.id,
    incomplete_at: null,
    incomplete_details: null,
    attachments: [],
  });
  expect(steps).toEqual([
    {
      id: expect.stringMatching(/^step_[A-Za-z0-9]{24}$/),
      object: 'thread.run.step',
      created_at: expect.any(Number),
      run_id: run.id,
      thread_id: threadId,
      assistant_id,
      type: 'message_creation',
      status: 'completed',
      cancelled_at: null,
      completed_at: expect.any(Number),
      expired_at: null,
      expires_at: null,
      failed_at: null,
      last_error: null,
      step_details: { type: 'message_creation', message_creation: { message_id: messages[0]?.id } },
      usage: run.usage,
      metadata: {},
    },
  ]);
  const step = await client.beta.threads.runs.steps.retrieve(steps[0]!.id, { thread_id: threadId, run_id: run.id });
  expect(step).toEqual(steps[0]);
});

test('a run passes to the model what the run says, and else what the assistant says', async () => {
  const { client, model } = await openEngine();
  const { assistant_id, threadId } = await asked(client, {
    model: 'first',
    instructions: 'Be kind.',
    temperature: 0.5,
    tools: [tool('of_assistant')],
  });
  await client.beta.threads.runs.createAndPoll(threadId, {
    assistant_id,
    additional_instructions: 'Be brief.',
    additional_messages: [{ role: 'user', content: 'And 2 + 2?' }],
  });
  await client.beta.threads.runs.createAndPoll(threadId, {
    assistant_id,
    model: 'second',
    instructions: 'Be strict.',
    temperature: 0.1,
    top_p: 0.2,
    tools: [tool('of_run')],
    tool_choice: { type: 'function', function: { name: 'of_run' } },
    parallel_tool_calls: false,
    response_format: { type: 'json_object' },
    reasoning_effort: 'low',
  });
  const [first, second] = model.turns;
  expect(first).toMatchObject({
    model: 'scripted',
    instructions: 'Be kind.\nBe brief.',
    temperature: 0.5,
    topP: 1,
    toolChoice: 'auto',
    parallelToolCalls: true,
    responseFormat: 'auto',
    reasoningEffort: null,
    tools: [{ type: 'function', function: { name: 'of_assistant' } }],
  });
  expect(first?.items).toEqual([
    { type: 'message', role: 'user', content: [{ type: 'text', text: 'What is 1 + 1?' }] },
    { type: 'message', role: 'user', content: [{ type: 'text', text: 'And 2 + 2?' }] },
  ]);
  expect(second).toMatchObject({
    model: 'scripted',
    instructions: 'Be strict.',
    temperature: 0.1,
    topP: 0.2,
    toolChoice: { type: 'function', function: { name: 'of_run' } },
    parallelToolCalls: false,
    responseFormat: { type: 'json_object' },
    reasoningEffort: 'low',
    tools: [{ type: 'function', function: { name: 'of_run' } }],
  });
  expect(second?.items.at(-1)).toEqual({
    type: 'message',
    role: 'assistant',
    content: [{ type: 'text', text: 'Hello there.' }],
  });
});

test('a model that cannot answer fails the run, its step and its message, with the reason', async () => {
  async function* broken(): AsyncGenerator<ModelEvent> {
    yield { type: 'text', delta: 'The answer is' };
    throw new ModelFailure('rate_limit', 'Too many questions.');
  }
  const { client } = await openEngine({ scripts: [broken, says('Better.')] });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const last_error = { code: 'rate_limit_exceeded', message: 'Too many questions.' };
  expect(run).toMatchObject({ status: 'failed', failed_at: expect.any(Number), last_error });
  const { data: steps } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  expect(steps).toMatchObject([{ status: 'failed', failed_at: expect.any(Number), last_error }]);
  const { data: messages } = await client.beta.threads.messages.list(threadId);
  expect(messages[0]).toMatchObject({
    status: 'incomplete',
    incomplete_details: { reason: 'run_failed' },
    incomplete_at: expect.any(Number),
    content: [{ text: { value: 'The answer is' } }],
  });
  expect((await client.beta.threads.runs.createAndPoll(threadId, { assistant_id })).status).toBe('completed');
});

test('a bug in a model is a server error that tells nothing of its inside', async () => {
  const { client } = await openEngine({
    scripts: [
      () => {
        throw new Error('/home/me/secret');
      },
    ],
  });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run.last_error).toEqual({ code: 'server_error', message: 'Sorry, something went wrong.' });
});

test('a model nobody knows fails the run, not its creation', async () => {
  const { client } = await openEngine({
    models: (name) => {
      throw new ModelFailure('invalid_request', `There is no model ${name}.`);
    },
  });
  const { assistant_id, threadId } = await asked(client, { model: 'gpt-x' });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({
    model: 'gpt-x',
    status: 'failed',
    last_error: { code: 'invalid_prompt', message: 'There is no model gpt-x.' },
  });
});

test('an answer cut by the model leaves run and message incomplete', async () => {
  const { client } = await openEngine({
    scripts: [
      () => [{ type: 'text', delta: 'One, two' }, done('max_completion_tokens', usage(10, 256))],
      () => [{ type: 'text', delta: 'Once' }, done('content_filter')],
    ],
  });
  const { assistant_id, threadId } = await asked(client);
  const cut = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id, max_completion_tokens: 256 });
  expect(cut).toMatchObject({
    status: 'incomplete',
    incomplete_details: { reason: 'max_completion_tokens' },
    usage: { completion_tokens: 256 },
  });
  const filtered = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(filtered).toMatchObject({ status: 'incomplete', incomplete_details: {} });
  const { data } = await client.beta.threads.messages.list(threadId);
  expect(data.slice(0, 2)).toMatchObject([
    { status: 'incomplete', incomplete_details: { reason: 'content_filter' } },
    { status: 'incomplete', incomplete_details: { reason: 'max_tokens' } },
  ]);
});

test('the metadata of a run can be changed while it is worked on, and survives its end', async () => {
  const { client } = await openEngine();
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.create(threadId, { assistant_id, metadata: { a: '1' } });
  await client.beta.threads.runs.update(run.id, { thread_id: threadId, metadata: { b: '2' } });
  const ended = await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  expect(ended).toMatchObject({ status: 'completed', metadata: { b: '2' } });
});

test('a model that says nothing at all completes the run without a message', async () => {
  const { client } = await openEngine({ scripts: [() => [done()]] });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'completed', usage: { total_tokens: 15 } });
  expect((await client.beta.threads.messages.list(threadId)).data).toHaveLength(1);
});
