import { describe, expect, it } from 'vitest';
import { type Abilities, type ModelTurn, unknownAbilities } from '../../../../../src/main/engine/ports';
import { chatWith } from '../../../../support/models/chats';
import { asks, aTurn } from '../../../../support/models/turns';
import { functionTool, resultOf } from '../../../../support/upstream/turns';
import { providerOf } from '../responses/provider';

const schema = { type: 'object', properties: { total: { type: 'number' } } };
const responseFormat = { type: 'json_schema', json_schema: { name: 'sum', description: 'The sum.', schema } };
const tools = [functionTool('query_data')];

/** What a model with these abilities is asked over either API. */
async function bodyOf(api: 'chat' | 'responses', given: Partial<Abilities>, over: Partial<ModelTurn> = {}) {
  const abilities = { ...unknownAbilities, ...given };
  const turn = { items: [asks('How much?')], instructions: 'Be brief.', tools, ...over };
  if (api === 'chat') {
    const { ask, upstream } = chatWith([{ text: '{}' }], { abilities });
    expect((await ask(turn)).failure).toBeNull();
    return upstream.turns[0]?.json;
  }
  const { provider, sent } = providerOf([{ text: '{}' }], { abilities });
  expect(await resultOf(provider, aTurn(turn))).toMatchObject({ failure: null });
  return sent();
}

const instructionsOf = (body: { instructions?: string; messages?: { content: string }[] }): string =>
  body.instructions ?? body.messages?.[0]?.content ?? '';

describe.each(['chat', 'responses'] as const)('over %s, what is known of a model decides that', (api) => {
  it('it is asked for one call at a time where it can make no more', async () => {
    expect(await bodyOf(api, { parallelCalls: false })).toMatchObject({ parallel_tool_calls: false });
    const able = await bodyOf(api, { parallelCalls: true });
    expect(able.parallel_tool_calls).not.toBe(false);
  });

  it('an effort that it does not have is the nearest that it has', async () => {
    const body = await bodyOf(api, { efforts: ['low', 'high'] }, { reasoningEffort: 'max' });
    expect(body.reasoning?.effort ?? body.reasoning_effort).toBe('high');
  });

  it('it is told the schema of its answer where its server cannot hold it to one', async () => {
    const body = await bodyOf(api, { structuredOutput: false }, { responseFormat });
    expect([body.response_format, body.text]).toEqual([undefined, undefined]);
    expect(instructionsOf(body)).toContain('Be brief.');
    expect(instructionsOf(body)).toContain(JSON.stringify(schema));
    const held = await bodyOf(api, { structuredOutput: true }, { responseFormat });
    expect(held.response_format ?? held.text).toMatchObject({});
    expect(instructionsOf(held)).toBe('Be brief.');
  });
});

it.each([
  { api: 'chat', parameter: 'response_format' },
  { api: 'responses', parameter: 'text.format' },
] as const)(
  'a server that refuses a schema over $api is asked again with the schema in words',
  async ({ api, parameter }) => {
    const refusal = { status: 400, error: { message: 'Not supported here.', param: parameter, code: null } };
    const script = [refusal, { text: '{"total":1}' }];
    const turn = { items: [asks('How much?')], responseFormat, tools: [] };
    if (api === 'chat') {
      const { ask, upstream } = chatWith(script);
      expect(await ask(turn)).toMatchObject({ failure: null, text: '{"total":1}' });
      expect(instructionsOf(upstream.turns[1]?.json)).toContain(JSON.stringify(schema));
      return;
    }
    const { provider, sent } = providerOf(script);
    expect(await resultOf(provider, aTurn(turn))).toMatchObject({ failure: null, text: '{"total":1}' });
    expect(instructionsOf(sent())).toContain(JSON.stringify(schema));
  },
);
