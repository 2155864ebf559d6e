import { expect, test } from 'vitest';
import { type ModelCard, ModelFailure } from '../../../src/main/engine/ports';
import { asked, openEngine } from '../../support/engine';
import { ScriptedModel, says } from '../../support/scripted-model';

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
  expect(model.turns[0]?.model).toBe('gpt-5.6');
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
