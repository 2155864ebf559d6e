import { expect, test } from 'vitest';
import { asked, openEngine, tool } from '../../support/engine';
import { done, type Script, says, usage } from '../../support/scripted-model';

const texts = (items: { type: string; content?: unknown }[] | undefined) =>
  items?.map((item) => JSON.stringify(item.content).match(/"text":"([^"]{0,12})/)?.[1]);

async function thread(contents: string[], scripts: Script[] = [says('Ok.')]) {
  const opened = await openEngine({ scripts });
  const { id: assistant_id } = await opened.client.beta.assistants.create({ model: 'm', tools: [tool('f')] });
  const messages = contents.map((content) => ({ role: 'user' as const, content }));
  const { id: threadId } = await opened.client.beta.threads.create({ messages });
  return { ...opened, assistant_id, threadId };
}

test('what a turn leaves of the budgets is what the next may spend', async () => {
  const { client, model, assistant_id, threadId } = await thread(
    ['Hi'],
    [() => [{ type: 'call', index: 0, name: 'f' }, done('calls', usage(300, 100))], says('Ok.')],
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, {
    assistant_id,
    max_prompt_tokens: 1000,
    max_completion_tokens: 500,
  });
  const [call] = run.required_action!.submit_tool_outputs.tool_calls;
  await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, {
    thread_id: threadId,
    tool_outputs: [{ tool_call_id: call!.id, output: 'x' }],
  });
  expect(model.turns.map((turn) => [turn.maxPromptTokens, turn.maxCompletionTokens])).toEqual([
    [1000, 500],
    [700, 400],
  ]);
});

test('a run that spent more on prompts than it may ends incomplete instead of asking for outputs', async () => {
  const { client, assistant_id, threadId } = await thread(
    ['Hi'],
    [() => [{ type: 'call', index: 0, name: 'f' }, done('calls', usage(1001, 1))]],
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id, max_prompt_tokens: 1000 });
  expect(run).toMatchObject({
    status: 'incomplete',
    incomplete_details: { reason: 'max_prompt_tokens' },
    required_action: null,
    usage: { prompt_tokens: 1001 },
  });
});

test('a model that overshoots the completion budget leaves message and run incomplete', async () => {
  const { client, assistant_id, threadId } = await thread(
    ['Hi'],
    [() => [{ type: 'text', delta: 'Long story' }, done('stop', usage(10, 300))]],
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id, max_completion_tokens: 256 });
  expect(run.incomplete_details).toEqual({ reason: 'max_completion_tokens' });
  const { data } = await client.beta.threads.messages.list(threadId, { run_id: run.id });
  expect(data).toMatchObject([{ status: 'incomplete', incomplete_details: { reason: 'max_tokens' } }]);
});

test('a question longer than the whole prompt budget is not even asked', async () => {
  const { client, model, assistant_id, threadId } = await thread(['word '.repeat(1000)]);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id, max_prompt_tokens: 256 });
  expect(run).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_prompt_tokens' } });
  expect(model.turns).toHaveLength(0);
});

test('when a thread outgrows the prompt budget, the middle is left out', async () => {
  const contents = ['Task', ...Array.from({ length: 20 }, (_, index) => `${index} ${'word '.repeat(80)}`), 'Question'];
  const { client, model, assistant_id, threadId } = await thread(contents);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id, max_prompt_tokens: 500 });
  expect(run.status).toBe('completed');
  const kept = texts(model.turns[0]?.items);
  expect(kept?.[0]).toBe('Task');
  expect(kept?.at(-1)).toBe('Question');
  expect(kept?.slice(1, -1)).toEqual(['16 word word', '17 word word', '18 word word', '19 word word']);
});

test('last_messages gives the model that many and no more', async () => {
  const { client, model, assistant_id, threadId } = await thread(['a', 'b', 'c', 'd']);
  await client.beta.threads.runs.createAndPoll(threadId, {
    assistant_id,
    truncation_strategy: { type: 'last_messages', last_messages: 2 },
  });
  expect(texts(model.turns[0]?.items)).toEqual(['c', 'd']);
});

test('a model is not given more than it says it can read', async () => {
  const { model } = await openEngine();
  const small = Object.assign(model, { abilities: { ...model.abilities, contextTokens: 300 } });
  const { client } = await openEngine({ models: () => small });
  const { assistant_id, threadId } = await asked(client);
  for (const content of ['x '.repeat(400), 'y '.repeat(200), 'Last']) {
    await client.beta.threads.messages.create(threadId, { role: 'user', content });
  }
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(texts(small.turns[0]?.items)).toEqual(['What is 1 + ', 'y y y y y y ', 'Last']);
});
