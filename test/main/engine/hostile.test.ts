import { expect, test } from 'vitest';
import type { ModelEvent } from '../../../src/main/engine/ports';
import { asker } from '../../support/asker';
import { asked, openEngine } from '../../support/engine';
import { done, says } from '../../support/scripted-model';
import { TestClock } from '../../support/test-clock';

const ids = [
  'thread_../',
  '..%2f..%2fetc%2fpasswd',
  "thread_' OR 1=1 --",
  'thread_%00',
  '%E0%A4%A',
  '__proto__',
  'thread_💥',
  'x'.repeat(10_000),
];

test.each(ids)('the id %j leads nowhere and breaks nothing', async (id) => {
  const { ask, client } = await asker();
  const kept = await client.beta.threads.create();
  for (const path of [
    `/threads/${encodeURIComponent(id)}`,
    `/files/${encodeURIComponent(id)}/content`,
    `/threads/${id}`,
  ]) {
    expect([400, 404, 405]).toContain((await ask('GET', path)).status);
    expect([400, 404, 405]).toContain((await ask('DELETE', path)).status);
  }
  expect(await client.beta.threads.retrieve(kept.id)).toEqual(kept);
});

test('keys that would reach a prototype are refused wherever they stand', async () => {
  const { ask } = await asker();
  const bodies = [
    '{"model":"m","__proto__":{"x":1}}',
    '{"model":"m","metadata":{"__proto__":"x"}}',
    '{"model":"m","metadata":{"\\u005f_proto__":"x"}}',
    '{"model":"m","tools":[{"type":"function","function":{"name":"f","parameters":{"__proto__":{}}}}]}',
  ];
  for (const body of bodies) {
    expect(await ask('POST', '/assistants', body)).toMatchObject({
      status: 400,
      body: { error: { code: 'unknown_parameter' } },
    });
  }
  expect(Reflect.get({}, 'x')).toBeUndefined();
});

test('a text that only talks of such keys is kept as it is', async () => {
  const { client } = await openEngine();
  const { id } = await client.beta.threads.create();
  const content = 'set "__proto__" \u0000 \ud800 "\u2028';
  const message = await client.beta.threads.messages.create(id, { role: 'user', content });
  expect(message.content).toMatchObject([{ text: { value: content } }]);
});

test('a body of 10 MB is refused for its length, one of 40 MB before it is read', async () => {
  const { ask, client } = await asker();
  const { id } = await client.beta.threads.create();
  const long = await ask('POST', `/threads/${id}/messages`, { role: 'user', content: 'x'.repeat(10 * 1024 * 1024) });
  expect(long).toMatchObject({ status: 400, body: { error: { param: 'content', code: 'string_above_max_length' } } });
  const huge = await ask('POST', `/threads/${id}/messages`, `"${'x'.repeat(40 * 1024 * 1024)}"`);
  expect(huge.status).toBe(413);
});

test('a body nested a million deep is refused', async () => {
  const { ask } = await asker();
  const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
  const answer = await ask(
    'POST',
    '/assistants',
    `{"model":"m","tools":[{"type":"function","function":{"name":"f","parameters":{"a":${deep}}}}]}`,
  );
  expect(answer.status).toBe(400);
});

test.each(['null', '[1]', '"x"', '7'])('a body that is %s is refused', async (body) => {
  const { ask } = await asker();
  expect((await ask('POST', '/threads', body)).status).toBe(400);
});

test('a model that never stops is stopped when the time of the run is over', async () => {
  const clock = new TestClock();
  async function* endless(): AsyncGenerator<ModelEvent> {
    for (;;) yield { type: 'refusal', delta: '' };
  }
  const { client, model } = await openEngine({ scripts: [endless], clock });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.create(threadId, { assistant_id });
  await expect.poll(() => model.turns.length).toBe(1);
  clock.advance(600_000);
  const ended = await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  expect(ended.status).toBe('expired');
});

const megabyte = 'x'.repeat(1024 * 1024);

test.each<[string, ModelEvent[]]>([
  ['a delta of 10 MB', [{ type: 'text', delta: megabyte.repeat(10) }]],
  [
    '10 MB in a thousand deltas',
    Array.from({ length: 1000 }, () => ({ type: 'text', delta: megabyte.slice(0, 10_500) })),
  ],
  [
    '10 MB of arguments',
    [
      { type: 'call', index: 0, name: 'f' },
      { type: 'call_arguments', index: 0, delta: megabyte.repeat(10) },
    ],
  ],
  ['arguments for no call', [{ type: 'call_arguments', index: 3, delta: '{}' }]],
  ['a thousand calls', Array.from({ length: 1000 }, (_, index) => ({ type: 'call', index, name: 'f' }))],
])('a model that sends %s fails its run and nothing else', async (_, events) => {
  const { client } = await openEngine({ scripts: [() => [...events, done('calls')], says('Fine.')] });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'failed', last_error: { code: 'server_error' } });
  expect((await client.beta.threads.runs.createAndPoll(threadId, { assistant_id })).status).toBe('completed');
});

test('a model that ends without a word about it has failed', async () => {
  const { client } = await openEngine({ scripts: [() => [{ type: 'text', delta: 'Half' }]] });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run.last_error).toEqual({ code: 'server_error', message: 'The model stopped in the middle of its answer.' });
});

test('token counts that are no counts are taken for none', async () => {
  const nonsense = { promptTokens: Number.NaN, completionTokens: -5, cachedTokens: 1.5, reasoningTokens: Infinity };
  const { client } = await openEngine({ scripts: [() => [{ type: 'text', delta: 'x' }, done('stop', nonsense)]] });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'completed', usage: { total_tokens: 0 } });
});

test('text split inside an emoji arrives whole', async () => {
  const { client } = await openEngine({ scripts: [says('a\ud83d', '\ude00b')] });
  const { assistant_id, threadId } = await asked(client);
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const [message] = await stream.finalMessages();
  expect(message?.content).toMatchObject([{ text: { value: 'a😀b' } }]);
});

test('a reader who falls behind still gets the whole text, in fewer pieces', async () => {
  const count = 5_000;
  const { client, engine, model } = await openEngine({
    scripts: [says(...Array.from({ length: count }, (_, index) => `${index} `))],
  });
  const { assistant_id, threadId } = await asked(client);
  const response = await engine.fetch(`http://engine/v1/threads/${threadId}/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ assistant_id, stream: true }),
  });
  const { id } = (await client.beta.threads.runs.list(threadId)).data[0]!;
  await client.beta.threads.runs.poll(id, { thread_id: threadId });
  expect(model.turns).toHaveLength(1);
  const deltas = [...(await response.text()).matchAll(/event: thread\.message\.delta\ndata: (.*)\n/g)].map((match) =>
    String(JSON.parse(match[1]!).delta.content[0].text.value),
  );
  expect(deltas.join('')).toBe(Array.from({ length: count }, (_, index) => `${index} `).join(''));
  expect(deltas.length).toBeLessThan(300);
});
