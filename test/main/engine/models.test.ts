import { expect, test } from 'vitest';
import { type ModelCard, ModelFailure, type Models } from '../../../src/main/engine/ports';
import { asked, openEngine, tool } from '../../support/engine';
import { calls, ScriptedModel, says } from '../../support/scripted-model';

const card: ModelCard = { id: 'gpt-5.6', ownedBy: 'openai', created: 1 };

/** One server that knows one model, which is the configured one. */
async function connected() {
  const model = new ScriptedModel([says('Hi.')], 'gpt-5.6-2026-05-01');
  const models = (name: string) => {
    if (name === card.id) return model;
    throw new ModelFailure('invalid_request', `The model '${name}' does not exist`);
  };
  const opened = await openEngine({ models, usualModel: () => card.id, listModels: async () => [card] });
  return { ...opened, model };
}

test.each([
  'gpt-4',
  'gpt-4-turbo',
  'gpt-4-1106-preview',
  'gpt-3.5-turbo',
  'gpt-3.5-turbo-0125',
  'gpt-4o',
  'gpt-4o-mini',
])('the old name %s is answered by the configured model, and the run says by which', async (name) => {
  const { client, model } = await connected();
  const { assistant_id, threadId } = await asked(client, { model: name });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'completed', model: 'gpt-5.6-2026-05-01' });
  expect(model.turns[0]?.model).toBe('gpt-5.6-2026-05-01');
  expect((await client.beta.assistants.retrieve(assistant_id)).model).toBe(name);
  expect(await client.models.retrieve(name)).toEqual({
    id: 'gpt-5.6',
    object: 'model',
    created: 1,
    owned_by: 'openai',
  });
});

test('a name that never was fails its run with the reason', async () => {
  const { client } = await connected();
  const { assistant_id, threadId } = await asked(client, { model: 'gpt-99' });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({
    status: 'failed',
    model: 'gpt-99',
    last_error: { code: 'invalid_prompt', message: "The model 'gpt-99' does not exist" },
  });
  await expect(client.models.retrieve('gpt-99')).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
});

test('models are listed and read one by one, names with slashes too', async () => {
  const cards = ['a', 'org/b'].map((id): ModelCard => ({ ...card, id }));
  const { client } = await openEngine({ listModels: async () => cards });
  expect((await client.models.list()).data.map((one) => one.id)).toEqual(['a', 'org/b']);
  expect((await client.models.retrieve('org/b')).id).toBe('org/b');
});

/** Two models of which the configured one can be exchanged, and a run of the first that waits for a function's output. */
async function exchanged(gone = false) {
  const [first, second] = ['first', 'second'].map((id) => new ScriptedModel([calls(['f', '{}']), says(id)], id));
  let configured = first!;
  const models: Models = {
    resolve: () => configured,
    answerer: (id) => (gone && id === 'first' ? null : ([first!, second!].find((one) => one.answerer === id) ?? null)),
    list: async () => [],
  };
  const opened = await openEngine({ models });
  const { assistant_id, threadId } = await asked(opened.client, { tools: [tool('f')] });
  const ids = { thread_id: threadId };
  const run = gone
    ? await opened.client.beta.threads.runs.create(threadId, { assistant_id })
    : await opened.client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  configured = second!;
  const tool_outputs = (run.required_action?.submit_tool_outputs.tool_calls ?? []).map(({ id }) => ({
    tool_call_id: id,
    output: '1',
  }));
  return { ...opened, models, run, ids, body: { ...ids, tool_outputs }, first: first!, second: second! };
}

test('who began a run answers it to its end, though another model was configured meanwhile', async () => {
  const { client, run, body, first, second } = await exchanged();
  const ended = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, body);
  expect(ended).toMatchObject({ status: 'completed', model: 'first' });
  expect([first.turns.length, second.turns.length]).toEqual([2, 0]);
});

test('who began a run answers it also after a restart', async () => {
  const { engine, folder, models, run, body, first, second } = await exchanged();
  await engine.close();
  const { client } = await openEngine({ folder, models });
  const ended = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, body);
  expect(ended).toMatchObject({ status: 'completed', model: 'first' });
  expect([first.turns.length, second.turns.length]).toEqual([2, 0]);
});

test('a run whose model is gone fails with its name, and no other model answers instead', async () => {
  const { client, run, ids, second } = await exchanged(true);
  const ended = await client.beta.threads.runs.poll(run.id, ids);
  expect(ended).toMatchObject({ status: 'failed', model: 'first', last_error: { code: 'server_error' } });
  expect(ended.last_error?.message).toContain('first');
  expect(second.turns).toEqual([]);
});

test('a run of an earlier version, which did not keep who answers, is answered by whoever its name leads to', async () => {
  const { client, database, run, body, second } = await exchanged();
  database.run(`UPDATE run SET settings = json_remove(settings, '$.answerer')`, {});
  const ended = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, body);
  expect(ended).toMatchObject({ model: 'second' });
  expect(second.turns.length).toBe(1);
});
